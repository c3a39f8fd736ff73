"""Reads tables into one row of headings and rows of the same length."""

import re

from bs4 import Tag
from bs4.element import PageElement

from cms.content.importing.inline import LINE_BREAK, Run, plain, tidy
from cms.content.importing.pieces import Outline, Table
from cms.content.importing.spans import Picture, is_inline, runs_of

WIDEST = 50


def table_piece(node: Tag, line: int, outline: Outline) -> tuple[Table | None, int, list[Picture]]:
    """A table (None when it holds nothing), the last line it took, and the pictures in it."""
    reader = _TableReader(line, outline)
    caption = node.find("caption")
    title = reader.text(caption) if isinstance(caption, Tag) else ""
    grid = reader.grid(node)
    if not any(cell for row in grid for cell in row) and not title:
        return None, line, reader.pictures
    grid = grid or [[""]]
    width = max(len(row) for row in grid)
    rows = tuple(tuple(row + [""] * (width - len(row))) for row in grid)
    first = node.find("tr")
    if isinstance(first, Tag) and not first.find("th"):
        outline.remark(line + 1, "The table marks no headings: its first row was taken as headings, check it.")
    return Table(line + 1, title, rows[0], rows[1:]), reader.line, reader.pictures


class _TableReader:
    def __init__(self, line: int, outline: Outline) -> None:
        self.line = line
        self.outline = outline
        self.pictures: list[Picture] = []

    def grid(self, table: Tag) -> list[list[str]]:
        """The cells by row; a merged cell keeps its words at its first place and leaves the others empty."""
        rows: list[list[str]] = []
        reserved: dict[tuple[int, int], bool] = {}
        for number, row in enumerate(_rows(table)):
            cells: list[str] = []
            for cell in row.find_all(["td", "th"], recursive=False):
                while reserved.pop((number, len(cells)), False):
                    cells.append("")
                across, down = _span(cell, "colspan"), _span(cell, "rowspan")
                if across > 1 or down > 1:
                    self.outline.remark(
                        self.line + 1, "A merged cell was taken apart: its words stand in its first part."
                    )
                for below in range(1, down):
                    reserved.update({(number + below, len(cells) + beside): True for beside in range(across)})
                cells += [self.text(cell)] + [""] * (across - 1)
            if cells:
                rows.append(cells)
        return [row for row in rows if any(row)]

    def text(self, node: Tag) -> str:
        """The words of a cell on one line; the address of a link is kept beside its words."""
        runs: list[Run] = []
        for child in node.children:
            self._gather(child, runs)
        self.line += 1
        return plain(tidy(runs)).strip()

    def _gather(self, node: PageElement, runs: list[Run]) -> None:
        if is_inline(node):
            for found in runs_of(node, self.outline, self.line + 1):
                if isinstance(found, Picture):
                    self.pictures.append(found)
                else:
                    runs.append(Run(found.text))
                    if found.href:
                        self.outline.remark(self.line + 1, f"Cells hold no links: {found.href[:60]} was dropped.")
        elif isinstance(node, Tag):
            if node.name in ("table", "ul", "ol"):
                self.outline.remark(self.line + 1, f"An element {node.name!r} inside a table cell became plain words.")
            runs.append(LINE_BREAK)
            for child in node.children:
                self._gather(child, runs)
            runs.append(LINE_BREAK)


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _span(cell: Tag, attribute: str) -> int:
    value = str(cell.get(attribute) or "1")
    return min(max(int(value), 1), WIDEST) if re.fullmatch(r"\d{1,4}", value) else 1
