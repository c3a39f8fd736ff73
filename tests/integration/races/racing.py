"""Several acts at once, each on a database connection of its own, and a reader who never stops looking."""

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.utils import timezone

from cms.editions.models import Publication
from cms.editions.publications import resolve
from cms.editions.snapshot import digest_of
from cms.review.refusals import Refused

ROUNDS = int(os.environ.get("RACE_ROUNDS", "100"))
# Acts start this far apart at most, in seconds: about as long as an approval takes, so that every overlap is tried.
SPREAD = 0.05

Act = Callable[[], Any]


class Racers:
    """Threads that keep their connections from round to round. `run` lets acts go and gives what became of each."""

    def __init__(self, lanes: int = 2) -> None:
        self.lanes = lanes
        self.threads = ThreadPoolExecutor(lanes)
        self.chance = random.Random(lanes)

    def run(self, *acts: Act) -> list[Any]:
        """Each act's result, or the Refused that it met. Any other exception is a fault and is raised."""
        assert len(acts) == self.lanes
        line = threading.Barrier(self.lanes)
        futures: list[Future[Any]] = [
            self.threads.submit(self._go, line, self.chance.uniform(0, SPREAD), act) for act in acts
        ]
        return [future.result(timeout=60) for future in futures]

    def _go(self, line: threading.Barrier, wait: float, act: Act) -> Any:
        line.wait(timeout=30)
        threading.Event().wait(wait)
        try:
            return act()
        except Refused as refusal:
            return refusal

    def close(self) -> None:
        """End the threads and their connections."""
        line = threading.Barrier(self.lanes)

        def leave() -> None:
            line.wait(timeout=30)
            connections.close_all()

        for future in [self.threads.submit(leave) for _ in range(self.lanes)]:
            future.result(timeout=60)
        self.threads.shutdown()


class Reader:
    """Looks at pages again and again, as readers do, and notes everything that no reader may ever see.

    `always` are addresses that stay public throughout; `parts` ids of parts that pages must show alike, and as they
    are released.
    """

    def __init__(self, *addresses: str, parts: tuple[str, ...] = (), always: bool = True) -> None:
        self.addresses, self.parts, self.always = addresses, parts, always
        self.faults: set[str] = set()
        self.looks = 0
        self.known: set[int] = set()
        self.eyes = threading.Lock()
        self.newest: dict[str, int] = {}

    @contextmanager
    def looking_away(self) -> Iterator[None]:
        """While the scene is put back: what was newest then is forgotten."""
        with self.eyes:
            yield
            self.newest.clear()

    def look(self) -> None:
        """One look at every page by itself, then one at all of them in the same instant."""
        for address in self.addresses:
            found = resolve(address, timezone.now())
            if self.always and (found is None or found.edition is None):
                self.faults.add(f"{address} was not there")
            if found is not None and found.edition is not None:
                self._whole(found.edition)
        self._agree()
        self.looks += 1

    def _whole(self, edition: Any) -> None:
        if edition.number < self.newest.get(edition.object_id, 0):
            self.faults.add(f"{edition} came back after a newer one")
        self.newest[edition.object_id] = edition.number
        if edition.pk in self.known:
            return
        self.known.add(edition.pk)
        snapshot = edition.snapshot
        if digest_of(snapshot) != edition.digest:
            self.faults.add(f"{edition} is not what its digest says")
        for part_id, pin in snapshot["parts"].items():
            if "snapshot" in pin and digest_of(pin["snapshot"]) != pin["digest"]:
                self.faults.add(f"{edition} shows {part_id} otherwise than it is pinned")

    def _agree(self) -> None:
        now = timezone.now()
        rows = list(Publication.objects.select_related("current", "pending"))
        released = {row.object_id: self._shown_of_part(row, now) for row in rows if row.object_id in self.parts}
        for row in rows:
            edition = row.public_edition(now)
            for part_id, pin in (edition.snapshot["parts"] if edition else {}).items():
                if part_id in released and pin.get("digest") != released[part_id]:
                    self.faults.add(f"{edition} shows another {part_id} than the released one")

    def _shown_of_part(self, row: Publication, now: Any) -> str | None:
        edition = row.public_edition(now)
        return edition.digest if edition else None


@contextmanager
def watched(reader: Reader) -> Iterator[Reader]:
    """The reader at work in a thread of its own; at the end it must have looked, and found nothing wrong."""
    stop = threading.Event()
    broken: list[BaseException] = []

    def work() -> None:
        try:
            while not stop.is_set():
                began = time.monotonic()
                with reader.eyes:
                    reader.look()
                # A reader leaves the others room: this is one process, and it must not become its only work.
                stop.wait(2 * (time.monotonic() - began))
        except Exception as error:  # noqa: BLE001  (told below, in the test's own thread)
            broken.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield reader
    finally:
        stop.set()
        thread.join(timeout=30)
    assert not broken, broken
    assert not reader.faults, sorted(reader.faults)
    assert reader.looks > 0
