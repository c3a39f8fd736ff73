"""Submit, approve, request changes: each bound to the digest of what was shown.

Every decision, by a Wagtail button or by a call, goes through here. One order of locks in every act: the ledger's
head first, then the drafts' rows.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.editions.snapshot import digest_of
from cms.ledger.chain import append, lock_head
from cms.review import policy
from cms.review.contributions import contributors
from cms.review.drafts import bundle, draft_of, find, last_edition, lock_rows
from cms.review.models import Decision, Submission, account, actor
from cms.review.policy import APPROVE, REQUEST_CHANGES, Facts
from cms.review.refusals import Refused
from cms.review.standing import approvals, needed_steps, submission_problems
from cms.review.tasks import ReviewTask, ReviewTaskState


@transaction.atomic
def submit(obj: Any, user: Any, note: str = "") -> Submission:
    """Put a draft forward, with its new or changed parts. Returns the open submission.

    Raises Refused with every problem of every member at once.
    """
    lock_head()
    lock_rows([obj.object_id])
    row = find(obj.object_id)
    if row is None:
        raise Refused(["This draft is gone."], about=obj)
    state = row.current_workflow_state
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user=user)
    elif state is not None:
        raise Refused(["This text is already in review: cancel that first, then submit again."], about=row)
    else:
        workflow = row.get_workflow()
        if workflow is None:
            raise Refused([f"No workflow is set for this kind ({row.kind}): ask an administrator."], about=row)
        state = workflow.start(row, user)
    submission = Submission.objects.filter(workflow_state_id_value=state.pk, status=Submission.OPEN).first()
    if submission is None:
        raise Refused(["The workflow of this kind has no step of the review law: ask an administrator."], about=row)
    if note:
        submission.note = note
        submission.save(update_fields=["note"])
    return submission


def submission_for(workflow_state: Any, user: Any) -> Submission:
    """The open submission of a running workflow, made now if there is none. Raises Refused."""
    open_now = Submission.objects.filter(workflow_state_id_value=workflow_state.pk, status=Submission.OPEN).first()
    if open_now is not None:
        return open_now
    lock_head()
    row = workflow_state.content_object
    row = getattr(row, "specific", row)
    at = timezone.now()
    lock_rows([row.object_id])
    bound = bundle(draft_of(row), at)
    if problems := submission_problems(bound, row):
        raise Refused(problems, about=row)
    Submission.objects.filter(
        object_id=row.object_id, status__in=(Submission.OPEN, Submission.CHANGES_REQUESTED)
    ).update(status=Submission.CLOSED)
    who = actor(user)
    submission = Submission.objects.create(
        object_id=row.object_id, kind=row.kind, title=bound.root["title"], digest=bound.digest,
        members={o: {"digest": digest_of(s), "snapshot": s} for o, s in bound.members.items()},
        submitted_by_id_value=who.id, submitted_by=who.name, submitted_at=at, workflow_state_id_value=workflow_state.pk,
    )  # fmt: skip
    members = {object_id: member["digest"] for object_id, member in submission.members.items()}
    append("submit", row.object_id, who, at, {"submission": submission.pk, "digest": bound.digest, "members": members})
    return submission


@transaction.atomic
def close(submission_id: int | None, user: Any) -> None:
    """End an open submission without a decision: its workflow was cancelled. Nothing happens to any other."""
    lock_head()
    submission = Submission.objects.select_for_update().filter(pk=submission_id or 0, status=Submission.OPEN).first()
    if submission is None:
        return
    submission.status = Submission.CLOSED
    submission.save(update_fields=["status"])
    data = {"submission": submission.pk, "digest": submission.digest}
    append("cancel", submission.object_id, actor(user), timezone.now(), data)


def take_back(object_id: str, user: Any) -> None:
    """End the review that an object is in, if any: what was put forward before a withdrawal does not undo it."""
    row = find(object_id)
    state = row.current_workflow_state if row is not None else None
    if state is not None and state.status == state.STATUS_IN_PROGRESS:
        state.cancel(user=user)


def task_for_next_step(workflow_state: Any, submission: Submission) -> ReviewTask | None:
    """The workflow's task for the first of the law's steps that is still missing; None if there is none."""
    given = approvals(submission)
    missing = next((step for step in needed_steps(submission) if step not in given), None)
    tasks = [task.specific for task in workflow_state.workflow.tasks.filter(active=True)]
    return next((task for task in tasks if isinstance(task, ReviewTask) and task.step == missing), None)


def approve(
    submission: Submission, user: Any, *, digest: str, checklist: dict[str, Any] | None = None, comment: str = ""
) -> Decision:
    """Give the step that a submission waits for; the last one releases it.

    `digest` is that of what the person was shown. Raises Refused with all reasons.
    """
    return approve_state(waiting(submission), user, comment=comment, digest=digest, checklist=checklist)


def request_changes(submission: Submission, user: Any, *, digest: str, comment: str) -> Decision:
    """Send a submission back with a reason. Raises Refused."""
    return request_changes_state(waiting(submission), user, comment=comment, digest=digest)


def waiting(submission: Submission) -> ReviewTaskState:
    """The step that a submission waits for. Raises Refused if it waits for none."""
    states = ReviewTaskState.objects.filter(submission_id_value=submission.pk, status="in_progress")
    state = states.order_by("-pk").first()
    if state is None:
        raise Refused(["This submission is no longer open: it was decided, cancelled or replaced."])
    return state


@transaction.atomic
def approve_state(
    state: ReviewTaskState,
    user: Any,
    *,
    comment: str = "",
    digest: str | None = None,
    checklist: dict[str, Any] | None = None,
) -> Decision:
    """Approve one step on its own submission; Wagtail's workflow then goes on, or ends in a release."""
    decision = _decide(state, user, APPROVE, comment, digest, checklist)
    ReviewTaskState.objects.get(pk=state.pk).advance(user, comment)
    state.refresh_from_db()
    return decision


@transaction.atomic
def request_changes_state(
    state: ReviewTaskState, user: Any, *, comment: str = "", digest: str | None = None
) -> Decision:
    """Request changes on one step's own submission."""
    if not comment.strip():
        raise Refused(["Say what should change: the editor needs your reason."], about=_row(state))
    decision = _decide(state, user, REQUEST_CHANGES, comment, digest, None)
    Submission.objects.filter(decisions=decision).update(status=Submission.CHANGES_REQUESTED)
    ReviewTaskState.objects.get(pk=state.pk).turn_back(user, comment)
    state.refresh_from_db()
    return decision


def _row(state: ReviewTaskState) -> Any:
    obj = state.workflow_state.content_object
    return getattr(obj, "specific", obj)


def _decide(
    state: ReviewTaskState,
    user: Any,
    verdict: str,
    comment: str,
    digest: str | None,
    checklist: dict[str, Any] | None,
) -> Decision:
    """Check the law under lock, store the decision and write the ledger. Raises Refused."""
    lock_head()
    submission = Submission.objects.select_for_update().filter(pk=state.submission_id_value or 0).first()
    if submission is None:
        raise Refused(["This step belongs to no submission: submit the text again."], about=_row(state))
    lock_rows(list(submission.members))
    step = state.task.specific.step
    facts = gather(submission, state.pk, step, user, digest)
    allowed = policy.may_decide(facts, verdict)
    if not allowed.allowed:
        raise Refused(allowed.reasons, about=_row(state))
    at, who = timezone.now(), actor(user)
    credential = valid_credential(user) if step == policy.MEDICAL else None
    decision = Decision.objects.create(
        submission=submission, object_id=submission.object_id, step=step, verdict=verdict, digest=submission.digest,
        person_id_value=who.id, person=who.name, credential=credential.by_value() if credential else None,
        checklist=checklist or {}, comment=comment, at=at,
    )  # fmt: skip
    append(verdict, submission.object_id, who, at, {"decision": decision.by_value(submission.object_id)})
    return decision


def valid_credential(user: Any) -> Any:
    """The person's credential that is valid today and lasts longest; None if there is none."""
    return user.credentials.filter(valid_until__gte=timezone.now().date()).order_by("-valid_until").first()


def _submitter(submission: Submission, person: Any) -> str:
    """Who submitted: this person, if they put this very content forward now or in a submission that was taken back."""
    same = Submission.objects.filter(object_id=submission.object_id, digest=submission.digest)
    if person is not None and same.filter(submitted_by_id_value=str(person.pk)).exists():
        return str(person.pk)
    return submission.submitted_by_id_value


def current_conflicts(person: Any, object_ids: set[str], on: date) -> tuple[str, ...]:
    """What a person declared that concerns one of these objects on that day."""
    return tuple(c.statement for c in person.conflicts.all() if c.applies(object_ids, on)) if person else ()


def gather(submission: Submission, state_id: int, step: str, user: Any, digest: str | None) -> Facts:
    """What is true now about one person and one step of a submission, for policy.may_decide.

    `digest` is that of what was shown; None stands for the submission itself, which Wagtail's own buttons act on.
    """
    state = ReviewTaskState.objects.select_related("task").get(pk=state_id)
    at = timezone.now()
    row = find(submission.object_id)
    now = bundle(draft_of(row), at) if row is not None else None
    people: frozenset[str] = frozenset()
    for object_id in submission.members:
        member = find(object_id)
        last = last_edition(object_id)
        people |= contributors(draft_of(member), last) if member is not None else {""}
    given = approvals(submission)
    person = account(user)
    members = set(submission.members)
    return Facts(
        step=step,
        person=str(person.pk) if person else "",
        active=bool(person and person.is_active),
        has_role=bool(person and state.task.specific.in_groups(person)),
        submission_open=submission.status == Submission.OPEN and state.status == "in_progress",
        needed=needed_steps(submission),
        approved=tuple(given),
        digest_shown=submission.digest if digest is None else digest,
        digest_submitted=submission.digest,
        digest_now=now.digest if now else "",
        submitted_by=_submitter(submission, person),
        contributors=people,
        deciders=frozenset(decision.person_id_value for decision in given.values()),
        credential=bool(person and valid_credential(person)),
        conflicts=current_conflicts(person, members, at.date()),
        problems=tuple(submission_problems(now, row)) if now is not None else (),
    )
