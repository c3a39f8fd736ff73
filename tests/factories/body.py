"""The raw data of bodies, block by block, with ids as the editor gives them.

Each function gives one block for `stream(...)`; objects are given as they are.
"""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.db.models import Model

Block = dict[str, Any]


def block(kind: str, value: Any) -> Block:
    """A block of a stream."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def stream(*blocks: Block | tuple[str, Any]) -> list[Block]:
    """Raw stream data; pairs of type and value become blocks."""
    return [one if isinstance(one, dict) else block(*one) for one in blocks]


def items(values: Iterable[Any]) -> list[Block]:
    """The data of a list inside a block."""
    return [block("item", value) for value in values]


def ids(objects: Iterable[Model]) -> list[Block]:
    """A list of chosen objects."""
    return items(one.pk for one in objects)


def html(text: str) -> str:
    """A paragraph of rich text, unless `text` has markup already."""
    return text if text.startswith("<") else f"<p>{text}</p>"


def heading(text: str, level: int = 2) -> Block:
    return block("heading", {"level": str(level), "text": text})


def paragraph(text: str, sources: Iterable[Model] = ()) -> Block:
    return block("paragraph", {"text": html(text), "sources": ids(sources)})


def bullets(*texts: str | tuple[str, list[str]], ordered: bool = False, sources: Iterable[Model] = ()) -> Block:
    """A list; an item may be a pair of its text and the items under it."""
    pairs = [(text, []) if isinstance(text, str) else text for text in texts]
    values = [{"text": html(text), "items": items(map(html, under))} for text, under in pairs]
    return block("list", {"ordered": ordered, "items": items(values), "sources": ids(sources)})


def image(picture: Model, alt: str = "A sample picture", caption: str = "") -> Block:
    value = {"image": picture.pk, "alt": alt, "decorative": not alt, "caption": caption}
    return block("image", value)


def quotation(text: str, attribution: str = "") -> Block:
    return block("quotation", {"text": text, "attribution": attribution})


def callout(text: str, title: str = "") -> Block:
    return block("callout", {"title": title, "text": html(text)})


def care_card(title: str, *signs: str, urgency: str = "urgent", text: str = "") -> Block:
    value = {"urgency": urgency, "title": title, "text": text and html(text), "items": items(signs)}
    return block("care_card", value)


def table(headings: list[str], *rows: list[str], caption: str = "A sample table") -> Block:
    value = {
        "caption": caption,
        "columns": [{"type": "text", "heading": text} for text in headings],
        "rows": [{"values": row} for row in rows],
    }
    return block("table", value)


def sites(chosen: Iterable[Model], group: str = "common", heading: str = "", introduction: str = "") -> Block:
    value = {
        "heading": heading,
        "introduction": introduction and html(introduction),
        "group": group,
        "sites": ids(chosen),
    }
    return block("sites", value)


def treatments(*lines: tuple[str, str, Model | None], introduction: str = "") -> Block:
    """Treatments, each as its name, one line, and a page or None."""
    values = [{"name": name, "line": line, "page": page and page.pk} for name, line, page in lines]
    return block(
        "treatments",
        {"introduction": introduction and html(introduction), "treatments": items(values)},
    )


def related(pages: Iterable[Model], heading: str = "Read more") -> Block:
    return block("related", {"heading": heading, "pages": ids(pages)})


def questions(*texts: str, heading: str = "Questions to ask") -> Block:
    return block("questions", {"heading": heading, "questions": items(texts)})


def terms(chosen: Iterable[Model], heading: str = "Words explained") -> Block:
    return block("terms", {"heading": heading, "terms": ids(chosen)})


def unplaced(text: str, note: str = "Nothing here fits.") -> Block:
    return block("unplaced", {"note": note, "text": text})
