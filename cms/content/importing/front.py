"""Finds the title and the lead, and points at lines that pages have but texts should not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cms.content.importing.inline import plain
from cms.content.importing.pieces import DOCUMENT_TITLE, Heading, Outline, Paragraph, Piece
from cms.content.importing.refusal import DocumentRefused

LONGEST_TITLE = 255
LONGEST_LEAD = 600
_LIKELY_TITLE = 120
_BREADCRUMB = re.compile(r"[^>›»]{1,80}(\s*[>›»]\s*[^>›»]{1,80})+")
_SUSPECTS = (
    (
        re.compile(r"(?i)(medically |clinically |last )?(reviewed|updated|checked)\b.{0,25}(:|\bby\b|\bon\b|\d{4})"),
        "This is a review line, which cannot be typed: delete it before you submit the page.",
    ),
    (
        re.compile(r"(stay connected|sign up|subscribe|join our (mailing|email))\b", re.IGNORECASE),
        "This looks like an invitation to sign up, which is no part of a medical text: check it.",
    ),
    (
        re.compile(r"(was|is|did you find) this (page|article|information) (help|use)ful", re.IGNORECASE),
        "This looks like a question for feedback, which is no part of a medical text: check it.",
    ),
)


@dataclass(frozen=True)
class Front:
    """What stands at the head of a page; the lines say where in the document it came from (0: given)."""

    title: str
    title_line: int
    lead: str
    lead_line: int


def front_of(outline: Outline, given_title: str = "") -> Front:
    """Take title and lead out of an outline; what looks out of place is remarked on and stays.

    A title that the editor gives goes before the document's own, which then stays in the text
    unless it is the same. Raises DocumentRefused when there is no title to be found.
    """
    found = _title_piece(outline.pieces)
    title = " ".join(given_title.split()) or (_text(found) if found else "")
    if not title:
        raise DocumentRefused(["No title was found in the document: give one with --title."])
    if len(title) > LONGEST_TITLE:
        raise DocumentRefused([f"The title is longer than {LONGEST_TITLE} letters: give a shorter one with --title."])
    line = 0
    if found and _text(found) == title:
        line = found.line
        outline.pieces.remove(found)
    elif found:
        outline.remark(found.line, "The document's own title stays in the text, because another was given: check it.")
        _demote(outline, found)
    _remark_on_suspects(outline, title)
    lead = _lead_piece(outline.pieces, title, line)
    if lead is None:
        return Front(title, line, "", 0)
    outline.pieces.remove(lead)
    return Front(title, line, plain(lead.text), lead.line)


def looks_like_breadcrumb(text: str) -> bool:
    """Whether a line is the way to a page ("Home > Section > Page") rather than a sentence."""
    return bool(_BREADCRUMB.fullmatch(text)) and not text.endswith((".", "!", "?"))


def _text(piece: Piece) -> str:
    return " ".join(piece.text.split()) if isinstance(piece, Heading) else plain(getattr(piece, "text", ()))


def _title_piece(pieces: Sequence[Piece]) -> Heading | Paragraph | None:
    """The title's own style, else the only first-level heading, else what opens the document."""
    headings = [piece for piece in pieces if isinstance(piece, Heading)]
    for level in (DOCUMENT_TITLE, 1):
        found = [heading for heading in headings if heading.level == level and len(_text(heading)) <= LONGEST_TITLE]
        if len(found) == 1 or (found and level == DOCUMENT_TITLE):
            return found[0]
    for piece in pieces:
        if isinstance(piece, Paragraph) and looks_like_breadcrumb(_text(piece)):
            continue
        if isinstance(piece, Heading) and len(_text(piece)) <= LONGEST_TITLE:
            return piece
        return piece if isinstance(piece, Paragraph) and _could_be_title(piece) else None
    return None


def _could_be_title(piece: Paragraph) -> bool:
    text = _text(piece)
    return len(text) <= _LIKELY_TITLE and not text.endswith((".", ":", ";")) and not any(run.href for run in piece.text)


def _demote(outline: Outline, title: Heading | Paragraph) -> None:
    """A second title cannot stay the heading above everything: it becomes a section's."""
    if isinstance(title, Heading):
        below = min((one.level for one in outline.pieces if isinstance(one, Heading) and one is not title), default=1)
        outline.pieces[outline.pieces.index(title)] = Heading(title.line, max(below, 1), title.text)


def _lead_piece(pieces: Sequence[Piece], title: str, title_line: int) -> Paragraph | None:
    """The paragraph right after the title, when it is short and needs no markup."""
    for piece in pieces:
        if piece.line < title_line:
            continue
        if not isinstance(piece, Paragraph):
            return None
        text = plain(piece.text)
        if looks_like_breadcrumb(text):
            continue
        fits = len(text) <= LONGEST_LEAD and not any(run.href or run.bold or run.italic for run in piece.text)
        return piece if fits and not text.endswith(":") else None
    return None


def _remark_on_suspects(outline: Outline, title: str) -> None:
    for piece in outline.pieces:
        if not isinstance(piece, Paragraph | Heading):
            continue
        text = _text(piece)
        if isinstance(piece, Paragraph) and looks_like_breadcrumb(text):
            outline.remark(piece.line, "This looks like a breadcrumb, which the website makes itself: check it.")
        for pattern, remark in _SUSPECTS:
            if pattern.match(text):
                outline.remark(piece.line, remark)
