"""The pages: home, sections, topics and pages about this website."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.content.blocks import SectionBody, StandardBody, TopicBody
from cms.content.models import fields
from cms.content.problems import unfinished_blocks
from cms.review.governed import GovernedPage


class WrittenPage(GovernedPage):
    """What all our pages share: a title, a lead, a body, and how they are edited and found."""

    lead = fields.lead()

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading="For search engines",
        )
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self.lead = fields.one_way_of_lines(self.lead)

    def submission_problems(self) -> list[str]:
        """What has to be done before anybody is asked to check this page."""
        problems = [*super().submission_problems()]
        if not self.lead.strip():
            problems.append("The page has no lead: say in a sentence or two what it is about.")
        return problems + unfinished_blocks(self)


class HomePage(WrittenPage):
    """The first page of the website. There is one."""

    kind: ClassVar[str] = "home_page"
    body = StreamField(SectionBody(), blank=True, verbose_name="body")

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "content.SectionPage",
        "content.TopicPage",
        "content.StandardPage",
    ]
    page_description = "The first page of the website."

    class Meta:
        verbose_name = "home page"


class SectionPage(WrittenPage):
    """A place in the tree, with the pages under it."""

    kind: ClassVar[str] = "section_page"
    body = StreamField(SectionBody(), blank=True, verbose_name="body")

    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    subpage_types: ClassVar[list[str]] = ["content.SectionPage", "content.TopicPage"]
    page_description = "A place for topics and further sections. It lists the public pages under it."

    class Meta:
        verbose_name = "section page"


class StandardPage(WrittenPage):
    """A page about this website: who we are, how we review, privacy, contact."""

    kind: ClassVar[str] = "standard_page"
    body = StreamField(StandardBody(), blank=True, verbose_name="body")

    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = "A page about this website, with no medical advice in it."

    class Meta:
        verbose_name = "standard page"

    def submission_problems(self) -> list[str]:
        problems = super().submission_problems()
        return problems if self.body else [*problems, "The page has no text yet."]


class TopicPage(WrittenPage):
    """A medical topic. Readers see it only as a medical reviewer approved it."""

    kind: ClassVar[str] = "topic_page"
    essential_fields: ClassVar[tuple[str, ...]] = ("subject",)

    body = StreamField(TopicBody(), blank=True, verbose_name="body")
    subject = models.ForeignKey(
        "content.MetastasisSite",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="topic_pages",
        verbose_name="subject",
        help_text="If this page is about one metastasis site. It is withdrawn together with that site.",
    )
    authors = StreamField([("author", SnippetChooserBlock("content.Profile"))], blank=True, verbose_name="authors")
    related_pages = StreamField(
        [("page", PageChooserBlock())],
        blank=True,
        verbose_name="related pages",
        help_text="Shown after the text. Readers see only those that are public.",
    )
    review_interval_months = fields.review_interval()

    parent_page_types: ClassVar[list[str]] = ["content.HomePage", "content.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = "Medical content. A medical reviewer approves it before readers see it."

    content_panels = [
        *WrittenPage.content_panels,
        FieldPanel("related_pages"),
        MultiFieldPanel(
            [
                FieldPanel("subject"),
                FieldPanel("authors"),
                FieldPanel("review_interval_months"),
            ],
            heading="About this topic",
        ),
    ]

    class Meta:
        verbose_name = "topic page"

    def submission_problems(self) -> list[str]:
        problems = super().submission_problems()
        if not self.body:
            problems.append("The page has no text yet.")
        unplaced = sum(1 for child in self.body if child.block_type == "unplaced")
        if unplaced:
            noun = "block is" if unplaced == 1 else "blocks are"
            problems.append(f"{unplaced} {noun} not placed yet: move the words to where they belong, or remove them.")
        return problems
