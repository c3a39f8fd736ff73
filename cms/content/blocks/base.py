"""The fields and the base class that all our blocks are made of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.rich_text import RichText

TEXT_FEATURES = ["bold", "italic", "link", "superscript", "subscript"]
INLINE_FEATURES = ["bold", "italic", "link"]


def has_words(text: str | RichText | None) -> bool:
    """Whether anything is left to read once markup and blanks are taken away."""
    source = text.source if isinstance(text, RichText) else text
    return bool(strip_tags(source or "").replace("&nbsp;", " ").strip())


class Line(blocks.CharBlock):
    """One line of plain text. Runs of blanks become one, as a browser would show them."""

    def value_from_form(self, value: Any) -> str:
        return " ".join((value or "").split())

    def deconstruct(self) -> tuple[str, Any, Any]:
        return ("wagtail.blocks.CharBlock", *super().deconstruct()[1:])

    class Meta:
        default = ""


class PlainText(blocks.TextBlock):
    """Several lines of plain text, always with the same line ends whatever the browser sent."""

    def value_from_form(self, value: Any) -> str:
        return (value or "").replace("\r\n", "\n").replace("\r", "\n")

    def deconstruct(self) -> tuple[str, Any, Any]:
        return ("wagtail.blocks.TextBlock", *super().deconstruct()[1:])

    class Meta:
        default = ""


class Prose(blocks.RichTextBlock):
    """Text with emphasis and links. Headings, images and embeds are never part of it.

    Markup without a word in it counts as empty.
    """

    def __init__(self, required: bool = True, features: list[str] | None = None, **kwargs: Any):
        super().__init__(required=required, features=features or TEXT_FEATURES, **kwargs)

    def clean(self, value: RichText) -> RichText:
        if self.required and not has_words(value):
            raise ValidationError("Write some text here, or remove this block.")
        return super().clean(value)

    def deconstruct(self) -> tuple[str, Any, Any]:
        return ("wagtail.blocks.RichTextBlock", *super().deconstruct()[1:])


class CheckedBlock(blocks.StructBlock):
    """A block with rules of its own, said in words that an editor can act on.

    Rules wait while a draft is saved (a draft may be unfinished) and hold when it is submitted.
    """

    def problems(self, value: blocks.StructValue) -> dict[str, str]:
        """What is wrong with ``value``: the message for each field that has a problem."""
        return {}

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        errors: dict[str, ValidationError] = {}
        cleaned = value
        try:
            cleaned = super().clean(value)
        except blocks.StructBlockValidationError as error:
            errors.update(error.block_errors)
        if not self.is_deferred_validation:
            for name, message in self.problems(value).items():
                errors.setdefault(name, ValidationError(message))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned
