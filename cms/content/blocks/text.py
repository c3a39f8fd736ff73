"""Headings, paragraphs, lists, quotations and callouts."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.content.blocks.base import (
    INLINE_FEATURES,
    TEXT_FEATURES,
    CheckedBlock,
    Line,
    PlainText,
    Prose,
)

__all__ = [
    "INLINE_FEATURES",
    "TEXT_FEATURES",
    "BulletsBlock",
    "CalloutBlock",
    "HeadingBlock",
    "ItemBlock",
    "ParagraphBlock",
    "QuotationBlock",
    "cited_sources",
]

LEVELS = [("2", "Section"), ("3", "Sub-section"), ("4", "Part of a sub-section")]


def cited_sources() -> blocks.ListBlock:
    """The sources behind a claim: none, one or several."""
    return blocks.ListBlock(
        SnippetChooserBlock("sources.Source"),
        default=[],
        collapsed=True,
        label="Sources",
        help_text="Where the facts in this block come from. Readers see them at the end of the page.",
    )


class HeadingBlock(blocks.StructBlock):
    """A heading. The contents list is made from the sections."""

    level = blocks.ChoiceBlock(choices=LEVELS, default="2", label="Level", help_text="Go down one level at a time.")
    text = Line(label="Heading", max_length=200)

    class Meta:
        icon = "title"
        label = "Heading"
        label_format = "{text}"


class ParagraphBlock(blocks.StructBlock):
    """One or more paragraphs of running text, with the sources behind them."""

    text = Prose(label="Text")
    sources = cited_sources()

    class Meta:
        icon = "pilcrow"
        label = "Paragraph"


class ItemBlock(blocks.StructBlock):
    """One item of a list, which may have a short list of its own."""

    text = Prose(label="Item", features=INLINE_FEATURES)
    items = blocks.ListBlock(
        Prose(features=INLINE_FEATURES),
        default=[],
        collapsed=True,
        label="Items under this one",
    )

    class Meta:
        icon = "list-ul"
        label = "Item"


class BulletsBlock(CheckedBlock):
    """A list, with bullets or with numbers."""

    ordered = blocks.BooleanBlock(required=False, label="Numbered", help_text="Tick if the order matters, as in steps.")
    items = blocks.ListBlock(ItemBlock(), label="Items")
    sources = cited_sources()

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        if not len(value["items"]):
            return {"items": "A list needs at least one item. Add one, or remove the list."}
        return {}

    class Meta:
        icon = "list-ul"
        label = "List"


class QuotationBlock(blocks.StructBlock):
    """Somebody's own words."""

    text = PlainText(label="Quotation", rows=3, help_text="Without quotation marks.")
    attribution = Line(required=False, label="Who said it", max_length=200)

    class Meta:
        icon = "openquote"
        label = "Quotation"


class CalloutBlock(blocks.StructBlock):
    """A short note set apart from the text around it."""

    title = Line(required=False, label="Title", max_length=120)
    text = Prose(label="Text")

    class Meta:
        icon = "info-circle"
        label = "Callout"
        label_format = "{title}"
