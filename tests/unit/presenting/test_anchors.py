"""Ids within a page."""

from hypothesis import given
from hypothesis import strategies as st

from cms.editions.presenting.anchors import RESERVED, Anchors


def test_an_id_is_made_of_the_words() -> None:
    assert Anchors().claim("How it spreads, and why") == "how-it-spreads-and-why"


def test_the_same_words_get_another_id() -> None:
    anchors = Anchors()
    assert [anchors.claim("Tests") for _ in range(3)] == ["tests", "tests-2", "tests-3"]


def test_a_number_that_is_taken_is_passed_over() -> None:
    anchors = Anchors()
    assert [anchors.claim(words) for words in ("Tests 2", "Tests", "Tests")] == ["tests-2", "tests", "tests-3"]


def test_the_document_keeps_its_own_ids() -> None:
    anchors = Anchors()
    assert not {anchors.claim(words) for words in RESERVED} & set(RESERVED)
    assert anchors.claim("Source 1") == "on-source-1"
    assert anchors.claim("Cited 1 1") == "on-cited-1-1"


def test_words_without_a_letter_get_an_id_all_the_same() -> None:
    anchors = Anchors()
    assert anchors.claim("???", "site") == "site"
    assert anchors.claim("", "!") == "part"


def test_other_scripts_keep_their_letters() -> None:
    assert Anchors().claim("Où ça va") == "où-ça-va"


@given(st.lists(st.text(max_size=12)))
def test_no_id_comes_twice_and_none_has_a_blank(texts: list[str]) -> None:
    anchors = Anchors()
    claimed = [anchors.claim(words) for words in texts]
    assert len(set(claimed)) == len(claimed)
    assert all(anchor and not any(letter.isspace() for letter in anchor) for anchor in claimed)
