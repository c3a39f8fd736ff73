"""What the end of a workflow leads to. Wagtail imports this while its own models load: no model at the module's top."""

from typing import Any


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Wagtail's WAGTAIL_FINISH_WORKFLOW_ACTION: what a finished workflow leads to. Raises Refused.

    A governed object is released, if the law's steps were given on its exact content; anything else is published as
    Wagtail would.
    """
    from wagtail.workflows import publish_workflow_state

    from cms.review.gate import governs
    from cms.review.models import Submission
    from cms.review.refusals import Refused
    from cms.review.releasing import release

    obj = workflow_state.content_object
    if not governs(obj):
        publish_workflow_state(workflow_state, user)
        return
    submission = Submission.objects.filter(workflow_state_id_value=workflow_state.pk, status=Submission.OPEN).first()
    if submission is None:
        raise Refused(
            ["This workflow has no step of the review law, so its end publishes nothing: ask an administrator."],
            about=getattr(obj, "specific", obj),
        )
    release(submission, user)
