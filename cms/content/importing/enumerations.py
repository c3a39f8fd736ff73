"""Reads lists, at most two deep, as a draft's list block holds them."""

from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PageElement

from cms.content.importing.inline import LINE_BREAK, Inline, Run, plain, tidy
from cms.content.importing.pieces import Item, ListPiece, Outline
from cms.content.importing.spans import Picture, is_inline, runs_of

_LISTS = ("ul", "ol", "menu", "dir")


def list_piece(node: Tag, line: int, outline: Outline) -> tuple[ListPiece, int, list[Picture]]:
    """A list, the last line it took, and the pictures in it (which have to stand outside)."""
    reader = _ListReader(line, outline)
    items = tuple(reader.items(node, depth=1))
    return ListPiece(line + 1, node.name == "ol", items), reader.line, reader.pictures


class _ListReader:
    def __init__(self, line: int, outline: Outline) -> None:
        self.line = line
        self.outline = outline
        self.pictures: list[Picture] = []

    def items(self, node: Tag, depth: int) -> Iterator[Item]:
        """The items of a list; what stands in it outside any item becomes an item too."""
        for child in node.children:
            text, below = self._text(child), _lists_below(child)
            if not plain(text).strip() and not below:
                continue
            self.line += 1
            line = self.line
            nested = [item for inner in below for item in self.items(inner, depth + 1)]
            if not plain(text).strip():
                yield from nested
            elif depth == 1:
                yield Item(line, text, tuple(nested))
            else:
                yield Item(line, text)
                if nested:
                    self.outline.remark(line, "A list more than two deep was flattened to two.")
                yield from nested

    def _text(self, node: PageElement) -> Inline:
        runs: list[Run] = []
        self._gather(node, runs)
        return tidy(runs)

    def _gather(self, node: PageElement, runs: list[Run]) -> None:
        if is_inline(node):
            for found in runs_of(node, self.outline, self.line + 1):
                if isinstance(found, Picture):
                    self.pictures.append(found)
                else:
                    runs.append(found)
        elif isinstance(node, Tag) and node.name not in _LISTS:
            if node.name not in ("li", "p", "div"):
                self.outline.remark(self.line + 1, f"A {node.name!r} inside a list item became plain lines of it.")
            runs.append(LINE_BREAK)
            for child in node.children:
                self._gather(child, runs)
            runs.append(LINE_BREAK)


def _lists_below(node: PageElement) -> list[Tag]:
    """The lists inside a node that are not inside another list."""
    if not isinstance(node, Tag):
        return []
    if node.name in _LISTS:
        return [node]
    return [found for child in node.children for found in _lists_below(child)]
