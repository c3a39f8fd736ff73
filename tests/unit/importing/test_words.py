"""The proof that no word is lost, and what becomes of a word that would be."""

import pytest

from cms.content.importing import build
from cms.content.importing.build import draft_of
from cms.content.importing.front import Front
from cms.content.importing.inline import Run
from cms.content.importing.pieces import Paragraph, SiteDraft, SitesPiece, Table, Unplaced
from cms.content.importing.read import read_content
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.source import Line
from cms.content.importing.words import lost_words, texts_of, words_in

NO_FRONT = Front("Given", 0, "", 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two words", "words, TWO!"),
        ("CO₂ 10⁹", "CO2 109"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301", "\u00e9"),
        ("a\u00a0b", "a b"),
    ],
)
def test_words_are_the_same_however_written(one: str, other: str) -> None:
    assert words_in(one) == words_in(other)


def test_words_are_counted() -> None:
    pieces = [Paragraph(1, (Run("pain and pain"),))]
    assert lost_words([Line(1, "pain and pain")], NO_FRONT, pieces) == []
    (lost,) = lost_words([Line(1, "pain and pain"), Line(2, "pain again")], NO_FRONT, pieces)
    assert (lost.line.number, lost.words) == (2, ("pain", "again"))


def test_a_given_title_proves_nothing_and_an_own_one_does() -> None:
    assert lost_words([Line(1, "Given")], NO_FRONT, [])
    assert not lost_words([Line(1, "Given")], Front("Given", 1, "", 0), [])


def test_notes_and_names_that_are_not_of_the_text_prove_nothing() -> None:
    site = SiteDraft(1, "Bone", "bone", "common", ())
    assert texts_of([SitesPiece(1, (), "common", (site,)), Unplaced(1, "note", "text")]) == ["", "", "text"]


def test_every_cell_counts() -> None:
    assert texts_of([Table(1, "cap", ("a",), (("b",),))]) == ["cap", "a", "b"]


def test_a_word_that_found_no_place_is_kept_in_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "with_sites", lambda outline: outline.pieces.clear())
    made = draft_of(read_content(b"# Title\n\nLead.\n\n## Section\n\nWords.", "a.md"))
    assert [piece.text for piece in made.pieces if isinstance(piece, Unplaced)] == ["Section", "Words."]
    assert "found no place" in made.remarks[0].text


@pytest.mark.parametrize("html", ["<p> </p>", "<script>only()</script>", "<html></html>"])
def test_a_document_without_words_is_refused(html: str) -> None:
    with pytest.raises(DocumentRefused, match="no text"):
        draft_of(read_content(html.encode(), "a.html"))


def test_only_a_title_is_a_document() -> None:
    assert draft_of(read_content(b"# Title", "a.md")).front.title == "Title"
