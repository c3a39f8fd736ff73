"""Bodies: each block as readers see it, and drafts that are not finished."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.editions.presenting import blocks
from cms.editions.presenting.anchors import Anchors
from cms.editions.presenting.body import BUILDERS, build
from cms.editions.presenting.citations import Citations
from cms.editions.presenting.parts import ShownSite, Withdrawn
from cms.editions.presenting.reading import Reading
from tests.unit.presenting.snapshots import OTHER, block, heading, page, paragraph, refs, site, source, term

WITHDRAWN = {"withdrawn": True}


def built(*body: dict[str, Any], parts: Any = None, values: Any = None) -> list[Any]:
    snapshot = page(*body, parts=parts, values=values)
    return build(Reading(snapshot, {OTHER.object_id: OTHER}, Citations(), Anchors()), snapshot["fields"]["body"])


def test_headings_keep_their_level_and_get_an_id() -> None:
    assert built(heading("One"), heading("Two", 3)) == [
        blocks.Heading(2, "One", "one"),
        blocks.Heading(3, "Two", "two"),
    ]


@pytest.mark.parametrize(("level", "shown"), [("1", 2), ("9", 4), ("", 2), (None, 2), ("x", 2)])
def test_a_heading_of_no_level_gets_the_nearest(level: Any, shown: int) -> None:
    assert built(block("heading", level=level, text="One"))[0].level == shown


def test_a_heading_without_words_is_left_out() -> None:
    assert built(heading(" ")) == []


def test_a_paragraph_ends_with_the_numbers_of_its_sources() -> None:
    shown = built(paragraph("<p>Text.</p>", "source:1"), values={"source:1": source(title="One")})[0]
    assert shown.text.startswith("<p>Text.<span")
    assert shown.text.endswith("</span></p>")
    assert 'href="#source-1"' in shown.text


def test_a_list_keeps_its_order_its_lower_items_and_its_sources() -> None:
    value = {
        "ordered": True,
        "items": [{"text": "<p>One</p>", "items": ["<p>Below</p>"]}, {"text": "Two", "items": []}],
    }
    shown = built(block("list", **value, sources=refs("source:1")), values={"source:1": source()})[0]
    assert shown.ordered is True
    assert shown.items == [blocks.Item("One", ["Below"]), blocks.Item("Two", [])]
    assert [cited.number for cited in shown.cited] == [1]


def test_an_image_is_shown_by_the_hash_of_its_file() -> None:
    values = {"image:9": {"sha256": "a" * 64, "extension": "JPG", "width": 8, "height": 6, "title": "x", "credit": "C"}}
    given = block("image", image={"ref": "image:9"}, alt="A drawing", decorative=False, caption="Below it")
    shown = built(given, values=values)[0]
    assert shown == blocks.Image(f"/files/{'a' * 64}.jpg", "A drawing", "Below it", "C", 8, 6)


def test_a_decoration_has_no_words() -> None:
    values = {"image:9": {"sha256": "a" * 64, "extension": "png"}}
    shown = built(block("image", image={"ref": "image:9"}, alt="forgotten", decorative=True), values=values)[0]
    assert (shown.alt, shown.width) == ("", 0)


@pytest.mark.parametrize(
    ("urgency", "shown", "label"),
    [
        ("emergency", "emergency", "Emergency"),
        ("urgent", "urgent", "Urgent"),
        ("non_urgent", "non_urgent", "Not urgent"),
        ("", "non_urgent", "Not urgent"),
        ('"><script>', "non_urgent", "Not urgent"),
    ],
)
def test_a_care_card_says_its_urgency_in_words(urgency: str, shown: str, label: str) -> None:
    card = built(block("care_card", urgency=urgency, title="Call", text="<p></p>", items=["One", "", None]))[0]
    assert (card.urgency, card.label, card.text, card.items) == (shown, label, "", ["One"])


def test_a_table_has_a_name_even_without_a_caption() -> None:
    columns = [{"type": "text", "heading": "One"}, {"type": "text", "heading": "Two"}]
    shown = built(block("table", caption="", columns=columns, rows=[["a", None]]))[0]
    assert (shown.headings, shown.rows, shown.name) == (["One", "Two"], [["a", ""]], "Table: One, Two")


def test_a_quotation_keeps_its_lines() -> None:
    assert built(block("quotation", text="One\n\nTwo\n", attribution="S")) == [blocks.Quotation(["One", "Two"], "S")]


def test_a_treatment_is_linked_only_if_its_page_is_public() -> None:
    given = [
        {"name": n, "line": "", "page": p}
        for n, p in (("A", {"page": "page:12"}), ("B", {"page": "page:9"}), ("C", None))
    ]
    shown = built(block("treatments", introduction="", treatments=given))[0]
    assert [(one.name, one.page) for one in shown.treatments] == [("A", OTHER), ("B", None), ("C", None)]


def test_related_pages_that_are_not_public_leave_no_empty_list() -> None:
    assert built(block("related", heading="More", pages=[{"page": "page:9"}])) == []
    assert built(block("related", heading="More", pages=[{"page": "page:12"}]))[0].pages == [OTHER]


def sites(*ids: str, **value: Any) -> dict[str, Any]:
    return block("sites", **{"heading": "", "introduction": "", "group": "common", "sites": refs(*ids), **value})


def test_sites_are_cards_with_ids_symptoms_tests_and_an_emergency_note() -> None:
    pin = site(1, emergency_note="<p>Go now.</p>")
    shown = built(sites("metastasis_site:1"), parts={"metastasis_site:1": pin})[0]
    card = shown.sites[0]
    assert (shown.heading, shown.anchor, shown.level, card.level) == ("Common sites", "common-sites", 2, 3)
    assert (card.name, card.medical_name, card.anchor) == ("Sample place 1", "Sample metastasis 1", "sample-place-1")
    assert (card.symptoms, card.tests, card.emergency) == (["A sample symptom"], ["A sample test"], "<p>Go now.</p>")


@pytest.mark.parametrize(
    ("name", "plain", "shown"),
    [
        ("Bone metastasis", "Bones", ("Bones", "Bone metastasis")),
        ("Bones", "bones", ("bones", "")),
        ("Bones", "", ("Bones", "")),
        ("", "Bones", ("Bones", "")),
        ("", "", ("", "")),
    ],
)
def test_the_plain_name_comes_first_and_one_name_is_not_said_twice(
    name: str, plain: str, shown: tuple[str, str]
) -> None:
    pin = site(1, name=name, plain_name=plain)
    card = built(sites("metastasis_site:1"), parts={"metastasis_site:1": pin})[0].sites[0]
    assert (card.name, card.medical_name) == shown


def test_the_group_names_the_sites_and_a_card_says_only_what_differs() -> None:
    parts = {"metastasis_site:1": site(1, how_common="rare"), "metastasis_site:2": site(2, how_common="less_common")}
    shown = built(sites("metastasis_site:1", "metastasis_site:2", group="less_common"), parts=parts)[0]
    assert shown.heading == "Less common sites"
    assert [card.how_common for card in shown.sites] == ["Rare", ""]


def test_an_emergency_note_without_a_word_is_none() -> None:
    pin = site(1, emergency_note="<p> </p>")
    assert built(sites("metastasis_site:1"), parts={"metastasis_site:1": pin})[0].sites[0].emergency == ""


def test_a_site_cites_from_its_own_values_with_the_numbers_of_the_page() -> None:
    pin = site(
        1, values={"source:1": source(title="The site's")}, sources=[{"type": "source", "value": {"ref": "source:1"}}]
    )
    values = {"source:1": source(title="The page's")}
    shown = built(
        paragraph("<p>a</p>", "source:1"), sites("metastasis_site:1"), parts={"metastasis_site:1": pin}, values=values
    )
    assert [cited.number for cited in shown[1].sites[0].cited] == [2]


def test_a_withdrawn_site_leaves_a_note_in_its_place_and_no_jump() -> None:
    parts = {"metastasis_site:1": site(1), "metastasis_site:2": WITHDRAWN, "metastasis_site:3": site(3)}
    shown = built(sites("metastasis_site:1", "metastasis_site:2", "metastasis_site:3"), parts=parts)[0]
    assert [type(card) for card in shown.sites] == [ShownSite, Withdrawn, ShownSite]
    assert [card.name for card in shown.jumps] == ["Sample place 1", "Sample place 3"]


def test_one_site_alone_needs_no_list_to_jump() -> None:
    assert built(sites("metastasis_site:1"), parts={"metastasis_site:1": site(1)})[0].jumps == []


def test_a_site_shown_twice_gets_two_ids() -> None:
    shown = built(*[sites("metastasis_site:1")] * 2, parts={"metastasis_site:1": site(1)})
    assert [one.sites[0].anchor for one in shown] == ["sample-place-1", "sample-place-1-2"]
    assert [one.anchor for one in shown] == ["common-sites", "common-sites-2"]


def test_terms_are_explained_and_a_withdrawn_one_is_noted() -> None:
    parts = {"glossary_term:1": term(1, also_called="marker"), "glossary_term:2": WITHDRAWN}
    shown = built(block("terms", heading="Words", terms=refs("glossary_term:1", "glossary_term:2")), parts=parts)[0]
    assert [(one.term, one.also_called, one.definition) for one in shown.terms] == [
        ("Sample word 1", "marker", "<p>What it means.</p>")
    ]
    assert shown.withdrawn == [Withdrawn()]


def test_a_block_stands_one_level_below_the_heading_before_it() -> None:
    card = block("callout", title="Note", text="")
    shown = built(card, heading("A"), card, heading("B", 3), card, heading("C", 4), sites("x"), card)
    assert [one.level for one in shown] == [2, 2, 3, 3, 4, 4, 5, 5]


def test_a_block_that_this_format_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError, match="unheard_of"):
        built(block("unheard_of"))


def test_words_that_an_import_could_not_place_are_shown() -> None:
    assert built(block("unplaced", note="Line 3", text="A\nB")) == [blocks.Unplaced("Line 3", ["A", "B"])]


@pytest.mark.parametrize("kind", sorted(BUILDERS))
@pytest.mark.parametrize("value", [None, {}, "text", []])
def test_an_unfinished_block_is_borne(kind: str, value: Any) -> None:
    built({"type": kind, "value": value})


JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.builds(dict, ref=st.text(max_size=3)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [
    "text", "level", "items", "sources", "image", "title", "urgency", "caption", "columns", "rows", "heading",
    "introduction", "group", "sites", "treatments", "pages", "questions", "terms", "note", "alt", "ordered",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(BUILDERS)), st.dictionaries(st.sampled_from(FIELDS), JUNK))
def test_whatever_a_draft_holds_its_preview_does_not_fail(kind: str, value: dict[str, Any]) -> None:
    built({"type": kind, "value": value})
