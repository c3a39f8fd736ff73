"""What a document is made of, told without the format it came in."""

from dataclasses import dataclass, field

from cms.content.importing.inline import Inline

DOCUMENT_TITLE = 0


@dataclass(frozen=True)
class Heading:
    """A heading; level 0 is the title of the whole document, 1 to 6 are as in HTML."""

    line: int
    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    line: int
    text: Inline


@dataclass(frozen=True)
class Item:
    """One item of a list, with the items below it."""

    line: int
    text: Inline
    items: tuple["Item", ...] = ()


@dataclass(frozen=True)
class ListPiece:
    """A list, bulleted or numbered."""

    line: int
    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Table:
    """A table with one row of headings; every row is as long as the headings are."""

    line: int
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's words, and whose."""

    line: int
    text: str
    attribution: str = ""


@dataclass(frozen=True)
class Unplaced:
    """What a draft has no block for: the note says what it was, the text keeps its words."""

    line: int
    note: str
    text: str


@dataclass(frozen=True)
class SiteDraft:
    """A metastasis site made from one item of a list.

    ``name_is_text`` says that words of the item stand in the name and nowhere else.
    """

    line: int
    name: str
    body_part: str
    how_common: str
    what_it_is: Inline
    symptoms: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    name_is_text: bool = False


@dataclass(frozen=True)
class SitesPiece:
    """A list of sites with the paragraph that introduced it."""

    line: int
    introduction: Inline
    group: str
    sites: tuple[SiteDraft, ...]


Piece = Heading | Paragraph | ListPiece | Table | Quote | Unplaced | SitesPiece


@dataclass(frozen=True)
class Remark:
    """Something the editor should know about one line (0: about the whole document)."""

    line: int
    text: str


@dataclass
class Outline:
    """A document as a list of pieces, and what was noticed on the way."""

    pieces: list[Piece] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, line: int, text: str) -> None:
        """Note something for the editor, once a line."""
        if Remark(line, text) not in self.remarks[-20:]:
            self.remarks.append(Remark(line, text))
