"""From a snapshot to HTML. A preview, the public page and the frozen copy in an edition all come through here.

Every snapshot format that was ever issued keeps its reader in READERS, so that an old edition stays readable.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from cms.editions.forms import Link, ReviewLine, Surroundings
from cms.editions.presenting import pages
from cms.editions.presenting.pages import Presented

Snapshot = dict[str, Any]
Reader = Callable[[Snapshot, Surroundings, ReviewLine | None], Presented]

READERS: dict[int, Reader] = {1: pages.present}
DESCRIPTION_LENGTH = 160


class UnknownFormat(Exception):
    """A snapshot says that it has a format which this version of the program cannot read."""


@dataclass(frozen=True)
class MenuItem:
    """A line of the menu. `current` is the value of aria-current, empty for a page elsewhere."""

    link: Link
    current: str


@dataclass(frozen=True)
class Document:
    """Everything around the main region."""

    language: str
    direction: str
    title: str
    site_name: str
    description: str
    menu: list[MenuItem]
    breadcrumb: list[Link]
    here: str
    preview: bool
    main: SafeString


def read(snapshot: Snapshot, surroundings: Surroundings, review_line: ReviewLine | None) -> Presented:
    """A snapshot made ready for its template. Raises UnknownFormat if no reader knows its format."""
    reader = READERS.get(snapshot["format"])
    if reader is None:
        known = ", ".join(map(str, sorted(READERS)))
        raise UnknownFormat(f"Snapshot format {snapshot['format']!r} has no reader here; formats read: {known}.")
    return reader(snapshot, surroundings, review_line)


def render_main(snapshot: Snapshot, surroundings: Surroundings, review_line: ReviewLine | None) -> str:
    """The inside of the main region: what is frozen into an edition when it is issued.

    Takes plain values and makes no query. Raises UnknownFormat, or KeyError for a kind or block that is unknown.
    """
    with translation.override(snapshot["locale"]):
        return _main(read(snapshot, surroundings, review_line))


def render_page(
    request: HttpRequest,
    snapshot: Snapshot,
    surroundings: Surroundings,
    review_line: ReviewLine | None,
    *,
    preview: bool = False,
) -> HttpResponse:
    """The whole document for a page or, in a preview, for a part alone.

    A preview says on its face that it is neither approved nor public, and asks machines not to keep it.
    Makes no query and sets no cookie. Raises what `render_main` raises.
    """
    with translation.override(snapshot["locale"]):
        shown = read(snapshot, surroundings, review_line)
        document = _document(shown, snapshot, surroundings, preview)
        # No request is given to the template: nothing on a public page may depend on who is asking.
        response = HttpResponse(render_to_string("editions/document.html", {"document": document}))
    response["Content-Language"] = snapshot["locale"]
    if preview:
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _main(shown: Presented) -> SafeString:
    return render_to_string(shown.template, {"page": shown})


def _document(shown: Presented, snapshot: Snapshot, surroundings: Surroundings, preview: bool) -> Document:
    above = {link.object_id for link in surroundings.ancestors}
    own = snapshot["object_id"]
    menu = [MenuItem(k, "page" if k.object_id == own else "true" * (k.object_id in above)) for k in surroundings.menu]
    return Document(
        language=shown.locale,
        direction="rtl" if translation.get_language_bidi() else "ltr",
        title=snapshot["fields"].get("seo_title") or shown.title,
        site_name=settings.WAGTAIL_SITE_NAME,
        description=Truncator(shown.description).chars(DESCRIPTION_LENGTH),
        menu=menu,
        breadcrumb=surroundings.ancestors,
        here=shown.title,
        preview=preview,
        main=_main(shown),
    )
