"""Heading levels that never skip, and bullets that were typed."""

import pytest

from cms.content.importing.inline import Run, plain
from cms.content.importing.mending import mended
from cms.content.importing.pieces import Heading, ListPiece, Outline, Paragraph, Piece


def mend(*pieces: Piece) -> Outline:
    outline = Outline(list(pieces))
    mended(outline)
    return outline


def levels(*before: int) -> list[int]:
    outline = mend(*(Heading(line, level, "x") for line, level in enumerate(before, start=1)))
    return [piece.level for piece in outline.pieces if isinstance(piece, Heading)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1, 2, 1), [2, 3, 2]),
        ((2, 3, 4), [2, 3, 4]),
        ((2, 4, 4, 2), [2, 3, 3, 2]),
        ((3, 2, 3), [2, 2, 3]),
        ((6,), [2]),
        ((1, 2, 3, 4, 5), [2, 3, 4, 4, 4]),
        ((2, 4, 3), [2, 3, 3]),
        ((), []),
    ],
)
def test_levels_never_skip_and_equals_stay_equal(before: tuple[int, ...], after: list[int]) -> None:
    assert levels(*before) == after


def test_only_a_change_of_the_outline_is_told_of() -> None:
    assert mend(Heading(1, 1, "a"), Heading(2, 2, "b")).remarks == []
    assert len(mend(Heading(1, 1, "a"), Heading(2, 3, "b")).remarks) == 1


def test_a_heading_too_long_for_one_is_told_of() -> None:
    assert "too long" in mend(Heading(1, 2, "x" * 201)).remarks[0].text


def paragraphs(*texts: str) -> list[Piece]:
    return [Paragraph(line, (Run(text),)) for line, text in enumerate(texts, start=1)]


@pytest.mark.parametrize("bullet", ["•", "• ", "·\u00a0", "▪ ", "- ", "– ", "* ", "\uf0b7 "])
def test_typed_bullets_become_a_list(bullet: str) -> None:
    (piece,) = mend(*paragraphs(bullet + "one", bullet + "two")).pieces
    assert isinstance(piece, ListPiece)
    assert [plain(item.text) for item in piece.items] == ["one", "two"]


def test_bullets_in_lines_of_one_paragraph() -> None:
    (piece,) = mend(*paragraphs("• one\n• two")).pieces
    assert isinstance(piece, ListPiece) and len(piece.items) == 2


@pytest.mark.parametrize("text", ["- one dash is a dash", "-5 degrees", "one\n• two", "*starred* words", "•"])
def test_what_only_looks_like_a_bullet_stays_a_paragraph(text: str) -> None:
    assert isinstance(mend(*paragraphs(text)).pieces[0], Paragraph)


def test_a_single_sure_bullet_is_a_list() -> None:
    assert isinstance(mend(*paragraphs("before", "• one", "after")).pieces[1], ListPiece)


def test_the_look_of_bulleted_words_stays() -> None:
    (piece,) = mend(Paragraph(1, (Run("• "), Run("one", bold=True), Run(" more")))).pieces
    assert isinstance(piece, ListPiece)
    assert piece.items[0].text == (Run("one", bold=True), Run(" more"))
