"""Turns lists of places in the body into drafts of metastasis sites, every word kept."""

import re
from collections.abc import Sequence

from cms.content.importing.inline import Inline, Run, cut, joined, length, plain
from cms.content.importing.organs import Place, place_at_start
from cms.content.importing.pieces import Heading, Item, ListPiece, Outline, Paragraph, Piece, SiteDraft, SitesPiece
from cms.content.importing.sentences import Subject, sentence_ends, subject_of

FEWEST = 2
LONGEST_ITEM = 300
_ABOUT_SPREAD = re.compile(r"metasta|\bspread|\bsites?\b|\bareas?\b", re.IGNORECASE)
_LESS_COMMON = re.compile(r"less[- ]common|less often|not as (?:often|common)|uncommon|\brare", re.IGNORECASE)
_COMMON = re.compile(r"common|\boften\b|usual|\bmost\b", re.IGNORECASE)
_RARE = re.compile(r"\brare(?:ly)?\b", re.IGNORECASE)


def with_sites(outline: Outline) -> None:
    """Replace each list of sites, with the paragraph that introduces it, by a piece of site drafts.

    A list is one of sites when it stands under a heading or an introduction that speaks of spread,
    and every item begins with a place in the body and says something about it.
    """
    pieces: list[Piece] = []
    heading = ""
    for piece in outline.pieces:
        if isinstance(piece, Heading):
            heading = piece.text
        introduction = pieces[-1] if pieces and isinstance(pieces[-1], Paragraph) else None
        if isinstance(piece, ListPiece) and _is_of_sites(piece, heading, introduction):
            if introduction:
                pieces.pop()
            pieces.append(_sites_piece(piece, heading, introduction, pieces, outline))
            continue
        if isinstance(piece, ListPiece):
            _remark_on_near_miss(piece, outline)
        pieces.append(piece)
    outline.pieces = pieces


def _remark_on_near_miss(piece: ListPiece, outline: Outline) -> None:
    known = sum(place_at_start(plain(item.text)) is not None for item in piece.items)
    if known >= FEWEST and known * 2 >= len(piece.items):
        outline.remark(
            piece.line, "This list names places in the body but stayed a list: see whether to make sites of it."
        )


def _is_of_sites(piece: ListPiece, heading: str, introduction: Paragraph | None) -> bool:
    around = heading + " " + (plain(introduction.text) if introduction else "")
    places = [place_at_start(plain(item.text)) for item in piece.items]
    names = {place.name for place in places if place}
    says_something = any(item.items or len(plain(item.text)) > 40 for item in piece.items)
    return bool(
        len(piece.items) >= FEWEST
        and all(places)
        and len(names) == len(places)
        and says_something
        and _ABOUT_SPREAD.search(around)
    )


def _sites_piece(
    piece: ListPiece, heading: str, introduction: Paragraph | None, before: Sequence[Piece], outline: Outline
) -> SitesPiece:
    words = plain(introduction.text) if introduction else ""
    how_common = _how_common(words or heading)
    if not how_common:
        how_common = "less_common" if any(isinstance(one, SitesPiece) for one in before) else "common"
        outline.remark(piece.line, f"Nothing says how common these sites are: {how_common!r} is a guess, check it.")
    sites = tuple(
        _site(item, place, how_common, outline) for item in piece.items if (place := place_at_start(plain(item.text)))
    )
    group = "common" if how_common == "common" else "less_common"
    line = introduction.line if introduction else piece.line
    return SitesPiece(line, introduction.text if introduction else (), group, sites)


def _how_common(words: str) -> str:
    if _LESS_COMMON.search(words):
        return "rare" if not re.search(r"less|not as|uncommon", words, re.IGNORECASE) else "less_common"
    return "common" if _COMMON.search(words) else ""


def _site(item: Item, place: Place, how_common: str, outline: Outline) -> SiteDraft:
    sentences, name_is_text = _sentences(item, place)
    parts: dict[Subject, list[Inline]] = {"what_it_is": [], "symptoms": [], "tests": []}
    subject: Subject = "what_it_is"
    for sentence in sentences:
        subject = subject_of(plain(sentence), subject)
        fits = len(plain(sentence)) <= LONGEST_ITEM and not any(run.href for run in sentence)
        parts[subject if fits else "what_it_is"].append(sentence)
    _remark_on_parts(item, place, parts, outline)
    if how_common == "less_common" and any(_RARE.search(plain(sentence)) for sentence in sentences):
        how_common = "rare"
    return SiteDraft(
        line=item.line,
        name=place.name,
        body_part=place.body_part,
        how_common=how_common,
        what_it_is=joined(parts["what_it_is"], between=Run(" ")),
        symptoms=tuple(plain(sentence) for sentence in parts["symptoms"]),
        tests=tuple(plain(sentence) for sentence in parts["tests"]),
        name_is_text=name_is_text,
    )


def _sentences(item: Item, place: Place) -> tuple[list[Inline], bool]:
    """The sentences of an item and of the items below it, and whether a first one became the name alone."""
    text = "".join(run.text for run in item.text)
    sentences, start = [], 0
    for end in sentence_ends(text):
        sentences.append(cut(item.text, start, end))
        start = end
    sentences = [sentence for sentence in sentences if length(sentence)]
    only_name = bool(sentences) and _only_names(plain(sentences[0]), place)
    return sentences[only_name:] + [below.text for below in item.items], only_name


def _only_names(sentence: str, place: Place) -> bool:
    """Whether nothing of a sentence would be missed once the site has its name."""
    same = sentence[place.start : place.end].casefold() == place.name.casefold()
    return same and not re.search(r"\w", sentence[: place.start] + sentence[place.end :])


def _remark_on_parts(item: Item, place: Place, parts: dict[Subject, list[Inline]], outline: Outline) -> None:
    missing = [name.replace("_", " ") for name, sentences in parts.items() if not sentences]
    if missing:
        outline.remark(item.line, f"{place.name}: no sentence was found for: {', '.join(missing)}. Is one needed?")
