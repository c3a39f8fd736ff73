"""The same scene again for every round, without playing all that led to it: the tables are put back as they were.

A submission with its approvals takes four hundred queries; putting it back takes one. It is done with every trigger
and constraint of the session set aside, so the tests' account must be a superuser of its own PostgreSQL.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, transaction

from cms.editions.verify import faults
from tests.integration.races.racing import ROUNDS, Reader

# Never written to by a race, and large.
STILL = {"django_content_type", "auth_permission", "auth_group_permissions"}


def _tables() -> list[str]:
    models = apps.get_models(include_auto_created=True)
    return sorted({m._meta.db_table for m in models if m._meta.managed and not m._meta.proxy} - STILL)


def _keep(tables: list[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept")
        cursor.execute("; ".join(f'CREATE TABLE kept."{name}" AS TABLE public."{name}"' for name in tables))


def _put_back(tables: list[str]) -> None:
    """All in one transaction: a reader sees the end of one round, then the beginning of the next."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "; ".join(
                f'DELETE FROM public."{name}"; INSERT INTO public."{name}" OVERRIDING SYSTEM VALUE TABLE kept."{name}"'
                for name in tables
            )
        )


def rounds(reader: Reader | None = None) -> Iterator[int]:
    """The number of each round, which begins with the database as it is now. After each the record must be whole."""
    tables = _tables()
    _keep(tables)
    try:
        for number in range(ROUNDS):
            yield number
            assert list(faults()) == []
            if reader is None:
                _put_back(tables)
            else:
                with reader.looking_away():
                    _put_back(tables)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA kept CASCADE")
