"""The lock of a text in review, in words that say what each person can do about it."""

from typing import Any

from wagtail.locks import WorkflowLock

WHY = "Nobody edits it meanwhile, so that what is approved is what was read."


class ReviewLock(WorkflowLock):
    """Locks a text for everybody while a step of the law is open, superusers included."""

    def get_message(self, user: Any) -> str | None:
        """Which step it waits for, why it is locked, and this person's way forward; None where it is not locked."""
        if not self.for_user(user):
            return None
        return f"In review: it waits for the {self.task.name.lower()}. {WHY} {self._way_forward(user)}"

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        """The same reason, for Wagtail's status panel."""
        return WHY

    def _way_forward(self, user: Any) -> str:
        state = self.object.current_workflow_state
        submitted = state is not None and user.pk in (state.requested_by_id, getattr(self.object, "owner_id", None))
        if submitted:
            return "To change it, cancel the workflow (below); then submit it again."
        if self.task.in_groups(user):
            return "Read it in the preview, then approve it or request changes (below)."
        return "Who submitted it can cancel the workflow and change it."
