"""What stands in the editor's menu of actions: nothing that publishes; a decision where one can be made.

Buttons are only courtesy; the law itself is enforced in decisions, releasing and the gate.
"""

from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.action_menu import ActionMenuItem

from cms.editions.models import Publication
from cms.review.governed import Governed
from cms.review.models import Submission
from cms.review.withdrawing import may_withdraw

CLOSED = {"action-publish", "action-unpublish"}
LOCKED = {"action-page-locked", "action-locked"}
CANCEL, RESTART, SUBMIT = "action-cancel-workflow", "action-restart-workflow", "action-submit"


class LinkItem(ActionMenuItem):
    """An entry that leads to a page of its own. Shown whatever lock there is."""

    def __init__(self, name: str, label: str, icon: str, url: str) -> None:
        super().__init__()
        self.name, self.label, self.icon_name, self.url = name, label, icon, url

    def get_url(self, parent_context: Any) -> str:
        return self.url


class SubmitItem(ActionMenuItem):
    """Wagtail's submit button, with a label that says where the text really goes."""

    name = SUBMIT
    icon_name = "resubmit"

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


def arrange(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Receiver of Wagtail's two menu hooks: arrange what an editor or a reviewer can do with one text."""
    menu_items[:] = [item for item in menu_items if item.name not in CLOSED]
    row = context.get("page") or context.get("instance")
    if isinstance(row, Governed) and row.pk:
        _for_a_draft(menu_items, request.user, row)
    elif "parent_page" in context:
        _for_a_new_page(menu_items, _model_to_be(request))


def _for_a_draft(menu_items: list[Any], user: Any, row: Any) -> None:
    # While it is locked, cancelling is not the first thing to offer.
    menu_items.sort(key=lambda item: item.name not in LOCKED)
    task = row.current_workflow_task
    if task is not None and hasattr(task, "in_groups") and task.in_groups(user):
        submission = Submission.objects.filter(object_id=row.object_id, status=Submission.OPEN).last()
        if submission is not None:
            url = reverse("review_decide", args=[submission.pk])
            menu_items.insert(0, LinkItem("review-decide", "Approve or request changes", "check", url))
        if row.current_workflow_state.requested_by_id != user.pk:
            # Requesting changes gives a reason; cancelling is for whoever submitted it.
            menu_items[:] = [item for item in menu_items if item.name != CANCEL]
    if row.workflow_in_progress is False and row.current_workflow_state is not None:
        # Changes were requested. Wagtail names the step that asked, but a changed text begins at the first.
        kept = [item for item in menu_items if item.name not in (SUBMIT, RESTART)]
        submits = any(item.name == SUBMIT for item in menu_items)
        menu_items[:] = [*kept, SubmitItem("Submit again")] if submits else kept
    if row.is_part and may_withdraw(user) and _public(row.object_id):
        url = reverse("review_withdraw", args=[row.object_id])
        menu_items.append(LinkItem("review-withdraw", "Withdraw", "warning", url))


def _model_to_be(request: HttpRequest) -> Any:
    """The class of the page that is being created: only the address of Wagtail's view names it."""
    named = request.resolver_match.kwargs if request.resolver_match else {}
    return apps.get_model(named["content_type_app_name"], named["content_type_model_name"])


def _for_a_new_page(menu_items: list[Any], model: Any) -> None:
    """Wagtail asks the parent for the workflow; here it goes by the kind of the new page."""
    if not issubclass(model, Governed):
        return
    menu_items[:] = [item for item in menu_items if item.name != SUBMIT]
    if workflow := model.get_default_workflow():
        menu_items.append(SubmitItem(f"Submit to {workflow.name}"))


def _public(object_id: str) -> bool:
    return Publication.objects.filter(object_id=object_id, withdrawn_at=None).exists()
