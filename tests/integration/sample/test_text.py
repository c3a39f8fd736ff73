"""The sample text keeps the house's rules: a notice, sources, whole references, and words of its own."""

import re
from pathlib import Path

import pytest

from cms.content.models import MetastasisSite
from cms.content.sample.blocks import NOTICE, NOTICE_TITLE
from cms.content.sample.filling import filled, stored
from cms.content.sample.pages import HOME, PAGES, PageText
from cms.content.sample.references import REFERENCES, Reference
from cms.content.sample.sites import SITES, SiteText
from cms.content.sample.terms import TERMS
from cms.content.sample.writing import Mark, Rich
from cms.sources.models import Source
from tests.integration.sample.reading import all_text, has_number, leaves, marks, words_of

REFERENCE_PAGE = Path(__file__).parents[4] / "shared" / "reference" / "where-breast-cancer-spreads.txt"
LONGEST_SHARED_RUN = 7
MAIN = next(page for page in PAGES if page.key == "where-breast-cancer-spreads")
PAGE_IDS = [page.key for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=PAGE_IDS)
def test_every_page_says_first_that_it_is_an_unchecked_sample(page: PageText) -> None:
    assert page.body[0] == NOTICE
    assert NOTICE["value"]["title"] == NOTICE_TITLE
    assert "No clinician has checked it" in words_of(NOTICE)


@pytest.mark.parametrize("page", PAGES, ids=PAGE_IDS)
def test_every_figure_in_running_text_cites_a_source(page: PageText) -> None:
    bare = [
        words_of(block)
        for block in page.body
        if block["type"] in ("paragraph", "list")
        and has_number({name: value for name, value in block["value"].items() if name != "sources"})
        and not block["value"]["sources"]
    ]
    assert bare == []


@pytest.mark.parametrize("page", PAGES, ids=PAGE_IDS)
def test_blocks_that_cannot_cite_give_no_figure(page: PageText) -> None:
    # A table stands under the paragraph that names its study; its own caption names it again.
    cannot_cite = [block for block in page.body if block["type"] not in ("paragraph", "list", "table", "heading")]
    assert [words_of(block["value"]) for block in cannot_cite if has_number(block["value"])] == []


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.key)
def test_every_site_cites_and_says_what_to_look_out_for(site: SiteText) -> None:
    assert site.cites
    assert site.symptoms
    assert site.tests


def test_the_twelve_sites_are_those_of_the_page_and_no_site_is_shown_twice() -> None:
    shown = [mark.key for mark in leaves(MAIN.body) if isinstance(mark, Mark) and mark.kind == "site"]
    assert len(shown) == 12
    assert sorted(shown) == sorted(site.key for site in SITES)
    assert shown[:4] == ["bone", "lung", "liver", "brain"]


def test_body_parts_and_frequencies_are_choices_of_the_model() -> None:
    parts = dict(MetastasisSite._meta.get_field("body_part").flatchoices)
    frequencies = dict(MetastasisSite._meta.get_field("how_common").flatchoices)
    assert {site.body_part for site in SITES} <= set(parts)
    assert {site.how_common for site in SITES} <= set(frequencies)


def test_emergencies_are_said_where_they_are() -> None:
    assert {site.key for site in SITES if site.emergency_note} == {"bone", "spine", "heart"}
    cards = [block["value"] for block in MAIN.body if block["type"] == "care_card"]
    assert [card["urgency"] for card in cards] == ["emergency"]


def test_all_references_lead_somewhere() -> None:
    known = {Mark("source", reference.key) for reference in REFERENCES}
    known |= {Mark("site", site.key) for site in SITES}
    known |= {Mark("term", term.key) for term in TERMS}
    known |= {Mark("page", page.key) for page in PAGES}
    used = {mark for page in PAGES for mark in marks(page.body)}
    used |= {Mark("page", key) for page in PAGES for key in page.related}
    used |= {Mark("source", key) for site in SITES for key in site.cites}
    assert used - known == set()
    never_used = {mark for mark in known - used if mark.kind != "page"}
    assert never_used == set()


def test_links_lead_to_pages_that_readers_can_open() -> None:
    public = {page.key for page in PAGES if page.stage == "public"}
    linked = {mark.key for page in PAGES for mark in marks(page.body) if mark.kind == "page" and page.stage == "public"}
    assert linked <= public


def test_keys_are_given_once() -> None:
    for things in (REFERENCES, SITES, TERMS, PAGES):
        keys = [thing.key for thing in things]
        assert len(keys) == len(set(keys))


def test_parents_come_before_their_children() -> None:
    seen: set[str | None] = {None}
    for page in PAGES:
        assert page.parent in seen
        seen.add(page.key)
    assert PAGES[0] is HOME


@pytest.mark.django_db
@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: reference.key)
def test_every_source_is_a_valid_record(reference: Reference) -> None:
    fields = {name: value for name, value in vars(reference).items() if name not in ("key", "year")}
    Source(**fields, year=int(reference.year) if reference.year else None).full_clean()
    assert reference.authors or reference.publication
    assert "[" in reference.title, "no title of a work is known exactly, so each is a description in brackets"


def test_dois_and_pubmed_ids_are_not_shared() -> None:
    for name in ("doi", "pmid"):
        given = [getattr(reference, name) for reference in REFERENCES if getattr(reference, name)]
        assert len(given) == len(set(given))


def test_the_recurrence_study_is_told_with_its_conditions() -> None:
    text = all_text()["where-breast-cancer-spreads"]
    for condition in ("88 trials", "62,923 women", "ER-positive", "5 cm", "9 lymph nodes", "for five years", "stopped"):
        assert condition in text
    assert "from year 5 to year 20" in text
    assert "10%" not in text


@pytest.mark.django_db
def test_rich_text_is_as_the_editor_stores_it() -> None:
    ids = {Mark("page", page.key): number for number, page in enumerate(PAGES, start=1)}
    texts = [leaf for page in PAGES for leaf in leaves(page.body) if isinstance(leaf, Rich)]
    for text in texts:
        once = filled(text, ids)
        assert _without_keys(stored(once)) == _without_keys(once)
        assert "{page:" not in once


def test_a_broken_reference_does_not_load() -> None:
    with pytest.raises(KeyError):
        filled(Mark("source", "nowhere"), {})
    with pytest.raises(KeyError):
        filled(Rich('<p><a linktype="page" id="{page:nowhere}">x</a></p>'), {})


def test_the_text_is_made_of_short_sentences() -> None:
    for name, text in all_text().items():
        sentences = [sentence.split() for sentence in re.split(r"(?<=[.?!])\s+|\n", text) if len(sentence.split()) > 2]
        assert sum(map(len, sentences)) / max(len(sentences), 1) < 22, name


@pytest.mark.skipif(not REFERENCE_PAGE.is_file(), reason="the page to compare with is not beside the project")
def test_no_run_of_words_is_taken_from_the_reference_page() -> None:
    taken = _runs(REFERENCE_PAGE.read_text(encoding="utf-8"))
    shared = {name: sorted(_runs(text) & taken) for name, text in all_text().items()}
    assert {name: runs for name, runs in shared.items() if runs} == {}


def _runs(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    length = LONGEST_SHARED_RUN + 1
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


def _without_keys(html: str) -> str:
    return re.sub(r' data-block-key="[^"]*"', "", html)
