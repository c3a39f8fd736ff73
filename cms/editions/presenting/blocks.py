"""What a body is made of, as templates show it. Each class names the template that shows it.

`level` is the level of a block's own heading: one below the heading under which the block stands.
"""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from cms.editions.forms import Link
from cms.editions.presenting.citations import Citation
from cms.editions.presenting.parts import ShownSite, ShownTerm, Withdrawn


@dataclass(frozen=True)
class Block:
    """A piece of a body."""

    template: ClassVar[str] = ""


@dataclass(frozen=True)
class Heading(Block):
    """A heading of the text itself."""

    template: ClassVar[str] = "components/blocks/heading.html"
    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph(Block):
    """Running text, with the numbers of its sources at its end."""

    template: ClassVar[str] = "components/blocks/paragraph.html"
    text: SafeString


@dataclass(frozen=True)
class Item:
    """An item of a list, with the items under it."""

    text: SafeString
    items: list[SafeString]


@dataclass(frozen=True)
class Bullets(Block):
    """A list, numbered or not."""

    template: ClassVar[str] = "components/blocks/list.html"
    ordered: bool
    items: list[Item]
    cited: list[Citation]


@dataclass(frozen=True)
class Image(Block):
    """An image by the hash of its file. `alt` is empty for a decoration."""

    template: ClassVar[str] = "components/blocks/image.html"
    address: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True)
class Quotation(Block):
    """Somebody's own words."""

    template: ClassVar[str] = "components/blocks/quotation.html"
    lines: list[str]
    attribution: str


@dataclass(frozen=True)
class Callout(Block):
    """A note set apart."""

    template: ClassVar[str] = "components/blocks/callout.html"
    level: int
    title: str
    text: SafeString


@dataclass(frozen=True)
class CareCard(Block):
    """When to get help; `label` says the urgency in words, so that it never hangs on a colour."""

    template: ClassVar[str] = "components/blocks/care_card.html"
    level: int
    urgency: str
    label: str
    title: str
    text: SafeString
    items: list[str]


@dataclass(frozen=True)
class Table(Block):
    """A table with a heading on each column; `name` is what a screen reader calls it."""

    template: ClassVar[str] = "components/blocks/table.html"
    caption: str
    name: str
    headings: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Sites(Block):
    """A group of metastasis sites as cards, with a list to jump to each."""

    template: ClassVar[str] = "components/blocks/sites.html"
    level: int
    heading: str
    anchor: str
    introduction: SafeString
    sites: list[ShownSite | Withdrawn]
    jumps: list[ShownSite]


@dataclass(frozen=True)
class Treatment:
    """One type of treatment, linked if its page is public."""

    name: str
    line: str
    page: Link | None


@dataclass(frozen=True)
class Treatments(Block):
    """The types of treatment that may be used."""

    template: ClassVar[str] = "components/blocks/treatments.html"
    introduction: SafeString
    treatments: list[Treatment]


@dataclass(frozen=True)
class Related(Block):
    """Links to other pages, those that are public."""

    template: ClassVar[str] = "components/blocks/related.html"
    level: int
    heading: str
    anchor: str
    pages: list[Link]


@dataclass(frozen=True)
class Questions(Block):
    """Questions to take to an appointment."""

    template: ClassVar[str] = "components/blocks/questions.html"
    level: int
    heading: str
    anchor: str
    questions: list[str]


@dataclass(frozen=True)
class Terms(Block):
    """Words explained, from the glossary."""

    template: ClassVar[str] = "components/blocks/terms.html"
    level: int
    heading: str
    anchor: str
    terms: list[ShownTerm]
    withdrawn: list[Withdrawn]


@dataclass(frozen=True)
class Unplaced(Block):
    """Words that an import could not place. No edition has any: a preview shows them so that none is lost."""

    template: ClassVar[str] = "components/blocks/unplaced.html"
    note: str
    lines: list[str]
