"""Append-only tables: database triggers against UPDATE, DELETE and TRUNCATE.

A model says `append_only = True`; the triggers are made after every migration, because SQLite rebuilds a table
(and drops its triggers) when a column changes, and `missing()` is asked at start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

FUNCTION = """
CREATE OR REPLACE FUNCTION imprimatur_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END;
$$ LANGUAGE plpgsql
"""


def tables() -> list[str]:
    """The append-only tables of all installed apps."""
    return sorted(m._meta.db_table for m in apps.get_models() if getattr(m, "append_only", False))


def _names(table: str, vendor: str) -> list[str]:
    last = "truncate" if vendor == "postgresql" else None
    return [f"{table}_no_{verb}" for verb in ("update", "delete", last) if verb]


def _statements(table: str, vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("update", "delete")
        ]
    if vendor == "postgresql":
        return [
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"FOR EACH {'STATEMENT' if verb == 'truncate' else 'ROW'} EXECUTE FUNCTION imprimatur_append_only()"
            for verb in ("update", "delete", "truncate")
        ]
    raise NotImplementedError(f"Imprimatur keeps its ledger on SQLite or PostgreSQL, not on {vendor}.")


def _present(connection: BaseDatabaseWrapper) -> set[str]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND pg_table_is_visible(tgrelid)"
        " AND tgfoid = to_regproc('imprimatur_append_only')"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not: empty on a sound database."""
    present = _present(connection)
    return [name for table in tables() for name in _names(table, connection.vendor) if name not in present]


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers of every append-only table that exists. Safe to run twice."""
    existing = set(connection.introspection.table_names())
    present = _present(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for table in tables():
            if table not in existing:
                continue
            for name, statement in zip(
                _names(table, connection.vendor), _statements(table, connection.vendor), strict=True
            ):
                if name not in present:
                    cursor.execute(statement)


def install_after_migrate(using: str, **kwargs: Any) -> None:
    """Receiver of post_migrate: the one moment at which Django may have rebuilt a table."""
    from django.db import connections

    install(connections[using])


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without the triggers for a moment: only for the test suite's flush between tests."""
    with connection.cursor() as cursor:
        for table in tables():
            for name in _names(table, connection.vendor):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
    try:
        yield
    finally:
        install(connection)
