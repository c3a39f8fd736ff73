"""A body as blocks ready to be shown, in the order of the text.

Every builder bears unfinished values, because a preview shows drafts; a block of which nothing is left is left out.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext as _

from cms.editions.presenting import blocks, links, richtext
from cms.editions.presenting.files import file_address
from cms.editions.presenting.parts import ShownSite, ShownTerm, Withdrawn, shown_site, shown_term
from cms.editions.presenting.reading import Json, Reading, each, lines, struct, text, texts

TOP_LEVEL, DEEPEST = 2, 4


class Place(NamedTuple):
    """A block in its place: its fields, and the level for a heading of its own."""

    reading: Reading
    value: dict[str, Json]
    level: int


def build(reading: Reading, stream: Json) -> list[blocks.Block]:
    """All blocks of a body. A type that this format does not know raises KeyError: better no page than half a page."""
    shown: list[blocks.Block] = []
    level = TOP_LEVEL
    for raw in each(stream):
        block = BUILDERS[raw["type"]](Place(reading, struct(raw.get("value")), level))
        if isinstance(block, blocks.Heading):
            level = block.level + 1
        if block is not None:
            shown.append(block)
    return shown


def _heading(place: Place) -> blocks.Block | None:
    words, level = text(place.value.get("text")), text(place.value.get("level"))
    if not words:
        return None
    depth = min(max(int(level) if level.isdecimal() else TOP_LEVEL, TOP_LEVEL), DEEPEST)
    return blocks.Heading(depth, words, place.reading.anchors.claim(words))


def _paragraph(place: Place) -> blocks.Block:
    return blocks.Paragraph(place.reading.prose(place.value.get("text"), place.value.get("sources")))


def _list(place: Place) -> blocks.Block | None:
    reading = place.reading
    items = [
        blocks.Item(reading.item(item.get("text")), [reading.item(sub) for sub in each(item.get("items"))])
        for item in map(struct, each(place.value.get("items")))
    ]
    if not items:
        return None
    return blocks.Bullets(bool(place.value.get("ordered")), items, reading.cite(place.value.get("sources")))


def _image(place: Place) -> blocks.Block | None:
    image = place.reading.value(place.value.get("image"))
    if image is None:
        return None
    return blocks.Image(
        address=file_address(image),
        alt="" if place.value.get("decorative") else text(place.value.get("alt")),
        caption=text(place.value.get("caption")),
        credit=text(image.get("credit")),
        width=image.get("width") or 0,
        height=image.get("height") or 0,
    )


def _quotation(place: Place) -> blocks.Block:
    return blocks.Quotation(lines(place.value.get("text")), text(place.value.get("attribution")))


def _callout(place: Place) -> blocks.Block:
    prose = place.reading.prose(place.value.get("text"))
    return blocks.Callout(place.level, text(place.value.get("title")), prose)


def _care_card(place: Place) -> blocks.Block:
    urgency = text(place.value.get("urgency"))
    labels = {"emergency": _("Emergency"), "urgent": _("Urgent"), "non_urgent": _("Not urgent")}
    words = place.value.get("text")
    return blocks.CareCard(
        level=place.level,
        urgency=urgency if urgency in labels else "non_urgent",
        label=labels.get(urgency, labels["non_urgent"]),
        title=text(place.value.get("title")),
        text=place.reading.prose(words if richtext.plain(words) else ""),
        items=texts(place.value.get("items")),
    )


def _table(place: Place) -> blocks.Block | None:
    headings = [text(struct(column).get("heading")) for column in each(place.value.get("columns"))]
    rows = [[text(cell) for cell in each(row)] for row in each(place.value.get("rows"))]
    if not headings:
        return None
    caption = text(place.value.get("caption"))
    return blocks.Table(caption, caption or _("Table: %(columns)s") % {"columns": ", ".join(headings)}, headings, rows)


def _sites(place: Place) -> blocks.Block:
    group = text(place.value.get("group"))
    heading = text(place.value.get("heading")) or _group_name(group)
    # The group claims its id before its sites do, as it stands before them.
    anchor = place.reading.anchors.claim(heading, "sites")
    introduction = place.reading.prose(place.value.get("introduction"))
    found = [shown_site(place.reading, ref, place.level + 1, group) for ref in each(place.value.get("sites"))]
    sites = [site for site in found if site is not None]
    jumps = [site for site in sites if isinstance(site, ShownSite)]
    return blocks.Sites(place.level, heading, anchor, introduction, sites, jumps if len(jumps) > 1 else [])


def _group_name(group: str) -> str:
    return _("Less common sites") if group == "less_common" else _("Common sites")


def _treatments(place: Place) -> blocks.Block:
    treatments = [
        blocks.Treatment(
            name=text(value.get("name")),
            line=text(value.get("line")),
            page=links.page(links.page_id(value.get("page")), place.reading.links),
        )
        for value in map(struct, each(place.value.get("treatments")))
    ]
    return blocks.Treatments(place.reading.prose(place.value.get("introduction")), treatments)


def _related(place: Place) -> blocks.Block | None:
    pages = links.pages(place.value.get("pages"), place.reading.links)
    return blocks.Related(place.level, *_own_heading(place), pages) if pages else None


def _questions(place: Place) -> blocks.Block:
    return blocks.Questions(place.level, *_own_heading(place), texts(place.value.get("questions")))


def _terms(place: Place) -> blocks.Block:
    heading, anchor = _own_heading(place)
    found = [shown_term(place.reading, ref) for ref in each(place.value.get("terms"))]
    terms = [term for term in found if isinstance(term, ShownTerm)]
    return blocks.Terms(place.level, heading, anchor, terms, [term for term in found if isinstance(term, Withdrawn)])


def _own_heading(place: Place) -> tuple[str, str]:
    """A block's heading and its id; both empty if it has none."""
    heading = text(place.value.get("heading"))
    return heading, place.reading.anchors.claim(heading) if heading else ""


def _unplaced(place: Place) -> blocks.Block:
    return blocks.Unplaced(text(place.value.get("note")), lines(place.value.get("text")))


BUILDERS: dict[str, Callable[[Place], blocks.Block | None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "image": _image,
    "quotation": _quotation,
    "callout": _callout,
    "care_card": _care_card,
    "table": _table,
    "sites": _sites,
    "treatments": _treatments,
    "related": _related,
    "questions": _questions,
    "terms": _terms,
    "unplaced": _unplaced,
}
