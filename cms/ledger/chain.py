"""Appending to the ledger and checking its chain."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import transaction

from cms.ledger.canonical import digest
from cms.ledger.models import Entry, Head

GENESIS = "0" * 64
log = logging.getLogger("imprimatur.ledger")


class Actor(NamedTuple):
    """Who did it, by value: an account's id as text and its name at that moment."""

    id: str
    name: str


NOBODY = Actor("", "")


def entry_hash(entry: Entry) -> str:
    """The hash that an entry must carry: over all its fields and the hash before it."""
    return digest(
        {
            "seq": entry.seq,
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "act": entry.act,
            "object_id": entry.object_id,
            "actor_id": entry.actor_id,
            "actor_name": entry.actor_name,
            "data": entry.data,
            "previous": entry.previous,
        }
    )


def lock_head() -> Head:
    """Lock the chain's head until the transaction ends; acts that move pointers are thereby one after the other.

    Raises TransactionManagementError outside a transaction, on SQLite too, where no lock would miss it.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The ledger's head is locked within a transaction only.")
    Head.objects.get_or_create(pk=1, defaults={"seq": 0, "hash": GENESIS})
    return Head.objects.select_for_update().get(pk=1)


def append(act: str, object_id: str, actor: Actor, at: datetime, data: dict[str, Any]) -> Entry:
    """Append one entry, as the last thing of a transaction that changes something.

    Takes the act's name, the object it is about, who, when (aware) and plain JSON. Returns the stored entry.
    Raises NotCanonical for data that has no stable text, TransactionManagementError outside a transaction.
    """
    head = lock_head()
    entry = Entry(
        seq=head.seq + 1, at=at, act=act, object_id=object_id,
        actor_id=actor.id, actor_name=actor.name, data=data, previous=head.hash,
    )  # fmt: skip
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    Head.objects.filter(pk=1).update(seq=entry.seq, hash=entry.hash)
    # Titles and names stay out of the log: it is read by people who may not see drafts.
    transaction.on_commit(
        lambda: log.info("ledger %s %s head=%d:%s", entry.act, entry.object_id, entry.seq, entry.hash)
    )
    return entry


def faults(start: int = 1) -> Iterator[tuple[int, str]]:
    """Every fault of the chain as (entry number, what is wrong), in order; nothing if the chain is whole."""
    expected, previous = start, GENESIS
    if start > 1:
        previous = Entry.objects.get(seq=start - 1).hash
    for entry in Entry.objects.filter(seq__gte=start).order_by("seq").iterator(chunk_size=500):
        if entry.seq != expected:
            yield expected, f"entry {expected} is missing"
        if entry.previous != previous:
            yield entry.seq, "does not follow from the entry before it"
        if entry_hash(entry) != entry.hash:
            yield entry.seq, "its content does not match its hash"
        expected, previous = entry.seq + 1, entry.hash
    head = Head.objects.filter(pk=1).first()
    last = (expected - 1, previous)
    if head and (head.seq, head.hash) != last and not (head.seq == 0 and last[0] == 0):
        yield head.seq, f"the head names entry {head.seq}, the last entry found is {last[0]}"
    if head is None and last[0]:
        yield last[0], "the head is missing"
