"""From a document that was read to a draft that is ready to be written."""

from dataclasses import dataclass

from cms.content.importing.front import Front, front_of
from cms.content.importing.mending import mended
from cms.content.importing.outline import outline_of
from cms.content.importing.pieces import Outline, Piece, Remark, Unplaced
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.sites import with_sites
from cms.content.importing.source import SourceText
from cms.content.importing.words import lost_words


@dataclass(frozen=True)
class Draft:
    """What will become a draft page and drafts of sites, with what its editor should look at."""

    front: Front
    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...]


def draft_of(source: SourceText, given_title: str = "") -> Draft:
    """Build a draft and prove that it holds every word of the source.

    Words that found no place (there should be none) are kept in blocks that say so, one for each
    line of the source. Raises DocumentRefused when there is no text or no title.
    """
    outline = outline_of(source.html)
    if not outline.pieces and not source.lines:
        raise DocumentRefused(["The document holds no text."])
    front = front_of(outline, given_title)
    mended(outline)
    with_sites(outline)
    for note, text in source.beside:
        outline.pieces.append(Unplaced(0, note, text))
    _keep_lost_words(source, front, outline)
    return Draft(front, tuple(outline.pieces), (*source.remarks, *outline.remarks))


def _keep_lost_words(source: SourceText, front: Front, outline: Outline) -> None:
    for lost in lost_words(source.lines, front, outline.pieces):
        note = f"These words of the document found no place: {' '.join(lost.words)}"[:250]
        outline.pieces.append(Unplaced(lost.line.number, note, lost.line.text))
        outline.remark(lost.line.number, "Some words found no place and were kept in a block of their own at the end.")
