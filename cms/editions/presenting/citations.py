"""Sources: numbered in the order in which a page first cites them, linked from the text and back."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from django.template.loader import render_to_string

from cms.editions.presenting import links as addresses


@dataclass(frozen=True)
class Citation:
    """One number in the text: where it stands, and the source that it leads to."""

    number: int
    anchor: str

    @property
    def target(self) -> str:
        """The id of the source in the list."""
        return f"source-{self.number}"


@dataclass(frozen=True)
class Address:
    """Where a source can be read: the words of the link and its address."""

    label: str
    href: str


@dataclass
class CitedSource:
    """A source as the list at the end of a page shows it."""

    number: int
    title: str
    authors: str
    publication: str
    detail: str
    isbn: str
    addresses: list[Address]
    cited: list[Citation] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The id that the numbers in the text lead to."""
        return f"source-{self.number}"


class Citations:
    """Numbers the sources of one page as it is read from top to bottom.

    Two sources are one if their id and their text are the same: parts approved at different times may hold different
    texts of one record, and then both are listed as they were approved.
    """

    def __init__(self) -> None:
        self.sources: list[CitedSource] = []
        self._known: list[tuple[str, dict[str, Any]]] = []

    def cite(self, references: object, values: dict[str, Any]) -> list[Citation]:
        """The numbers for a place that cites `references`, in order and once each; unknown references are left out."""
        cited: dict[int, Citation] = {}
        for reference in references if isinstance(references, list) else []:
            key = reference.get("ref") if isinstance(reference, dict) else None
            value = values.get(key) if isinstance(key, str) else None
            if not isinstance(key, str) or not isinstance(value, dict):
                continue
            source = self._source(key, value)
            if source.number not in cited:
                citation = Citation(source.number, f"cited-{source.number}-{len(source.cited) + 1}")
                source.cited.append(citation)
                cited[source.number] = citation
        return list(cited.values())

    def _source(self, key: str, value: dict[str, Any]) -> CitedSource:
        if (key, value) not in self._known:
            self._known.append((key, value))
            self.sources.append(describe(len(self._known), value))
        return self.sources[self._known.index((key, value))]


def describe(number: int, value: dict[str, Any]) -> CitedSource:
    """A source record as a line of a list: who, what, where, when, and where to read it."""
    text = {name: str(value.get(name) or "").strip() for name in FIELDS}
    volume = text["volume"] + (f"({text['issue']})" if text["issue"] else "")
    place = ":".join(part for part in (volume, text["pages"]) if part)
    return CitedSource(
        number=number,
        title=text["title"].rstrip("."),
        authors=text["authors"].rstrip("."),
        publication=text["publication"].rstrip("."),
        detail="; ".join(part for part in (text["year"], place) if part),
        isbn=text["isbn"],
        addresses=list(_addresses(text)),
    )


PUBMED = "https://pubmed.ncbi.nlm.nih.gov/{}/"
FIELDS = ("title", "authors", "publication", "year", "volume", "issue", "pages", "doi", "pmid", "isbn", "url")


def _addresses(text: dict[str, str]) -> list[Address]:
    found: list[Address] = []
    if text["doi"]:
        found.append(Address(f"doi:{text['doi']}", f"https://doi.org/{quote(text['doi'], safe='/:;()._-')}"))
    if text["pmid"]:
        found.append(Address(f"PMID {text['pmid']}", PUBMED.format(quote(text["pmid"], safe=""))))
    href = addresses.outside(text["url"])
    if href and not text["doi"]:
        found.append(Address(href.split("://", 1)[-1].rstrip("/"), href))
    return found


def markers(cited: list[Citation]) -> str:
    """The numbers as safe HTML to stand at the end of a text; empty if it cites nothing."""
    return render_to_string("components/citations.html", {"cited": cited}).rstrip() if cited else ""
