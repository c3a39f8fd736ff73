"""Pieces as blocks: their shapes, their ids, and rich text as the editor keeps it."""

from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.content.blocks import INLINE_FEATURES, TEXT_FEATURES, TopicBody
from cms.content.importing.inline import Inline, Run, tidy
from cms.content.importing.pieces import (
    Heading,
    Item,
    ListPiece,
    Paragraph,
    Piece,
    Quote,
    SiteDraft,
    SitesPiece,
    Table,
    Unplaced,
)
from cms.content.importing.place import Placer, site_drafts
from cms.content.importing.rich import as_kept
from cms.editions.snapshot import rich_text

WORDS: Inline = (Run("words"),)
EVERYTHING: list[Piece] = [
    Heading(1, 2, "Heading"),
    Heading(2, 2, "x" * 201),
    Paragraph(3, WORDS),
    ListPiece(4, True, (Item(4, WORDS, (Item(5, WORDS),)),)),
    Table(6, "cap", ("A", "B"), (("1", "2"),)),
    Quote(7, "Words", "Somebody"),
    Unplaced(8, "note", "text"),
    SitesPiece(9, WORDS, "common", (SiteDraft(10, "Bone", "bone", "common", WORDS),)),
]


def placer() -> Placer:
    numbers = count(1)
    return Placer(lambda text: "".join(run.text for run in text), lambda: str(next(numbers)))


def values(pieces: list[Piece], site_ids: list[int] | None = None) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in placer().body(pieces, site_ids or [])]


def test_every_piece_has_its_block() -> None:
    shapes = values(EVERYTHING, [7])
    assert [kind for kind, _ in shapes] == [
        "heading", "paragraph", "paragraph", "list", "table", "quotation", "unplaced", "sites",
    ]  # fmt: skip
    assert shapes[0][1] == {"level": "2", "text": "Heading"}
    assert shapes[2][1] == {"text": "words", "sources": []}
    assert shapes[4][1] == {
        "columns": [{"type": "text", "heading": "A"}, {"type": "text", "heading": "B"}],
        "rows": [{"values": ["1", "2"]}],
        "caption": "cap",
    }
    assert shapes[6][1] == {"note": "note", "text": "text"}
    assert shapes[7][1]["sites"] == [{"type": "item", "value": 7, "id": shapes[7][1]["sites"][0]["id"]}]


def test_a_list_holds_items_below_items() -> None:
    ((_, value),) = values([EVERYTHING[3]])
    (item,) = value["items"]
    assert value["ordered"] is True
    assert item["value"]["text"] == "words"
    assert [below["value"] for below in item["value"]["items"]] == ["words"]


def test_ids_are_given_to_everything_and_never_twice() -> None:
    def ids(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["id"]] if "id" in value else []
            return own + [found for inner in value.values() for found in ids(inner)]
        return [found for inner in value for found in ids(inner)] if isinstance(value, list) else []

    found = ids(Placer(as_kept).body(EVERYTHING, [7]))
    assert len(found) == len(set(found)) == len(EVERYTHING) + 3


def test_sites_are_given_out_in_order() -> None:
    two = SitesPiece(
        1, (), "common", (SiteDraft(1, "A", "other", "common", ()), SiteDraft(2, "B", "other", "common", ()))
    )
    one = SitesPiece(3, (), "common", (SiteDraft(3, "C", "other", "common", ()),))
    assert [site.name for site in site_drafts([two, one])] == ["A", "B", "C"]
    shapes = values([two, one], [5, 6, 7])
    assert [[item["value"] for item in value["sites"]] for _, value in shapes] == [[5, 6], [7]]


@pytest.mark.parametrize("position", range(7))
def test_the_editor_finds_each_block_as_it_would_write_it(position: int) -> None:
    body = TopicBody()
    raw = Placer(as_kept).body([EVERYTHING[position]], [])
    assert list(body.get_prep_value(body.to_python(raw))) == raw


text = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n\t<&\u00a0")), max_size=30
)
runs = st.lists(
    st.builds(Run, text, st.booleans(), st.booleans(), st.sampled_from(["", "https://example.org/?a=1&b=2"])),
    max_size=5,
)


@given(runs)
def test_the_first_save_in_the_editor_changes_no_text(some: list[Run]) -> None:
    kept = as_kept(tidy(some))
    for features in (INLINE_FEATURES, TEXT_FEATURES):
        converter = ContentstateConverter(features)
        again = converter.to_database_format(converter.from_database_format(kept))
        assert rich_text(again) == rich_text(kept)


def test_no_text_is_kept_as_the_editor_keeps_it() -> None:
    assert rich_text(as_kept(())) == "", "a snapshot says nothing where nothing was written"


def test_every_look_is_kept() -> None:
    linked = Run(" c\nd", href="https://example.org/")
    kept = as_kept(tidy([Run("a", bold=True), Run(" b", italic=True), linked]))
    assert "<b>a</b><i> b</i>" in kept
    assert '<a href="https://example.org/">' in kept and "<br/>" in kept
