"""How a submission stands: what it needs, what it was given, and what keeps it from going on."""

from typing import Any

from django.utils import timezone

from cms.editions.models import Publication
from cms.editions.snapshot import digest_of
from cms.ledger.models import Entry
from cms.review import policy
from cms.review.drafts import Bundle, draft_of, find
from cms.review.models import Decision, Submission
from cms.review.policy import APPROVE


def submission_problems(bound: Bundle, row: Any) -> list[str]:
    """What keeps a bundle from being submitted: each member's own problems, and an expiry that has passed."""
    problems: list[str] = []
    for object_id in bound.members:
        member = find(object_id)
        if member is not None:
            found = draft_of(member).submission_problems()
            # The root's own need no name; a part's must say which of the parts is meant.
            problems += found if object_id == row.object_id else [f"“{member}”: {problem}" for problem in found]
    draft = draft_of(row)
    if draft.expire_at and draft.expire_at <= max(timezone.now(), draft.go_live_at or timezone.now()):
        problems.append("The expiry time lies before the text could become public: change it or take it out.")
    for part_id in bound.root.get("essential", []):
        if bound.root["parts"].get(part_id, {}).get("withdrawn"):
            problems.append("The part that this page is about was withdrawn: submit that part first, to restore it.")
    if len(bound.members) == 1 and _is_current(draft, digest_of(bound.root)):
        problems.append("Nothing has changed since the current edition, so there is nothing to approve.")
    return problems


def _is_current(draft: Any, own: str) -> bool:
    """Whether readers already see this very text, until the very time that the draft says."""
    publication = Publication.objects.select_related("current", "pending").filter(object_id=draft.object_id).first()
    edition = publication.public_edition(timezone.now()) if publication else None
    if publication is None or edition is None or publication.pending_id:
        return False
    return edition.digest == own and publication.current_until == draft.expire_at


def needed_steps(submission: Submission) -> tuple[str, ...]:
    """The law's steps for a submission: those of all its members' kinds."""
    return policy.steps_for(member["snapshot"]["kind"] for member in submission.members.values())


def approvals(submission: Submission) -> dict[str, Decision]:
    """The approvals given on the submission's digest, by step."""
    given = submission.decisions.filter(verdict=APPROVE, digest=submission.digest)
    return {decision.step: decision for decision in given}


def on_record(decision: Decision) -> bool:
    """Whether the ledger has this very decision: the table can be written to, the ledger cannot."""
    entries = Entry.objects.filter(act=decision.verdict, object_id=decision.object_id).order_by("-seq")
    noted = (data.get("decision") for data in entries.values_list("data", flat=True).iterator(chunk_size=50))
    return decision.by_value(decision.object_id) in noted


def was_given(submission: Submission, step: str) -> bool:
    """Whether a step was approved on the submission's digest."""
    return submission.decisions.filter(verdict=APPROVE, digest=submission.digest, step=step).exists()
