"""Error pages: in the site's own design, without a query, and without a word about what might be there."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template.exceptions import TemplateDoesNotExist
from django.test import Client, RequestFactory

from site_app.delivery import errors, views

TITLES = {
    400: "This request could not be understood",
    403: "You may not open this",
    404: "We cannot find this page",
    410: "This page has been withdrawn",
    500: "Something went wrong on our side",
}
REQUEST = RequestFactory().get("/anything/")
PAGES = {
    400: errors.bad_request,
    403: errors.forbidden,
    404: errors.not_found,
    410: errors.gone,
    500: errors.server_error,
}


@pytest.mark.parametrize("status", PAGES)
def test_every_error_has_its_page_and_needs_no_database(status: int) -> None:
    response = PAGES[status](REQUEST)
    html = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{TITLES[status]}</h1>" in html
    assert 'href="/static/site.css"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert response["Cache-Control"] == "no-store"
    assert "anything" not in html


def broken(error: Exception) -> Any:
    def view(*args: Any, **named: Any) -> None:
        raise error

    return view


@pytest.mark.parametrize(
    ("error", "status"), [(SuspiciousOperation("x"), 400), (PermissionDenied("x"), 403), (ValueError("a secret"), 500)]
)
def test_what_goes_wrong_in_a_view_ends_on_these_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr(views.publications, "resolve", broken(error))
    response = client.get("/anything/")
    assert response.status_code == status
    assert TITLES[status] in response.content.decode()
    assert b"secret" not in response.content


@pytest.mark.django_db
def test_an_unknown_address_ends_on_the_404_page(client: Client) -> None:
    assert TITLES[404] in client.get("/anything/").content.decode()


def test_even_without_templates_there_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "render_to_string", broken(TemplateDoesNotExist("errors/500.html")))
    response = errors.server_error(REQUEST)
    assert response.status_code == 500
    assert b"Something went wrong" in response.content
