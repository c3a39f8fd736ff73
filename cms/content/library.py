"""The lists of the library in the admin: sites, terms, sources and profiles."""

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.admin.ui.tables import Column, StatusTagColumn, UsageCountColumn
from wagtail.models import ReferenceIndex, WorkflowState
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.content.models import GlossaryTerm, MetastasisSite, Profile
from cms.review.governed import GovernedSnippet
from cms.sources.models import Source

UNDECIDED = [WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES]
USED_IN = UsageCountColumn("usage_count", label="Used in", sort_key="usage_count", width="10%")


def state_of(part: GovernedSnippet) -> str:
    """What readers have of a part, and whether something newer is under way."""
    under_way = ""
    if getattr(part, "in_review", False):
        under_way = "in review"
    elif not part.live or part.has_unpublished_changes:
        under_way = "draft"
    if not part.live:
        return under_way
    return f"public, {under_way}" if under_way else "public"


STATE = StatusTagColumn("state", label="State", accessor=state_of, primary=lambda part: part.live, sort_key="live")


class LibraryViewSet(SnippetViewSet):
    """What all lists of the library share: where each entry is used, and no copies.

    A copy made in the admin would forget who wrote what it copies.
    """

    copy_view_enabled = False
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model._default_manager.annotate(usage_count=ReferenceIndex.usage_count_subquery(self.model))


class PartViewSet(LibraryViewSet):
    """A list of parts: it also shows the state of each."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        undecided = WorkflowState.objects.filter(
            base_content_type__app_label=self.model._meta.app_label,
            base_content_type__model=self.model._meta.model_name,
            object_id=Cast(OuterRef("pk"), output_field=CharField()),
            status__in=UNDECIDED,
        )
        return super().get_queryset(request).annotate(in_review=Exists(undecided))


class SiteViewSet(PartViewSet):
    """Metastasis sites."""

    model = MetastasisSite
    icon = "crosshairs"
    menu_label = "Metastasis sites"
    list_display = [
        "name",
        Column("body_part", label="Body part", accessor="get_body_part_display", sort_key="body_part"),
        Column("how_common", label="How common", accessor="get_how_common_display", sort_key="how_common"),
        Column("order", label="Order", sort_key="order"),
        STATE,
        USED_IN,
    ]
    list_filter = ["body_part", "how_common", "live"]
    ordering = ["order", "name"]


class TermViewSet(PartViewSet):
    """Glossary terms."""

    model = GlossaryTerm
    icon = "glasses"
    menu_label = "Glossary terms"
    list_display = ["term", Column("also_called", label="Also called"), STATE, USED_IN]
    list_filter = ["live"]
    ordering = ["term"]


class SourceViewSet(LibraryViewSet):
    """Sources."""

    model = Source
    icon = "doc-full-inverse"
    menu_label = "Sources"
    list_display = [
        "title",
        Column("authors", label="Authors"),
        Column("publication", label="Published in", sort_key="publication"),
        Column("year", label="Year", sort_key="year"),
        Column("kind", label="Kind", accessor="get_kind_display", sort_key="kind"),
        USED_IN,
    ]
    list_filter = ["kind", "year"]
    ordering = ["title"]


class ProfileViewSet(LibraryViewSet):
    """Profiles."""

    model = Profile
    icon = "user"
    menu_label = "Profiles"
    list_display = [
        "name",
        Column("credentials", label="Credentials"),
        Column("role", label="Role", sort_key="role"),
        USED_IN,
    ]
    ordering = ["name"]


class LibraryViewSetGroup(SnippetViewSetGroup):
    """One entry in the menu for all that pages draw on."""

    items = (SiteViewSet, TermViewSet, SourceViewSet, ProfileViewSet)
    menu_label = "Library"
    menu_icon = "folder-open-inverse"
    menu_name = "library"
    menu_order = 150
