"""A web process does not serve over a ledger that can be changed."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections

from cms.ledger import triggers

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def connection_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """An in-memory database would end with its connection."""
    monkeypatch.setattr(type(connections["default"]), "close", lambda self: None)


def test_a_sound_ledger_lets_the_server_start() -> None:
    apps.get_app_config("ledger").check_at_start()  # type: ignore[attr-defined]
    assert triggers.missing(connection) == []


def test_a_ledger_without_its_triggers_stops_the_start_and_says_what_to_do() -> None:
    with triggers.lifted(connection), pytest.raises(ImproperlyConfigured, match=r"ledger_entry_no_update.*migrate"):
        apps.get_app_config("ledger").check_at_start()  # type: ignore[attr-defined]
    assert triggers.missing(connection) == []
