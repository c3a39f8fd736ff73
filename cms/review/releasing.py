"""The act that makes editions current: checked again, then all pointers at once."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.editions.issuing import APPROVED, Issue, issue
from cms.editions.models import Edition, Publication
from cms.editions.states import edition_entry, state
from cms.ledger.chain import append, lock_head
from cms.review import policy
from cms.review.addresses import draft_address, tree_place
from cms.review.drafts import Bundle, bundle, draft_of, find
from cms.review.due import due_with_parts, own_due
from cms.review.hosts import Pins, reissue_hosts
from cms.review.models import Contribution, Decision, Submission, actor
from cms.review.projection import follow_release
from cms.review.refusals import Refused
from cms.review.standing import approvals, needed_steps, on_record, submission_problems
from cms.review.withdrawing import give_up_address


@transaction.atomic
def release(submission: Submission, user: Any) -> list[Edition]:
    """Issue the editions of an approved submission and make them current, or pending until its go-live time.

    Parts first, then every host that shows them, then the page; one ledger entry for all. Returns the editions, the
    submitted object's last. Raises Refused if an approval is missing or the draft is not what was approved.
    """
    lock_head()
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    row, bound, given, at = _checked(submission)
    issued: list[Edition] = []
    touched: dict[str, Publication] = {}
    pins: Pins = {}
    # The bundle as it was just built, never the stored copy: a row that can be changed is no evidence.
    for object_id, snapshot in bound.members.items():
        edition, publication = _issue_member(object_id, snapshot, given, at, submission.note)
        issued.append(edition)
        touched[object_id] = publication
        if object_id != submission.object_id or row.is_part:
            pins[object_id] = {"digest": edition.digest, "snapshot": edition.snapshot}
        Contribution.objects.filter(object_id=object_id, edition=None).update(edition=edition.number)
    own = set(bound.members)
    if touched[submission.object_id].pending_id:
        # What readers see until the hour shows the new parts too, as every other host does.
        own.discard(submission.object_id)
    reissued, hosts = reissue_hosts(pins, at, skip=own)
    touched.update(hosts)
    submission.status = Submission.RELEASED
    submission.save(update_fields=["status"])
    data = {
        "submission": submission.pk,
        "digest": submission.digest,
        "editions": [edition_entry(edition) for edition in [*reissued, *issued]],
        "publications": [state(publication) for publication in touched.values()],
    }
    append("release", submission.object_id, actor(user), at, data)
    for object_id in bound.members:
        follow_release(object_id, user)
    return issued


def _checked(submission: Submission) -> tuple[Any, Bundle, dict[str, Decision], datetime]:
    """The row, its bundle, the approvals and the time of a release that the law allows. Raises Refused."""
    at = timezone.now()
    row = find(submission.object_id)
    if row is None:
        raise Refused(["The draft is gone."])
    if submission.status != Submission.OPEN:
        raise Refused(["This submission was already released, or is no longer open."], about=row)
    given = approvals(submission)
    people = {step: decision.person_id_value for step, decision in given.items()}
    allowed = policy.may_release(needed_steps(submission), people)
    reasons = list(allowed.reasons)
    if not all(on_record(decision) for decision in given.values()):
        reasons.append("An approval of this submission is not in the ledger: submit it again.")
    bound = bundle(draft_of(row), at)
    if bound.digest != submission.digest:
        reasons.append("The text has changed since it was submitted: it must be submitted again.")
    reasons += submission_problems(bound, row)
    if reasons:
        raise Refused(reasons, about=row)
    return row, bound, given, at


def _issue_member(
    object_id: str, snapshot: dict[str, Any], given: dict[str, Decision], at: datetime, note: str
) -> tuple[Edition, Publication]:
    """One member's edition, and its publication moved to it."""
    row = find(object_id)
    if row is None:
        raise Refused([f"The draft of “{snapshot['title']}” is gone: submit again."])
    draft = draft_of(row)
    steps = policy.KINDS[snapshot["kind"]].steps
    decisions = [decision.by_value(object_id) for step, decision in given.items() if step in steps or not steps]
    medical = given.get(policy.MEDICAL) if policy.MEDICAL in steps else None
    own = own_due(snapshot, medical.at) if medical else None
    address = draft_address(draft) if not row.is_part else None
    how = Issue(
        cause=APPROVED, at=at, decisions=decisions, reviewed_at=medical.at if medical else None,
        own_due=own, due=due_with_parts(own, snapshot), note=note,
    )  # fmt: skip
    edition = issue(snapshot, address, how)
    return edition, _point(row, draft, edition, address, at)


def _point(row: Any, draft: Any, edition: Edition, address: str | None, at: datetime) -> Publication:
    """Make an edition current, or pending until the draft's go-live time. A withdrawn object is restored by it."""
    publication = Publication.objects.select_related("current", "pending").filter(
        object_id=edition.object_id
    ).first() or Publication(object_id=edition.object_id)
    publication.turn(at)
    publication.kind, publication.locale = edition.kind, edition.locale
    if not row.is_part:
        publication.parent_id, publication.position = tree_place(row)
        if publication.address is None:
            publication.address = _free_address(edition.object_id, address, at, row)
    if draft.go_live_at and draft.go_live_at > at:
        publication.pending, publication.pending_from = edition, draft.go_live_at
        publication.pending_until, publication.pending_due = draft.expire_at, edition.due
        if publication.withdrawn_at is not None:
            publication.current = publication.current_from = publication.current_until = None
    else:
        if publication.public_edition(at) is None:
            publication.current_from = at
        # Otherwise it was public without a break: a reader whose clock was read a moment ago must not miss it.
        publication.current = edition
        publication.current_until, publication.due = draft.expire_at, edition.due
        publication.reaffirmed = None
        publication.clear_pending()
    publication.withdrawn_at, publication.withdrawn_reason = None, ""
    publication.save()
    return publication


def _free_address(object_id: str, address: str | None, at: datetime, row: Any) -> str | None:
    """An address that no other public page has; one that a withdrawn page left behind may be taken over."""
    other = (
        Publication.objects.select_related("current", "pending")
        .filter(address=address)
        .exclude(object_id=object_id)
        .first()
    )
    if other is None:
        return address
    if other.public_edition(at) is not None or other.pending_id or find(other.object_id) is not None:
        raise Refused([f"Another page stands at {address}: give this one another address."], about=row)
    give_up_address(other, at)
    return address
