"""Metastasis sites: places in the body, each written once and shown in many pages."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.content.blocks import TEXT_FEATURES
from cms.content.blocks.base import Line, has_words
from cms.content.models import fields
from cms.content.problems import unfinished_blocks
from cms.review.governed import GovernedSnippet


class BodyPart(models.TextChoices):
    """Where in the body a site is."""

    BONE = "bone", "Bone"
    BONE_MARROW = "bone_marrow", "Bone marrow"
    LUNG = "lung", "Lung"
    PLEURA = "pleura", "Pleura"
    LIVER = "liver", "Liver"
    BRAIN = "brain", "Brain"
    SPINE = "spine", "Spine"
    DIGESTIVE_TRACT = "digestive_tract", "Digestive tract"
    PERITONEUM = "peritoneum", "Peritoneum"
    PANCREAS = "pancreas", "Pancreas"
    HEART = "heart", "Heart"
    SKIN = "skin", "Skin"
    LYMPH_NODES = "lymph_nodes", "Lymph nodes"
    OTHER = "other", "Other"


class HowCommon(models.TextChoices):
    """How often breast cancer spreads there."""

    COMMON = "common", "Common"
    LESS_COMMON = "less_common", "Less common"
    RARE = "rare", "Rare"


class MetastasisSite(GovernedSnippet):
    """One place to which cancer spreads: what it is, its symptoms, its tests."""

    kind: ClassVar[str] = "metastasis_site"

    name = models.CharField("name", max_length=120, help_text="As shown in headings.")
    plain_name = models.CharField(
        "plain name", max_length=120, blank=True, help_text="What a reader without medical words says."
    )
    body_part = models.CharField("body part", max_length=20, choices=BodyPart.choices, default=BodyPart.OTHER)
    how_common = models.CharField("how common", max_length=20, choices=HowCommon.choices, default=HowCommon.LESS_COMMON)
    what_it_is = RichTextField("what it is", blank=True, features=TEXT_FEATURES)
    symptoms = StreamField([("item", Line(max_length=300, label="Symptom"))], blank=True)
    tests = StreamField([("item", Line(max_length=300, label="Test"))], blank=True)
    emergency_note = RichTextField(
        "emergency note",
        blank=True,
        features=TEXT_FEATURES,
        help_text="Signs that cannot wait, and what to do. Leave empty if there are none.",
    )
    sources = StreamField([("source", SnippetChooserBlock("sources.Source"))], blank=True)
    order = models.PositiveSmallIntegerField("order", default=0, help_text="Lower numbers come first in lists.")
    review_interval_months = fields.review_interval()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name", required_on_save=True),
                FieldPanel("plain_name"),
                FieldRowPanel([FieldPanel("body_part"), FieldPanel("how_common")]),
            ],
            heading="Name",
        ),
        FieldPanel("what_it_is"),
        FieldPanel("symptoms"),
        FieldPanel("tests"),
        FieldPanel("emergency_note"),
        FieldPanel("sources"),
        MultiFieldPanel(
            [FieldPanel("order"), FieldPanel("review_interval_months")],
            heading="In lists and reviews",
            classname="collapsed",
        ),
    ]
    search_fields = [
        index.SearchField("name", boost=4),
        index.AutocompleteField("name"),
        index.SearchField("plain_name", boost=2),
        index.AutocompleteField("plain_name"),
        index.SearchField("what_it_is"),
        index.SearchField("symptoms"),
        index.FilterField("body_part"),
        index.FilterField("how_common"),
    ]

    class Meta:
        verbose_name = "metastasis site"
        ordering = ["order", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def submission_problems(self) -> list[str]:
        """What has to be done before anybody is asked to check this site."""
        problems = [*super().submission_problems()]
        # Not all three are asked for: of some sites a page has to say only that it is one, and how it is found.
        if not (has_words(self.what_it_is) or self.symptoms or self.tests):
            problems.append("Say what this site is, or give a symptom or a test: it has no words yet.")
        return problems + unfinished_blocks(self)
