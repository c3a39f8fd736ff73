"""Reads what stands inside a line: text, bold, italic, safe links; everything else leaves its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4.element import CData, NavigableString, PageElement, PreformattedString, Tag

from cms.content.importing.inline import LINE_BREAK, Run, laid_out
from cms.content.importing.lines import INLINE, WITHOUT_WORDS
from cms.content.importing.pieces import Outline

_BOLD, _ITALIC = {"b", "strong"}, {"i", "em", "cite", "dfn", "var"}
_RAISED, _STRUCK = {"sup", "sub"}, {"s", "strike", "del"}
_PLAIN = Run("")
_SAFE_LINK = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@)", re.IGNORECASE)
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


@dataclass(frozen=True)
class Picture:
    """A picture met inside a line, to be told of after it."""

    alt: str
    src: str


def is_inline(node: PageElement) -> bool:
    """Whether a node, with all that is in it, belongs inside a line."""
    if not isinstance(node, Tag) or node.name in WITHOUT_WORDS:
        return True
    return node.name in INLINE | {"br", "img"} and all(is_inline(child) for child in node.children)


def runs_of(node: PageElement, outline: Outline, line: int, look: Run = _PLAIN) -> Iterator[Run | Picture]:
    """The runs of a node in order, with any pictures between them; what was dropped is remarked on."""
    if isinstance(node, NavigableString):
        if not isinstance(node, PreformattedString) or isinstance(node, CData):
            yield replace(look, text=laid_out(str(node)))
        return
    if not isinstance(node, Tag):
        return
    if node.name in WITHOUT_WORDS:
        _remark_dropped(node, outline, line)
    elif node.name == "br":
        yield replace(LINE_BREAK, bold=look.bold, italic=look.italic, href=look.href)
    elif node.name == "img":
        yield Picture(str(node.get("alt") or "").strip(), str(node.get("src") or ""))
    else:
        look = _look(node, outline, line, look)
        for child in node.children:
            for run in runs_of(child, outline, line, look):
                yield _raised(node.name, run, outline, line) if node.name in _RAISED else run


def _look(node: Tag, outline: Outline, line: int, look: Run) -> Run:
    if node.name in _BOLD:
        return replace(look, bold=True)
    if node.name in _ITALIC:
        return replace(look, italic=True)
    if node.name in _STRUCK:
        outline.remark(line, "Struck-out words were kept as ordinary words: check whether they should go.")
    if node.name == "a" and node.get("href"):
        href = str(node["href"]).strip()
        if _SAFE_LINK.match(href) and not any(character.isspace() for character in href):
            return replace(look, href=href)
        if not href.startswith("#"):
            outline.remark(line, f"The link to {href[:80]!r} was dropped and its words kept: set it again by hand.")
    return look


def _raised(name: str, run: Run | Picture, outline: Outline, line: int) -> Run | Picture:
    if isinstance(run, Picture) or not run.text.strip():
        return run
    signs = run.text.translate(_SUPERSCRIPT if name == "sup" else _SUBSCRIPT)
    if signs.isascii() or any(character.isascii() for character in signs):
        outline.remark(line, f"Raised or lowered text {run.text[:20]!r} became ordinary text: check it.")
        return run
    return replace(run, text=signs)


def _remark_dropped(node: Tag, outline: Outline, line: int) -> None:
    words = " ".join(node.get_text().split())
    if words:
        outline.remark(line, f"A {node.name} was dropped ({words[:60]!r}).")
