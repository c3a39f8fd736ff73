"""Whole pages: what stands around the body, and when it does not."""

from dataclasses import replace
from datetime import date

import pytest

from cms.editions.forms import Reviewer, Surroundings
from cms.editions.presenting import review
from cms.editions.presenting.pages import Entry, present
from cms.editions.presenting.parts import ShownSite, ShownTerm, Withdrawn
from tests.unit.presenting.snapshots import (
    OTHER,
    REVIEWED,
    SECTION,
    around,
    block,
    heading,
    page,
    paragraph,
    refs,
    site,
    snapshot,
    source,
    term,
)

NOWHERE = Surroundings()


def anchors(*body: dict[str, object], **fields: object) -> list[str]:
    return [entry.anchor for entry in present(page(*body, **fields), around(OTHER), None).contents]


def test_the_contents_name_the_sections_and_what_follows_the_body() -> None:
    shown = present(
        page(
            heading("One"),
            heading("Below", 3),
            paragraph("<p>a</p>", "source:1"),
            heading("Two"),
            values={"source:1": source(title="S")},
            related_pages=[{"type": "page", "value": {"page": "page:12"}}],
        ),
        around(OTHER),
        None,
    )
    assert shown.contents == [
        Entry("One", "one"),
        Entry("Two", "two"),
        Entry("Related pages", "related"),
        Entry("Sources", "sources"),
    ]


def test_a_short_page_has_no_contents() -> None:
    assert anchors(heading("One"), heading("Two")) == []


def test_blocks_that_are_sections_themselves_are_in_the_contents() -> None:
    body = [
        block("sites", heading="", group="common", sites=[]),
        block("questions", heading="To ask", questions=["Why?"]),
        block("terms", heading="Words", terms=[]),
        block("questions", heading="", questions=["How?"]),
    ]
    assert anchors(*body) == ["common-sites", "to-ask", "words"]
    assert anchors(heading("A"), *body, heading("B"), heading("C")) == ["a", "b", "c"]


def test_related_pages_that_are_not_public_are_not_told() -> None:
    related = [{"type": "page", "value": {"page": one}} for one in ("page:12", "page:99")]
    assert present(page(related_pages=related), around(OTHER), None).related == [OTHER]


def test_a_page_about_one_site_shows_it_first() -> None:
    shown = present(page(subject={"ref": "metastasis_site:1"}, parts={"metastasis_site:1": site(1)}), NOWHERE, None)
    assert isinstance(shown.subject, ShownSite)
    assert shown.subject.level == 3


def test_a_page_whose_site_was_withdrawn_says_so() -> None:
    pins = {"metastasis_site:1": {"withdrawn": True}}
    assert isinstance(present(page(subject={"ref": "metastasis_site:1"}, parts=pins), NOWHERE, None).subject, Withdrawn)


def test_authors_are_named_as_they_were_copied() -> None:
    values = {"profile:2": {"name": "Sample Author", "credentials": "MSc", "role": "Writer"}, "profile:3": {"name": ""}}
    authors = [{"type": "author", "value": one} for one in (*refs("profile:2", "profile:3", "profile:9"), None)]
    shown = present(page(authors=authors, values=values), NOWHERE, None).authors
    assert [(one.name, one.credentials, one.role) for one in shown] == [("Sample Author", "MSc", "Writer")]


def test_sections_show_their_children() -> None:
    shown = present(snapshot("section_page"), around(children=[SECTION, OTHER]), None)
    assert (shown.template, shown.children) == ("editions/section.html", [SECTION, OTHER])


def test_the_description_is_the_editors_or_else_the_lead() -> None:
    assert present(page(lead="One.\n\nTwo."), NOWHERE, None).description == "One. Two."
    assert present(page(lead="One.", search_description="Said."), NOWHERE, None).description == "Said."


def test_a_part_alone_is_shown_by_itself() -> None:
    shown = present(site(1)["snapshot"], NOWHERE, None)
    assert isinstance(shown.part, ShownSite)
    assert (shown.template, shown.description) == ("editions/part.html", "A place in the body.")
    assert isinstance(present(term(1)["snapshot"], NOWHERE, None).part, ShownTerm)


def test_a_kind_that_this_format_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError, match="leaflet"):
        present(snapshot("leaflet"), NOWHERE, None)


def test_kinds_that_no_clinician_reviews_have_no_line() -> None:
    assert present(page(), NOWHERE, None).review is None


def test_the_review_line_is_what_the_decision_says() -> None:
    note = present(page(), NOWHERE, REVIEWED).review
    assert note == review.ReviewNote(
        date(2026, 11, 3), "Sample Reviewer, MD, MPH", date(2026, 11, 10), date(2028, 11, 3), False
    )


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([], ""),
        ([("A", "")], "A"),
        ([("A", "MD"), ("B", "RN")], "A, MD and B, RN"),
        ([("A", "MD"), ("B", ""), ("C", "RN")], "A, MD; B and C, RN"),
        ([("", ""), (" ", "MD")], "MD"),
    ],
)
def test_reviewers_are_named_as_a_sentence_names_people(people: list[tuple[str, str]], sentence: str) -> None:
    assert review.names([Reviewer(*one) for one in people]) == sentence


def test_an_overdue_page_says_so() -> None:
    note = review.note(replace(REVIEWED, overdue=True))
    assert note is not None
    assert note.overdue
