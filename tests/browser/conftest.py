"""A running website with a database of its own, and people who sit before it.

Each test begins with a fresh copy of the migrated database in a file: several requests of one page reach the server
at once, which a database in memory cannot bear.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project_settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connections
from django.test import Client
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests import sqlite_template
from tests.browser.person import Person

People = Callable[..., Person]


@pytest.fixture
def database(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    django_db_setup: None,
    django_db_blocker: Any,
) -> Iterator[None]:
    """A migrated database with nothing in it, open to the test and to the server's threads."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        request.getfixturevalue("transactional_db")
        yield
        return
    path = tmp_path / "browser.sqlite3"
    shutil.copy(sqlite_template.template(), path)
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA journal_mode=WAL")
    made.close()
    in_memory = connection.settings_dict["NAME"], connection.connection
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    _forget()
    try:
        with django_db_blocker.unblock():
            yield
            connection.close()
    finally:
        connection.settings_dict["NAME"], connection.connection = in_memory
        _forget()


def _forget() -> None:
    """What Django and Wagtail remember of one database does not hold in another."""
    ContentType.objects.clear_cache()
    cache.clear()


@pytest.fixture
def server(database: None, media_root: Path) -> Iterator[str]:
    """The address of the running website, admin included."""
    running = LiveServer("localhost")
    yield running.url
    running.stop()


@pytest.fixture
def reader(server: str, context: BrowserContext) -> Iterator[Person]:
    """Somebody who reads and has no account."""
    yield from _watched(context.new_page(), server)


@pytest.fixture
def people(server: str, new_context: Any) -> Iterator[People]:
    """Give somebody a seat in the admin: `people(user)`, on a phone with `width=360`."""
    seats: list[Person] = []

    def seat(user: Any, width: int = 1280) -> Person:
        context = new_context(viewport={"width": width, "height": 900})
        client = Client()
        client.force_login(user)
        name = project_settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server}])
        seats.append(Person(context.new_page(), server))
        return seats[-1]

    yield seat
    for person in seats:
        person.page.close()
        person.saw_nothing_break()


def _watched(page: Page, server: str) -> Iterator[Person]:
    person = Person(page, server)
    yield person
    page.close()
    person.saw_nothing_break()
