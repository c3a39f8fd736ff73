"""Makes the drafts of what sample pages draw on: sources, the author, sites and terms."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import RevisionMixin

from cms.content.models import GlossaryTerm, MetastasisSite, Profile
from cms.content.sample.filling import Ids, filled
from cms.content.sample.references import REFERENCES, Reference
from cms.content.sample.sites import SITES, SiteText
from cms.content.sample.terms import TERMS, TermText
from cms.content.sample.writing import Mark, Rich, chosen, items, rich
from cms.people.models import User
from cms.sources.models import Source

AUTHOR = Mark("profile", "editor")


def ensure_library(editor: User) -> dict[Mark, int]:
    """Return the id of every source, site, term and profile, making what is missing as the editor's drafts."""
    ids: dict[Mark, int] = {AUTHOR: _author(editor)}
    ids |= {Mark("source", reference.key): _source(reference, editor) for reference in REFERENCES}
    ids |= {Mark("term", text.key): _term(text, editor) for text in TERMS}
    for order, text in enumerate(SITES, start=1):
        ids[Mark("site", text.key)] = _site(text, order * 10, ids, editor)
    return ids


@transaction.atomic
def _written(made: RevisionMixin, editor: User) -> int:
    made.save()
    made.save_revision(user=editor)
    return made.pk


def _author(editor: User) -> int:
    found = Profile.objects.filter(user=editor).first()
    profile = Profile(name=editor.display_name, role="sample account", user=editor)
    return found.pk if found else _written(profile, editor)


def _source(reference: Reference, editor: User) -> int:
    found = Source.objects.filter(
        title=reference.title, authors=reference.authors, publication=reference.publication
    ).first()
    if found is not None:
        return found.pk
    source = Source(
        kind=reference.kind,
        title=reference.title,
        authors=reference.authors,
        publication=reference.publication,
        year=int(reference.year) if reference.year else None,
        volume=reference.volume,
        issue=reference.issue,
        pages=reference.pages,
        doi=reference.doi,
        pmid=reference.pmid,
        isbn=reference.isbn,
        url=reference.url,
    )
    return _written(source, editor)


def _term(text: TermText, editor: User) -> int:
    found = GlossaryTerm.objects.filter(term=text.term).first()
    if found is not None:
        return found.pk
    term = GlossaryTerm(
        term=text.term,
        also_called=text.also_called,
        definition=filled(rich(text.definition), {}),
        live=False,
        has_unpublished_changes=True,
    )
    return _written(term, editor)


def _site(text: SiteText, order: int, ids: Ids, editor: User) -> int:
    found = MetastasisSite.objects.filter(name=text.name).first()
    if found is not None:
        return found.pk
    site = MetastasisSite(
        name=text.name,
        plain_name=text.plain_name,
        body_part=text.body_part,
        how_common=text.how_common,
        what_it_is=filled(Rich("".join(f"<p>{words}</p>" for words in text.what_it_is)), ids),
        symptoms=items(text.symptoms),
        tests=items(text.tests),
        emergency_note=filled(rich(text.emergency_note), ids) if text.emergency_note else "",
        sources=filled(chosen("source", "source", text.cites), ids),
        order=order,
        live=False,
        has_unpublished_changes=True,
    )
    return _written(site, editor)
