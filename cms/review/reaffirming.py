"""Reaffirm: a reviewer read a public text again and found no change needed. New dates on the same edition."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms.editions.models import Edition, Publication
from cms.editions.snapshot import all_values
from cms.editions.states import state
from cms.ledger.chain import append, lock_head
from cms.review import policy
from cms.review.decisions import current_conflicts, valid_credential
from cms.review.due import due_with_parts, own_due
from cms.review.hosts import hosts_of
from cms.review.models import Contribution, Decision, account, actor
from cms.review.refusals import Refused
from cms.review.tasks import MedicalReview


@transaction.atomic
def reaffirm(object_id: str, user: Any, *, digest: str, rechecked: list[str], statement: str) -> Decision:
    """Give a public edition a new reviewed date and due date, with the evidence for it. One object at a time.

    `digest` is that of the edition that was shown, `rechecked` the ids of the sources that were read again,
    `statement` what the person signs. The due dates of pages that show a part follow. Raises Refused with all
    reasons.
    """
    lock_head()
    at, who = timezone.now(), actor(user)
    publication = Publication.objects.select_related("current", "pending").filter(object_id=object_id).first()
    edition = publication.public_edition(at) if publication else None
    if publication is None or edition is None:
        raise Refused(["Readers cannot see this text, so there is nothing to reaffirm: submit its draft instead."])
    verdict = policy.may_reaffirm(_facts(edition, user, digest, frozenset(rechecked), statement, at))
    if not verdict.allowed:
        raise Refused(verdict.reasons)
    credential = valid_credential(account(user))
    decision = Decision.objects.create(
        submission=None, object_id=object_id, step=policy.MEDICAL, verdict=policy.REAFFIRM, digest=digest,
        person_id_value=who.id, person=who.name, credential=credential.by_value() if credential else None,
        checklist={"rechecked": sorted(rechecked)}, comment=statement, at=at,
    )  # fmt: skip
    own = own_due(edition.snapshot, at)
    publication.reaffirmed = {**decision.by_value(object_id), "due": own.isoformat() if own else None}
    publication.due = due_with_parts(own, edition.snapshot)
    publication.save()
    touched = [publication, *_hosts_follow(publication, at)]
    data = {"decision": publication.reaffirmed, "publications": [state(row) for row in touched]}
    append(policy.REAFFIRM, object_id, who, at, data)
    return decision


def _facts(
    edition: Edition, user: Any, digest: str, rechecked: frozenset[str], statement: str, at: datetime
) -> policy.ReaffirmFacts:
    person = account(user)
    return policy.ReaffirmFacts(
        kind=edition.kind,
        person=str(person.pk) if person else "",
        active=bool(person and person.is_active),
        has_role=bool(person and any(task.in_groups(person) for task in MedicalReview.objects.filter(active=True))),
        public=True,
        digest_shown=digest,
        digest_now=edition.digest,
        contributors=_behind(edition),
        credential=bool(person and valid_credential(person)),
        conflicts=current_conflicts(person, {edition.object_id}, at.date()),
        sources=frozenset(value for value in all_values(edition.snapshot) if value.startswith("source:")),
        rechecked=rechecked,
        statement=statement,
    )


def _behind(edition: Edition) -> frozenset[str]:
    """Everybody whose words an edition may still hold: all who wrote up to it, and in what it copied by value."""
    values = list(edition.snapshot["values"])
    behind = Contribution.objects.filter(
        Q(object_id=edition.object_id, edition__lte=edition.number) | Q(object_id__in=values, at__lte=edition.issued_at)
    )
    return frozenset(behind.values_list("person_id", flat=True)) - {""}


def _hosts_follow(part: Publication, at: datetime) -> list[Publication]:
    """The hosts of a part whose due date was its: each gets the earliest of its own and its parts' dates."""
    if part.address is not None:
        return []
    moved = []
    for host in hosts_of({part.object_id}):
        host.turn(at)
        before = (host.due, host.pending_due)
        if host.current is not None:
            host.due = due_with_parts(_own(host), host.current.snapshot)
        if host.pending is not None:
            host.pending_due = due_with_parts(host.pending.own_due, host.pending.snapshot)
        if before != (host.due, host.pending_due):
            host.save()
            moved.append(host)
    return moved


def _own(host: Publication) -> date | None:
    """A host's own due date: from its reaffirmation if it has one, else from its edition."""
    if host.reaffirmed and host.reaffirmed["due"]:
        return date.fromisoformat(host.reaffirmed["due"])
    return host.current.own_due if host.current else None
