"""Who contributed: what four eyes is computed from, whatever Wagtail's own history says."""

from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from cms.people.models import User
from cms.review import decisions
from cms.review.contributions import UNKNOWN, contributors, open_contributions
from cms.review.drafts import draft_of, find
from cms.review.models import Contribution
from cms.review.refusals import Refused
from tests import factories
from tests.factories import body, checker, editor, reviewer, topic_page
from tests.factories.releases import edited, released, submitted

pytestmark = pytest.mark.django_db


def people(draft: Any, last: Any = None) -> set[str]:
    return set(contributors(draft_of(find(draft.object_id)), last))


def ids(*users: User) -> set[str]:
    return {str(user.pk) for user in users}


def test_a_change_is_noted_once_with_who_made_it() -> None:
    first, second = editor(), editor()
    page = topic_page(by=first)
    edited(page, by=second)
    assert people(page) == ids(first), "a save that changes nothing contributes nothing"
    edited(page, by=second, lead="Other words.")
    assert people(page) == ids(first, second)


def test_an_edition_begins_a_new_count() -> None:
    first, second = editor(), editor()
    page = released(topic_page(by=first))
    edited(page, by=second, lead="Other words.")
    assert people(page) == ids(second)


def test_housekeeping_is_no_contribution() -> None:
    page = topic_page(by=editor())
    before = Contribution.objects.count()
    newest = page.latest_revision.as_object()
    newest.slug = "another-slug"
    newest.save_revision(user=editor())
    assert Contribution.objects.count() == before


def test_a_copy_brings_its_authors() -> None:
    first, second, copier = editor(), editor(), editor()
    page = edited(topic_page(by=first), by=second, lead="Other words.")
    copy = page.copy(user=copier, update_attrs={"slug": "copy"})
    assert ids(first, second) <= people(copy)


def test_a_copy_of_what_was_released_brings_the_authors_of_that_text() -> None:
    first, copier = editor(), editor()
    page = released(topic_page(by=first))
    copy = page.copy(user=copier, update_attrs={"slug": "copy"})
    assert ids(first) <= people(copy)


def test_a_revert_brings_back_whose_words_they_were() -> None:
    first, second, third = editor(), reviewer(), editor()
    page = topic_page(by=first)
    old = edited(page, by=second, lead="Words of the second.").latest_revision
    released(edited(page, by=first, lead="Other words."))
    assert people(page) == set()
    draft = old.as_object()
    draft.save_revision(user=third, previous_revision=old)
    assert ids(second) <= people(page)
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(Refused, match="You contributed"):
        decisions.approve(submission, second, digest=submission.digest)


def test_somebody_unknown_keeps_it_from_approval() -> None:
    page = topic_page()
    newest = page.latest_revision.as_object()
    newest.lead = "Words of nobody."
    newest.save_revision(user=None)
    assert UNKNOWN in people(page)
    submission = submitted(page)
    with pytest.raises(Refused, match="Somebody unknown contributed"):
        decisions.approve(submission, checker(), digest=submission.digest)


def test_a_write_past_the_editor_counts_as_unknown() -> None:
    page = topic_page()
    revision = page.latest_revision
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "lead": "Slipped in."})
    assert UNKNOWN in people(page)


def test_purged_revisions_and_deleted_accounts_are_remembered() -> None:
    first, second = editor(), editor()
    page = edited(topic_page(by=first), by=second, lead="Other words.")
    call_command("purge_revisions", verbosity=0)
    assert people(page) == ids(first, second)
    known, name = ids(first), first.display_name
    first.delete()
    assert known <= people(page)
    assert name in open_contributions(page.object_id).values_list("person", flat=True)


def test_who_changed_a_source_may_not_approve_the_page_that_cites_it() -> None:
    doctor = reviewer()
    source = factories.SourceFactory()
    page = topic_page(body=body.stream(body.paragraph("A claim.", [source])))
    source.title = "A better title"
    source.save()
    source.save_revision(user=doctor)
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(Refused, match="You contributed"):
        decisions.approve(submission, doctor, digest=submission.digest)
    decisions.approve(submission, reviewer(), digest=submission.digest)


def test_a_source_changed_by_nobody_known_keeps_its_pages_from_approval() -> None:
    source = factories.SourceFactory()
    page = topic_page(body=body.stream(body.paragraph("A claim.", [source])))
    type(source).objects.filter(pk=source.pk).update(title="Slipped in")
    assert UNKNOWN in people(page)


def test_a_change_of_a_source_before_the_last_edition_no_longer_counts() -> None:
    first = editor()
    source = factories.SourceFactory(by=first)
    page = released(topic_page(body=body.stream(body.paragraph("A claim.", [source]))))
    assert people(page, decisions.last_edition(page.object_id)) == set()
    assert ids(first) <= people(page)


def test_whoever_wrote_a_source_counts_for_the_page_that_shows_it_for_the_first_time() -> None:
    first, second = editor(), editor()
    old, new = factories.SourceFactory(by=first), factories.SourceFactory(by=second)
    page = released(topic_page(body=body.stream(body.paragraph("A claim.", [old]))))
    writer = editor()
    page = edited(page, by=writer, body=body.stream(body.paragraph("A claim.", [old, new])))
    assert people(page, decisions.last_edition(page.object_id)) == ids(writer, second)


def test_the_contributors_of_a_new_part_count_for_the_page() -> None:
    doctor = reviewer()
    site = factories.MetastasisSiteFactory(by=doctor)
    submission = submitted(topic_page(body=body.stream(body.sites([site]))))
    decisions.approve(submission, checker(), digest=submission.digest)
    with pytest.raises(Refused, match="You contributed"):
        decisions.approve(submission, doctor, digest=submission.digest)
