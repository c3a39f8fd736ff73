"""Where the law shows in Wagtail's admin: no publish buttons; decide, withdraw and change address in their place.

Buttons are only courtesy; the law itself is enforced in decisions, releasing and the gate.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import widgets
from wagtail.admin.widgets.button import ListingButton
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from cms.editions.models import Publication
from cms.review.action_menu import arrange
from cms.review.admin_views import address_view, may_change_address, withdraw_view
from cms.review.awaiting import show_what_waits
from cms.review.deciding import decide_view
from cms.review.drafts import find
from cms.review.gate import refuse_deletion_of_public
from cms.review.governed import Governed, GovernedPage, GovernedSnippet
from cms.review.kind_workflows import KindWorkflowViewSet
from cms.review.withdrawing import may_withdraw


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Deciding, and the two direct acts."""
    return [
        path("review/decide/<int:submission_id>/", decide_view, name="review_decide"),
        path("review/withdraw/<str:object_id>/", withdraw_view, name="review_withdraw"),
        path("review/address/<int:page_id>/", address_view, name="review_address"),
    ]


hooks.register("construct_page_action_menu", arrange)
hooks.register("construct_snippet_action_menu", arrange)
hooks.register("construct_homepage_panels", show_what_waits)


@hooks.register("insert_global_admin_css")
def hide_what_publishes() -> str:
    """The buttons for which Wagtail has no hook."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin.css"))


def _public(object_id: str) -> bool:
    return Publication.objects.filter(object_id=object_id, withdrawn_at=None).exists()


@hooks.register("register_page_header_buttons")
def page_buttons(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[widgets.Button]:
    """Withdraw and change address, for a page that readers can see."""
    if not issubclass(page.specific_class or type(page), GovernedPage) or not _public(f"page:{page.pk}"):
        return
    if may_withdraw(user):
        url = reverse("review_withdraw", args=[f"page:{page.pk}"])
        yield widgets.Button("Withdraw", url, icon_name="warning", priority=55)
    if may_change_address(page, user):
        yield widgets.Button("Change address", reverse("review_address", args=[page.pk]), icon_name="link", priority=25)


@hooks.register("register_snippet_listing_buttons")
def part_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[widgets.Button]:
    """Withdraw, for a part that is marked live: no query, since a list asks this for every row. The view asks again."""
    if isinstance(snippet, GovernedSnippet) and snippet.live:
        url = reverse("review_withdraw", args=[snippet.object_id])
        yield ListingButton("Withdraw", url, icon_name="warning", priority=55)


def say_what_was_asked(request: HttpRequest, obj: Any) -> None:
    """To an editor who opens a text that came back: who asked for changes, and which."""
    row = getattr(obj, "specific", obj)
    state = row.current_workflow_state if request.method == "GET" and isinstance(row, Governed) else None
    asked = state.current_task_state if state is not None and state.status == state.STATUS_NEEDS_CHANGES else None
    if asked is not None:
        messages.warning(request, f"{asked.finished_by.display_name} asks for changes: {asked.comment}")


hooks.register("before_edit_page", say_what_was_asked)
hooks.register("before_edit_snippet", say_what_was_asked)


def to_withdrawal(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """Unpublishing is withdrawing: it asks for a reason and is kept in the record."""
    row = getattr(obj, "specific", obj)
    if isinstance(row, Governed) and _public(row.object_id):
        return redirect("review_withdraw", object_id=row.object_id)
    return None


hooks.register("before_unpublish_page", to_withdrawal)
hooks.register("before_unpublish", to_withdrawal)


hooks.register("register_admin_viewset", lambda: KindWorkflowViewSet("kind-workflows"))


@hooks.register("before_delete_page")
def keep_public_pages(request: HttpRequest, page: Any) -> None:
    """A page is not deleted while it, or a page below it, is public. Raises Refused."""
    below = [f"page:{pk}" for pk in page.get_descendants(inclusive=True).values_list("pk", flat=True)]
    refuse_deletion_of_public(below, about=find(f"page:{page.pk}"))


@hooks.register("before_bulk_action")
def keep_public_pages_in_bulk(request: HttpRequest, action_type: str, objects: Any, action: Any) -> None:
    """Wagtail's bulk delete runs no `before_delete_page` and deletes base pages. Raises Refused."""
    for page in objects:
        if action_type == "delete" and isinstance(page, Page):
            keep_public_pages(request, page)


@hooks.register("before_delete_snippet")
def keep_public_parts(request: HttpRequest, snippets: Any) -> None:
    """A part is not deleted while it is public. Raises Refused."""
    parts = [snippet for snippet in snippets if isinstance(snippet, GovernedSnippet)]
    refuse_deletion_of_public([part.object_id for part in parts], about=parts[0] if parts else None)


@hooks.register("after_edit_page")
def say_address_stays(request: HttpRequest, page: Any) -> None:
    """A public page keeps its address when its text is saved: say so to whoever typed another."""
    typed = request.POST.get("slug")
    if isinstance(page, GovernedPage) and typed and typed != page.slug and _public(page.object_id):
        messages.warning(request, "The address was not changed. “Change address” in the page's menu does it at once.")


@hooks.register("construct_page_chooser_queryset")
def choose_only_what_one_may_see(pages: Any, request: HttpRequest) -> Any:
    """Wagtail's page chooser lists every draft by title; here it lists what the person may explore."""
    return pages.filter(pk__in=page_permission_policy.explorable_instances(request.user).values("pk"))
