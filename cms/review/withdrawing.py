"""Taking a page or a part out of public at once, with a reason."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.editions.models import Edition, Publication
from cms.editions.states import edition_entry, state
from cms.ledger.chain import NOBODY, append, lock_head
from cms.review import groups, policy
from cms.review.decisions import take_back
from cms.review.hosts import hosts_of, reissue_hosts
from cms.review.models import account, actor
from cms.review.projection import follow_withdrawal
from cms.review.refusals import Refused


def may_withdraw(user: Any, reason: str = "(to be given)") -> bool:
    """Whether a person has a role that may withdraw."""
    return _verdict(user, reason).allowed


def _verdict(user: Any, reason: str) -> policy.Verdict:
    person = account(user)
    has_role = bool(person and (person.is_superuser or person.groups.filter(name__in=groups.ALL).exists()))
    return policy.may_withdraw(has_role=has_role, active=bool(person and person.is_active), reason=reason)


@transaction.atomic
def withdraw(object_id: str, user: Any, reason: str) -> list[str]:
    """Take an object out of public now, whatever lock or review it is in. Returns the ids of all objects affected.

    A part leaves every page that shows it, current and pending, in the same move; a page for which the part is
    essential goes too. Restoring needs a decision. Raises Refused.
    """
    verdict = _verdict(user, reason)
    if not verdict.allowed:
        raise Refused(verdict.reasons)
    lock_head()
    at = timezone.now()
    publication = Publication.objects.select_related("current", "pending").filter(object_id=object_id).first()
    if publication is None or publication.withdrawn_at is not None:
        raise Refused(["This is not public, so there is nothing to withdraw."])
    touched: dict[str, Publication] = {}
    issued: list[Edition] = []
    _take_out(publication, at, reason, touched, issued)
    data = {
        "reason": reason,
        "editions": [edition_entry(edition) for edition in issued],
        "publications": [state(p) for p in touched.values()],
    }
    append("withdraw", object_id, actor(user), at, data)
    for affected, row in touched.items():
        if row.withdrawn_at is not None:
            follow_withdrawal(affected)
            take_back(affected, user)
    return list(touched)


def _take_out(
    publication: Publication, at: datetime, reason: str, touched: dict[str, Publication], issued: list[Edition]
) -> None:
    """Withdraw one publication and what cannot stand without it; reissue the rest of its hosts without it."""
    publication.turn(at)
    publication.clear_pending()
    publication.withdrawn_at, publication.withdrawn_reason = at, reason
    publication.save()
    touched[publication.object_id] = publication
    if publication.address is not None:
        return
    for host in hosts_of({publication.object_id}):
        if host.object_id not in touched and essential(host, publication.object_id, at):
            _take_out(host, at, reason, touched, issued)
    editions, hosts = reissue_hosts({publication.object_id: {"withdrawn": True}}, at, skip=set(touched))
    issued += editions
    touched.update(hosts)


def essential(host: Publication, part_id: str, at: datetime) -> bool:
    """Whether a host, as it is or as it is going to be, cannot stand without a part."""
    host.turn(at)
    slots = [edition for edition in (host.current, host.pending) if edition is not None]
    return any(part_id in edition.snapshot.get("essential", []) for edition in slots)


def give_up_address(publication: Publication, at: datetime) -> None:
    """Free the address of a publication whose page is gone, so that a new page may stand there. Logged."""
    publication.address = None
    publication.save()
    append("give_up_address", publication.object_id, NOBODY, at, {"publications": [state(publication)]})
