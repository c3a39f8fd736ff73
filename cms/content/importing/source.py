"""What a reader of any format hands on: HTML to take apart, and the same words read another way."""

from dataclasses import dataclass, field

from cms.content.importing.pieces import Remark


@dataclass(frozen=True)
class Line:
    """One line of the document's own text, read apart from the HTML to check that no word is lost."""

    number: int
    text: str


@dataclass(frozen=True)
class SourceText:
    """A document that was read: ``html`` for the outline, ``lines`` for the check afterwards."""

    kind: str
    html: str
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...] = ()
    beside: tuple[tuple[str, str], ...] = field(default=())
    """Text that stands beside the flow (headers and footers of the sheet), as note and text."""
