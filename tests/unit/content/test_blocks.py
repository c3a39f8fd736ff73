"""What blocks refuse, in which words, and what they let through."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock

from cms.content.blocks import SectionBody, StandardBody, TopicBody
from cms.content.blocks.outline import skipped_levels
from tests.factories import body


def errors(*blocks: Any, kind: type[StreamBlock] = TopicBody, deferred: bool = False) -> dict[int, Any]:
    """The errors of a body, as the editor gets them: position → nested messages."""
    stream = kind()
    value = stream.to_python(body.stream(*blocks))
    try:
        (stream.clean_deferred if deferred else stream.clean)(value)
    except ValidationError as error:
        return error.as_json_data().get("blockErrors", {})
    return {}


def message(found: dict[int, Any], position: int, *fields: str | int) -> str:
    at = found[position]
    for field in fields:
        at = at["blockErrors"][field]
    return at["messages"][0]


class TestHeadings:
    @pytest.mark.parametrize("levels", [[2], [2, 3, 4], [2, 3, 4, 2, 3], [2, 4 - 1, 3, 4, 4, 3]])
    def test_levels_that_go_down_one_at_a_time_are_fine(self, levels: list[int]) -> None:
        assert errors(*(body.heading("Sample", level) for level in levels)) == {}

    def test_the_first_heading_is_a_section(self) -> None:
        found = errors(body.paragraph("Before."), body.heading("Sample", 3))
        assert "has to be at level 2" in message(found, 1, "level")

    def test_each_skip_is_told_at_its_own_block(self) -> None:
        found = errors(body.heading("One"), body.heading("Skips", 4), body.heading("Two"), body.heading("Skips too", 4))
        assert set(found) == {1, 3}
        assert "Make it level 3" in message(found, 1, "level")

    def test_an_empty_heading_is_told_before_its_level(self) -> None:
        found = errors(body.heading("", 4))
        assert set(found[0]["blockErrors"]) == {"text"}

    def test_a_draft_may_be_saved_unfinished(self) -> None:
        assert errors(body.heading("", 4), body.block("image", {}), body.bullets(), deferred=True) == {}

    def test_the_rule_alone(self) -> None:
        assert skipped_levels([]) == {}
        assert list(skipped_levels([(0, 2), (5, 4), (7, 4)])) == [5]


class TestText:
    @pytest.mark.parametrize("empty", ["", "<p></p>", '<p data-block-key="a1b2c"> &nbsp; </p>'])
    def test_a_paragraph_needs_words(self, empty: str) -> None:
        found = errors(body.block("paragraph", {"text": empty, "sources": []}))
        assert "Write some text" in message(found, 0, "text")

    def test_a_list_needs_an_item(self) -> None:
        assert "at least one item" in message(errors(body.bullets()), 0, "items")

    def test_an_empty_item_is_found_inside_the_list(self) -> None:
        found = errors(body.bullets("Words", "<p></p>"))
        assert "Write some text" in message(found, 0, "items", 1, "text")

    def test_a_list_inside_a_list(self) -> None:
        assert errors(body.bullets(("Above", ["Under one", "Under two"]), ordered=True)) == {}

    def test_lines_lose_blanks_and_texts_get_one_kind_of_line_end(self) -> None:
        stream = TopicBody()
        raw = body.stream(body.heading("  Two \n words "), body.quotation("One\r\ntwo\rthree\n"))
        cleaned = stream.clean(stream.to_python(raw))
        assert cleaned[0].value["text"] == "Two words"
        assert cleaned[1].value["text"] == "One\ntwo\nthree"

    @pytest.mark.parametrize("feature", ["image", "embed", "h2", "h3", "hr", "document-link", "ul", "ol"])
    def test_rich_text_is_text_only(self, feature: str) -> None:
        children = TopicBody().child_blocks
        assert feature not in children["paragraph"].child_blocks["text"].features
        assert feature not in children["list"].child_blocks["items"].child_block.child_blocks["text"].features


class TestImages:
    def problem(self, **value: Any) -> str:
        raw = {"image": None, "alt": "", "decorative": False, "caption": "", **value}
        return message(errors(body.block("image", raw)), 0, "alt")

    def test_alternative_text_or_decorative(self) -> None:
        assert "Say what the image shows" in self.problem()

    def test_not_both(self) -> None:
        assert "Remove the text or the tick" in self.problem(alt="A hand", decorative=True)

    @pytest.mark.parametrize("name", ["IMG_0001.JPG", "scan-2.png"])
    def test_a_file_name_says_nothing(self, name: str) -> None:
        assert "name of a file" in self.problem(alt=name)

    def test_an_image_must_be_chosen(self) -> None:
        assert set(errors(body.block("image", {"alt": "A hand"}))[0]["blockErrors"]) == {"image"}


class TestTables:
    def table_message(self, *args: Any) -> str:
        return message(errors(body.table(*args)), 0)

    def test_every_column_has_a_heading(self) -> None:
        assert "Without one: column 2" in self.table_message(["Site", " "], ["Bone", "Scan"])

    @pytest.mark.parametrize(("headings", "rows"), [([], []), (["Site"], [])])
    def test_a_table_has_columns_and_rows(self, headings: list[str], rows: list[list[str]]) -> None:
        assert "at least one column and one row" in self.table_message(headings, *rows)

    def test_a_table_may_have_empty_cells(self) -> None:
        assert errors(body.table(["Site", "Test"], ["Bone", ""])) == {}

    def test_a_draft_may_keep_an_unfinished_table(self) -> None:
        assert errors(body.table([""], [""]), deferred=True) == {}


class TestCare:
    def test_a_care_card_says_something(self) -> None:
        assert "a text or at least one sign" in message(errors(body.care_card("Call")), 0, "items")

    @pytest.mark.parametrize("urgency", ["non_urgent", "urgent", "emergency"])
    def test_signs_or_a_text_are_enough(self, urgency: str) -> None:
        cards = (body.care_card("Call", "A sign", urgency=urgency), body.care_card("Call", text="Words"))
        assert errors(*cards) == {}

    def test_a_care_card_has_one_of_three_urgencies(self) -> None:
        found = errors(body.care_card("Call", "A sign", urgency="whenever"))
        assert set(found[0]["blockErrors"]) == {"urgency"}

    def test_treatments_and_questions_are_not_empty(self) -> None:
        found = errors(body.treatments(), body.questions())
        assert "at least one treatment" in message(found, 0, "treatments")
        assert "at least one question" in message(found, 1, "questions")

    def test_a_treatment_needs_no_page(self) -> None:
        assert errors(body.treatments(("Sample therapy", "What it does.", None))) == {}


class TestReferences:
    @pytest.mark.parametrize(
        ("make", "field", "noun"),
        [(body.sites, "sites", "site"), (body.terms, "terms", "term"), (body.related, "pages", "page")],
    )
    def test_something_is_chosen(self, make: Any, field: str, noun: str) -> None:
        assert f"at least one {noun}" in message(errors(make([])), 0, field)


def test_which_blocks_a_body_may_hold() -> None:
    simple = {"heading", "paragraph", "list", "image", "callout", "related"}
    medical = {"quotation", "treatments", "questions", "sites", "terms", "unplaced"}
    assert set(SectionBody().child_blocks) == simple
    assert set(StandardBody().child_blocks) == simple | {"table", "care_card"}
    assert set(TopicBody().child_blocks) == simple | {"table", "care_card"} | medical


def test_each_block_has_a_label_an_icon_and_a_group() -> None:
    for name, block in TopicBody().child_blocks.items():
        assert block.label and block.meta.icon != "placeholder" and block.meta.group, name


SHAPES = {
    "heading": {"level", "text"},
    "paragraph": {"text", "sources"},
    "list": {"ordered", "items", "sources"},
    "image": {"image", "alt", "decorative", "caption"},
    "quotation": {"text", "attribution"},
    "callout": {"title", "text"},
    "care_card": {"urgency", "title", "text", "items"},
    "sites": {"heading", "introduction", "group", "sites"},
    "treatments": {"introduction", "treatments"},
    "related": {"heading", "pages"},
    "questions": {"heading", "questions"},
    "terms": {"heading", "terms"},
    "unplaced": {"note", "text"},
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_that_editions_are_made_of(name: str) -> None:
    """The names are frozen into editions: another name is another format."""
    assert set(TopicBody().child_blocks[name].child_blocks) == SHAPES[name]


def test_a_missing_optional_field_reads_as_a_saved_empty_one() -> None:
    """Data that an importer left out must not change the digest at the first save in the editor."""
    stream = TopicBody()
    for raw in ({"type": "callout", "value": {"text": "<p>Words</p>"}}, body.unplaced("Words")):
        value = stream.to_python([raw])
        assert stream.get_prep_value(stream.clean(value))[0]["value"] == stream.get_prep_value(value)[0]["value"]
