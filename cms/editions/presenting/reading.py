"""A snapshot while it is read: its values and parts, and what a page gathers from top to bottom."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString

from cms.editions.forms import Link
from cms.editions.presenting import richtext
from cms.editions.presenting.anchors import Anchors
from cms.editions.presenting.citations import Citation, Citations, markers

Json = Any


@dataclass(frozen=True)
class Reading:
    """One snapshot being read. A part is read with its own values, but shares the page's numbers and ids."""

    snapshot: dict[str, Json]
    links: dict[str, Link]
    citations: Citations
    anchors: Anchors

    def within(self, snapshot: dict[str, Json]) -> "Reading":
        """The reading of a part that stands in this snapshot."""
        return replace(self, snapshot=snapshot)

    def field(self, name: str) -> Json:
        """A field's value; None if the snapshot has no such field."""
        return self.snapshot["fields"].get(name)

    def value(self, reference: Json) -> dict[str, Json] | None:
        """What was copied by value for a reference."""
        found = self.snapshot["values"].get(ref(reference))
        return found if isinstance(found, dict) else None

    def pin(self, reference: Json) -> dict[str, Json] | None:
        """The part pinned for a reference, or its withdrawal."""
        found = self.snapshot["parts"].get(ref(reference))
        return found if isinstance(found, dict) else None

    def cite(self, references: Json) -> list[Citation]:
        """The numbers of the sources that stand behind a place in the text."""
        return self.citations.cite(references, self.snapshot["values"])

    def prose(self, html: Json, sources: Json = None) -> SafeString:
        """Rich text with the numbers of its sources at its end."""
        return richtext.expand(html, self.links, markers(self.cite(sources)))

    def item(self, html: Json) -> SafeString:
        """Rich text inside a list item."""
        return richtext.expand_item(html, self.links)


def ref(reference: Json) -> str:
    """The id in a reference; an empty text where nothing was chosen."""
    value = reference.get("ref") if isinstance(reference, dict) else None
    return value if isinstance(value, str) else ""


def text(value: Json) -> str:
    """Plain text, without blanks at its ends; empty for a missing value."""
    return value.strip() if isinstance(value, str) else ""


def texts(values: Json) -> list[str]:
    """The plain texts in a list, the empty ones left out."""
    return [words for words in map(text, each(values)) if words]


def lines(value: Json) -> list[str]:
    """The lines of a plain text, the empty ones left out."""
    return [line.strip() for line in text(value).splitlines() if line.strip()]


def each(values: Json) -> list[Json]:
    """A list, whatever is there: an unfinished draft may have none."""
    return values if isinstance(values, list) else []


def stream(values: Json) -> list[Json]:
    """The values of a stream of blocks, without their types."""
    return [block.get("value") for block in each(values) if isinstance(block, dict)]


def struct(value: Json) -> dict[str, Json]:
    """The fields of a block, whatever is there."""
    return value if isinstance(value, dict) else {}
