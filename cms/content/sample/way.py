"""Takes a sample page along the way to the public: the same calls that people's clicks make."""

from __future__ import annotations

from typing import Any

from cms.content.sample.accounts import Accounts
from cms.content.sample.pages import PageText
from cms.people.models import User
from cms.review import decisions
from cms.review.models import Submission
from cms.review.policy import APPROVE, EDITORIAL, MEDICAL, SECOND_EDITOR

NOTE = "Sample text, to show the way of a text. No clinician has read it."
CHECKLIST = {"Says first that it is a sample": True, "Cites a source for its figures": True}
CHECKED = "Sample check: this shows the step, nobody with clinical training read the text."


def take_along(page: Any, text: PageText, accounts: Accounts) -> None:
    """Submit ``page`` and decide its steps as far as its stage says, continuing where it stopped before.

    Raises Refused if the review refuses: there is no way round it, for samples neither.
    """
    if text.stage == "draft":
        return
    submission = _open_submission(page) or decisions.submit(page, accounts.editor, NOTE)
    for step, person in _decisions(text, accounts):
        if not submission.decisions.filter(step=step, verdict=APPROVE).exists():
            _approve(submission, person)


def _open_submission(page: Any) -> Submission | None:
    return Submission.objects.filter(object_id=page.object_id, status=Submission.OPEN).first()


def _decisions(text: PageText, accounts: Accounts) -> list[tuple[str, User]]:
    """Return who gives which step: none, one or two of them, by the stage the page is to reach."""
    if text.kind != "topic_page":
        return [(SECOND_EDITOR, accounts.checker)]
    both = [(EDITORIAL, accounts.checker), (MEDICAL, accounts.reviewer)]
    return both[: {"editorial_check": 0, "medical_review": 1, "public": 2}[text.stage]]


def _approve(submission: Submission, person: User) -> None:
    decisions.approve(submission, person, digest=submission.digest, checklist=CHECKLIST, comment=CHECKED)
