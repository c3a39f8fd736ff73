"""Each read door, asked while drafts of every sort stand around: nothing of them comes out."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from cms.people.models import User
from cms.review import decisions, withdrawing
from tests.doors.browsing import edit, page_address, send
from tests.doors.read_doors import READ_DOORS, get, heard
from tests.doors.stage import APPROVED, SECRET, SENTINEL, Stage, checked, revised
from tests.factories import MetastasisSiteFactory, body, checker, editor, reviewer, section_page, topic_page
from tests.factories.releases import edited, released, submitted

pytestmark = pytest.mark.django_db


def fill_with_drafts(stage: Stage) -> None:
    """Newer drafts of all that is public, new ones beside and below it, one in review, one approved for tomorrow."""
    for name in ("home", "section", "near", "child"):
        revised(stage.get(name), title=SENTINEL, lead=SENTINEL, seo_title=SENTINEL)
    revised(stage.site, name=SENTINEL, plain_name=SENTINEL)
    revised(stage.get("term"), term=SENTINEL, definition=SENTINEL)
    new = MetastasisSiteFactory(name=SENTINEL)
    planned = topic_page(
        stage.get("section"), slug=SENTINEL.lower(), title=SENTINEL, go_live_at=timezone.now() + timedelta(days=1)
    )  # fmt: skip
    released(planned)
    section_page(stage.get("home"), title=SENTINEL, slug=f"{SENTINEL.lower()}-2")
    checked(submitted(edited(stage.page, title=SENTINEL, body=body.stream(body.sites([new]), body.related([planned])))))


@pytest.mark.parametrize("name", READ_DOORS)
def test_read_door(name: str, stage: Stage) -> None:
    fill_with_drafts(stage)
    text = heard(READ_DOORS[name], stage).lower()
    assert SENTINEL.lower().encode() not in text
    assert SECRET.lower().encode() not in text


def test_a_link_to_what_is_not_public_is_plain_text_without_address_or_title(stage: Stage) -> None:
    text = get(stage.address()).content.decode()
    assert "See this page." in text
    assert "Sample treatment" in text
    assert f"page:{stage.get('draft').pk}" not in text
    assert 'href="/about/near/"' in text


def test_old_etags_get_the_new_text_and_nothing_after_a_withdrawal(stage: Stage) -> None:
    address = stage.address()
    first = get(address)
    assert get(address, if_none_match=first["ETag"]).status_code == 304
    released(edited(stage.page, lead=f"{APPROVED} newer words."))
    second = get(address, if_none_match=first["ETag"])
    assert second.status_code == 200
    assert b"newer words" in second.content
    withdrawing.withdraw(stage.ids["page"], editor(), "A mistake.")
    for etag in (first["ETag"], second["ETag"], "*"):
        response = get(address, if_none_match=etag)
        assert response.status_code == 410
        assert APPROVED.encode() not in response.content
        assert b"Spread" not in response.content
    head = Client().head(address)
    assert (head.status_code, head.content) == (410, b"")


def test_after_a_withdrawal_no_other_page_names_it_and_its_picture_is_gone(stage: Stage) -> None:
    picture = f"/files/{stage.image.sha256}.png"
    assert get(picture).status_code == 200
    assert b"/about/spread/" in get("/about/").content
    withdrawing.withdraw(stage.ids["page"], editor(), "A mistake.")
    assert get(picture).status_code == 404
    assert get(picture, if_none_match=f'"{stage.image.sha256}"').status_code == 404
    for address in ("/about/", "/", "/about/near/"):
        assert b"/about/spread/" not in get(address).content


def test_a_first_edition_that_waits_for_its_hour_is_a_404_like_any_other(stage: Stage) -> None:
    hour = timezone.now() + timedelta(days=1)
    released(topic_page(stage.get("section"), slug="planned", title="Planned", go_live_at=hour))
    waiting, never = get("/about/planned/"), get("/about/never/")
    assert waiting.status_code == never.status_code == 404
    assert waiting.content == never.content
    assert b"Planned" not in get("/about/").content
    stage.later(days=1, seconds=1)
    assert get("/about/planned/").status_code == 200
    assert b"Planned" in get("/about/").content


@pytest.mark.parametrize("start", ["api/", "documents/", "sitemap", "search", "images/"])
def test_wagtails_public_addresses_are_not_mounted(start: str) -> None:
    """Each would read drafts, or files without a draft state."""
    routes = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert not [route for route in routes if route.startswith(start)]


def test_preview_addresses_answer_nobody_but_those_who_work_here(stage: Stage) -> None:
    submission = checked(submitted(revised(stage.page)))
    task = decisions.waiting(submission).task
    pk, draft = stage.page.pk, stage.get("draft").pk
    addresses = [
        page_address("preview_on_edit", pk),
        page_address("preview_on_add", "content", "topicpage", stage.get("section").pk),
        page_address("workflow_preview", pk, task.pk),
        page_address("view_draft", draft),
        page_address("revisions_view", draft, stage.get("draft").latest_revision_id),
        page_address("revisions_compare", draft, "earliest", "latest"),
    ]
    for address in addresses:
        response = Client().get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")
        assert Client().post(address).status_code in (302, 403)


def test_a_preview_is_what_readers_would_see_and_is_kept_by_no_cache(stage: Stage) -> None:
    revised(stage.page)
    response = stage.as_("editor").get(page_address("view_draft", stage.page.pk))
    assert SENTINEL.encode() in response.content
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_logs_name_no_draft(stage: Stage, caplog: Any) -> None:
    """Logs are read by people who may not see drafts."""
    caplog.set_level(logging.INFO)
    client = stage.as_("admin")
    draft = revised(stage.get("draft"), title=SENTINEL, lead=SENTINEL)
    edit(client, page_address("edit", draft.pk), lead=f"{SENTINEL} again", **{"action-publish": "action-publish"})
    form = {"new_title": SENTINEL, "new_slug": "copied", "new_parent_page": stage.get("section").pk}
    send(client, page_address("copy", draft.pk), form)
    send(client, page_address("move_confirm", draft.pk, stage.get("home").pk))
    submission = submitted(stage.get("draft"))
    decisions.request_changes(submission, checker(), digest=submission.digest, comment=f"{SENTINEL} is wrong.")
    released(edited(stage.get("draft"), go_live_at=timezone.now() + timedelta(days=1)))
    get(f"/about/{SECRET.lower()}-x/")
    said = "\n".join(f"{record.name} {record.getMessage()}" for record in caplog.records)
    found = [line for line in said.splitlines() if SENTINEL.lower() in line.lower() or f"“{SECRET}" in line]
    assert found == []


def test_mails_about_drafts_go_only_to_those_who_may_see_them(
    stage: Stage, django_capture_on_commit_callbacks: Any
) -> None:
    stranger, gone = User.objects.create_user("stranger", "stranger@example.org"), editor(is_active=False)
    with django_capture_on_commit_callbacks(execute=True):
        submission = submitted(revised(stage.page, title=SENTINEL))
        decisions.request_changes(submission, checker(), digest=submission.digest, comment="Mend it.")
        released(edited(stage.page, lead=f"{APPROVED} again.", title="Spread"), medical=reviewer())
    reached = {address for message in mail.outbox for address in message.recipients()}
    assert not reached & {stranger.email, gone.email}
    allowed = {user.email for user in User.objects.filter(is_active=True) if user.has_perm("wagtailadmin.access_admin")}
    assert reached <= allowed
