"""Two people decide at once, or one decides while another writes: one order wins."""

import json

import pytest
from django.db import transaction

from cms.editions.models import Edition
from cms.review.drafts import find
from cms.review.models import Decision, Submission
from cms.review.refusals import Refused
from tests.factories.releases import shown_at
from tests.integration.races.conftest import Cast, page_with, site
from tests.integration.races.racing import ROUNDS, Racers, Reader, watched

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def lead_shown(address: str) -> str:
    return shown_at(address).edition.snapshot["fields"]["lead"]


def test_two_approvals_of_one_submission(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)
    with watched(Reader("/spread/")):
        for number in range(ROUNDS):
            submission = cast.checked(cast.write(page, f"Words {number}."))
            before = Edition.objects.count()
            outcome = racers.run(lambda s=submission: cast.approve(s, 0), lambda s=submission: cast.approve(s, 1))
            refused = [one for one in outcome if isinstance(one, Refused)]
            assert len(refused) == 1, outcome
            assert any("no longer open" in reason for reason in refused[0].reasons)
            assert Decision.objects.filter(submission=submission, step="medical").count() == 1
            assert Edition.objects.count() == before + 1
            assert lead_shown("/spread/") == f"Words {number}."


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_edit_during_an_approval(cast: Cast, racers: Racers, overwrite: bool) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)
    won = 0
    with watched(Reader("/spread/")):
        for number in range(ROUNDS):
            submission = cast.checked(cast.write(page, f"Approved {number}."))
            before = lead_shown("/spread/")

            def edit(number: int = number) -> None:
                newest = find(page.object_id).latest_revision
                draft = newest.as_object()
                draft.lead = f"Not approved {number}."
                draft.save_revision(user=cast.writer, overwrite_revision=newest if overwrite else None)

            approval, _ = racers.run(lambda s=submission: cast.approve(s), edit)
            assert find(page.object_id).latest_revision.as_object().lead == f"Not approved {number}."
            if isinstance(approval, Refused):
                assert any("has changed since it was submitted" in reason for reason in approval.reasons)
                assert lead_shown("/spread/") == before
            else:
                won += 1
                assert lead_shown("/spread/") == f"Approved {number}."
                assert find(page.object_id).has_unpublished_changes
            cast.clear(page)
    assert "Not approved" not in json.dumps(list(Edition.objects.values_list("snapshot", "html")))
    assert 0 < won < ROUNDS or ROUNDS < 50


def test_an_edit_of_a_new_part_during_the_approval_of_its_page(cast: Cast, racers: Racers) -> None:
    bone = site(cast, "Bone")
    page = page_with(cast, "spread", bone)
    cast.release(page)
    with watched(Reader("/spread/", parts=(bone.object_id,))):
        for number in range(ROUNDS):
            cast.write(bone, f"Approved {number}.")
            submission = cast.checked(cast.write(page, f"Words {number}."))
            assert set(submission.members) == {bone.object_id, page.object_id}
            racers.run(lambda s=submission: cast.approve(s), lambda n=number: cast.write(bone, f"Not approved {n}."))
            assert find(bone.object_id).latest_revision.as_object().what_it_is == f"<p>Not approved {number}.</p>"
            cast.clear(page)
    assert "Not approved" not in json.dumps(list(Edition.objects.values_list("snapshot", "html")))


def test_two_submissions_of_one_page(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))

    def by_workflow() -> None:
        row = find(page.object_id)
        row.get_workflow().start(row, cast.writer)

    def in_a_view() -> None:
        with transaction.atomic():
            by_workflow()

    for number in range(ROUNDS):
        ways = [lambda: cast.submit(page), by_workflow, in_a_view]
        outcome = racers.run(ways[number % 3], ways[number // 3 % 3])
        refused = [one for one in outcome if isinstance(one, Refused)]
        assert len(refused) == 1, outcome
        assert "already in review" in refused[0].reasons[0]
        assert Submission.objects.filter(status=Submission.OPEN, object_id=page.object_id).count() == 1
        assert page.workflow_states.filter(status="in_progress").count() == 1
        cast.clear(page)


def test_taking_a_submission_back_during_its_approval(cast: Cast, racers: Racers) -> None:
    page = page_with(cast, "spread", site(cast, "Bone"))
    cast.release(page)

    def take_back(atomic: bool) -> None:
        state = find(page.object_id).current_workflow_state
        if state is None:
            raise Refused(["Nothing is in review."])
        if atomic:
            with transaction.atomic():
                state.cancel(user=cast.sender)
        else:
            state.cancel(user=cast.sender)

    with watched(Reader("/spread/")):
        for number in range(ROUNDS):
            submission = cast.checked(cast.write(page, f"Words {number}."))
            approval, taken_back = racers.run(
                lambda s=submission: cast.approve(s), lambda n=number: take_back(n % 2 > 0)
            )
            state = page.workflow_states.order_by("-pk").first()
            shown = lead_shown("/spread/") == f"Words {number}."
            assert shown != isinstance(approval, Refused)
            assert shown == isinstance(taken_back, Refused)
            assert state.status == ("approved" if shown else "cancelled")
            assert not state.task_states.filter(status="in_progress").exists()
