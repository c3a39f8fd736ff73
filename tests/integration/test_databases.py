"""The ground the other tests stand on: databases that forget between tests although the ledger never does."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, Workflow

from cms.ledger import triggers
from cms.ledger.chain import NOBODY, append
from cms.ledger.models import Entry

ROUNDS = pytest.mark.parametrize("round_number", [1, 2])


@ROUNDS
@pytest.mark.django_db(transaction=True)
def test_each_transactional_test_begins_with_an_empty_ledger_and_what_the_site_rests_on(round_number: int) -> None:
    assert Entry.objects.count() == 0, "the round before left something behind"
    assert Page.objects.filter(depth=1).count() == 1
    assert Locale.objects.filter(language_code="en").count() == 1
    assert Workflow.objects.exists()
    assert triggers.missing(connection) == []
    with transaction.atomic():
        append("test", "page:0", NOBODY, timezone.now(), {"round": round_number})


@ROUNDS
@pytest.mark.django_db
def test_each_plain_test_begins_with_an_empty_ledger_and_the_triggers(round_number: int) -> None:
    assert Entry.objects.count() == 0
    assert triggers.missing(connection) == []
    append("test", "page:0", NOBODY, timezone.now(), {"round": round_number})
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_test_marked_postgres_runs_there_and_nowhere_else() -> None:
    assert connection.vendor == "postgresql"


@pytest.mark.django_db
def test_healthz_answers_without_cookie_and_uncached(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.django_db
def test_healthz_says_when_the_database_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DatabaseError("secret details")

    monkeypatch.setattr(connection, "cursor", broken)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert b"secret" not in response.content


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/django-admin/", "/documents/1/x.pdf", "/api/v2/pages/", "/media/x.jpg", "/var/x"]
)
def test_nothing_is_mounted_that_would_go_around_the_review(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_uploads_have_no_address_of_their_own(client: Client, media_root: Path) -> None:
    media_root.mkdir()
    (media_root / "leaflet.txt").write_text("not public")
    for address in ("/media/leaflet.txt", "/leaflet.txt", "/static/leaflet.txt", "/static/../media/leaflet.txt"):
        assert client.get(address).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["before a flush", "after a flush"])
def test_an_emptied_database_has_its_roles_again(turn: str) -> None:
    from django.contrib.auth.models import Group

    from cms.review.groups import EDITORS

    assert Group.objects.get(name=EDITORS).permissions.filter(codename="change_topicpage").exists()
