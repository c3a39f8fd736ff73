"""Wagtail workflow tasks: thin adapters over decisions.py, so that Wagtail's own buttons obey the law."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import Group
from django.db import models, transaction
from wagtail.models import Task, TaskState

from cms.review.locks import ReviewLock
from cms.review.policy import EDITORIAL, MEDICAL, SECOND_EDITOR


class ReviewTaskState(TaskState):
    """A step of one submission. Approving it is a decision on that submission's digest, whatever the URL named."""

    submission_id_value = models.BigIntegerField(null=True, db_index=True)

    def approve(self, user: Any = None, update: bool = True, comment: str = "") -> TaskState:
        """Wagtail's own approval: on this state's own submission, as it was submitted. Raises Refused."""
        from cms.review import decisions

        decisions.approve_state(self, user, comment=comment)
        return self

    def reject(self, user: Any = None, update: bool = True, comment: str = "") -> TaskState:
        """Wagtail's own 'request changes'. Raises Refused, also when no reason is given."""
        from cms.review import decisions

        decisions.request_changes_state(self, user, comment=comment)
        return self

    def cancel(self, user: Any = None, resume: bool = False, comment: str = "") -> TaskState:
        """Wagtail's own: the workflow was cancelled, so its submission can no longer be decided."""
        from cms.review import decisions

        decisions.close(self.submission_id_value, user)
        return super().cancel(user=user, resume=resume, comment=comment)

    def advance(self, user: Any, comment: str) -> None:
        """Let Wagtail's workflow go on after a recorded approval."""
        super().approve(user=user, comment=comment)

    def turn_back(self, user: Any, comment: str) -> None:
        """Let Wagtail's workflow wait for changes after a recorded request."""
        super().reject(user=user, comment=comment)


class ReviewTask(Task):
    """A step of the law. While it is open nobody edits, superusers included: reviewers comment, editors cancel."""

    step: ClassVar[str] = ""
    task_state_class = ReviewTaskState
    lock_class = ReviewLock

    groups = models.ManyToManyField(Group, help_text="Members of these groups may give this step.")

    admin_form_fields = [*Task.admin_form_fields, "groups"]
    admin_form_widgets = {"groups": forms.CheckboxSelectMultiple}

    class Meta:
        abstract = True

    @transaction.atomic
    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Open this step for the submission, which is made with the first step. Raises Refused.

        After 'changes requested' Wagtail starts again at the step that asked; a new submission begins at its first.
        """
        from cms.review import decisions, standing

        submission = decisions.submission_for(workflow_state, user)
        first = decisions.task_for_next_step(workflow_state, submission)
        if first is not None and first.pk != self.pk:
            return first.start(workflow_state, user)
        state = super().start(workflow_state, user)
        state.submission_id_value = submission.pk
        if standing.was_given(submission, self.step):
            # Wagtail counts approvals by revision; ours stand by content, so a save without a change repeats no step.
            state.status = TaskState.STATUS_SKIPPED
        state.save(update_fields=["submission_id_value", "status"])
        return state

    def in_groups(self, user: Any) -> bool:
        """Whether the person may give this step at all."""
        return bool(user.is_active) and self.groups.filter(pk__in=user.groups.values("pk")).exists()

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return self.in_groups(user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return True

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        if not self.in_groups(user):
            return []
        return [
            ("reject", "Request changes", True),
            ("approve", "Approve", False),
            ("approve", "Approve with comment", True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        if not self.in_groups(user):
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)


class EditorialCheck(ReviewTask):
    """Another editor reads for sense, style and sources."""

    step = EDITORIAL


class MedicalReview(ReviewTask):
    """A reviewer with a valid credential approves the medical content."""

    step = MEDICAL


class SecondEditorCheck(ReviewTask):
    """A second editor reads what is not medical."""

    step = SECOND_EDITOR
