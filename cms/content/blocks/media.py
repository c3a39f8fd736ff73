"""Images and tables."""

import re

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)
from wagtail.images.blocks import ImageChooserBlock

from cms.content.blocks.base import CheckedBlock, Line

FILE_NAME = re.compile(r"^\S+\.(jpe?g|png|gif|webp|avif|svg|heic)$", re.IGNORECASE)


class ImageBlock(CheckedBlock):
    """An image, with the words that stand for it here.

    The alternative text belongs to the use, not to the file: one image may mean different things on two pages.
    """

    image = ImageChooserBlock(label="Image")
    alt = Line(
        required=False,
        label="Alternative text",
        max_length=250,
        help_text="What somebody who cannot see the image needs to know. Not a repeat of the caption.",
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label="Decorative",
        help_text="Tick only if a reader loses nothing without the image.",
    )
    caption = Line(required=False, label="Caption", max_length=300)

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        alt = (value["alt"] or "").strip()
        if value["decorative"] and alt:
            return {"alt": "A decorative image has no alternative text. Remove the text or the tick."}
        if not value["decorative"] and not alt:
            return {"alt": "Say what the image shows, or tick that it is decorative."}
        if FILE_NAME.match(alt):
            return {"alt": "This looks like the name of a file. Say what the image shows."}
        return {}

    class Meta:
        icon = "image"
        label = "Image"
        label_format = "{alt}"


def table_problems(table: TypedTable) -> list[str]:
    """What keeps ``table`` from making sense read aloud, cell by cell, by a screen reader."""
    if not table.columns or not table.row_data:
        return ["A table needs at least one column and one row."]
    unnamed = [
        str(number) for number, column in enumerate(table.columns, start=1) if not (column["heading"] or "").strip()
    ]
    if unnamed:
        return [f"Every column needs a heading. Without one: column {', '.join(unnamed)}."]
    return []


class TableBlock(TypedTableBlock):
    """A table of plain text in which every column has a heading."""

    text = Line(required=False, label="Text", icon="pilcrow")

    def clean(self, table: TypedTable) -> TypedTable:
        cleaned = super().clean(table)
        problems = [] if self.is_deferred_validation else table_problems(cleaned)
        if problems:
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(problem) for problem in problems])
        for column in cleaned.columns:
            column["heading"] = (column["heading"] or "").strip()
        cleaned.caption = (cleaned.caption or "").strip()
        return cleaned

    class Meta:
        icon = "table"
        label = "Table"
