"""A whole page as its template shows it: format 1 of the snapshot."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cms.editions.forms import Link, ReviewLine, Surroundings
from cms.editions.presenting import blocks, body, links, parts, review, richtext
from cms.editions.presenting.anchors import Anchors
from cms.editions.presenting.citations import Citations, CitedSource
from cms.editions.presenting.parts import ShownSite, ShownTerm, Withdrawn
from cms.editions.presenting.reading import Json, Reading, lines, stream, text
from cms.editions.presenting.review import ReviewNote

PAGE_TEMPLATES = {
    "home_page": "editions/section.html",
    "section_page": "editions/section.html",
    "topic_page": "editions/article.html",
    "standard_page": "editions/article.html",
}
PART_KINDS = ("metastasis_site", "glossary_term")
FEWEST_CONTENTS = 3


@dataclass(frozen=True)
class Author:
    """A person who wrote a page, as copied into its snapshot."""

    name: str
    credentials: str
    role: str


@dataclass(frozen=True)
class Entry:
    """A line of the contents list."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Presented:
    """What the template of a kind is given. `description` is one line for search engines and shared links."""

    template: str
    kind: str
    locale: str
    title: str
    description: str
    lead: list[str] = field(default_factory=list)
    subject: ShownSite | Withdrawn | None = None
    part: ShownSite | ShownTerm | None = None
    body: list[blocks.Block] = field(default_factory=list)
    contents: list[Entry] = field(default_factory=list)
    children: list[Link] = field(default_factory=list)
    related: list[Link] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    sources: list[CitedSource] = field(default_factory=list)
    review: ReviewNote | None = None


def present(snapshot: dict[str, Json], surroundings: Surroundings, line: ReviewLine | None) -> Presented:
    """Prepare a snapshot of format 1 for its template.

    Takes a page's or a part's snapshot. Raises KeyError for a kind or a block type that format 1 does not have.
    """
    reading = Reading(snapshot, surroundings.links, Citations(), Anchors())
    if snapshot["kind"] in PART_KINDS:
        return _part(reading, line)
    return _page(reading, PAGE_TEMPLATES[snapshot["kind"]], surroundings, line)


def _page(reading: Reading, template: str, surroundings: Surroundings, line: ReviewLine | None) -> Presented:
    lead = lines(reading.field("lead"))
    subject = parts.shown_site(reading, reading.field("subject"), level=body.TOP_LEVEL + 1)
    shown = body.build(reading, reading.field("body"))
    related = links.pages(stream(reading.field("related_pages")), reading.links)
    sources = reading.citations.sources
    return Presented(
        template=template,
        kind=reading.snapshot["kind"],
        locale=reading.snapshot["locale"],
        title=reading.snapshot["title"],
        description=text(reading.field("search_description")) or " ".join(lead),
        lead=lead,
        subject=subject,
        body=shown,
        contents=contents(subject, shown, related, sources),
        children=surroundings.children,
        related=related,
        authors=list(_authors(reading)),
        sources=sources,
        review=review.note(line),
    )


def _part(reading: Reading, line: ReviewLine | None) -> Presented:
    kind = reading.snapshot["kind"]
    is_site = kind == "metastasis_site"
    shown: ShownSite | ShownTerm = parts.site(reading, level=body.TOP_LEVEL) if is_site else parts.term(reading)
    return Presented(
        template="editions/part.html",
        kind=kind,
        locale=reading.snapshot["locale"],
        title=reading.snapshot["title"],
        description=richtext.plain(reading.field("what_it_is" if is_site else "definition")),
        part=shown,
        sources=reading.citations.sources,
        review=review.note(line),
    )


def contents(
    subject: object, shown: list[blocks.Block], related: list[Link], sources: list[CitedSource]
) -> list[Entry]:
    """The sections of a page, to jump to; none for a page so short that they would only be in the way."""
    entries = [Entry(_("At a glance"), "at-a-glance")] if subject else []
    entries += _sections(shown)
    if related:
        entries.append(Entry(_("Related pages"), "related"))
    if sources:
        entries.append(Entry(_("Sources"), "sources"))
    return entries if len(entries) >= FEWEST_CONTENTS else []


def _sections(shown: list[blocks.Block]) -> Iterator[Entry]:
    for block in shown:
        match block:
            case blocks.Heading(level=body.TOP_LEVEL, text=words, anchor=anchor):
                yield Entry(words, anchor)
            case (
                blocks.Sites(level=body.TOP_LEVEL, heading=words, anchor=anchor)
                | blocks.Related(level=body.TOP_LEVEL, heading=words, anchor=anchor)
                | blocks.Questions(level=body.TOP_LEVEL, heading=words, anchor=anchor)
                | blocks.Terms(level=body.TOP_LEVEL, heading=words, anchor=anchor)
            ) if words:
                yield Entry(words, anchor)


def _authors(reading: Reading) -> Iterator[Author]:
    for reference in stream(reading.field("authors")):
        profile = reading.value(reference)
        if profile and text(profile.get("name")):
            yield Author(text(profile["name"]), text(profile.get("credentials")), text(profile.get("role")))
