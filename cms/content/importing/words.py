"""Proves that no word was lost: the words of the source, counted, against those of the draft."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cms.content.importing.front import Front
from cms.content.importing.inline import Run
from cms.content.importing.pieces import (
    Heading,
    ListPiece,
    Paragraph,
    Piece,
    Quote,
    SiteDraft,
    SitesPiece,
    Table,
    Unplaced,
)
from cms.content.importing.source import Line

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Lost:
    """A line of the source, and those of its words that are nowhere in the draft."""

    line: Line
    words: tuple[str, ...]


def words_in(text: str) -> Counter[str]:
    """Every word of a text and how often it stands there, however it is written or spaced."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()))


def lost_words(lines: Iterable[Line], front: Front, pieces: Sequence[Piece]) -> list[Lost]:
    """The lines of which some word is missing in the draft."""
    left = words_in("\n".join([front.title if front.title_line else "", front.lead, *texts_of(pieces)]))
    lost = []
    for line in lines:
        words = words_in(line.text)
        missing = words - left
        left -= words
        if missing:
            lost.append(Lost(line, tuple(missing.elements())))
    return lost


def texts_of(pieces: Iterable[Piece]) -> list[str]:
    """Every text of the pieces, each once; what an importer wrote itself (notes, site names) is left out.

    A site's name counts only where the name took the place of words of the text.
    """
    return [text for piece in pieces for text in _texts(piece)]


def _texts(piece: Piece) -> list[str]:
    match piece:
        case Heading(text=text) | Unplaced(text=text):
            return [text]
        case Paragraph(text=runs):
            return [_text(runs)]
        case ListPiece(items=items):
            return [_text(one.text) for item in items for one in (item, *item.items)]
        case Table(caption=caption, headings=headings, rows=rows):
            return [caption, *headings, *(cell for row in rows for cell in row)]
        case Quote(text=text, attribution=attribution):
            return [text, attribution]
        case SitesPiece(introduction=introduction, sites=sites):
            return [_text(introduction), *(text for site in sites for text in _site_texts(site))]


def _site_texts(site: SiteDraft) -> list[str]:
    name = [site.name] if site.name_is_text else []
    return [*name, _text(site.what_it_is), *site.symptoms, *site.tests]


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
