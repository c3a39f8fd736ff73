"""One stage for all doors of a module: built once, and every test's changes undone after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.doors.stage import Stage, build


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    """The stage, inside a transaction around the module's tests."""
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        try:
            stage = build()
        except BaseException:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
            raise
    yield stage
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def stage(built: Stage, db: None) -> Iterator[Stage]:
    """The stage as it was built, at the present moment."""
    cache.clear()
    fresh = Stage(built.ids)
    yield fresh
    fresh.moments.close()
    cache.clear()
