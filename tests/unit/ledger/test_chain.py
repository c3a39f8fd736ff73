"""The chain of entries: whatever is changed, missing or added shows, at its own number."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from cms.ledger import triggers
from cms.ledger.canonical import NotCanonical
from cms.ledger.chain import GENESIS, Actor, append, entry_hash, faults
from cms.ledger.models import Entry, Head

pytestmark = pytest.mark.django_db
AT = datetime(2024, 2, 29, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def entries(db: None) -> list[Entry]:
    """A chain of four."""
    made = []
    for number in range(1, 5):
        with transaction.atomic():
            made.append(append("approve", f"page:{number}", Actor("7", "Sample Person"), AT, {"number": number}))
    return made


def forged(seq: int, **fields: Any) -> None:
    """Write to an entry in spite of the triggers, as only somebody with the database's own rights could."""
    with triggers.lifted(connection):
        Entry.objects.filter(seq=seq).update(**fields)


def test_entries_follow_each_other(entries: list[Entry]) -> None:
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert [entry.previous for entry in entries] == [GENESIS, *(entry.hash for entry in entries[:-1])]
    assert Head.objects.get().seq == 4
    assert list(faults()) == []
    assert all(entry_hash(entry) == entry.hash for entry in Entry.objects.all())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", AT + timedelta(microseconds=1)),
        ("act", "withdraw"),
        ("object_id", "page:9"),
        ("actor_id", "8"),
        ("actor_name", "Another Person"),
        ("data", {"number": 20}),
        ("previous", "0" * 64),
        ("hash", "f" * 64),
    ],
)
def test_a_changed_field_is_named_by_its_entry(entries: list[Entry], field: str, value: Any) -> None:
    forged(2, **{field: value})
    found = list(faults())
    assert found
    assert found[0][0] == 2


def test_an_entry_changed_with_its_hash_breaks_the_next(entries: list[Entry]) -> None:
    forged(2, act="withdraw")
    forged(2, hash=entry_hash(Entry.objects.get(seq=2)))
    assert next(faults()) == (3, "does not follow from the entry before it")


def test_a_missing_entry_is_named(entries: list[Entry]) -> None:
    with triggers.lifted(connection):
        Entry.objects.filter(seq=2).delete()
    assert next(iter(faults())) == (2, "entry 2 is missing")


def test_a_shortened_chain_does_not_match_its_head(entries: list[Entry]) -> None:
    with triggers.lifted(connection):
        Entry.objects.filter(seq=4).delete()
    assert [seq for seq, _ in faults()] == [4]


def test_a_lost_head_is_told(entries: list[Entry]) -> None:
    Head.objects.all().delete()
    assert [what for _, what in faults()] == ["the head is missing"]


def test_checking_may_start_in_the_middle(entries: list[Entry]) -> None:
    assert list(faults(start=3)) == []
    forged(1, act="withdraw")
    assert list(faults(start=3)) == []


def test_what_has_no_stable_text_leaves_no_entry(entries: list[Entry]) -> None:
    with pytest.raises(NotCanonical), transaction.atomic():
        append("approve", "page:1", Actor("7", "Sample Person"), AT, {"half": 0.5})
    assert Entry.objects.count() == 4
    assert list(faults()) == []


@pytest.mark.django_db(transaction=True)
def test_there_is_no_entry_outside_of_a_transaction(transactional_db: None) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append("approve", "page:1", Actor("7", "Sample Person"), AT, {})


def test_an_act_that_fails_leaves_no_gap(entries: list[Entry]) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        append("approve", "page:1", Actor("7", "Sample Person"), AT, {})
        raise ZeroDivisionError
    with transaction.atomic():
        assert append("approve", "page:1", Actor("7", "Sample Person"), AT, {}).seq == 5
    assert list(faults()) == []


class TestTriggers:
    @pytest.mark.parametrize(
        "statement",
        ["UPDATE {} SET {} = {} WHERE 1 = 1", "DELETE FROM {} WHERE 1 = 1"],
    )
    @pytest.mark.parametrize(("table", "column"), [("ledger_entry", "act")])
    def test_raw_sql_changes_nothing(self, entries: list[Entry], statement: str, table: str, column: str) -> None:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format(table, column, column))
        assert Entry.objects.count() == 4
        assert list(faults()) == []

    @pytest.mark.postgres
    @pytest.mark.parametrize("table", ["ledger_entry", "editions_edition", "editions_shown"])
    def test_truncate_is_refused(self, entries: list[Entry], table: str) -> None:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
        assert Entry.objects.count() == 4

    def test_every_append_only_table_has_its_triggers(self) -> None:
        assert triggers.tables() == ["editions_edition", "editions_shown", "ledger_entry"]
        assert triggers.missing(connection) == []

    def test_a_lost_trigger_is_noticed_and_made_again(self) -> None:
        name = "ledger_entry_no_update"
        on = " ON ledger_entry" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {name}{on}")
        assert triggers.missing(connection) == [name]
        triggers.install(connection)
        triggers.install(connection)
        assert triggers.missing(connection) == []

    def test_lifting_brings_them_back_after_a_mistake_too(self) -> None:
        with pytest.raises(ZeroDivisionError), triggers.lifted(connection):
            assert len(triggers.missing(connection)) >= 6
            raise ZeroDivisionError
        assert triggers.missing(connection) == []
