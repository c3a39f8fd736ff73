"""Editors move a public page: tree, addresses and redirects at once, or nothing; and reviewers sign its hours."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.editions.models import Publication
from cms.editions.verify import faults
from cms.ledger.models import Entry
from cms.review import decisions
from cms.review.addresses import move_page, standing_at
from cms.review.deciding import hours
from cms.review.drafts import draft_of, find
from cms.review.refusals import Refused
from tests.factories import checker, editor, reviewer, section_page, standard_page, topic_page
from tests.factories.releases import edited, released, shown_at, submitted

pytestmark = pytest.mark.django_db


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def places() -> tuple[Any, Any, Any]:
    """Two sections, and a topic in the first."""
    one, two = released(section_page(slug="one")), released(section_page(slug="two"))
    return find(one.object_id), find(two.object_id), released(topic_page(one, slug="spread"))


def post(page: Any, person: Any, **given: str) -> Any:
    url = reverse("review_address", args=[page.pk])
    return signed_in(person).post(url, {"parent": "/one/", "slug": "spread", **given})


def test_an_editor_moves_a_public_page_and_the_old_address_leads_to_the_new(places: Any) -> None:
    _, _, page = places
    person = editor()
    assert post(page, person, parent="/two/").status_code == 302
    assert shown_at("/two/spread/") is not None
    assert Client().get("/one/spread/")["Location"] == "/two/spread/"
    assert Entry.objects.filter(act="move").latest("seq").actor_id == str(person.pk)
    assert Publication.objects.get(pk=page.object_id).parent_id == f"page:{places[1].pk}"
    assert list(faults()) == []


def test_both_parts_of_the_address_change_together(places: Any) -> None:
    post(places[2], editor(), parent="two", slug="Where-It-Spreads")
    assert shown_at("/two/where-it-spreads/") is not None
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("parent", "words"),
    [("/nowhere/", "No page stands at this address"), ("/one/spread/", "cannot stand under itself")],
)
def test_a_place_that_will_not_do_is_refused_and_nothing_moves(places: Any, parent: str, words: str) -> None:
    answer = post(places[2], editor(), parent=parent, slug="another")
    assert words in answer.content.decode()
    assert find(places[2].object_id).url_path.endswith("/one/spread/")
    assert shown_at("/one/spread/") is not None


def test_a_taken_address_and_a_wrong_kind_are_refused_at_once(places: Any) -> None:
    one, two, _ = places
    topic_page(two, slug="spread")
    with pytest.raises(Refused, match="already has the address"):
        move_page(places[2], two, editor())
    with pytest.raises(Refused, match="cannot stand under"):
        move_page(one, standard_page(), editor())


def test_a_reviewer_moves_nothing(places: Any) -> None:
    assert post(places[2], reviewer(), parent="/two/").status_code in (302, 403)
    assert shown_at("/one/spread/") is not None


def test_the_home_page_stands_at_the_root() -> None:
    section_page(slug="one")
    assert standing_at("/") == Page.objects.get(depth=2)
    assert standing_at("/one") == standing_at("/one/") is not None
    assert standing_at("/x/") is None


def test_another_hour_voids_the_approvals_before_it_and_the_decision_page_says_the_hour() -> None:
    page = edited(topic_page(slug="spread"), go_live_at=timezone.now() + timedelta(days=2))
    assert "not before" in hours(draft_of(page))[0]
    submission = submitted(page)
    decisions.approve(submission, checker(), digest=submission.digest)
    edited(page, go_live_at=timezone.now() - timedelta(days=1))
    with pytest.raises(Refused, match="has changed since"):
        decisions.approve(submission, reviewer(), digest=submission.digest)
    assert hours(draft_of(topic_page())) == []
