"""Write doors: the clock, with and without the command that is to run by it."""

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from cms.review import decisions
from tests.doors.browsing import edit, page_address, send
from tests.doors.registry import GONE, door
from tests.doors.stage import APPROVED, SENTINEL, Stage, revised
from tests.factories import checker, editor, reviewer, topic_page
from tests.factories.releases import edited, released, submitted

TOMORROW = f"{APPROVED} words for tomorrow."


def tomorrow() -> Any:
    return timezone.now() + timedelta(days=1)


def scheduler_runs() -> None:
    call_command("publish_scheduled")


@door(kept="page")
def go_live_set_then_content_edited(stage: Stage) -> None:
    """What was approved for tomorrow becomes public tomorrow, not what was written over it."""
    released(edited(stage.page, go_live_at=tomorrow(), lead=TOMORROW))
    revised(stage.page)
    stage.later(days=2)
    scheduler_runs()


@door(kept="page")
def go_live_with_no_scheduler_at_all(stage: Stage) -> None:
    released(edited(stage.page, go_live_at=tomorrow(), lead=TOMORROW))
    revised(stage.page)
    stage.later(days=2)


@door(kept="page")
def go_live_on_what_nobody_approved(stage: Stage) -> None:
    """A revision that says of itself that it was approved."""
    revised(stage.page, lead=SENTINEL, go_live_at=tomorrow())
    Revision.objects.filter(pk=stage.page.latest_revision_id).update(approved_go_live_at=timezone.now())
    stage.later(days=2)
    scheduler_runs()


@door(kept="draft")
def go_live_on_a_draft_that_nobody_approved(stage: Stage) -> None:
    revised(stage.get("draft"), lead=SENTINEL, go_live_at=tomorrow())
    Revision.objects.filter(pk=stage.get("draft").latest_revision_id).update(approved_go_live_at=timezone.now())
    stage.later(days=2)
    scheduler_runs()


@door(kept="page")
def scheduler_whose_account_was_deactivated(stage: Stage) -> None:
    author, sender, check, medical = editor(), editor(), checker(), reviewer()
    released(
        edited(stage.page, by=author, go_live_at=tomorrow(), lead=TOMORROW), by=sender, editorial=check, medical=medical
    )
    for user in (author, sender, check, medical):
        type(user).objects.filter(pk=user.pk).update(is_active=False)
    revised(stage.page)
    stage.later(days=2)
    scheduler_runs()


@door(kept="page")
def unschedule(stage: Stage) -> str:
    """Unscheduling in Wagtail clears its own mark; the approved text stays what was approved."""
    released(edited(stage.page, go_live_at=tomorrow(), lead=TOMORROW))
    scheduled = stage.page.latest_revision_id
    revised(stage.page)
    text = send(stage.as_("admin"), page_address("revisions_unschedule", stage.page.pk, scheduled))
    stage.later(days=2)
    scheduler_runs()
    return text


@door(kept="new")
def schedule_by_the_publish_button(stage: Stage) -> str:
    address = page_address("add", "content", "topicpage", stage.get("section").pk)
    when = timezone.now() + timedelta(hours=2)
    fields = {"title": SENTINEL, "slug": SENTINEL.lower(), "lead": SENTINEL, "go_live_at": f"{when:%Y-%m-%d %H:%M}"}
    text = edit(stage.as_("admin"), address, **fields, **{"action-publish": "action-publish"})
    stage.later(days=1)
    scheduler_runs()
    return text


@door(kept="page")
def a_schedule_that_waits_for_its_last_approval(stage: Stage) -> None:
    """The hour passes while the text is still in review."""
    page = revised(stage.page, lead=SENTINEL, go_live_at=timezone.now() + timedelta(hours=1))
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    stage.later(hours=2)
    scheduler_runs()


@door(after=GONE, kept="page")
def expiry_with_no_cron_running(stage: Stage) -> None:
    released(edited(stage.page, expire_at=tomorrow()))
    revised(stage.page, lead=SENTINEL, expire_at=None)
    stage.later(days=2)


@door(after=GONE, kept="page")
def expiry_that_an_unapproved_edit_takes_back(stage: Stage) -> None:
    released(edited(stage.page, expire_at=tomorrow(), lead=TOMORROW))
    revised(stage.page, lead=SENTINEL, expire_at=None)
    type(stage.page).objects.filter(pk=stage.page.pk).update(expire_at=None)
    stage.later(days=2)
    scheduler_runs()


@door(kept="new")
def a_schedule_on_a_page_that_was_never_public(stage: Stage) -> None:
    """Before the hour the new page is a plain 404; after it, only what was approved."""
    page = topic_page(stage.get("section"), slug="planned", lead="A plan.", go_live_at=tomorrow())
    released(page)
    revised(page)
    stage.later(days=2)
    scheduler_runs()
