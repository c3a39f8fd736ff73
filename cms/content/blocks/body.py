"""The bodies of pages: which blocks they may hold, and in what order."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue

from cms.content.blocks.base import Line, PlainText
from cms.content.blocks.care import CareCardBlock, QuestionsBlock, TreatmentsBlock
from cms.content.blocks.media import ImageBlock, TableBlock
from cms.content.blocks.outline import skipped_levels
from cms.content.blocks.references import RelatedBlock, SitesBlock, TermsBlock
from cms.content.blocks.text import (
    BulletsBlock,
    CalloutBlock,
    HeadingBlock,
    ParagraphBlock,
    QuotationBlock,
)

TEXT = "Text"
CARE = "For the reader"
SHOWN = "From the library"
IMPORTED = "From an import"


class UnplacedBlock(blocks.StructBlock):
    """Words that an import could not place. They are kept until an editor places or removes them."""

    note = Line(required=False, label="Why it was not placed")
    text = PlainText(required=False, label="The words", rows=3)

    class Meta:
        icon = "warning"
        label = "Not placed yet"
        label_format = "{note}"


class Body(blocks.StreamBlock):
    """What all bodies share: text blocks, and an outline without gaps."""

    heading = HeadingBlock(group=TEXT)
    paragraph = ParagraphBlock(group=TEXT)
    list = BulletsBlock(group=TEXT)
    image = ImageBlock(group=TEXT)
    callout = CalloutBlock(group=TEXT)
    related = RelatedBlock(group=SHOWN)

    def clean(self, value: StreamValue) -> StreamValue:
        """Clean every block, then the outline. All errors come at once, each at its block."""
        errors: dict[int, ValidationError] = {}
        whole: list[ValidationError] = []
        cleaned = value
        try:
            cleaned = super().clean(value)
        except StreamBlockValidationError as error:
            errors.update(error.block_errors or {})
            whole = error.non_block_errors.as_data()
        if not self.is_deferred_validation:
            for position, message in skipped_levels(_levels(value)).items():
                errors.setdefault(position, _at_level(message))
        if errors or whole:
            raise StreamBlockValidationError(block_errors=errors, non_block_errors=whole)
        return cleaned


class SectionBody(Body):
    """The body of the home page and of sections."""


class StandardBody(Body):
    """The body of pages about this website: who we are, how we review, privacy, contact."""

    table = TableBlock(group=TEXT)
    care_card = CareCardBlock(group=CARE)


class TopicBody(Body):
    """The body of a medical topic."""

    quotation = QuotationBlock(group=TEXT)
    table = TableBlock(group=TEXT)
    care_card = CareCardBlock(group=CARE)
    treatments = TreatmentsBlock(group=CARE)
    questions = QuestionsBlock(group=CARE)
    sites = SitesBlock(group=SHOWN)
    terms = TermsBlock(group=SHOWN)
    unplaced = UnplacedBlock(group=IMPORTED)


def _levels(value: StreamValue) -> list[tuple[int, int]]:
    return [
        (position, int(child.value["level"]))
        for position, child in enumerate(value)
        if child.block_type == "heading" and child.value["level"]
    ]


def _at_level(message: str) -> ValidationError:
    return blocks.StructBlockValidationError(block_errors={"level": ValidationError(message)})
