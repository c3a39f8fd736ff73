"""Old addresses: they lead to what is public and nowhere else."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from cms.review import withdrawing
from cms.review.addresses import change_slug
from tests.factories import administrator, editor, topic_page
from tests.factories.releases import edited, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Any:
    return released(topic_page(slug="where"))


def redirect(old: str, **fields: Any) -> None:
    Redirect.objects.create(old_path=Redirect.normalise_path(old), **fields)


def leads(client: Client, address: str) -> tuple[int, str | None]:
    response = client.get(address)
    return response.status_code, response.get("Location")


def test_a_page_that_moved_is_found_at_its_old_address(client: Client, page: Any) -> None:
    change_slug(page, "there", editor())
    assert leads(client, "/where/") == (301, "/there/")
    assert leads(client, "/where") == (301, "/there/")
    assert leads(client, "/WHERE/") == (301, "/there/")
    assert leads(client, "/there/") == (200, None)


@pytest.mark.parametrize(("permanent", "status"), [(True, 301), (False, 302)])
def test_an_editors_short_address_leads_to_the_page(client: Client, page: Any, permanent: bool, status: int) -> None:
    redirect("/short/", redirect_page=page, is_permanent=permanent)
    assert leads(client, "/short/") == (status, "/where/")


def test_a_redirect_does_not_tell_the_address_of_a_draft(client: Client) -> None:
    redirect("/short/", redirect_page=topic_page(slug="secret-slug"))
    assert leads(client, "/short/") == (404, None)


def test_a_redirect_follows_the_publication_and_not_the_draft(client: Client, page: Any) -> None:
    redirect("/short/", redirect_page=page)
    edited(page, slug="unapproved-slug")
    type(page).objects.filter(pk=page.pk).update(slug="raw-slug", url_path="/home/raw-slug/")
    assert leads(client, "/short/") == (301, "/where/")


def test_a_redirect_to_a_withdrawn_page_leads_nowhere(client: Client, page: Any) -> None:
    redirect("/short/", redirect_page=page)
    withdrawing.withdraw(page.object_id, administrator(), "A mistake was found.")
    assert leads(client, "/short/") == (404, None)


def test_a_public_page_is_stronger_than_a_redirect(client: Client, page: Any) -> None:
    redirect("/where/", redirect_link="/elsewhere/")
    assert leads(client, "/where/") == (200, None)


@pytest.mark.parametrize(
    "link", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:go()", "", "x"]
)
def test_a_redirect_leads_to_no_other_website(client: Client, link: str) -> None:
    redirect("/short/", redirect_link=link)
    assert leads(client, "/short/") == (404, None)


def test_a_relative_link_is_followed(client: Client, page: Any) -> None:
    redirect("/short/", redirect_link="/where/")
    assert leads(client, "/short/") == (301, "/where/")


def test_a_redirect_to_itself_is_no_loop(client: Client) -> None:
    redirect("/short/", redirect_link="/short/")
    assert leads(client, "/short/") == (404, None)
