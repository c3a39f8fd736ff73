"""One page and one site, all the way: draft → submission → decisions → release → edition → public."""

import json
from typing import Any

import pytest

from cms.editions.models import Edition, Publication
from cms.editions.verify import faults
from cms.ledger.models import Entry
from cms.review import decisions, withdrawing
from cms.review.refusals import Refused
from tests.factories import (
    MetastasisSiteFactory,
    body,
    checker,
    editor,
    home_page,
    reviewer,
    topic_page,
)
from tests.factories.releases import edited, released, shown_at, submitted

pytestmark = pytest.mark.django_db


def page_with_site(**fields: Any) -> tuple[Any, Any]:
    site = MetastasisSiteFactory(name="Bone", what_it_is="<p>The first words about bone.</p>")
    page = topic_page(slug="spread", body=body.stream(body.sites([site])), **fields)
    return page, site


def test_a_page_and_its_new_site_become_public_by_one_decision_a_step() -> None:
    page, site = page_with_site()
    assert shown_at("/spread/") is None
    submission = submitted(page)
    assert set(submission.members) == {page.object_id, site.object_id}
    decisions.approve(submission, checker(), digest=submission.digest)
    assert shown_at("/spread/") is None
    doctor = reviewer(first_name="Sample", last_name="Reviewer")
    decisions.approve(submission, doctor, digest=submission.digest)
    found = shown_at("/spread/")
    assert found.status == "public"
    assert "The first words about bone." in json.dumps(found.edition.snapshot)
    assert [r.name for r in found.review_line.reviewers] == ["Sample Reviewer"]
    assert found.review_line.reviewers[0].credentials == "MD, MPH"
    assert list(faults()) == []
    page.refresh_from_db()
    assert page.live and not page.has_unpublished_changes
    assert page.current_workflow_state is None


def test_an_edit_voids_the_approval_before_it_and_a_save_without_change_does_not() -> None:
    page, _ = page_with_site()
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    edited(page)
    assert decisions.bundle(decisions.draft_of(page), submission.submitted_at).digest == submission.digest
    edited(page, lead="Other words.")
    with pytest.raises(Refused) as refusal:
        decisions.approve(submission, reviewer(), digest=submission.digest)
    assert "has changed since it was submitted" in refusal.value.reasons[0]
    assert shown_at("/spread/") is None


def test_four_eyes_and_credentials() -> None:
    writer = reviewer()
    page, _ = page_with_site(by=writer)
    sender = checker()
    submission = submitted(page, by=sender)
    with pytest.raises(Refused, match="You submitted this text"):
        decisions.approve(submission, sender, digest=submission.digest)
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(Refused, match="You contributed to this text"):
        decisions.approve(submission, writer, digest=submission.digest)
    with pytest.raises(Refused, match="no credential that is valid today"):
        decisions.approve(submission, reviewer(qualified=False), digest=submission.digest)
    with pytest.raises(Refused, match="not in a group"):
        decisions.approve(submission, editor(), digest=submission.digest)
    assert Edition.objects.count() == 0


def test_a_part_released_alone_reissues_its_host_with_the_hosts_review_date() -> None:
    page, site = page_with_site()
    released(page)
    before = shown_at("/spread/")
    edited(site, what_it_is="<p>Newer words about bone.</p>")
    assert "Newer words" not in json.dumps(shown_at("/spread/").edition.snapshot)
    released(site)
    after = shown_at("/spread/")
    assert "Newer words about bone." in json.dumps(after.edition.snapshot)
    assert after.edition.number == before.edition.number + 1
    assert after.edition.cause == "reissued"
    assert after.edition.reviewed_at == before.edition.reviewed_at
    assert list(faults()) == []


def test_a_withdrawn_part_leaves_its_host_and_a_page_answers_gone() -> None:
    page, site = page_with_site()
    released(page)
    withdrawing.withdraw(site.object_id, editor(), "A mistake was found.")
    assert "The first words about bone." not in json.dumps(shown_at("/spread/").edition.snapshot)
    withdrawing.withdraw(page.object_id, editor(), "Being rewritten.")
    assert shown_at("/spread/").status == "withdrawn"
    page.refresh_from_db()
    assert not page.live
    assert list(faults()) == []
    assert [e.act for e in Entry.objects.all()] == ["submit", "approve", "approve", "release", "withdraw", "withdraw"]


def test_changes_requested_then_mended_and_approved() -> None:
    page, _ = page_with_site()
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(Refused, match="Say what should change"):
        decisions.request_changes(submission, reviewer(), digest=submission.digest, comment=" ")
    decisions.request_changes(submission, reviewer(), digest=submission.digest, comment="The second sentence is wrong.")
    page = edited(page, lead="Mended words.")
    page.current_workflow_state.resume(user=editor())
    again = decisions.Submission.objects.get(status="open")
    assert again.pk != submission.pk
    decisions.approve(again, checker(), digest=again.digest)
    decisions.approve(again, reviewer(), digest=again.digest)
    assert shown_at("/spread/").edition.snapshot["fields"]["lead"] == "Mended words."
    assert list(faults()) == []


def test_home_needs_a_second_editor_only_and_shows_no_review_date() -> None:
    home = home_page()
    released(home)
    found = shown_at("/")
    assert found.edition.title == "Home"
    assert found.review_line is None
    assert Publication.objects.get(address="/").due is None


def test_a_save_without_change_during_review_repeats_no_step() -> None:
    page, _ = page_with_site()
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    edited(page)
    decisions.approve(submission, reviewer(), digest=submission.digest)
    assert shown_at("/spread/").status == "public"


def test_cancelling_the_workflow_closes_the_submission() -> None:
    page, _ = page_with_site()
    submission = submitted(page)
    page.refresh_from_db()
    page.current_workflow_state.cancel(user=editor())
    submission.refresh_from_db()
    assert submission.status == "closed"
    with pytest.raises(Refused, match="no longer open"):
        decisions.approve(submission, checker(), digest=submission.digest)
    again = submitted(page)
    decisions.approve(again, checker(), digest=again.digest)
    assert list(faults()) == []


def test_submitting_after_changes_were_requested_begins_at_the_first_step() -> None:
    page, _ = page_with_site()
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    decisions.request_changes(submission, reviewer(), digest=submission.digest, comment="Too long.")
    edited(page, lead="Shorter.")
    again = submitted(page)
    assert again.pk != submission.pk
    assert decisions.waiting(again).task.specific.step == "editorial"
