"""Makes the body of a topic page out of pieces, in the form in which Wagtail keeps it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from cms.content.importing.inline import Inline, Run
from cms.content.importing.mending import LONGEST_HEADING
from cms.content.importing.pieces import (
    Heading,
    Item,
    ListPiece,
    Paragraph,
    Piece,
    Quote,
    SiteDraft,
    SitesPiece,
    Table,
    Unplaced,
)

RawBlock = dict[str, Any]
LONGEST_ATTRIBUTION = 200


@dataclass(frozen=True)
class Placer:
    """Places pieces into blocks.

    ``rich`` turns a text into the HTML that is kept; ``new_id`` gives each block its id, because
    blocks without one would get another at every load.
    """

    rich: Callable[[Inline], str]
    new_id: Callable[[], str] = lambda: str(uuid4())

    def body(self, pieces: Sequence[Piece], site_ids: Sequence[int]) -> list[RawBlock]:
        """One block for each piece, in order; ``site_ids`` are those of all site drafts, in order."""
        left = iter(site_ids)
        return [self._block(*self._placed(piece, left)) for piece in pieces]

    def items(self, lines: Sequence[str]) -> list[RawBlock]:
        """Single lines as a stream of items: a site's symptoms or tests."""
        return [self._block("item", line) for line in lines]

    def _block(self, kind: str, value: Any) -> RawBlock:
        return {"type": kind, "value": value, "id": self.new_id()}

    def _placed(self, piece: Piece, site_ids: Iterator[int]) -> tuple[str, Any]:
        match piece:
            case Heading(level=level, text=text) if len(text) <= LONGEST_HEADING:
                return "heading", {"level": str(level), "text": text}
            case Heading(text=text):
                return "paragraph", {"text": self.rich((Run(text),)), "sources": []}
            case Paragraph(text=runs):
                return "paragraph", {"text": self.rich(runs), "sources": []}
            case ListPiece(ordered=ordered, items=items):
                return "list", {
                    "ordered": ordered,
                    "items": self._list([self._item(one) for one in items]),
                    "sources": [],
                }
            case Table():
                return "table", _table(piece)
            case Quote(text=text, attribution=attribution):
                return "quotation", {"text": text, "attribution": attribution}
            case Unplaced(note=note, text=text):
                return "unplaced", {"note": note, "text": text}
            case SitesPiece():
                return "sites", self._sites(piece, site_ids)

    def _item(self, item: Item) -> dict[str, Any]:
        return {"text": self.rich(item.text), "items": self._list([self.rich(below.text) for below in item.items])}

    def _sites(self, piece: SitesPiece, site_ids: Iterator[int]) -> dict[str, Any]:
        chosen = [next(site_ids) for _ in piece.sites]
        introduction = self.rich(piece.introduction)
        return {"heading": "", "introduction": introduction, "group": piece.group, "sites": self._list(chosen)}

    def _list(self, values: Sequence[Any]) -> list[RawBlock]:
        return [self._block("item", value) for value in values]


def site_drafts(pieces: Sequence[Piece]) -> list[SiteDraft]:
    """All site drafts among the pieces, in order."""
    return [site for piece in pieces if isinstance(piece, SitesPiece) for site in piece.sites]


def _table(piece: Table) -> dict[str, Any]:
    return {
        "columns": [{"type": "text", "heading": heading} for heading in piece.headings],
        "rows": [{"values": list(row)} for row in piece.rows],
        "caption": piece.caption,
    }
