"""Checking the whole record: the chain, every edition's digest, and the publications against the ledger."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import connection

from cms.editions.files import intact
from cms.editions.models import Edition, Publication
from cms.editions.snapshot import digest_of, files_of, shown_in
from cms.editions.states import edition_entry, state
from cms.ledger.chain import faults as chain_faults
from cms.ledger.models import Entry
from cms.ledger.triggers import missing


def rebuilt() -> dict[str, dict[str, Any]]:
    """The publications as the ledger says they must be, by object id."""
    states: dict[str, dict[str, Any]] = {}
    for data in Entry.objects.order_by("seq").values_list("data", flat=True).iterator(chunk_size=500):
        for after in data.get("publications", []):
            states[after["object_id"]] = after
    return states


def edition_faults() -> Iterator[str]:
    """Editions whose text, digest or HTML is not what the ledger recorded, and recorded ones that are gone."""
    recorded: dict[tuple[str, int], dict[str, Any]] = {}
    for seq, data in Entry.objects.order_by("seq").values_list("seq", "data").iterator(chunk_size=500):
        for edition in data.get("editions", []):
            recorded[(edition["object_id"], edition["number"])] = {**edition, "seq": seq}
    for edition in Edition.objects.order_by("id").prefetch_related("shown").iterator(chunk_size=100):
        known = recorded.pop((edition.object_id, edition.number), None)
        if known is None:
            yield f"{edition}: the ledger does not know it"
            continue
        seq = known.pop("seq")
        if digest_of(edition.snapshot) != edition.digest:
            yield f"entry {seq}: {edition}: its snapshot does not match its digest"
        if hashlib.sha256(edition.html.encode()).hexdigest() != known["html"]:
            yield f"entry {seq}: {edition}: its HTML does not match the ledger"
        # What a later version records besides is no fault of an earlier entry; the chain guards what it did record.
        actual = edition_entry(edition)
        if {name: actual.get(name) for name in known} != known:
            yield f"entry {seq}: {edition}: it differs from what the ledger recorded"
        if {row.what for row in edition.shown.all()} != shown_in(edition.snapshot):
            yield f"entry {seq}: {edition}: the index of what it shows does not match its snapshot"
    for (object_id, number), known in recorded.items():
        yield f"entry {known['seq']}: {object_id} edition {number} is gone"


def evidence_faults() -> Iterator[str]:
    """Approved editions whose digest was not put forward, or whose decisions the ledger did not record before them."""
    put_forward: set[tuple[int, str, str]] = set()
    decided: list[dict[str, Any]] = []
    for seq, act, data in Entry.objects.order_by("seq").values_list("seq", "act", "data").iterator(chunk_size=500):
        if act == "submit":
            put_forward |= {(data["submission"], object_id, text) for object_id, text in data["members"].items()}
        elif act == "approve":
            decided.append(_without_object(data["decision"]))
        for edition in data.get("editions", []):
            if edition["cause"] != "approved" or "submission" not in data:
                continue
            what = f"entry {seq}: {edition['object_id']} edition {edition['number']}"
            if (data["submission"], edition["object_id"], edition["digest"]) not in put_forward:
                yield f"{what}: this text was never submitted"
            if any(_without_object(decision) not in decided for decision in edition["decisions"]):
                yield f"{what}: it names a decision that the ledger did not record before it"


def _without_object(decision: dict[str, Any]) -> dict[str, Any]:
    """A decision apart from which member of its submission it is quoted for."""
    return {name: value for name, value in decision.items() if name != "object_id"}


def file_faults() -> Iterator[str]:
    """Kept files that an edition shows and that are gone, or are no longer what was approved."""
    seen: set[str] = set()
    with_files = Edition.objects.filter(shown__what__startswith="file:").distinct().order_by("id")
    for edition in with_files.iterator(chunk_size=100):
        for digest, value in files_of(edition.snapshot).items():
            if digest not in seen and not intact(digest, value["extension"].lower()):
                yield f"{edition}: its file {digest} is missing or not what was approved"
            seen.add(digest)


def publication_faults() -> Iterator[str]:
    """Publications that are not what the ledger says."""
    expected = rebuilt()
    for publication in Publication.objects.select_related("current", "pending").iterator(chunk_size=200):
        known = expected.pop(publication.object_id, None)
        actual = state(publication)
        if known is None:
            yield f"{publication.object_id}: the ledger does not know this publication"
        elif names := sorted(name for name in known if known[name] != actual.get(name)):
            yield f"{publication.object_id}: differs from the ledger in {', '.join(names)}"
    for object_id in expected:
        yield f"{object_id}: its publication is gone"


def faults(expected_head: tuple[int, str] | None = None) -> Iterator[str]:
    """Every fault of the record, the chain's first. `expected_head` is a count and hash noted elsewhere."""
    for seq, what in chain_faults():
        yield f"entry {seq}: {what}"
    if expected_head:
        count, head_hash = expected_head
        found = Entry.objects.filter(seq=count).values_list("hash", flat=True).first()
        if found is None:
            yield f"entry {count}: expected, but the ledger ends before it"
        elif found != head_hash:
            yield f"entry {count}: its hash is not the expected one"
    yield from edition_faults()
    yield from evidence_faults()
    yield from publication_faults()
    yield from file_faults()
    for name in missing(connection):
        yield f"the trigger {name} is missing: run manage.py migrate"
