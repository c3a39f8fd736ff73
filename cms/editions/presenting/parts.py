"""Parts as readers see them: metastasis sites and glossary terms, inside a page or alone in a preview."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.editions.presenting import richtext
from cms.editions.presenting.citations import Citation
from cms.editions.presenting.reading import Json, Reading, stream, text, texts


@dataclass(frozen=True)
class ShownSite:
    """A metastasis site as a card: the plain name first, the medical name where it is another."""

    template: ClassVar[str] = "components/site.html"
    level: int
    anchor: str
    name: str
    medical_name: str
    how_common: str
    what_it_is: SafeString
    symptoms: list[str]
    tests: list[str]
    emergency: SafeString
    cited: list[Citation]


@dataclass(frozen=True)
class ShownTerm:
    """A word of the glossary with its explanation."""

    template: ClassVar[str] = "components/term.html"
    anchor: str
    term: str
    also_called: str
    definition: SafeString


@dataclass(frozen=True)
class Withdrawn:
    """The place of a part that was withdrawn: its text is gone, and readers are told that something is missing."""

    template: ClassVar[str] = "components/withdrawn.html"


def site(reading: Reading, level: int, group: str = "") -> ShownSite:
    """The site whose snapshot is being read. `group` is the heading's group: it is not said again on the card."""
    medical, plain = text(reading.field("name")), text(reading.field("plain_name"))
    name = plain or medical
    note = reading.field("emergency_note")
    how_common = text(reading.field("how_common"))
    return ShownSite(
        level=level,
        anchor=reading.anchors.claim(name, "site"),
        name=name,
        medical_name=medical if medical.casefold() != name.casefold() else "",
        how_common="" if how_common == group else frequency(how_common),
        what_it_is=reading.prose(reading.field("what_it_is")),
        symptoms=texts(stream(reading.field("symptoms"))),
        tests=texts(stream(reading.field("tests"))),
        emergency=reading.prose(note if richtext.plain(note) else ""),
        cited=reading.cite(stream(reading.field("sources"))),
    )


def term(reading: Reading) -> ShownTerm:
    """The glossary term whose snapshot is being read."""
    word = text(reading.field("term"))
    return ShownTerm(
        anchor=reading.anchors.claim(word, "term"),
        term=word,
        also_called=text(reading.field("also_called")),
        definition=reading.prose(reading.field("definition")),
    )


def shown_site(reading: Reading, reference: Json, level: int, group: str = "") -> ShownSite | Withdrawn | None:
    """The site that a page refers to; None where nothing was chosen."""
    pin = reading.pin(reference)
    if pin is None:
        return None
    return site(reading.within(pin["snapshot"]), level, group) if "snapshot" in pin else Withdrawn()


def shown_term(reading: Reading, reference: Json) -> ShownTerm | Withdrawn | None:
    """The term that a page refers to; None where nothing was chosen."""
    pin = reading.pin(reference)
    if pin is None:
        return None
    return term(reading.within(pin["snapshot"])) if "snapshot" in pin else Withdrawn()


def frequency(how_common: str) -> str:
    """How common a site is, in words."""
    words = {"common": _("Common"), "less_common": _("Less common"), "rare": _("Rare")}
    return words.get(how_common, "")
