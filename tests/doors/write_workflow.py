"""Write doors: Wagtail's workflow, taken by those who may not decide or on what was not submitted."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Task, Workflow

from cms.review import decisions
from cms.review.drafts import find
from cms.review.models import KindWorkflow, ReviewTaskState, Submission
from cms.review.refusals import Refused
from tests.doors.browsing import bulk, edit, page_address, send, told, why
from tests.doors.registry import door
from tests.doors.stage import SENTINEL, Stage, checked, revised
from tests.factories import checker, reviewer, topic_page
from tests.factories.releases import edited, submitted

CHANGED = "has changed since it was submitted"
NOT_YOURS = "You contributed to this text"


def state_of(submission: Submission) -> Any:
    """The step that a submission waits for, as Wagtail's addresses name it."""
    return decisions.waiting(submission)


def approve(stage: Stage, user: Any, submission: Submission, page: Any = None) -> str:
    """Press Approve, as Wagtail's own dialogue does."""
    page = page or stage.page
    address = page_address("workflow_action", page.pk, "approve", state_of(submission).pk)
    return send(stage.as_(user), address, {"comment": ""})


@door(refused=NOT_YOURS, kept="page")
def finish_by_the_author(stage: Stage) -> str:
    author = stage.user("reviewer")
    return approve(stage, author, checked(submitted(revised(stage.page, by=author))))


@door(refused="You submitted this text", kept="page")
def finish_by_who_submitted(stage: Stage) -> str:
    sender = stage.user("reviewer")
    return approve(stage, sender, checked(submitted(revised(stage.page), by=sender)))


@door(refused="earlier step", kept="page")
def finish_by_one_person_in_two_roles(stage: Stage) -> str:
    both = stage.user("reviewer")
    both.groups.add(*stage.user("checker").groups.all())
    submission = submitted(revised(stage.page))
    approve(stage, both, submission)
    return approve(stage, both, submission)


@door(refused="do not have permission", kept="page")
def finish_by_a_superuser(stage: Stage) -> str:
    return approve(stage, "admin", checked(submitted(revised(stage.page))))


@door(refused="not in a group", kept="page")
def finish_by_a_superuser_in_the_shell(stage: Stage) -> str:
    submission = checked(submitted(revised(stage.page)))
    return why(state_of(submission).approve, user=stage.user("admin"))


@door(refused="not active", kept="page")
def finish_by_nobody(stage: Stage) -> str:
    submission = checked(submitted(revised(stage.page)))
    return why(state_of(submission).approve)


@door(refused=NOT_YOURS, kept="page")
def finish_by_naming_another_pages_step(stage: Stage) -> str:
    """The address names a page that the author may decide on, and the step of the page that they wrote."""
    author = stage.user("reviewer")
    mine = checked(submitted(revised(stage.page, by=author)))
    other = topic_page(stage.get("section"))
    checked(submitted(other))
    return approve(stage, author, mine, page=other)


@door(refused=CHANGED, kept="page")
def approve_after_a_later_edit(stage: Stage) -> str:
    submission = checked(submitted(edited(stage.page, lead="Something harmless.")))
    revised(stage.page)
    return approve(stage, "reviewer", submission)


@door(refused=CHANGED, kept="page")
def approve_after_the_revision_was_overwritten_in_place(stage: Stage) -> str:
    """Autosave keeps the revision's id and writes another text under it."""
    writer = stage.user("editor")
    submission = checked(submitted(edited(stage.page, by=writer, lead="Something harmless.")))
    latest = stage.page.latest_revision
    draft = latest.as_object()
    draft.lead = SENTINEL
    draft.save_revision(user=writer, overwrite_revision=latest)
    assert stage.page.latest_revision_id == latest.pk
    return approve(stage, "reviewer", submission)


@door(refused=CHANGED, kept="page")
def approve_after_the_revision_was_changed_in_the_database(stage: Stage) -> str:
    submission = checked(submitted(edited(stage.page, lead="Something harmless.")))
    latest = stage.page.latest_revision
    type(latest).objects.filter(pk=latest.pk).update(content={**latest.content, "lead": SENTINEL})
    return approve(stage, "reviewer", submission)


@door(kept="page")
def resubmit_after_changes_were_requested(stage: Stage) -> None:
    """The approvals before the change do not count for the text after it."""
    submission = checked(submitted(edited(stage.page, lead="Something harmless.")))
    decisions.request_changes(submission, reviewer(), digest=submission.digest, comment="Mend it.")
    edit(
        stage.as_("editor"), page_address("edit", stage.page.pk), lead=SENTINEL, **{"action-submit": "action-submit"}
    )  # fmt: skip
    again = Submission.objects.get(status=Submission.OPEN)
    assert again.pk != submission.pk
    assert decisions.approvals(again) == {}


@door(refused="no credential that is valid today", kept="page")
def finish_by_a_reviewer_who_lost_the_credential_meanwhile(stage: Stage) -> str:
    submission = checked(submitted(revised(stage.page)))
    stage.user("reviewer").credentials.update(valid_until=timezone.now().date() - timedelta(days=1))
    return approve(stage, "reviewer", submission)


@door(refused="You declared an interest", kept="page")
def finish_by_a_reviewer_with_an_interest(stage: Stage) -> str:
    submission = checked(submitted(revised(stage.page)))
    stage.user("reviewer").conflicts.create(statement="I own the maker.", since=timezone.now().date())
    return approve(stage, "reviewer", submission)


@door(refused="editorial check comes first", kept="page")
def skip_the_editorial_check(stage: Stage) -> str:
    """The medical task alone, in a workflow that an administrator made so."""
    kind = KindWorkflow.objects.get(kind="topic_page")
    kind.workflow.workflow_tasks.filter(task__in=Task.objects.filter(name="Editorial check")).delete()
    try:
        submission = submitted(revised(stage.page))
    except Refused as refusal:
        return "editorial check comes first" if refusal.reasons else ""
    return approve(stage, "reviewer", submission)


@door(kept="page")
def approve_inside_the_edit_form(stage: Stage) -> str:
    """Wagtail's editor can save and approve in one post, and takes data for the step unchecked."""
    submission = checked(submitted(edited(stage.page, lead=f"{SENTINEL} lead.")))
    client, address = stage.as_("checker"), page_address("edit", stage.page.pk)
    posts = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    extra = {"workflow-action-extra-data": '{"user": 1, "comment": "", "update": true}'}
    text = edit(client, address, lead=f"{SENTINEL} and more", **posts, **extra)
    assert decisions.waiting(submission).status == "in_progress"
    return text


@door(kept="page")
def the_dialogues_before_an_act(stage: Stage) -> None:
    submission = checked(submitted(revised(stage.page)))
    client, state = stage.as_("reviewer"), state_of(submission)
    for action in ("approve", "reject"):
        address = page_address("collect_workflow_action_data", stage.page.pk, action, state.pk)
        told(client.get(address))
        send(client, address, {"comment": SENTINEL})
    told(client.get(page_address("confirm_workflow_cancellation", stage.page.pk)))


@door(refused="is missing", kept="page")
def all_tasks_are_deactivated(stage: Stage) -> str:
    """In a stock Wagtail this publishes what waits."""
    submitted(revised(stage.page))
    client, text = stage.as_("admin"), ""
    for task in Task.objects.filter(name__in=("Editorial check", "Medical review")):
        text += send(client, reverse("wagtailadmin_workflows:disable_task", args=[task.pk]))
    return text


@door(refused="medical review is missing", kept="page")
def the_last_task_is_deactivated_after_the_first_approval(stage: Stage) -> str:
    checked(submitted(revised(stage.page)))
    return why(Task.objects.get(name="Medical review").specific.deactivate, user=stage.user("admin"))


@door(kept="page")
def the_workflow_is_deactivated(stage: Stage) -> None:
    submitted(revised(stage.page))
    Workflow.objects.get(name="Editorial check and medical review").deactivate(user=stage.user("admin"))


@door(refused="no step of the review law", kept="page")
def a_workflow_with_no_tasks(stage: Stage) -> str:
    empty = Workflow.objects.create(name="Empty", active=True)
    KindWorkflow.objects.filter(kind="topic_page").update(workflow=empty)
    return why(submitted, revised(stage.page))


@door(refused="no step of the review law", kept="page")
def a_workflow_with_no_tasks_by_the_editors_button(stage: Stage) -> str:
    empty = Workflow.objects.create(name="Empty", active=True)
    KindWorkflow.objects.filter(kind="topic_page").update(workflow=empty)
    address = page_address("edit", stage.page.pk)
    return edit(stage.as_("editor"), address, lead=SENTINEL, **{"action-submit": "action-submit"})


@door(kept="page")
def a_step_of_wagtails_own(stage: Stage) -> None:
    """A task that knows nothing of the law, as the workflow's only one."""
    from wagtail.models import GroupApprovalTask, WorkflowTask

    stock = GroupApprovalTask.objects.create(name="Stock")
    stock.groups.set(stage.user("editor").groups.all())
    lax = Workflow.objects.create(name="Lax", active=True)
    WorkflowTask.objects.create(workflow=lax, task=stock.task_ptr)
    KindWorkflow.objects.filter(kind="topic_page").update(workflow=lax)
    why(submitted, revised(stage.page))
    state = find(stage.ids["page"]).current_workflow_state
    if state is not None:
        why(state.current_task_state.specific.approve, user=stage.user("editor"))


@door(kept="page")
def a_step_that_was_approved_in_the_database(stage: Stage) -> None:
    checked(submitted(revised(stage.page)))
    ReviewTaskState.objects.filter(status="in_progress").update(status="approved")
    state = stage.page.current_workflow_state
    why(state.update, user=stage.user("admin"))
    why(state.finish, user=stage.user("admin"))


@door(kept="draft")
def a_workflow_is_finished_by_a_call(stage: Stage) -> None:
    submitted(revised(stage.get("draft")))
    why(stage.get("draft").current_workflow_state.finish, user=stage.user("admin"))


@door(refused="do not have permission", kept="page")
def a_reviewer_presses_publish(stage: Stage) -> str:
    """Reviewers have no permission to edit, still less to publish."""
    revised(stage.page)
    return send(stage.as_("reviewer"), page_address("edit", stage.page.pk), {"action-publish": "action-publish"})


@door(kept="page")
def bulk_publish_while_in_workflow(stage: Stage) -> str:
    submitted(revised(stage.page))
    checker()
    return bulk(stage.as_("admin"), "publish", stage.page)
