"""What a door is, and the list of them."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.doors.stage import Stage

# What the approved page must answer after the push.
SHOWN, GONE = "shown", "gone"


@dataclass(frozen=True)
class WriteDoor:
    """A way by which text could reach the public without its approval.

    `push` pushes the sentinel through it and returns what the person was told, or None where there is nobody to tell.
    `refused` is a piece of the reason that must be among it. `kept` says where the typed text must still be: the names
    of stage objects, or "new" for the newest page.
    """

    name: str
    push: Callable[[Stage], str | None]
    refused: str = ""
    kept: str = ""
    after: str = SHOWN


WRITE_DOORS: list[WriteDoor] = []


def door(
    refused: str = "", kept: str = "", after: str = SHOWN
) -> Callable[[Callable[[Stage], str | None]], Callable[[Stage], str | None]]:
    """Register a write door under the name of its function."""

    def register(push: Callable[[Stage], str | None]) -> Callable[[Stage], str | None]:
        WRITE_DOORS.append(WriteDoor(push.__name__, push, refused, kept, after))
        return push

    return register
