"""What the editor and the reviewer are offered and told in Wagtail's admin, by its own views."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.review import decisions
from cms.review.models import KindWorkflow, Submission
from tests.factories import MetastasisSiteFactory, administrator, checker, editor, reviewer, section_page, topic_page
from tests.factories.releases import edited, released, submitted

pytestmark = pytest.mark.django_db


def as_(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_editor(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def decide(submission: Submission) -> str:
    return reverse("review_decide", args=[submission.pk])


def posted(submission: Submission, act: str, comment: str = "") -> dict[str, str]:
    return {"digest": submission.digest, "comment": comment, act: "1"}


class TestTheMenuOfActions:
    def test_a_new_page_is_offered_the_way_of_its_own_kind(self) -> None:
        section = section_page()
        url = reverse("wagtailadmin_pages:add", args=["content", "topicpage", section.pk])
        shown = as_(editor()).get(url).content.decode()
        assert "Submit to Editorial check and medical review" in shown
        assert "Submit to Second editor" not in shown

    def test_a_new_part_can_be_submitted_at_once(self) -> None:
        url = reverse("wagtailsnippets_content_metastasissite:add")
        assert "Submit to Editorial check and medical review" in as_(editor()).get(url).content.decode()

    def test_nobody_is_offered_to_publish(self) -> None:
        page = released(topic_page())
        for user in (editor(), checker(), administrator()):
            shown = as_(user).get(page_editor(page)).content.decode()
            assert 'name="action-publish"' not in shown
            assert "action-unpublish" not in shown

    def test_who_may_give_the_step_can_decide_and_not_cancel(self) -> None:
        page = topic_page()
        submission = submitted(page)
        shown = as_(checker()).get(page_editor(page)).content.decode()
        assert decide(submission) in shown
        assert "action-cancel-workflow" not in shown
        assert "approve it or request changes" in shown

    def test_who_submitted_it_can_cancel_and_not_decide(self) -> None:
        writer = editor()
        page = topic_page(by=writer)
        submission = submitted(page, by=writer)
        shown = as_(writer).get(page_editor(page)).content.decode()
        assert decide(submission) not in shown
        assert "action-cancel-workflow" in shown
        assert "cancel the workflow" in shown

    def test_a_text_that_came_back_says_who_asked_for_what(self) -> None:
        writer, asking = editor(), checker()
        page = topic_page(by=writer)
        submission = submitted(page, by=writer)
        decisions.request_changes(submission, asking, digest=submission.digest, comment="Say for how long.")
        shown = as_(writer).get(page_editor(page)).content.decode()
        assert f"{asking.display_name} asks for changes: Say for how long." in shown
        assert "Submit again" in shown
        assert "Resubmit to" not in shown

    def test_a_public_part_can_be_withdrawn_from_its_editor(self) -> None:
        site = released(MetastasisSiteFactory())
        url = reverse("wagtailsnippets_content_metastasissite:edit", args=[site.pk])
        assert reverse("review_withdraw", args=[site.object_id]) in as_(editor()).get(url).content.decode()

    def test_an_editor_can_change_the_address_of_a_public_page(self) -> None:
        page, client = released(topic_page()), as_(editor())
        url = reverse("review_address", args=[page.pk])
        assert url in client.get(page_editor(page)).content.decode()
        client.post(url, {"parent": "/", "slug": "another-name"})
        page.refresh_from_db()
        assert page.slug == "another-name"


class TestDeciding:
    def test_it_shows_all_that_one_decision_covers(self) -> None:
        site = MetastasisSiteFactory(name="A new site")
        page = topic_page(subject=site)
        submission = submitted(page)
        shown = as_(checker()).get(decide(submission)).content.decode()
        assert page.title in shown
        assert "A new site" in shown
        assert reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, 1])[:-3] in shown

    def test_it_shows_a_part_too(self) -> None:
        submission = submitted(MetastasisSiteFactory())
        assert as_(checker()).get(decide(submission)).status_code == 200

    def test_two_approvals_make_it_public_and_say_so(self) -> None:
        page = topic_page(title="A topic for all")
        submission = submitted(page)
        first = as_(checker()).post(decide(submission), posted(submission, "approve"), follow=True)
        assert "waits for the next step" in first.content.decode()
        second = as_(reviewer()).post(decide(submission), posted(submission, "approve"), follow=True)
        assert "Readers see “A topic for all” now." in second.content.decode()
        submission.refresh_from_db()
        assert submission.status == Submission.RELEASED

    def test_a_refusal_gives_every_reason_and_keeps_the_comment(self) -> None:
        writer = checker()
        page = topic_page(by=writer)
        submission = submitted(page, by=writer)
        response = as_(writer).post(decide(submission), posted(submission, "approve", "Long thoughts."))
        shown = response.content.decode()
        assert "You contributed to this text" in shown
        assert "You submitted this text" in shown
        assert "Long thoughts." in shown

    def test_what_stands_in_the_way_is_said_before_reading(self) -> None:
        submission = submitted(topic_page())
        decisions.approve(submission, checker(), digest=submission.digest)
        shown = as_(reviewer(qualified=False)).get(decide(submission)).content.decode()
        assert "no credential that is valid today" in shown

    def test_it_decides_only_on_what_was_shown(self) -> None:
        submission = submitted(topic_page())
        old = {**posted(submission, "approve"), "digest": "0" * 64}
        assert "not what was submitted" in as_(checker()).post(decide(submission), old).content.decode()

    def test_requesting_changes_needs_a_reason(self) -> None:
        submission, client = submitted(topic_page()), as_(checker())
        assert (
            "Say what should change"
            in client.post(decide(submission), posted(submission, "request_changes")).content.decode()
        )
        client.post(decide(submission), posted(submission, "request_changes", "Shorter, please."))
        submission.refresh_from_db()
        assert submission.status == Submission.CHANGES_REQUESTED

    def test_who_gives_another_step_is_sent_away(self) -> None:
        submission = submitted(topic_page())
        response = as_(reviewer()).get(decide(submission), follow=True)
        assert "do not have permission" in response.content.decode()

    def test_a_submission_that_is_over_says_so(self) -> None:
        page = topic_page()
        submission = submitted(page)
        page.refresh_from_db()
        page.current_workflow_state.cancel(user=editor())
        assert "no longer open" in as_(checker()).get(decide(submission), follow=True).content.decode()

    def test_a_comment_in_wagtails_own_dialogue_is_not_lost(self) -> None:
        writer = checker()
        page = topic_page(by=writer)
        submission = submitted(page, by=writer)
        state = decisions.waiting(submission)
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        response = as_(writer).post(url, {"comment": "Long thoughts."}, follow=True)
        assert "Long thoughts." in response.content.decode()


class TestWhatAwaitsADecision:
    def test_each_sees_what_waits_for_their_step(self) -> None:
        page, site = topic_page(title="A topic that waits"), MetastasisSiteFactory(name="A part that waits")
        submissions = [submitted(page), submitted(site)]
        shown = as_(checker()).get(reverse("wagtailadmin_home")).content.decode()
        for submission in submissions:
            assert submission.title in shown
            assert decide(submission) in shown
        assert "that waits" not in as_(reviewer()).get(reverse("wagtailadmin_home")).content.decode()

    def test_a_reviewer_finds_a_part_and_can_read_it(self) -> None:
        site = MetastasisSiteFactory(name="A part that waits")
        submission = submitted(site)
        decisions.approve(submission, checker(), digest=submission.digest)
        client = as_(reviewer())
        assert decide(submission) in client.get(reverse("wagtailadmin_home")).content.decode()
        task = decisions.waiting(submission).task
        preview = reverse("wagtailsnippets_content_metastasissite:workflow_preview", args=[site.pk, task.pk])
        assert preview in client.get(decide(submission)).content.decode()
        assert "A part that waits" in client.get(preview).content.decode()

    def test_nothing_is_approved_there_unread(self) -> None:
        submitted(topic_page())
        assert "data-workflow-action-url" not in as_(checker()).get(reverse("wagtailadmin_home")).content.decode()

    def test_what_was_cancelled_waits_no_more(self) -> None:
        page = topic_page(title="A topic that waits")
        submitted(page)
        page.refresh_from_db()
        page.current_workflow_state.cancel(user=editor())
        assert "that waits" not in as_(checker()).get(reverse("wagtailadmin_home")).content.decode()


class TestKindsAndWorkflows:
    def test_an_administrator_chooses_the_workflow_of_a_kind(self) -> None:
        row = KindWorkflow.objects.get(kind="section_page")
        other = KindWorkflow.objects.get(kind="topic_page").workflow
        client = as_(administrator())
        client.post(reverse("kind-workflows:edit", args=[row.pk]), {"workflow": other.pk})
        row.refresh_from_db()
        assert row.workflow == other
        assert client.get(reverse("kind-workflows:add"), follow=True).request["PATH_INFO"] == reverse(
            "wagtailadmin_home"
        )

    def test_nobody_else_does(self) -> None:
        response = as_(editor()).get(reverse("kind-workflows:index"), follow=True)
        assert response.request["PATH_INFO"] == reverse("wagtailadmin_home")


def test_an_edit_after_the_review_is_no_longer_locked() -> None:
    page = edited(released(topic_page()), lead="Another lead.")
    assert "action-submit" in as_(editor()).get(page_editor(page)).content.decode()
