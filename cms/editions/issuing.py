"""Making an edition. It is invisible until a publication points to it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from cms.editions.models import Edition, Shown
from cms.editions.publications import surroundings
from cms.editions.rendering import render_main
from cms.editions.snapshot import digest_of, shown_in

APPROVED, REISSUED = "approved", "reissued"
SUMMARY_LENGTH = 300


@dataclass(frozen=True)
class Issue:
    """What an edition is made of besides its snapshot; dates in UTC, days as dates."""

    cause: str
    at: datetime
    decisions: list[dict[str, Any]] = field(default_factory=list)
    reviewed_at: datetime | None = None
    own_due: date | None = None
    due: date | None = None
    note: str = ""


def issue(snapshot: dict[str, Any], address: str | None, how: Issue) -> Edition:
    """Store the next edition of an object, with its digest and the HTML of its main region frozen.

    Must run inside the releasing transaction. Raises IntegrityError if the number was taken meanwhile, so that two
    releases of one object can never both win.
    """
    object_id = snapshot["object_id"]
    last = Edition.objects.filter(object_id=object_id).aggregate(last=Max("number"))["last"] or 0
    edition = Edition.objects.create(
        object_id=object_id,
        number=last + 1,
        kind=snapshot["kind"],
        locale=snapshot["locale"],
        title=snapshot["title"],
        summary=str(snapshot["fields"].get("lead") or "")[:SUMMARY_LENGTH],
        format=snapshot["format"],
        snapshot=snapshot,
        digest=digest_of(snapshot),
        html=render_main(snapshot, surroundings(snapshot, address, how.at), None),
        decisions=how.decisions,
        cause=how.cause,
        note=how.note,
        issued_at=how.at,
        reviewed_at=how.reviewed_at,
        own_due=how.own_due,
        due=how.due,
        replaces=last or None,
    )
    Shown.objects.bulk_create(Shown(edition=edition, what=what) for what in sorted(shown_in(snapshot)))
    return edition
