"""What a second pair of eyes found by attacking the law: each was possible once."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from cms.editions.files import kept_name
from cms.editions.models import Publication
from cms.editions.states import edition_entry
from cms.editions.verify import faults
from cms.ledger import triggers
from cms.review import decisions, projection
from cms.review.addresses import change_slug
from cms.review.deciding import members
from cms.review.drafts import find
from cms.review.models import Decision, Submission
from cms.review.reaffirming import reaffirm
from cms.review.refusals import Refused
from cms.review.releasing import release
from cms.review.withdrawing import withdraw
from tests.factories import (
    ImageFactory,
    MetastasisSiteFactory,
    SourceFactory,
    body,
    checker,
    editor,
    reviewer,
    topic_page,
)
from tests.factories.releases import edited, released, shown_at, submitted

pytestmark = pytest.mark.django_db


def lead_at(address: str) -> str:
    found = shown_at(address)
    assert found is not None and found.edition is not None
    return found.edition.snapshot["fields"]["lead"]


def page_showing(*sites: Any, **fields: Any) -> Any:
    return topic_page(body=body.stream(body.sites(sites)), **fields)


def test_a_stored_snapshot_that_was_written_to_is_not_what_is_issued() -> None:
    page = topic_page(slug="spread", lead="As it was read.")
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    members = submission.members
    members[page.object_id]["snapshot"]["fields"]["lead"] = "Never approved."
    Submission.objects.filter(pk=submission.pk).update(members=members)
    submission.refresh_from_db()
    decisions.approve(submission, reviewer(), digest=submission.digest)
    assert lead_at("/spread/") == "As it was read."
    assert list(faults()) == []


def test_approvals_that_the_ledger_does_not_know_release_nothing() -> None:
    submission = submitted(topic_page(slug="spread"))
    for step, person in (("editorial", "901"), ("medical", "902")):
        Decision.objects.create(
            submission=submission, object_id=submission.object_id, step=step, verdict="approve",
            digest=submission.digest, person_id_value=person, person="Forged", at=timezone.now(),
        )  # fmt: skip
    with pytest.raises(Refused, match="not in the ledger"):
        release(submission, editor())
    assert shown_at("/spread/") is None


def test_parts_are_issued_before_the_page_whatever_order_the_database_gives() -> None:
    site = MetastasisSiteFactory(review_interval_months=3)
    page = released(page_showing(site, slug="spread"))
    rows = {p.object_id: p for p in Publication.objects.all()}
    assert rows[page.object_id].due == rows[site.object_id].due


def test_a_page_that_waits_for_its_hour_shows_the_changed_part_at_once_like_every_other() -> None:
    site = MetastasisSiteFactory(what_it_is="<p>Old.</p>")
    page = released(page_showing(site, slug="spread"))
    edited(site, what_it_is="<p>New.</p>")
    released(edited(page, lead="Tomorrow's lead.", go_live_at=timezone.now() + timedelta(days=1)))
    found = shown_at("/spread/")
    assert found is not None and found.edition is not None
    assert found.edition.snapshot["parts"][site.object_id]["snapshot"]["fields"]["what_it_is"] == "<p>New.</p>"
    assert found.edition.snapshot["fields"]["lead"] == "A sample lead."
    assert list(faults()) == []


def test_a_part_that_got_a_schedule_meanwhile_is_refused_with_its_name() -> None:
    site = MetastasisSiteFactory(name="Bone")
    submission = submitted(page_showing(site, slug="spread"))
    decisions.approve(submission, checker(), digest=submission.digest)
    edited(site, go_live_at=timezone.now() + timedelta(days=300))
    with pytest.raises(Refused, match=r"Bone.*parts have none"):
        decisions.approve(submission, reviewer(), digest=submission.digest)


def test_an_address_that_a_deleted_page_left_can_be_taken_and_the_record_stays_whole() -> None:
    now = timezone.now()
    page = released(
        edited(topic_page(slug="taken"), go_live_at=now + timedelta(hours=1), expire_at=now + timedelta(hours=2))
    )
    with time_machine.travel(now + timedelta(hours=3), tick=True):
        find(page.object_id).delete()
        released(topic_page(slug="taken"))
        assert list(faults()) == []


def test_typing_another_slug_changes_no_address_of_a_page_that_is_not_live() -> None:
    page = released(edited(topic_page(slug="first"), go_live_at=timezone.now() + timedelta(days=1)))
    row = find(page.object_id)
    row.slug = "second"
    row.save()
    row.save_revision(user=editor())
    assert find(page.object_id).slug == "first"
    assert Publication.objects.get(pk=page.object_id).address == "/first/"


def test_a_changed_address_outlives_the_hour_of_a_scheduled_edition() -> None:
    now = timezone.now()
    page = released(edited(topic_page(slug="first"), go_live_at=now + timedelta(hours=1)))
    edited(page, lead="Newer.")
    change_slug(find(page.object_id), "Second", editor())
    with time_machine.travel(now + timedelta(hours=2), tick=True):
        projection.catch_up(page.object_id)
        assert find(page.object_id).slug == "second"
        assert shown_at("/second/") is not None


def test_addresses_of_the_website_itself_are_not_given_away() -> None:
    with pytest.raises(Refused, match="belongs to the website"):
        submitted(topic_page(slug="admin"))
    with pytest.raises(Refused, match="belongs to the website"):
        change_slug(topic_page(slug="spread"), "static", editor())


def test_somebody_unknown_can_be_named_and_then_may_not_approve() -> None:
    page = topic_page(slug="spread")
    draft = page.latest_revision.as_object()
    draft.lead = "By nobody known."
    draft.save_revision(user=None)
    submission = submitted(page)
    person = checker()
    with pytest.raises(Refused, match="name_contributor"):
        decisions.approve(submission, person, digest=submission.digest)
    call_command("name_contributor", page.object_id, by=person.username)
    with pytest.raises(Refused, match="You contributed"):
        decisions.approve(submission, person, digest=submission.digest)
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(CommandError, match="Nothing in"):
        call_command("name_contributor", page.object_id, by=person.username)


def test_whoever_wrote_a_source_does_not_approve_its_first_showing() -> None:
    person = checker()
    source = SourceFactory(by=person)
    page = released(topic_page(slug="spread"))
    page = edited(page, body=body.stream(body.paragraph("A study found it.", sources=[source])))
    submission = submitted(page)
    with pytest.raises(Refused, match="You contributed"):
        decisions.approve(submission, person, digest=submission.digest)


def test_an_author_does_not_reaffirm_what_others_only_touched_up() -> None:
    author = reviewer()
    page = released(edited(released(topic_page(slug="spread", by=author)), lead="A mended lead."))
    found = shown_at("/spread/")
    assert found is not None and found.edition is not None
    with pytest.raises(Refused, match="You contributed"):
        reaffirm(page.object_id, author, digest=found.edition.digest, rechecked=[], statement="I read it.")


def test_an_author_does_not_approve_a_copy_of_what_others_only_touched_up() -> None:
    author = reviewer()
    page = released(edited(released(topic_page(slug="spread", by=author)), lead="A mended lead."))
    copy = page.copy(user=editor(), update_attrs={"slug": "copy"})
    submission = submitted(copy)
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(Refused, match="You contributed"):
        decisions.approve(submission, author, digest=submission.digest)


def test_taking_a_submission_back_does_not_make_its_submitter_a_second_pair_of_eyes() -> None:
    page, sender = topic_page(slug="spread"), checker()
    submitted(page, by=sender)
    find(page.object_id).current_workflow_state.cancel(user=sender)
    again = submitted(page)
    with pytest.raises(Refused, match="You submitted"):
        decisions.approve(again, sender, digest=again.digest)


def test_a_page_does_not_come_back_without_the_part_that_it_is_about() -> None:
    site = MetastasisSiteFactory()
    page = released(topic_page(slug="spread", subject=site))
    withdraw(site.object_id, editor(), "It was wrong.")
    with pytest.raises(Refused, match="submit that part first"):
        submitted(find(page.object_id))


def test_a_kept_file_that_was_overwritten_shows_in_the_record(media_root: Any) -> None:
    picture = ImageFactory(by=editor())
    released(topic_page(slug="spread", body=body.stream(body.image(picture))))
    assert list(faults()) == []
    name = kept_name(picture.sha256, "png")
    default_storage.delete(name)
    assert any("missing or not what was approved" in fault for fault in faults())


@pytest.mark.django_db(transaction=True)
def test_missing_triggers_show_in_the_record() -> None:
    with triggers.lifted(connection):
        assert any("trigger" in fault for fault in faults())
    assert list(faults()) == []


def test_what_was_put_forward_before_a_withdrawal_does_not_undo_it() -> None:
    page = released(topic_page(slug="spread"))
    submission = submitted(edited(page, lead="A newer lead."))
    decisions.approve(submission, checker(), digest=submission.digest)
    withdraw(page.object_id, editor(), "It was wrong.")
    with pytest.raises(Refused, match="no longer open"):
        decisions.approve(submission, reviewer(), digest=submission.digest)
    found = shown_at("/spread/")
    assert found is not None and found.status == "withdrawn"
    again = submitted(find(page.object_id))
    assert [member["news"] for member in members(again)] == ["withdrawn: an approval brings it back"]
    decisions.approve(again, checker(), digest=again.digest)
    decisions.approve(again, reviewer(), digest=again.digest)
    assert lead_at("/spread/") == "A newer lead."
    assert list(faults()) == []


def test_an_entry_of_a_time_that_recorded_less_is_still_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def less(edition: Any) -> dict[str, Any]:
        return {name: value for name, value in edition_entry(edition).items() if name != "summary"}

    monkeypatch.setattr("cms.review.releasing.edition_entry", less)
    released(topic_page(slug="spread"))
    monkeypatch.undo()
    assert list(faults()) == []
