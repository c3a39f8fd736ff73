"""From draft to public, through the review process itself: there is no other way, in tests either."""

from typing import Any

from django.utils import timezone

from cms.editions.publications import Resolved, resolve
from cms.review import decisions
from cms.review.drafts import find
from cms.review.models import Submission
from tests.factories.people import checker, editor, reviewer


def submitted(draft: Any, by: Any = None) -> Submission:
    """The draft put forward by an editor who did not need to write it."""
    return decisions.submit(draft, by or editor())


def released(draft: Any, **people: Any) -> Any:
    """The draft submitted and approved at every step by people who had no hand in it. Returns the fresh row."""
    submission = submitted(draft, people.get("by"))
    for step in decisions.needed_steps(submission):
        person = people.get(step) or (reviewer() if step == "medical" else checker())
        decisions.approve(submission, person, digest=submission.digest)
    return find(draft.object_id)


def edited(draft: Any, by: Any = None, **fields: Any) -> Any:
    """The draft with other content, saved as a revision by an editor. Returns the fresh row."""
    row = find(draft.object_id)
    newest = row.latest_revision.as_object()
    for name, value in fields.items():
        setattr(newest, name, value)
    newest.save_revision(user=by or editor())
    return find(draft.object_id)


def shown_at(address: str) -> Resolved | None:
    """What readers get at an address now."""
    return resolve(address, timezone.now())
