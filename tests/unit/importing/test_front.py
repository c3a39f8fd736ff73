"""Title, lead, and lines that no text should have."""

import pytest

from cms.content.importing.front import Front, front_of, looks_like_breadcrumb
from cms.content.importing.inline import Run
from cms.content.importing.pieces import Heading, ListPiece, Outline, Paragraph, Piece
from cms.content.importing.refusal import DocumentRefused


def p(line: int, text: str, **look: str) -> Paragraph:
    return Paragraph(line, (Run(text, **look),))  # type: ignore[arg-type]


def front(*pieces: Piece, title: str = "") -> tuple[Front, Outline]:
    outline = Outline(list(pieces))
    return front_of(outline, title), outline


def test_the_title_style_goes_before_all() -> None:
    found, outline = front(Heading(1, 1, "Section"), Heading(2, 0, "Title"), p(3, "Lead."))
    assert found == Front("Title", 2, "Lead.", 3)
    assert outline.pieces == [Heading(1, 1, "Section")]


def test_the_only_first_heading_is_the_title_wherever_it_stands() -> None:
    found, outline = front(p(1, "Before."), Heading(2, 1, "Title"), p(3, "Lead."), Heading(4, 2, "Section"))
    assert (found.title, found.lead) == ("Title", "Lead.")
    assert outline.pieces == [p(1, "Before."), Heading(4, 2, "Section")]


def test_with_many_first_headings_a_short_opening_line_is_the_title() -> None:
    found, _ = front(p(1, "A > B"), p(2, "Title"), p(3, "Lead."), Heading(4, 1, "One"), Heading(5, 1, "Two"))
    assert (found.title, found.lead) == ("Title", "Lead.")


def test_with_no_first_heading_the_opening_heading_is_the_title() -> None:
    found, outline = front(Heading(1, 2, "Title"), p(2, "Lead."), Heading(3, 2, "One"))
    assert (found.title, found.lead) == ("Title", "Lead.")
    assert outline.pieces == [Heading(3, 2, "One")]


@pytest.mark.parametrize(
    "opening",
    [p(1, "A whole sentence."), p(1, "A link", href="https://example.org/"), p(1, "x" * 121), ListPiece(1, False, ())],
)
def test_no_title_is_refused_and_says_what_to_do(opening: Piece) -> None:
    with pytest.raises(DocumentRefused, match="--title"):
        front(opening, Heading(2, 2, "One"), Heading(3, 2, "Two"))


def test_a_given_title_goes_first_and_the_own_one_stays_as_text() -> None:
    found, outline = front(Heading(1, 1, "Own"), p(2, "Words."), Heading(3, 2, "One"), title=" Given  title ")
    assert found == Front("Given title", 0, "", 0)
    assert outline.pieces[0] == Heading(1, 2, "Own")
    assert "own title stays" in outline.remarks[0].text


def test_a_given_title_that_is_the_own_one_is_said_once() -> None:
    found, outline = front(Heading(1, 1, "Own"), p(2, "Words."), title="Own")
    assert found == Front("Own", 1, "Words.", 2)
    assert outline.pieces == []


def test_a_title_too_long_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="longer than 255"):
        front(p(1, "Words."), title="x" * 256)


@pytest.mark.parametrize(
    "second",
    [
        Heading(2, 2, "Section"),
        p(2, "Words with a link", href="https://example.org/"),
        Paragraph(2, (Run("Bold", bold=True),)),
        p(2, "x" * 601),
        p(2, "These are:"),
    ],
)
def test_not_every_first_piece_makes_a_lead(second: Piece) -> None:
    found, outline = front(Heading(1, 1, "Title"), second)
    assert found.lead == ""
    assert outline.pieces == [second]


def test_a_paragraph_that_repeats_the_lead_is_kept() -> None:
    found, outline = front(Heading(1, 1, "Title"), p(2, "Same."), p(3, "Same. More."))
    assert found.lead == "Same."
    assert outline.pieces == [p(3, "Same. More.")]


@pytest.mark.parametrize("text", ["A > B", "Home>Types>Page", "Home › Types", "Home » Types"])
def test_breadcrumbs_are_known(text: str) -> None:
    assert looks_like_breadcrumb(text)
    _, outline = front(p(1, text), Heading(2, 1, "Title"))
    assert outline.pieces == [p(1, text)]
    assert "breadcrumb" in outline.remarks[0].text


@pytest.mark.parametrize("text", ["Values > 5 need care.", "Plain words", ">", "a >"])
def test_sentences_are_no_breadcrumbs(text: str) -> None:
    assert not looks_like_breadcrumb(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reviewed by: Sample Reviewer, MD", "delete it"),
        ("Last reviewed on 1 May", "delete it"),
        ("Medically reviewed: May 2024", "delete it"),
        ("Stay connected", "sign up"),
        ("Sign up for letters", "sign up"),
        ("Was this page helpful?", "feedback"),
    ],
)
def test_lines_that_no_text_should_have_stay_and_are_told_of(text: str, words: str) -> None:
    _, outline = front(Heading(1, 1, "Title"), p(2, "Lead."), p(3, text))
    assert outline.pieces == [p(3, text)]
    assert words in outline.remarks[0].text


def test_ordinary_sentences_are_not_suspected() -> None:
    _, outline = front(Heading(1, 1, "Title"), p(2, "Lead."), p(3, "Reviewed studies show a benefit."))
    assert outline.remarks == []
