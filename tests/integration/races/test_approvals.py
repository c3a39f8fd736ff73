"""Two people decide at once, or one decides while another writes: one order wins."""

import json
from collections.abc import Callable

import pytest
from django.db import transaction

from cms.editions.models import Edition
from cms.review import addresses
from cms.review.drafts import find
from cms.review.models import Decision, Submission
from cms.review.refusals import Refused
from tests.factories.releases import shown_at
from tests.integration.races.conftest import Cast, page_with, site
from tests.integration.races.racing import ROUNDS, Racers, Reader, watched
from tests.integration.races.scene import rounds

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def lead_shown(address: str = "/spread/") -> str:
    return shown_at(address).edition.snapshot["fields"]["lead"]


def ever_issued() -> str:
    return json.dumps(list(Edition.objects.values_list("snapshot", "html")))


def test_two_approvals_of_one_submission(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)
    submission = cast.checked(cast.write(page, "Newer words."))
    with watched(Reader("/spread/")) as reader:
        for _ in rounds(reader):
            outcome = racers.run(lambda: cast.approve(submission, 0), lambda: cast.approve(submission, 1))
            refused = [one for one in outcome if isinstance(one, Refused)]
            assert len(refused) == 1, outcome
            assert any("no longer open" in reason for reason in refused[0].reasons)
            assert Decision.objects.filter(submission=submission, step="medical").count() == 1
            assert Edition.objects.filter(object_id=page.object_id).count() == 2
            assert lead_shown() == "Newer words."


def test_two_checks_of_one_submission(cast: Cast, racers: Racers) -> None:
    submission = cast.submit(page_with(cast, "spread", site(cast, "Bone")))
    for _ in rounds():
        outcome = racers.run(lambda: cast.check(submission, 0), lambda: cast.check(submission, 1))
        assert len([one for one in outcome if isinstance(one, Refused)]) == 1, outcome
        assert Decision.objects.filter(submission=submission).count() == 1
        assert not Edition.objects.exists()


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_edit_during_an_approval(cast: Cast, racers: Racers, overwrite: bool) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)
    submission = cast.checked(cast.write(page, "Approved words."))
    before, won = lead_shown(), 0

    def edit() -> None:
        newest = find(page.object_id).latest_revision
        draft = newest.as_object()
        draft.lead = "Never approved."
        draft.save_revision(user=cast.writer, overwrite_revision=newest if overwrite else None)

    with watched(Reader("/spread/")) as reader:
        for _ in rounds(reader):
            approval, written = racers.run(lambda: cast.approve(submission), edit)
            assert written is None
            assert find(page.object_id).latest_revision.as_object().lead == "Never approved."
            assert "Never approved." not in ever_issued()
            if isinstance(approval, Refused):
                assert any("has changed since it was submitted" in reason for reason in approval.reasons)
                assert lead_shown() == before
            else:
                won += 1
                assert lead_shown() == "Approved words."
                assert find(page.object_id).has_unpublished_changes
    assert 0 < won < ROUNDS or ROUNDS < 100, won


def test_an_edit_of_a_part_during_the_approval_of_its_page(cast: Cast, racers: Racers) -> None:
    bone = site(cast, "Bone")
    page = page_with(cast, "spread", bone)
    cast.release(page)
    cast.write(bone, "Approved words.")
    submission = cast.checked(cast.write(page, "A newer lead."))
    assert set(submission.members) == {bone.object_id, page.object_id}
    with watched(Reader("/spread/", parts=(bone.object_id,))) as reader:
        for _ in rounds(reader):
            racers.run(lambda: cast.approve(submission), lambda: cast.write(bone, "Never approved."))
            assert find(bone.object_id).latest_revision.as_object().what_it_is == "<p>Never approved.</p>"
            assert "Never approved." not in ever_issued()


def ways_to_submit(cast: Cast, page: object) -> list[Callable[[], object]]:
    """By the service, by Wagtail's workflow, and by that within a view's transaction."""

    def by_workflow() -> None:
        row = find(page.object_id)
        row.get_workflow().start(row, cast.writer)

    def in_a_transaction() -> None:
        with transaction.atomic():
            by_workflow()

    return [lambda: cast.submit(page), by_workflow, in_a_transaction]


def test_two_submissions_of_one_page(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    ways = ways_to_submit(cast, page)
    for number in rounds():
        outcome = racers.run(ways[number % 3], ways[number // 3 % 3])
        refused = [one for one in outcome if isinstance(one, Refused)]
        assert len(refused) == 1, outcome
        assert "already in review" in refused[0].reasons[0]
        assert Submission.objects.filter(status=Submission.OPEN, object_id=page.object_id).count() == 1
        assert page.workflow_states.filter(status="in_progress").count() == 1


def test_taking_a_submission_back_during_its_approval(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)
    submission = cast.checked(cast.write(page, "Newer words."))

    def take_back() -> None:
        state = find(page.object_id).current_workflow_state
        if state is None:
            raise Refused(["Nothing is in review."])
        state.cancel(user=cast.sender)

    with watched(Reader("/spread/")) as reader:
        for _ in rounds(reader):
            approval, taken_back = racers.run(lambda: cast.approve(submission), take_back)
            state = page.workflow_states.order_by("-pk").first()
            shown = lead_shown() == "Newer words."
            assert shown != isinstance(approval, Refused)
            assert shown == isinstance(taken_back, Refused)
            assert state.status == ("approved" if shown else "cancelled")
            assert not state.task_states.filter(status="in_progress").exists()
            assert not Submission.objects.filter(status=Submission.OPEN).exists()


def test_a_change_of_address_during_a_release(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)
    submission = cast.checked(cast.write(page, "Newer words."))
    for _ in rounds():
        approval, address = racers.run(
            lambda: cast.approve(submission), lambda: addresses.change_slug(page, "elsewhere", cast.sender)
        )
        assert not isinstance(approval, Refused), approval.reasons
        assert address == "/elsewhere/"
        assert lead_shown("/elsewhere/") == "Newer words."
        assert shown_at("/spread/") is None
        row = find(page.object_id)
        assert row.slug == row.latest_revision.as_object().slug == "elsewhere"
