"""Snapshots of format 1 in their plain form, as small as a test allows."""

from datetime import date
from typing import Any

from cms.editions.forms import Link, Reviewer, ReviewLine, Surroundings

Json = dict[str, Any]
REVIEWED = ReviewLine(
    reviewed_on=date(2026, 11, 3),
    reviewers=[Reviewer("Sample Reviewer", "MD, MPH")],
    updated_on=date(2026, 11, 10),
    due_on=date(2028, 11, 3),
    overdue=False,
)
HOME = Link("page:1", "Home", "/")
SECTION = Link("page:2", "About samples", "/about/", "What samples are.")
OTHER = Link("page:12", "Another page", "/about/another/", "What another page says.")


def source(**fields: str) -> Json:
    """A source as it is copied into a snapshot."""
    empty = dict.fromkeys(("title", "authors", "publication", "year", "volume", "issue", "pages"), "")
    return {"kind": "article", **empty, "doi": "", "pmid": "", "isbn": "", "url": "", **fields}


def snapshot(kind: str = "topic_page", **given: Any) -> Json:
    """A snapshot. `fields`, `parts` and `values` are as given, everything else is filled in."""
    return {
        "format": 1,
        "kind": kind,
        "object_id": given.get("object_id", "page:20"),
        "locale": given.get("locale", "en"),
        "title": given.get("title", "A sample page"),
        "fields": {"lead": "", "body": [], **given.get("fields", {})},
        "parts": given.get("parts", {}),
        "values": given.get("values", {}),
    }


def page(*body: Json, parts: Json | None = None, values: Json | None = None, **fields: Any) -> Json:
    """A topic page with a body."""
    return snapshot(fields={"body": list(body), **fields}, parts=parts or {}, values=values or {})


def site(number: int = 1, values: Json | None = None, **fields: Any) -> Json:
    """A metastasis site as the pin that a page has of it."""
    given = {
        "name": f"Sample metastasis {number}",
        "plain_name": f"Sample place {number}",
        "body_part": "other",
        "how_common": "common",
        "what_it_is": "<p>A place in the body.</p>",
        "symptoms": [{"type": "item", "value": "A sample symptom"}],
        "tests": [{"type": "item", "value": "A sample test"}],
        "emergency_note": "",
        "sources": [],
        **fields,
    }
    inner = snapshot("metastasis_site", object_id=f"metastasis_site:{number}", title=given["name"], values=values or {})
    return {"digest": "0" * 64, "snapshot": {**inner, "fields": given}}


def term(number: int = 1, **fields: Any) -> Json:
    """A glossary term as the pin that a page has of it."""
    given = {"term": f"Sample word {number}", "also_called": "", "definition": "<p>What it means.</p>", **fields}
    inner = snapshot("glossary_term", object_id=f"glossary_term:{number}", title=given["term"])
    return {"digest": "1" * 64, "snapshot": {**inner, "fields": given}}


def block(kind: str, **value: Any) -> Json:
    """A block of a body."""
    return {"type": kind, "value": value}


def heading(words: str, level: int = 2) -> Json:
    """A heading block."""
    return block("heading", level=str(level), text=words)


def paragraph(html: str, *sources: str) -> Json:
    """A paragraph block that cites sources."""
    return block("paragraph", text=html, sources=refs(*sources))


def refs(*ids: str) -> list[Json]:
    """References, as choosers leave them in a snapshot."""
    return [{"ref": one} for one in ids]


def around(*links: Link, **given: Any) -> Surroundings:
    """Surroundings in which these pages are public."""
    return Surroundings(links={link.object_id: link for link in links}, **given)
