"""Resolving what the public may see: address → publication → edition, and the surroundings of a page.

Everything here reads publications and editions alone; nothing on this path can name a draft.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Q

from cms.editions.forms import Link, Reviewer, ReviewLine, Surroundings
from cms.editions.models import Edition, Publication

HOME_ADDRESS = "/"
LINK_TAG = re.compile(r'<a\b[^>]*linktype="page"[^>]*>')
LINK_ID = re.compile(r'\bid="(\d+)"')
# A link needs an edition's title and summary, never its text.
HEAVY = [f"{slot}__{name}" for slot in ("current", "pending") for name in ("snapshot", "html", "decisions")]


@dataclass(frozen=True)
class Resolved:
    """What stands at an address. `edition` is None when the object is withdrawn, ended or not yet public."""

    status: str  # "public" | "withdrawn"
    publication: Publication
    edition: Edition | None
    review_line: ReviewLine | None


def resolve(address: str, at: datetime) -> Resolved | None:
    """What readers get at an address at a moment; None is a 404. One query."""
    publication = Publication.objects.select_related("current", "pending").filter(address=address).first()
    if publication is None:
        return None
    edition = publication.public_edition(at)
    if edition is not None:
        return Resolved("public", publication, edition, review_line(publication, edition, at))
    # Only what was public once may say that it is gone: a first edition whose hour has not come is a plain 404.
    was_public = publication.current_from is not None and publication.current_from <= at
    if was_public and (publication.withdrawn_at or publication.current_until):
        return Resolved("withdrawn", publication, None, None)
    return None


def review_line(publication: Publication, edition: Edition, at: datetime) -> ReviewLine | None:
    """The dates and reviewers that readers see for an edition; None for kinds that no clinician reviews."""
    if edition.reviewed_at is None:
        return None
    medical = [d for d in edition.decisions if d["step"] == "medical"]
    reviewed_at, due = edition.reviewed_at, edition.due
    if publication.current_id == edition.pk:
        due = publication.due
        if publication.reaffirmed:
            medical = [publication.reaffirmed]
            reviewed_at = datetime.fromisoformat(publication.reaffirmed["at"])
    reviewers: dict[str, Reviewer] = {}
    for decision in medical:
        if decision["object_id"] == edition.object_id:
            person = Reviewer(decision["person"], (decision.get("credential") or {}).get("letters", ""))
            reviewers[decision["person_id"]] = person
    return ReviewLine(
        reviewed_on=reviewed_at.date(),
        reviewers=list(reviewers.values()),
        updated_on=max(edition.issued_at, publication.current_from or edition.issued_at).date(),
        due_on=due,
        overdue=due is not None and due < at.astimezone(UTC).date(),
    )


def linked_pages(snapshot: dict[str, Any]) -> set[str]:
    """The ids of all pages that a snapshot links to, in rich text, in choosers and inside parts."""
    found = set(_links_in(snapshot["fields"]))
    for pin in snapshot["parts"].values():
        if "snapshot" in pin:
            found |= linked_pages(pin["snapshot"])
    return found


def _links_in(value: Any) -> Iterator[str]:
    """Every page id in a piece of a snapshot: {"page": id} from choosers, `<a linktype="page" id="…">` in text."""
    if isinstance(value, str):
        yield from (f"page:{number}" for tag in LINK_TAG.findall(value) for number in LINK_ID.findall(tag))
    elif isinstance(value, list):
        for item in value:
            yield from _links_in(item)
    elif isinstance(value, dict):
        if set(value) == {"page"} and isinstance(value["page"], str):
            yield value["page"]
        for item in value.values():
            yield from _links_in(item)


def prefixes(address: str) -> list[str]:
    """The addresses above one, from the top: /a/b/ gives / and /a/."""
    names = [name for name in address.split("/") if name]
    return ["/" + "".join(f"{name}/" for name in names[:count]) for count in range(len(names))]


def surroundings(snapshot: dict[str, Any], address: str | None, at: datetime) -> Surroundings:
    """Breadcrumb, children, menu and link targets of a page, from public editions alone. One query."""
    own_id, above = snapshot["object_id"], prefixes(address or "/")
    targets = linked_pages(snapshot)
    wanted = Q(address__in=[*above, HOME_ADDRESS]) | Q(object_id__in=targets) | Q(parent_id=own_id)
    # The menu is the children of home, whichever object is home.
    home = Publication.objects.filter(address=HOME_ADDRESS).values("object_id")
    rows = list(
        Publication.objects.filter(wanted | Q(parent_id__in=home))
        .select_related("current", "pending")
        .defer(*HEAVY)
        .order_by("position", "object_id")
    )
    home_id = next((row.object_id for row in rows if row.address == HOME_ADDRESS), None)
    public = [(row, link) for row in rows if (link := _link(row, at))]
    by_address = {row.address: link for row, link in public}
    return Surroundings(
        links={link.object_id: link for _, link in public if link.object_id in targets},
        ancestors=[by_address[a] for a in above if a in by_address],
        children=[link for row, link in public if row.parent_id == own_id],
        menu=[link for row, link in public if home_id and row.parent_id == home_id],
    )


def _link(publication: Publication, at: datetime) -> Link | None:
    """A link to a publication if readers may follow it at that moment."""
    edition = publication.public_edition(at)
    if edition is None or publication.address is None:
        return None
    return Link(publication.object_id, edition.title, publication.address, edition.summary)


def today(at: datetime) -> date:
    """The calendar day of a moment, in UTC, in which all review dates are counted."""
    return at.astimezone(UTC).date()
