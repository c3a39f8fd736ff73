"""Reaffirm: new dates on the same edition, by somebody as qualified as for an approval, with evidence."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from cms.editions.models import Edition, Publication
from cms.editions.verify import faults
from cms.review.reaffirming import reaffirm
from cms.review.refusals import Refused
from tests.factories import MetastasisSiteFactory, SourceFactory, body, editor, reviewer, topic_page
from tests.factories.releases import edited, released, shown_at

pytestmark = pytest.mark.django_db
STATEMENT = "I read the page and its sources again; nothing needs to change."


def public_page(**fields: Any) -> tuple[Any, Any]:
    site, source = MetastasisSiteFactory(), SourceFactory()
    blocks = body.stream(body.paragraph("What a study found.", sources=[source]), body.sites([site]))
    return released(topic_page(slug="spread", body=blocks, **fields)), source


def again(object_id: str, person: Any, source: Any, **changes: Any) -> Any:
    edition = Publication.objects.get(pk=object_id).current
    given = {"digest": edition.digest, "rechecked": [source.value_id], "statement": STATEMENT, **changes}
    return reaffirm(object_id, person, **given)


def test_the_same_edition_gets_a_new_reviewed_and_due_date_and_a_new_name() -> None:
    page, source = public_page()
    number = shown_at("/spread/").edition.number
    later = timezone.now() + timedelta(days=400)
    with time_machine.travel(later, tick=True):
        person = reviewer(last_name="Again")
        again(page.object_id, person, source)
        found = shown_at("/spread/")
        assert found.edition.number == number == Edition.objects.filter(object_id=page.object_id).count()
        assert found.review_line.reviewed_on == later.date()
        assert [r.name for r in found.review_line.reviewers] == [person.display_name]
        # The site that it shows is still due first, and the page says so.
        assert found.review_line.due_on == Publication.objects.get(kind="metastasis_site").due
        assert list(faults()) == []


def test_a_reaffirmed_part_moves_the_due_date_of_the_pages_that_were_waiting_for_it() -> None:
    page, source = public_page()
    site_id = Publication.objects.get(kind="metastasis_site").object_id
    with time_machine.travel(timezone.now() + timedelta(days=400), tick=True):
        again(page.object_id, reviewer(), source)
        before = Publication.objects.get(pk=page.object_id).due
        again(site_id, reviewer(), source, rechecked=[])
        after = Publication.objects.get(pk=page.object_id).due
        assert before is not None and after is not None
        assert after > before
        assert list(faults()) == []


def test_a_reaffirmation_stays_with_the_text_when_a_part_changes() -> None:
    page, source = public_page()
    site = page.body[1].value["sites"][0]
    with time_machine.travel(timezone.now() + timedelta(days=100), tick=True):
        again(page.object_id, reviewer(last_name="Again"), source)
        due = (Publication.objects.get(pk=page.object_id).reaffirmed or {})["due"]
        released(edited(site, plain_name="the bones"))
        found = shown_at("/spread/")
        assert found.edition.cause == "reissued"
        assert found.review_line.reviewers[0].name.endswith("Again")
        assert found.edition.own_due.isoformat() == due
    released(edited(page, lead="Another lead."))
    assert Publication.objects.get(pk=page.object_id).reaffirmed is None


def test_every_reason_is_given_at_once_and_nothing_changes() -> None:
    page, source = public_page(by=(writer := editor()))
    before = Publication.objects.get(pk=page.object_id).due
    with pytest.raises(Refused) as refusal:
        again(page.object_id, writer, source, digest="0" * 64, rechecked=[], statement=" ")
    said = " ".join(refusal.value.reasons)
    for words in ("not in a group", "open it again", "You contributed", "no credential", "which sources", "Sign"):
        assert words in said
    assert Publication.objects.get(pk=page.object_id).due == before


def test_a_source_that_the_text_does_not_cite_is_no_evidence() -> None:
    page, source = public_page()
    with pytest.raises(Refused, match="does not cite"):
        again(page.object_id, reviewer(), source, rechecked=[source.value_id, "source:999999"])


def test_what_readers_cannot_see_is_not_reaffirmed() -> None:
    draft = topic_page()
    with pytest.raises(Refused, match="nothing to reaffirm"):
        reaffirm(draft.object_id, reviewer(), digest="0" * 64, rechecked=[], statement=STATEMENT)
