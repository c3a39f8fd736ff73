"""Workflows under way, each act of Wagtail's whole or not at all, and one after the other.

Wagtail starts, resumes and cancels without a lock and partly outside of a transaction: two of its buttons pressed at
once would meet in a deadlock or leave a workflow without a step. Here each takes the ledger's head first, as every
act of the review does, and looks again at what became true meanwhile.
"""

from typing import Any

from django.db import transaction
from wagtail.models import Workflow, WorkflowState

from cms.ledger.chain import lock_head
from cms.review.refusals import Refused

ALREADY = "This text is already in review: cancel that first, then submit again."
OVER = "This review is over: it was decided, taken back or replaced meanwhile."
ACTIVE = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


class ReviewWorkflow(Workflow):
    """A workflow of a governed kind."""

    class Meta:
        proxy = True

    @transaction.atomic
    def start(self, obj: Any, user: Any) -> WorkflowState:
        """Wagtail's own. Raises Refused if the object is in review already."""
        lock_head()
        if obj.workflow_states.filter(status__in=ACTIVE).exists():
            raise Refused([ALREADY], about=obj)
        return super().start(obj, user)


class ReviewWorkflowState(WorkflowState):
    """One run of a workflow over a governed object."""

    class Meta:
        proxy = True

    @transaction.atomic
    def cancel(self, user: Any = None) -> None:
        """Wagtail's own. Raises Refused if the review is over."""
        self._still(ACTIVE)
        super().cancel(user=user)

    @transaction.atomic
    def resume(self, user: Any = None) -> Any:
        """Wagtail's own; a refused submission leaves it waiting for changes. Raises Refused."""
        self._still((WorkflowState.STATUS_NEEDS_CHANGES,))
        try:
            with transaction.atomic():
                return super().resume(user=user)
        except Refused:
            self.refresh_from_db()
            raise

    def _still(self, statuses: tuple[str, ...]) -> None:
        lock_head()
        if not WorkflowState.objects.filter(pk=self.pk, status__in=statuses).exists():
            raise Refused([OVER], about=getattr(self.content_object, "specific", self.content_object))
