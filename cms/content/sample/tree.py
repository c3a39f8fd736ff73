"""Makes the sample pages as drafts: first all places in the tree, then their text.

Two steps, because pages link to each other and a link needs the other page's id.
"""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from cms.content.base import ensure_home
from cms.content.models import SectionPage, StandardPage, TopicPage
from cms.content.sample.filling import Ids, filled
from cms.content.sample.library import AUTHOR
from cms.content.sample.pages import PAGES, PageText
from cms.content.sample.writing import Mark, chosen
from cms.people.models import User

MODELS: dict[str, type[Any]] = {
    "section_page": SectionPage,
    "topic_page": TopicPage,
    "standard_page": StandardPage,
}


def ensure_tree() -> dict[str, Any]:
    """Return every sample page by its key, making the missing ones as drafts without text."""
    made: dict[str, Any] = {}
    for text in PAGES:
        parent = made[text.parent] if text.parent else None
        made[text.key] = _place(parent, text) if parent else ensure_home()
    return made


def page_ids(pages: dict[str, Any]) -> dict[Mark, int]:
    """Return the id of every page under its mark."""
    return {Mark("page", key): page.pk for key, page in pages.items()}


def ensure_text(page: Any, text: PageText, ids: Ids, editor: User) -> None:
    """Write the sample text into a page that has no revision yet, in the editor's name."""
    if page.latest_revision_id is not None:
        return
    page.title = page.draft_title = text.title
    page.lead = text.lead
    page.body = filled(text.body, ids)
    if text.kind == "topic_page":
        page.authors = filled(chosen("author", "profile", [AUTHOR.key]), ids)
        page.related_pages = filled(chosen("page", "page", text.related), ids)
    page.save_revision(user=editor)


def _place(parent: Page, text: PageText) -> Any:
    model = MODELS[text.kind]
    found = model.objects.child_of(parent).filter(slug=text.key).first()
    if found is not None:
        return found
    page = model(title=text.title, slug=text.key, live=False, has_unpublished_changes=True)
    parent.add_child(instance=page)
    return page
