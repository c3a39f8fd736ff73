"""Tells an editor, line by line, where everything in a document went and what to look at."""

from collections.abc import Iterable, Iterator

from cms.content.importing.build import Draft
from cms.content.importing.inline import plain
from cms.content.importing.mending import LONGEST_HEADING
from cms.content.importing.pieces import (
    Heading,
    Item,
    ListPiece,
    Paragraph,
    Piece,
    Quote,
    Remark,
    SiteDraft,
    SitesPiece,
    Table,
    Unplaced,
)

_EXCERPT = 60


def report_of(draft: Draft, remarks: Iterable[Remark]) -> list[str]:
    """The report: first where each line went, then what to check, by line, then how much of each.

    ``remarks`` are the draft's own with those of its writing. Lines are the document's own: its
    headings, paragraphs, list items and table cells, counted.
    """
    placed = [*_front_lines(draft), *_body_lines(draft.pieces)]
    placed.sort(key=lambda row: row[0])
    return [
        "Where each line went:",
        *(f"{_number(line)}  {where:<26}  {_excerpt(text)}" for line, where, text in placed),
        "",
        *_to_check(remarks),
        "",
        _summary(draft.pieces),
    ]


def _number(line: int) -> str:
    return f"{line:>5}" if line else "    -"


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"


def _front_lines(draft: Draft) -> Iterator[tuple[int, str, str]]:
    yield draft.front.title_line, "title", draft.front.title
    if draft.front.lead:
        yield draft.front.lead_line, "lead", draft.front.lead


def _body_lines(pieces: Iterable[Piece]) -> Iterator[tuple[int, str, str]]:
    for number, piece in enumerate(pieces, start=1):
        block = f"body {number}: "
        match piece:
            case Heading(text=text) if len(text) > LONGEST_HEADING:
                yield piece.line, block + "paragraph", text
            case Heading(level=level, text=text):
                yield piece.line, block + f"heading {level}", text
            case Paragraph(text=runs):
                yield piece.line, block + "paragraph", plain(runs)
            case ListPiece(items=items):
                yield from _item_lines(items, block)
            case Table(caption=caption, headings=headings):
                yield piece.line, block + "table", caption or " | ".join(headings)
            case Quote(text=text):
                yield piece.line, block + "quotation", text
            case Unplaced(text=text):
                yield piece.line, block + "NOT PLACED", text
            case SitesPiece(introduction=runs, sites=sites):
                yield piece.line, block + "sites, introduction", plain(runs) or "(none)"
                yield from (_site_line(site) for site in sites)


def _item_lines(items: Iterable[Item], block: str) -> Iterator[tuple[int, str, str]]:
    for item in items:
        yield item.line, block + "list item", plain(item.text)
        for below in item.items:
            yield below.line, block + "item below", plain(below.text)


def _site_line(site: SiteDraft) -> tuple[int, str, str]:
    words = len(plain(site.what_it_is).split())
    counts = f"what it is: {words} words, symptoms: {len(site.symptoms)}, tests: {len(site.tests)}"
    return site.line, f"site {site.name}", f"{site.how_common.replace('_', ' ')}; {counts}"


def _to_check(remarks: Iterable[Remark]) -> list[str]:
    rows = [f"{_number(remark.line)}  {remark.text}" for remark in sorted(remarks, key=lambda one: one.line)]
    return ["To check:", *rows] if rows else ["Nothing to check was noticed; read it all the same."]


def _summary(pieces: Iterable[Piece]) -> str:
    pieces = list(pieces)
    sites = sum(len(piece.sites) for piece in pieces if isinstance(piece, SitesPiece))
    unplaced = sum(isinstance(piece, Unplaced) for piece in pieces)
    return f"{len(pieces)} blocks, {sites} sites, {unplaced} blocks not placed."
