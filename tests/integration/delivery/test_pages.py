"""The public website: what is public is served from its edition, and nothing else is told."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cms.editions.models import Publication
from cms.review import withdrawing
from tests.factories import (
    MetastasisSiteFactory,
    SourceFactory,
    administrator,
    body,
    home_page,
    section_page,
    topic_page,
)
from tests.factories.releases import edited, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree() -> Any:
    """Home, a section and a topic, all public."""
    released(home_page())
    section = released(section_page(title="About samples", slug="about"))
    return released(topic_page(section, title="Where samples go", slug="where", lead="The approved lead."))


def text(response: Any) -> str:
    return response.content.decode()


def test_a_public_page_is_served_with_all_that_is_around_it(client: Client, tree: Any) -> None:
    response = client.get("/about/where/")
    assert response.status_code == 200
    for words in ("The approved lead.", "Last reviewed", "About samples", 'href="/about/"', "Breadcrumb"):
        assert words in text(response)
    assert "Where samples go" in text(client.get("/about/"))
    assert "About samples" in text(client.get("/"))


def test_an_edit_changes_nothing_for_readers(client: Client, tree: Any) -> None:
    before = text(client.get("/about/where/"))
    edited(tree, lead="An unapproved lead.", title="An unapproved title")
    assert text(client.get("/about/where/")) == before
    assert "unapproved" not in text(client.get("/about/"))


def test_a_draft_is_as_absent_as_what_never_was(client: Client, tree: Any) -> None:
    topic_page(section_page(title="Hidden", slug="hidden"), slug="below")
    for address in ("/hidden/", "/hidden/below/", "/hidden", "/HIDDEN/", "/never/"):
        response = client.get(address)
        assert response.status_code == 404
        assert text(response) == text(client.get("/never-either/"))
        assert "Hidden" not in text(response)


@pytest.mark.parametrize("person", [None, administrator])
def test_staff_see_what_readers_see(client: Client, tree: Any, person: Any) -> None:
    if person:
        client.force_login(person())
    response = client.get("/about/where/")
    assert "userbar" not in text(response)
    assert "Preview" not in text(response)
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_a_cold_page_takes_at_most_three_queries_whatever_is_on_it(
    client: Client, tree: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sites = [MetastasisSiteFactory(sources=body.items([SourceFactory().pk])) for _ in range(3)]
    linked = body.paragraph(f'<a linktype="page" id="{tree.pk}">there</a>', sources=[SourceFactory()])
    blocks = [body.heading("One"), linked, body.sites(sites), body.related([tree])]
    below = released(topic_page(tree, slug="deep", body=body.stream(*blocks)))
    for slug in ("deeper", "deepest"):
        below = released(topic_page(below, slug=slug, body=body.stream(*blocks)))
    with django_assert_max_num_queries(3):
        assert client.get("/about/where/deep/deeper/deepest/").status_code == 200


def test_a_withdrawn_page_says_so_without_its_title(client: Client, tree: Any) -> None:
    withdrawing.withdraw(tree.object_id, administrator(), "A mistake was found.")
    response = client.get("/about/where/")
    assert response.status_code == 410
    assert "This page has been withdrawn" in text(response)
    assert "Where samples go" not in text(response)
    assert "mistake was found" not in text(response)
    assert "Where samples go" not in text(client.get("/about/"))


def test_the_hour_alone_ends_a_page(client: Client, tree: Any) -> None:
    Publication.objects.filter(object_id=tree.object_id).update(current_until=timezone.now() - timedelta(seconds=1))
    assert client.get("/about/where/").status_code == 410


def test_a_page_whose_hour_has_not_come_is_not_told(client: Client, tree: Any) -> None:
    Publication.objects.filter(object_id=tree.object_id).update(current_from=timezone.now() + timedelta(hours=1))
    assert client.get("/about/where/").status_code == 404


@pytest.mark.parametrize(
    "spelling", ["/about/where", "/About/Where/", "/ABOUT/WHERE", "/%2Fabout//where//", "/about/where//"]
)
def test_another_spelling_of_a_public_address_leads_to_it(client: Client, tree: Any, spelling: str) -> None:
    response = client.get(spelling)
    assert response.status_code == 301
    assert response["Location"] == "/about/where/"


def test_what_was_asked_behind_the_address_is_kept(client: Client, tree: Any) -> None:
    assert client.get("/about/where?from=mail&x=%0d%0aSet-Cookie:a")["Location"] == (
        "/about/where/?from=mail&x=%0d%0aSet-Cookie:a"
    )


def test_another_spelling_of_a_withdrawn_address_leads_nowhere(client: Client, tree: Any) -> None:
    withdrawing.withdraw(tree.object_id, administrator(), "A mistake was found.")
    assert client.get("/about/where").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/%00/", "/about/%00/", "/%0a/", "/about/where/%0d%0aX:1/", "/%ff%fe/", "/%C0%AE/", "/../etc/passwd",
        "/..%2f..%2f/", "/a" * 3000, "/" + "a" * 1001 + "/", "/%E2%80%AE/", "/'%22<script>/", "/%F0%9F%8E%97/",
        "/about/where/;a=b", "/\\about/", "/%5C%5Cevil.example/", "/%2F%2Fevil.example/%2e%2e", "/files/x.png",
        "/robots.txt.php", "/ABOUT/\u0130/",
    ],
)  # fmt: skip
def test_a_strange_address_is_a_plain_404(client: Client, tree: Any, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_readers_only_read(client: Client, tree: Any, method: str) -> None:
    assert getattr(client, method)("/about/where/").status_code == 405


def test_head_answers_as_get_does_without_a_body(client: Client, tree: Any) -> None:
    got, asked = client.get("/about/where/"), client.head("/about/where/")
    assert asked.status_code == 200
    assert asked["ETag"] == got["ETag"]
    assert asked.content == b""


def test_an_unchanged_page_is_not_sent_again(client: Client, tree: Any) -> None:
    first = client.get("/about/where/")
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get("/about/where/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_a_new_edition_and_a_changed_neighbour_are_sent(client: Client, tree: Any) -> None:
    etag = client.get("/about/where/")["ETag"]
    released(topic_page(tree.get_parent(), slug="sister"))
    section = client.get("/about/")["ETag"]
    released(edited(tree, lead="A new approved lead."))
    changed = client.get("/about/where/", headers={"if-none-match": etag})
    assert changed.status_code == 200
    assert "A new approved lead." in text(changed)
    assert client.get("/about/", headers={"if-none-match": section}).status_code == 200


def test_a_withdrawn_page_is_gone_also_for_who_has_a_copy(client: Client, tree: Any) -> None:
    etag = client.get("/about/where/")["ETag"]
    withdrawing.withdraw(tree.object_id, administrator(), "A mistake was found.")
    assert client.get("/about/where/", headers={"if-none-match": etag}).status_code == 410
    assert client.head("/about/where/", headers={"if-none-match": "*"}).status_code == 410


def test_the_language_is_said(client: Client, tree: Any) -> None:
    response = client.get("/about/where/")
    assert response["Content-Language"] == "en"
    assert '<html lang="en"' in text(response)


def test_wagtails_own_addresses_lead_to_the_same_page(client: Client, tree: Any) -> None:
    assert client.get(tree.url).status_code == 200
