"""The shape of a sample reference, and short ways to write one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Reference:
    """A source as the sample text knows it; ``key`` is what paragraphs cite.

    A title in square brackets is a description of ours, used where we do not have the
    exact title of the work at hand.
    """

    key: str
    kind: Literal["article", "guideline", "book", "web_page"]
    title: str
    authors: str = ""
    publication: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    url: str = ""


def article(
    key: str,
    title: str,
    authors: str,
    publication: str,
    year: str,
    *,
    volume: str = "",
    issue: str = "",
    pages: str = "",
    doi: str = "",
    pmid: str = "",
    url: str = "",
) -> Reference:
    """Return a journal article."""
    return Reference(key, "article", title, authors, publication, year, volume, issue, pages, doi, pmid, "", url)


def guideline(
    key: str,
    title: str,
    authors: str,
    publication: str,
    year: str,
    *,
    volume: str = "",
    doi: str = "",
    pmid: str = "",
    url: str = "",
) -> Reference:
    """Return a guideline of a medical body."""
    return Reference(key, "guideline", title, authors, publication, year, volume, doi=doi, pmid=pmid, url=url)


def web_page(key: str, title: str, authors: str) -> Reference:
    """Return a page or booklet for the public, known by its title and maker."""
    return Reference(key, "web_page", title, authors)
