"""Glossary terms: words explained once and shown in many pages."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.content.blocks import INLINE_FEATURES
from cms.content.blocks.base import has_words
from cms.content.models import fields
from cms.review.governed import GovernedSnippet


class GlossaryTerm(GovernedSnippet):
    """One word or phrase, and what it means."""

    kind: ClassVar[str] = "glossary_term"

    term = models.CharField("term", max_length=120)
    also_called = models.CharField(
        "also called", max_length=200, blank=True, help_text="Other names, with commas between them."
    )
    definition = RichTextField(
        "definition",
        blank=True,
        features=INLINE_FEATURES,
        help_text="In plain words, one or two sentences.",
    )
    review_interval_months = fields.review_interval()

    panels = [
        FieldPanel("term", required_on_save=True),
        FieldPanel("also_called"),
        FieldPanel("definition"),
        FieldPanel("review_interval_months"),
    ]
    search_fields = [
        index.SearchField("term", boost=4),
        index.AutocompleteField("term"),
        index.SearchField("also_called", boost=2),
        index.AutocompleteField("also_called"),
        index.SearchField("definition"),
    ]

    class Meta:
        verbose_name = "glossary term"
        ordering = ["term", "pk"]

    def __str__(self) -> str:
        return self.term

    def submission_problems(self) -> list[str]:
        """What has to be done before anybody is asked to check this term."""
        problems = [*super().submission_problems()]
        if not has_words(self.definition):
            problems.append("Say what the term means.")
        return problems
