"""Reads the sample text as data: its blocks, its words, and what it refers to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.html import strip_tags

from cms.content.sample.filling import PAGE_PLACEHOLDER
from cms.content.sample.pages import PAGES
from cms.content.sample.sites import SITES
from cms.content.sample.terms import TERMS
from cms.content.sample.writing import Mark, Rich

# Names that hold no number to be cited: stages are written in Roman numerals, and these are no counts.
NAMES = re.compile(r"\b(HER2|CDK4/6|BRCA[12]|PALB2|ESR1|PIK3CA|AKT1|PD-L1|T1|T2)\b")


def leaves(value: Any) -> Iterator[Any]:
    """Every string, mark and rich text inside a piece of sample text."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def marks(value: Any) -> set[Mark]:
    """Everything that a piece of sample text refers to, by chooser or by link."""
    found = set()
    for leaf in leaves(value):
        if isinstance(leaf, Mark):
            found.add(leaf)
        if isinstance(leaf, Rich):
            found |= {Mark("page", key) for key in PAGE_PLACEHOLDER.findall(leaf.html)}
    return found


def words_of(value: Any) -> str:
    """The words of a piece of sample text as readers see them."""
    found = []
    for leaf in leaves(value):
        if isinstance(leaf, Rich):
            found.append(strip_tags(leaf.html.replace("</p>", "</p> ")))
        elif isinstance(leaf, str):
            found.append(leaf)
    return "\n".join(found)


def has_number(value: Any) -> bool:
    """Whether a piece of sample text gives a figure that a reader may want to look up."""
    return bool(re.search(r"\d", NAMES.sub("", words_of(value))))


def all_text() -> dict[str, str]:
    """All sample text, under a name that a failing test can show."""
    text = {page.key: words_of([page.title, page.lead, page.body]) for page in PAGES}
    for site in SITES:
        parts = [site.name, site.plain_name, site.what_it_is, site.symptoms, site.tests, site.emergency_note]
        text[f"site {site.key}"] = words_of(parts)
    for term in TERMS:
        text[f"term {term.key}"] = words_of([term.term, term.also_called, term.definition])
    return text
