"""The nine promises, as far as no door has proved them."""

from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cms.editions import verify
from cms.editions.models import Edition, Publication, Shown
from cms.editions.publications import resolve
from cms.editions.states import state
from cms.ledger.models import Entry, Head
from cms.ledger.triggers import lifted, tables
from cms.people.models import User
from cms.review import decisions, withdrawing
from cms.review.due import months_later
from cms.review.models import Contribution
from cms.review.refusals import Refused
from tests.doors.read_doors import get
from tests.doors.stage import APPROVED, Stage, checked
from tests.factories import MetastasisSiteFactory, body, checker, editor, reviewer, topic_page
from tests.factories.releases import edited, released, shown_at, submitted

pytestmark = pytest.mark.django_db


def tampered(change: Any) -> None:
    """Do something with the record as somebody would who owns the database."""
    connection.check_constraints()
    with lifted(connection):
        change()
        connection.check_constraints()


def verdict(*arguments: str) -> str:
    """What verify_ledger says."""
    out = StringIO()
    call_command("verify_ledger", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


class TestOnlyEditionsArePublic:
    def test_the_hour_alone_makes_a_pending_edition_current(self, stage: Stage) -> None:
        released(edited(stage.page, lead="Tomorrow's words.", go_live_at=timezone.now() + timedelta(days=1)))
        before = Publication.objects.values().get(object_id=stage.ids["page"])
        assert APPROVED in get(stage.address()).content.decode()
        stage.later(days=1, seconds=1)
        text = get(stage.address()).content.decode()
        assert "Tomorrow&#x27;s words." in text or "Tomorrow's words." in text
        assert APPROVED not in text
        assert Publication.objects.values().get(object_id=stage.ids["page"]) == before

    def test_publish_scheduled_only_brings_live_in_line(self, stage: Stage) -> None:
        page = topic_page(stage.get("section"), slug="planned", go_live_at=timezone.now() + timedelta(days=1))
        page = released(page)
        assert not page.live
        entries = Entry.objects.count()
        stage.later(days=1, seconds=1)
        assert get("/about/planned/").status_code == 200
        call_command("publish_scheduled", stdout=StringIO())
        page.refresh_from_db()
        assert page.live
        assert Entry.objects.count() == entries
        assert list(verify.faults()) == []

    def test_one_that_fails_does_not_keep_the_others_back(self, stage: Stage, monkeypatch: Any) -> None:
        from cms.review.management.commands import publish_scheduled

        done: list[str] = []

        def catch_up(object_id: str) -> bool:
            if object_id == stage.ids["home"]:
                raise RuntimeError("broken")
            done.append(object_id)
            return False

        monkeypatch.setattr(publish_scheduled, "catch_up", catch_up)
        call_command("publish_scheduled", stdout=StringIO())
        assert stage.ids["page"] in done


class TestExactContent:
    def test_a_digest_that_was_not_the_one_shown_is_refused(self, stage: Stage) -> None:
        submission = checked(submitted(edited(stage.page, lead="Newer words.")))
        with pytest.raises(Refused, match="What you were shown is not what was submitted"):
            decisions.approve(submission, reviewer(), digest="0" * 64)

    def test_a_parts_new_edition_voids_the_open_approvals_of_its_host(self, stage: Stage) -> None:
        submission = checked(submitted(edited(stage.page, lead="Newer words.")))
        released(edited(stage.site, what_it_is="<p>Newer words about bone.</p>"))
        with pytest.raises(Refused, match="has changed since it was submitted"):
            decisions.approve(submission, reviewer(), digest=submission.digest)


class TestFourEyes:
    def test_an_unknown_contributor_refuses(self, stage: Stage) -> None:
        draft = stage.page.latest_revision.as_object()
        draft.lead = "Words by nobody."
        draft.save_revision(user=None)
        submission = submitted(stage.page)
        with pytest.raises(Refused, match="Somebody unknown contributed"):
            decisions.approve(submission, checker(), digest=submission.digest)

    def test_a_change_in_the_database_is_by_somebody_unknown(self, stage: Stage) -> None:
        latest = edited(stage.page, lead="Words by an editor.").latest_revision
        type(latest).objects.filter(pk=latest.pk).update(content={**latest.content, "lead": "Words by nobody."})
        submission = submitted(stage.page)
        with pytest.raises(Refused, match="Somebody unknown contributed"):
            decisions.approve(submission, checker(), digest=submission.digest)

    def test_a_save_without_a_change_contributes_nothing(self, stage: Stage) -> None:
        before = Contribution.objects.count()
        edited(stage.page, by=stage.user("reviewer"))
        assert Contribution.objects.count() == before

    def test_an_issued_edition_starts_the_count_anew(self, stage: Stage) -> None:
        author = stage.user("reviewer")
        released(edited(stage.page, by=author, lead="Words by the reviewer."))
        released(edited(stage.page, lead="Words by another."), medical=author)
        assert "Words by another." in get(stage.address()).content.decode()


class TestOnlyTheQualified:
    def test_a_decision_keeps_the_credential_as_it_was(self, stage: Stage) -> None:
        doctor = stage.user("reviewer")
        released(edited(stage.page, lead="Newer words."), medical=doctor)
        doctor.credentials.update(letters="XX", valid_until=date(2001, 1, 1))
        User.objects.filter(pk=doctor.pk).update(first_name="Other", last_name="Name")
        found = shown_at(stage.address())
        assert found is not None and found.review_line is not None
        assert [(r.name, r.credentials) for r in found.review_line.reviewers] == [(doctor.display_name, "MD, MPH")]
        doctor.delete()
        assert b"MD, MPH" in get(stage.address()).content
        assert list(verify.faults()) == []

    def test_an_interest_in_a_part_concerns_the_whole_submission(self, stage: Stage) -> None:
        new = MetastasisSiteFactory()
        submission = checked(submitted(edited(stage.page, body=body.stream(body.sites([new])))))
        doctor = reviewer()
        doctor.conflicts.create(object_id=new.object_id, statement="Stocks.", since=timezone.now().date())
        with pytest.raises(Refused, match="Stocks"):
            decisions.approve(submission, doctor, digest=submission.digest)


class TestLastReviewed:
    def test_a_reissue_keeps_the_review_date_and_moves_last_updated(self, stage: Stage) -> None:
        before = shown_at(stage.address())
        stage.later(days=40)
        released(edited(stage.site, what_it_is="<p>Newer words about bone.</p>", review_interval_months=3))
        after = shown_at(stage.address())
        assert before is not None and after is not None and before.review_line and after.review_line
        today = timezone.now().date()
        assert after.review_line.reviewed_on == before.review_line.reviewed_on
        assert after.review_line.reviewers == before.review_line.reviewers
        assert (before.review_line.updated_on, after.review_line.updated_on) == (today - timedelta(days=40), today)
        assert after.review_line.due_on == months_later(today, 3)
        steps = {(d["object_id"], d["step"]) for d in after.edition.decisions}
        assert {(stage.ids["page"], "medical"), (stage.ids["site"], "medical")} <= steps

    def test_no_field_of_a_draft_can_say_it(self, stage: Stage) -> None:
        before = shown_at(stage.address())
        stage.later(days=40)
        page = stage.page
        long_ago = timezone.now() - timedelta(days=4000)
        type(page).objects.filter(pk=page.pk).update(last_published_at=long_ago, first_published_at=long_ago)
        after = shown_at(stage.address())
        assert before is not None and after is not None
        assert before.review_line == after.review_line


class TestParts:
    def test_all_hosts_change_in_the_same_act(self, stage: Stage) -> None:
        released(topic_page(stage.get("section"), slug="second", body=body.stream(body.sites([stage.site]))))
        entries = Entry.objects.count()
        released(edited(stage.site, what_it_is="<p>Newer words about bone.</p>"))
        last = Entry.objects.latest("seq")
        moved = {publication["object_id"] for publication in last.data["publications"]}
        assert {stage.ids["page"], stage.ids["site"]} < moved
        assert Entry.objects.count() == entries + 4
        for address in ("/about/spread/", "/about/second/"):
            assert "Newer words about bone." in get(address).content.decode()

    def test_a_failure_half_way_changes_nothing(self, stage: Stage, monkeypatch: Any) -> None:
        from cms.review import hosts

        def broken(*args: Any) -> Any:
            raise RuntimeError("the disk is full")

        draft = edited(stage.site, what_it_is="<p>Newer words about bone.</p>")
        submission = checked(submitted(draft))
        editions, entries = Edition.objects.count(), Entry.objects.count()
        monkeypatch.setattr(hosts, "issue", broken)
        with pytest.raises(RuntimeError):
            decisions.approve(submission, reviewer(), digest=submission.digest)
        assert (Edition.objects.count(), Entry.objects.count()) == (editions, entries)
        assert "Newer words" not in get(stage.address()).content.decode()
        assert decisions.waiting(submission).status == "in_progress"

    def test_a_host_that_is_about_the_part_goes_with_it(self, stage: Stage) -> None:
        released(topic_page(stage.get("section"), slug="bone", subject=stage.site))
        withdrawing.withdraw(stage.ids["site"], editor(), "A mistake.")
        assert get("/about/bone/").status_code == 410
        assert get("/about/spread/").status_code == 200
        assert "Words about bone." not in get("/about/spread/").content.decode()
        assert list(verify.faults()) == []


class TestNothingIsForgotten:
    @pytest.mark.parametrize("model", [Entry, Edition, Shown])
    def test_neither_update_nor_delete_nor_truncate(self, model: Any, stage: Stage) -> None:
        table = model._meta.db_table
        assert table in tables()
        field = "act" if model is Entry else "title" if model is Edition else "what"
        statements = [f"UPDATE {table} SET {field} = 'x'", f"DELETE FROM {table}"]
        if connection.vendor == "postgresql":
            statements.append(f"TRUNCATE {table} CASCADE")
        connection.check_constraints()  # else what waits for the transaction's end would stop TRUNCATE first
        for statement in statements:
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.first().delete()
        assert list(verify.faults()) == []

    def test_the_first_broken_entry_is_named(self, stage: Stage) -> None:
        tampered(lambda: Entry.objects.filter(seq__in=(3, 5)).update(actor_name="Somebody Else"))
        with pytest.raises(CommandError, match="the first: entry 3: its content does not match its hash"):
            verdict()

    def test_a_missing_entry_is_named(self, stage: Stage) -> None:
        tampered(lambda: Entry.objects.filter(seq=4).delete())
        with pytest.raises(CommandError, match="the first: entry 4: entry 4 is missing"):
            verdict()

    def test_a_chain_cut_short_shows_by_the_head_noted_elsewhere(self, stage: Stage) -> None:
        head = Head.objects.get()
        noted = f"{head.seq}:{head.hash}"
        assert noted in verdict()
        assert "whole" in verdict("--expect", noted)
        last = Entry.objects.get(seq=head.seq - 1)

        def cut() -> None:
            Entry.objects.filter(seq=head.seq).delete()
            Head.objects.update(seq=last.seq, hash=last.hash)

        tampered(cut)
        with pytest.raises(CommandError, match=f"entry {head.seq}"):
            verdict("--expect", noted)

    @pytest.mark.parametrize("wrong", ["", "12", "12:abc", "x:" + "0" * 64])
    def test_an_expectation_that_cannot_be_read_is_said(self, wrong: str, stage: Stage) -> None:
        with pytest.raises(CommandError, match="COUNT:HASH"):
            verdict("--expect", wrong)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("title", "Other"), ("summary", "Other"), ("html", "<p>Other</p>"), ("digest", "0" * 64),
            ("cause", "other"), ("decisions", []), ("reviewed_at", None), ("due", date(2099, 1, 1)),
            ("own_due", date(2099, 1, 1)), ("issued_at", None), ("snapshot", None), ("kind", "home_page"),
            ("locale", "de"), ("note", "Other"),
        ],
    )  # fmt: skip
    def test_any_change_of_an_edition_shows(self, field: str, value: Any, stage: Stage) -> None:
        edition = Edition.objects.filter(object_id=stage.ids["page"]).latest("number")
        if field == "issued_at":
            value = edition.issued_at - timedelta(days=9)
        if field == "snapshot":
            value = {**edition.snapshot, "title": "Other"}
        tampered(lambda: Edition.objects.filter(pk=edition.pk).update(**{field: value}))
        with pytest.raises(CommandError, match=stage.ids["page"]):
            verdict()

    def test_an_index_that_forgot_a_host_shows(self, stage: Stage) -> None:
        tampered(lambda: Shown.objects.filter(what=stage.ids["site"]).delete())
        with pytest.raises(CommandError, match=stage.ids["page"]):
            verdict()

    @pytest.mark.parametrize(
        "change",
        [{"address": "/other/"}, {"withdrawn_at": timezone.now()}, {"current": None}, {"due": date(2099, 1, 1)}],
    )
    def test_any_change_of_a_publication_shows(self, change: dict[str, Any], stage: Stage) -> None:
        Publication.objects.filter(object_id=stage.ids["page"]).update(**change)
        with pytest.raises(CommandError, match=f"{stage.ids['page']}: differs from the ledger"):
            verdict()

    def test_publications_can_be_rebuilt_from_the_ledger(self, stage: Stage) -> None:
        released(edited(stage.site, what_it_is="<p>Newer words about bone.</p>"))
        released(edited(stage.page, lead="Soon.", go_live_at=timezone.now() + timedelta(days=1)))
        withdrawing.withdraw(stage.ids["near"], editor(), "A mistake.")
        actual = {p.object_id: state(p) for p in Publication.objects.select_related("current", "pending")}
        assert verify.rebuilt() == actual

    def test_an_act_is_one_entry_by_value(self, stage: Stage) -> None:
        person = editor()
        withdrawing.withdraw(stage.ids["near"], person, "A mistake.")
        name = person.display_name
        person.delete()
        last = Entry.objects.latest("seq")
        assert (last.act, last.object_id, last.actor_name) == ("withdraw", stage.ids["near"], name)
        assert last.data["reason"] == "A mistake."


class TestRefusals:
    def test_all_reasons_come_at_once(self, stage: Stage) -> None:
        author = reviewer(qualified=False)
        submission = submitted(edited(stage.page, by=author, lead="Words."), by=author)
        edited(stage.page, lead="Later words.")
        with pytest.raises(Refused) as refusal:
            decisions.approve(submission, author, digest="0" * 64)
        said = " ".join(refusal.value.reasons)
        for reason in ("not in a group", "What you were shown", "has changed", "You contributed", "You submitted"):
            assert reason in said

    def test_what_is_unfinished_is_said_at_once(self, stage: Stage) -> None:
        page = topic_page(
            stage.get("section"), lead=" ", body=body.stream(body.unplaced("Words"), body.heading("x", 4))
        )
        with pytest.raises(Refused) as refusal:
            submitted(page)
        assert len(refusal.value.reasons) >= 3
        assert page.current_workflow_state is None

    def test_nothing_is_withdrawn_without_a_reason_or_a_role(self, stage: Stage) -> None:
        for person, reason in ((editor(), "  "), (User.objects.create(username="nobody"), "A mistake."), (None, "x")):
            with pytest.raises(Refused):
                withdrawing.withdraw(stage.ids["page"], person, reason)
        assert get(stage.address()).status_code == 200


class TestOutOfDate:
    def test_it_is_said_and_not_hidden(self, stage: Stage) -> None:
        found = resolve(stage.address(), timezone.now())
        assert found is not None and found.review_line is not None and not found.review_line.overdue
        due = found.review_line.due_on
        assert due is not None
        fresh = get(stage.address()).content.decode()
        stage.later(days=(due - timezone.now().date()).days + 1)
        found = resolve(stage.address(), timezone.now())
        assert found is not None and found.review_line is not None and found.review_line.overdue
        stale = get(stage.address()).content.decode()
        assert APPROVED in stale
        assert "overdue" in stale.lower()
        assert "overdue" not in fresh.lower()

    def test_a_hard_expiry_ends_the_edition_at_that_minute(self, stage: Stage) -> None:
        hour = timezone.now() + timedelta(hours=5)
        released(edited(stage.page, expire_at=hour))
        stage.at(hour - timedelta(seconds=2))
        assert get(stage.address()).status_code == 200
        stage.at(hour)
        response = get(stage.address())
        assert response.status_code == 410
        assert APPROVED.encode() not in response.content
