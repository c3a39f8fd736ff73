"""On the admin's home page: what waits for this person's decision.

In place of Wagtail's own list, which offers to approve with one click, unread, and which gives a reviewer, who may not
edit, no way into a part.
"""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from cms.review.models import Submission
from cms.review.policy import STEP_NAMES
from cms.review.tasks import ReviewTaskState

WAGTAILS = "workflow_objects_to_moderate"


class Awaiting(Component):
    """The submissions that wait for a step which this person may give, the longest waiting first."""

    name = "awaiting_decision"
    template_name = "review/awaiting.html"
    order = 220

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Adds `waiting`: title, step, who submitted it and when, and where to decide."""
        return {"waiting": waiting_for(parent_context["request"].user)}


def waiting_for(user: Any) -> list[dict[str, Any]]:
    """What waits for a decision of `user`."""
    states = ReviewTaskState.objects.filter(status=ReviewTaskState.STATUS_IN_PROGRESS).select_related("task")
    tasks = {state.task_id: state.task.specific for state in states}
    mine = {pk: task.step for pk, task in tasks.items() if task.in_groups(user)}
    steps = {state.submission_id_value: mine[state.task_id] for state in states if state.task_id in mine}
    submissions = (
        Submission.objects.filter(pk__in=steps, status=Submission.OPEN).defer("members").order_by("submitted_at")
    )
    return [
        {
            "title": submission.title,
            "kind": submission.kind.replace("_", " "),
            "step": STEP_NAMES[steps[submission.pk]],
            "by": submission.submitted_by,
            "at": submission.submitted_at,
            "url": reverse("review_decide", args=[submission.pk]),
        }
        for submission in submissions
    ]


def show_what_waits(request: Any, panels: list[Any]) -> None:
    """Receiver of Wagtail's construct_homepage_panels."""
    panels[:] = [Awaiting(), *(panel for panel in panels if getattr(panel, "name", "") != WAGTAILS)]
