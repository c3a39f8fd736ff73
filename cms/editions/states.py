"""A publication as plain JSON: what the ledger keeps of it, and what a rebuild must give back."""

import hashlib
from datetime import UTC, date, datetime
from typing import Any

from cms.editions.models import Edition, Publication

SLOTS = ("current", "pending")


def _text(value: datetime | date | None) -> str | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if value else None


def state(publication: Publication) -> dict[str, Any]:
    """Everything that a publication says, by value: editions as numbers, times as UTC text."""
    out: dict[str, Any] = {
        "object_id": publication.object_id,
        "kind": publication.kind,
        "locale": publication.locale,
        "address": publication.address,
        "parent_id": publication.parent_id,
        "position": publication.position,
        "due": _text(publication.due),
        "pending_due": _text(publication.pending_due),
        "reaffirmed": publication.reaffirmed,
        "withdrawn_at": _text(publication.withdrawn_at),
        "withdrawn_reason": publication.withdrawn_reason,
    }
    for slot in SLOTS:
        edition: Edition | None = getattr(publication, slot)
        out[slot] = edition.number if edition else None
        out[f"{slot}_from"] = _text(getattr(publication, f"{slot}_from"))
        out[f"{slot}_until"] = _text(getattr(publication, f"{slot}_until"))
    return out


def edition_entry(edition: Edition) -> dict[str, Any]:
    """What the ledger keeps of an edition: enough to tell any change of its text, its frozen HTML or its dates."""
    plain = ("object_id", "number", "digest", "cause", "decisions", "kind", "locale", "title", "summary", "format")
    dates = ("issued_at", "reviewed_at", "own_due", "due")
    return {
        **{name: getattr(edition, name) for name in (*plain, "note", "replaces")},
        **{name: _text(getattr(edition, name)) for name in dates},
        "html": hashlib.sha256(edition.html.encode()).hexdigest(),
    }
