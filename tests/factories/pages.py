"""Pages in draft, with somewhere to stand in the tree."""

from itertools import count
from typing import Any

from wagtail.models import Page

from cms.content.base import ensure_home
from cms.content.models import HomePage, SectionPage, StandardPage, TopicPage
from cms.people.models import User
from tests.factories import body as blocks
from tests.factories.people import editor

_number = count(1)


def home_page(*, by: User | None = None, **fields: Any) -> HomePage:
    """The home page, with a lead, written by `by`."""
    home = ensure_home()
    for name, value in {"lead": "What this website is about.", **fields}.items():
        setattr(home, name, value)
    home.save()
    return _revised(home, by)


def section_page(parent: Page | None = None, *, by: User | None = None, **fields: Any) -> SectionPage:
    """A section, under the home page unless told."""
    return _new(SectionPage, parent, by, "Sample section", fields)


def standard_page(*, by: User | None = None, **fields: Any) -> StandardPage:
    """A page about this website."""
    fields.setdefault("body", blocks.stream(blocks.paragraph("Who we are.")))
    return _new(StandardPage, None, by, "Sample standard page", fields)


def topic_page(parent: Page | None = None, *, by: User | None = None, **fields: Any) -> TopicPage:
    """A topic that is ready to be submitted."""
    if "body" not in fields:
        fields["body"] = blocks.stream(blocks.heading("A sample heading"), blocks.paragraph("A sample paragraph."))
    return _new(TopicPage, parent, by, "Sample topic", fields)


def _new(model: Any, parent: Page | None, by: User | None, title: str, fields: dict[str, Any]) -> Any:
    parent = parent or ensure_home()
    parent.refresh_from_db()
    defaults = {"title": f"{title} {next(_number)}", "lead": "A sample lead."}
    page = model(**{**defaults, **fields}, live=False, has_unpublished_changes=True)
    parent.add_child(instance=page)
    return _revised(page, by)


def _revised(page: Any, by: User | None) -> Any:
    page.save_revision(user=by or editor())
    page.refresh_from_db()
    return page
