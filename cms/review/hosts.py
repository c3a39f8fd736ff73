"""A part changes in every page that shows it, or in none: reissuing hosts in the pointer move of the part's release."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from cms.editions.issuing import REISSUED, Issue, issue
from cms.editions.models import Edition, Publication, Shown
from cms.editions.snapshot import Pin, all_parts, repin
from cms.review.due import due_with_parts

Pins = dict[str, Pin]


def hosts_of(part_ids: set[str]) -> list[Publication]:
    """The publications, not withdrawn, whose current or pending edition shows one of these parts; parts first."""
    showing = Shown.objects.filter(what__in=part_ids).values("edition_id")
    found = (
        Publication.objects.filter(Q(current_id__in=showing) | Q(pending_id__in=showing), withdrawn_at=None)
        .select_related("current", "pending")
        .order_by("object_id")
    )
    return sorted(found, key=lambda publication: publication.address is not None)


def _part_decisions(pins: Pins, snapshot: dict[str, Any]) -> list[dict[str, Any]]:
    """The decisions behind the newly pinned parts that a host shows, by value."""
    shown = all_parts(snapshot)
    out: list[dict[str, Any]] = []
    for part_id, pin in pins.items():
        if part_id in shown and "snapshot" in pin:
            newest = Edition.objects.filter(object_id=part_id).order_by("-number").first()
            out += [d for d in newest.decisions if d["object_id"] == part_id] if newest else []
    return out


def _reissued(old: Edition, publication: Publication, pins: Pins, at: datetime) -> Edition | None:
    """The host's next edition with the parts pinned anew: its own decisions and review date stay, the parts' are
    added. None if the host does not show them or shows them so already."""
    snapshot = old.snapshot
    for part_id, pin in pins.items():
        if part_id in all_parts(snapshot):
            snapshot = repin(snapshot, part_id, pin)
    if snapshot == old.snapshot:
        return None
    kept = [d for d in old.decisions if d["object_id"] not in pins]
    own = old.own_due
    if publication.reaffirmed and publication.current_id == old.pk:
        own = datetime.fromisoformat(publication.reaffirmed["due"]).date()
    how = Issue(
        cause=REISSUED, at=at, decisions=[*kept, *_part_decisions(pins, snapshot)], reviewed_at=old.reviewed_at,
        own_due=own, due=due_with_parts(own, snapshot), note="A part of this page changed.",
    )  # fmt: skip
    return issue(snapshot, publication.address, how)


def reissue_hosts(pins: Pins, at: datetime, skip: set[str]) -> tuple[list[Edition], dict[str, Publication]]:
    """Reissue every host of these parts, pending editions included, and move its pointers.

    `pins` maps part ids to their new pins; `skip` are objects that get an edition of their own in the same release.
    Returns the new editions and the publications that were moved. Runs inside the releasing transaction.
    """
    issued: list[Edition] = []
    touched: dict[str, Publication] = {}
    pins = dict(pins)
    for publication in hosts_of(set(pins)) if pins else []:
        if publication.object_id in skip:
            continue
        publication.turn(at)
        current = _reissued(publication.current, publication, pins, at) if publication.current else None
        pending = _reissued(publication.pending, publication, pins, at) if publication.pending else None
        if current is not None:
            publication.current, publication.due = current, current.due
        if pending is not None:
            publication.pending, publication.pending_due = pending, pending.due
        if current is None and pending is None:
            continue
        publication.save()
        issued += [edition for edition in (current, pending) if edition]
        touched[publication.object_id] = publication
        if publication.address is None and current is not None:
            # A part that shows parts: its own hosts must show it as it now is.
            pins[publication.object_id] = {"digest": current.digest, "snapshot": current.snapshot}
            more, further = reissue_hosts({publication.object_id: pins[publication.object_id]}, at, skip | set(touched))
            issued += more
            touched.update(further)
    return issued, touched
