"""Mends what word processors let pass: heading levels that skip, bullets that were typed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cms.content.importing.inline import Inline, cut, length, plain
from cms.content.importing.pieces import Heading, Item, ListPiece, Outline, Paragraph, Piece

TOP, DEEPEST = 2, 4
LONGEST_HEADING = 200
_BULLET = re.compile(r"[•·▪▫◦‣●○■□\uf0b7\uf0a7]\s*|[*–-]\s+")
_SURE_BULLET = re.compile(r"[•▪▫◦‣●○■□\uf0b7\uf0a7]")


def mended(outline: Outline) -> None:
    """Mend the pieces of an outline whose title has been taken out; each change is remarked on."""
    outline.pieces = _with_levels(_with_lists(outline.pieces, outline), outline)


def _with_levels(pieces: Sequence[Piece], outline: Outline) -> list[Piece]:
    """Headings at levels 2 to 4, each at most one below the heading before it.

    A heading keeps its place in the outline: it goes one below the nearest earlier heading that
    stood above it, so that two headings which were equals under one heading stay equals.
    """
    levels = [piece.level for piece in pieces if isinstance(piece, Heading)]
    top = min(levels, default=TOP)
    open_headings: list[tuple[int, int]] = []
    result: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Heading):
            _remark_on_look(piece, outline)
            result.append(piece)
            continue
        while open_headings and open_headings[-1][0] >= piece.level:
            open_headings.pop()
        level = min(open_headings[-1][1] + 1 if open_headings else TOP, DEEPEST)
        open_headings.append((piece.level, level))
        if level - TOP != piece.level - top:
            outline.remark(piece.line, f"The heading level {piece.level} became {level}, so that none is skipped.")
        result.append(_fitting(replace(piece, level=level), outline))
    return result


def _fitting(heading: Heading, outline: Outline) -> Piece:
    if len(heading.text) <= LONGEST_HEADING:
        return heading
    outline.remark(heading.line, "The heading is too long for one: check whether it is one at all, and shorten it.")
    return heading


def _remark_on_look(piece: Piece, outline: Outline) -> None:
    if isinstance(piece, Paragraph) and all(run.bold for run in piece.text) and len(plain(piece.text)) <= 100:
        outline.remark(piece.line, "This paragraph is all bold: if it is meant as a heading, make it one.")


def _with_lists(pieces: Sequence[Piece], outline: Outline) -> list[Piece]:
    result: list[Piece] = []
    run: list[Paragraph] = []
    for piece in [*pieces, None]:
        if isinstance(piece, Paragraph) and _all_bulleted(piece.text):
            run.append(piece)
            continue
        result += _as_list(run, outline)
        run = []
        if piece is not None:
            result.append(piece)
    return result


def _as_list(run: list[Paragraph], outline: Outline) -> list[Piece]:
    rows = [(piece.line, row) for piece in run for row in _rows(piece.text)]
    if not rows or (len(rows) < 2 and not _SURE_BULLET.match(plain(rows[0][1]))):
        return list(run)
    outline.remark(run[0].line, "Bullets were typed as text: the lines became a list.")
    items = [Item(line, _without_bullet(row)) for line, row in rows]
    return [ListPiece(run[0].line, False, tuple(item for item in items if item.text))]


def _all_bulleted(text: Inline) -> bool:
    rows = _rows(text)
    return bool(rows) and all(_BULLET.match(plain(row)) for row in rows) and any(_without_bullet(row) for row in rows)


def _without_bullet(row: Inline) -> Inline:
    text = "".join(run.text for run in row)
    bullet = _BULLET.match(text)
    return cut(row, bullet.end() if bullet else 0, length(row))


def _rows(text: Inline) -> list[Inline]:
    whole = "".join(run.text for run in text)
    rows, start = [], 0
    for row in whole.split("\n"):
        rows.append(cut(text, start, start + len(row)))
        start += len(row) + 1
    return [row for row in rows if row]
