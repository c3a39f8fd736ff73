"""Sources: one number each, in the order of the text, and a list that can be followed both ways."""

import pytest

from cms.editions.presenting.citations import Citations, CitedSource, describe, markers
from tests.unit.presenting.snapshots import refs, source

VALUES = {"source:1": source(title="One"), "source:2": source(title="Two"), "source:3": source(title="Three")}


def numbers(citations: Citations, *ids: str) -> list[int]:
    return [cited.number for cited in citations.cite(refs(*ids), VALUES)]


def test_numbers_follow_the_text_and_a_shared_source_keeps_its_own() -> None:
    citations = Citations()
    assert numbers(citations, "source:3") == [1]
    assert numbers(citations, "source:1", "source:3") == [2, 1]
    assert numbers(citations, "source:2") == [3]
    assert [one.title for one in citations.sources] == ["Three", "One", "Two"]


def test_a_source_knows_every_place_that_cites_it() -> None:
    citations = Citations()
    first, again = citations.cite(refs("source:1"), VALUES)[0], citations.cite(refs("source:1"), VALUES)[0]
    assert citations.sources[0].cited == [first, again]
    assert (first.anchor, again.anchor) == ("cited-1-1", "cited-1-2")
    assert first.target == again.target == citations.sources[0].anchor == "source-1"


def test_a_place_that_names_a_source_twice_cites_it_once() -> None:
    citations = Citations()
    assert numbers(citations, "source:1", "source:1") == [1]
    assert len(citations.sources[0].cited) == 1


def test_two_approved_texts_of_one_record_are_two_sources() -> None:
    citations = Citations()
    citations.cite(refs("source:1"), VALUES)
    citations.cite(refs("source:1"), {"source:1": source(title="One, corrected")})
    citations.cite(refs("source:1"), {"source:1": source(title="One")})
    assert [one.title for one in citations.sources] == ["One", "One, corrected"]
    assert [len(one.cited) for one in citations.sources] == [2, 1]


@pytest.mark.parametrize("broken", [None, "source:1", {}, [None], ["source:1"], [{"ref": None}], [{"ref": "source:9"}]])
def test_what_refers_to_no_source_cites_nothing(broken: object) -> None:
    citations = Citations()
    assert citations.cite(broken, VALUES) == []
    assert citations.sources == []


def hrefs(described: CitedSource) -> list[str]:
    return [one.href for one in described.addresses]


def test_an_article_is_described_in_one_line() -> None:
    article = source(
        title="A study of samples.", authors="Sample A, Sample B", publication="Journal of Samples", year="2020",
        volume="12", issue="3", pages="4-9", doi="10.5555/sample.1", pmid="123", url="https://example.org/a",
    )  # fmt: skip
    described = describe(1, article)
    assert described.title == "A study of samples"
    assert described.detail == "2020; 12(3):4-9"
    assert hrefs(described) == ["https://doi.org/10.5555/sample.1", "https://pubmed.ncbi.nlm.nih.gov/123/"]


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({}, ""),
        ({"year": "2020"}, "2020"),
        ({"volume": "12"}, "12"),
        ({"year": "2020", "pages": "4-9"}, "2020; 4-9"),
        ({"issue": "3"}, "(3)"),
        ({"volume": "12", "pages": "4"}, "12:4"),
    ],
)
def test_what_is_unknown_leaves_no_gap(fields: dict[str, str], detail: str) -> None:
    assert describe(1, source(**fields)).detail == detail


def test_a_source_without_a_doi_is_read_at_its_own_address() -> None:
    described = describe(1, source(url="https://example.org/guide/"))
    assert [(one.label, one.href) for one in described.addresses] == [
        ("example.org/guide", "https://example.org/guide/")
    ]


@pytest.mark.parametrize("url", ["javascript:go()", "/here/", "//example.org", ""])
def test_an_address_that_is_no_web_address_is_not_linked(url: str) -> None:
    assert describe(1, source(url=url)).addresses == []


def test_a_doi_cannot_leave_its_address() -> None:
    assert hrefs(describe(1, source(doi='10.1/a"<b>?c#d e'))) == ["https://doi.org/10.1/a%22%3Cb%3E%3Fc%23d%20e"]


def test_missing_fields_are_borne() -> None:
    described = describe(4, {"title": None})
    assert (described.number, described.title, described.addresses) == (4, "", [])


def test_the_numbers_in_the_text_lead_down_and_can_be_led_back_to() -> None:
    html = markers(Citations().cite(refs("source:1"), VALUES))
    assert 'href="#source-1"' in html
    assert 'id="cited-1-1"' in html
    assert markers([]) == ""
