"""What every test can rely on: databases that can be emptied in spite of the ledger; PostgreSQL, a browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.db import connection, connections
from django.test import TransactionTestCase

from tests import sqlite_template

BROWSER_FIXTURES = {"page", "context", "browser", "new_context"}
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_configure(config: pytest.Config) -> None:
    """Teach the transactional tests to empty a database whose ledger refuses to forget."""
    plain_teardown = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def teardown(self: Any) -> None:
        _empty(lambda: plain_teardown(self), self._databases_names(include_mirrors=False))

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[attr-defined]
    sqlite_template.use()
    # A slow machine is no bug; and what CI tries is the same each time, while developers' machines look further.
    hypothesis.settings.register_profile("house", deadline=None, print_blob=True, derandomize=_said("CI"))
    hypothesis.settings.load_profile("house")


def _empty(flush: Any, names: Any) -> None:
    """Flush with the append-only triggers lifted, then bring back what the migrations had put in."""
    from cms.ledger.triggers import lifted
    from cms.review.base import ensure_base_site, ensure_roles

    with ExitStack() as stack:
        for name in names:
            stack.enter_context(lifted(connections[name]))
        flush()
    ensure_base_site()
    ensure_roles()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `browser` whatever asks for a page, so that `-m "not browser"` leaves out all of it."""
    for item in items:
        if BROWSER_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run, or fail where a skip would hide something (CI)."""
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        _unavailable("needs PostgreSQL: set TEST_DATABASE_URL", required=_said("REQUIRE_POSTGRES"))
    if item.get_closest_marker("browser") and not chromium():
        required = _said("CI") or _said("REQUIRE_BROWSER")
        _unavailable("needs chromium: install it, or set CHROMIUM to its path", required=required)


def _said(name: str) -> bool:
    return os.environ.get(name, "").lower() in ("1", "true", "yes")


def _unavailable(reason: str, *, required: bool) -> None:
    if required:
        pytest.fail(f"{reason} (required here, so not skipped)", pytrace=False)
    pytest.skip(reason)


def chromium() -> str | None:
    """The path of the browser, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts the system's browser (it never downloads one)."""
    return {"executable_path": chromium(), "args": CHROMIUM_ARGUMENTS}


@pytest.fixture
def media_root(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """An empty folder for uploads, for one test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    yield settings.MEDIA_ROOT
