"""Sources: the studies, guidelines and books behind what pages say."""

from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from cms.review.contributions import Tracked
from cms.sources import identifiers


class Source(Tracked, index.Indexed, models.Model):
    """A reference. Copied by value into what is published."""

    class Kind(models.TextChoices):
        """What sort of publication it is."""

        ARTICLE = "article", "Journal article"
        GUIDELINE = "guideline", "Guideline"
        BOOK = "book", "Book"
        WEB_PAGE = "web_page", "Web page"

    value_prefix = "source"

    kind = models.CharField("kind", max_length=20, choices=Kind.choices, default=Kind.ARTICLE)
    title = models.CharField("title", max_length=500)
    authors = models.CharField(
        "authors", max_length=500, blank=True, help_text="As they should be shown: Surname AB, Surname C."
    )
    publication = models.CharField(
        "published in", max_length=255, blank=True, help_text="The journal, publisher or organisation."
    )
    year = models.PositiveSmallIntegerField("year", null=True, blank=True, validators=[identifiers.check_year])
    volume = models.CharField("volume", max_length=40, blank=True)
    issue = models.CharField("issue", max_length=40, blank=True)
    pages = models.CharField("pages", max_length=40, blank=True)
    doi = models.CharField(
        "DOI", max_length=255, blank=True, validators=[identifiers.check_doi],
        help_text="Starts with 10. A whole doi.org address may be pasted too.",
    )  # fmt: skip
    pmid = models.CharField("PubMed ID", max_length=12, blank=True, validators=[identifiers.check_pmid])
    isbn = models.CharField("ISBN", max_length=20, blank=True, validators=[identifiers.check_isbn])
    url = models.URLField("web address", max_length=500, blank=True, validators=[identifiers.check_web_address])

    panels = [
        FieldPanel("kind"),
        FieldPanel("title"),
        FieldPanel("authors"),
        FieldPanel("publication"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
        MultiFieldPanel(
            [FieldPanel("doi"), FieldPanel("pmid"), FieldPanel("isbn"), FieldPanel("url")],
            heading="Where to find it",
        ),
    ]
    search_fields = [
        index.SearchField("title", boost=4),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.SearchField("publication"),
        index.SearchField("doi"),
        index.SearchField("pmid"),
        index.FilterField("kind"),
        index.FilterField("year"),
    ]

    class Meta:
        verbose_name = "source"
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("doi"),
                condition=~Q(doi=""),
                name="one_source_for_each_doi",
                violation_error_message="There is a source with this DOI already. Use that one.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Take identifiers as people paste them, then check what is left."""
        self.doi = identifiers.plain_doi(self.doi)
        self.isbn = identifiers.plain_isbn(self.isbn)
        super().clean_fields(exclude=exclude)

    def snapshot_value(self) -> dict[str, str]:
        """What a snapshot keeps of this source: all of it, as text."""
        names = ["kind", "title", "authors", "publication", "volume", "issue", "pages", "doi", "pmid", "isbn", "url"]
        value = {name: str(getattr(self, name)) for name in names}
        return value | {"year": str(self.year) if self.year else ""}
