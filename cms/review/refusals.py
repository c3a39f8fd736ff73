"""A refusal says why, all reasons at once, in words that an editor can act on."""

from collections.abc import Iterable
from typing import Any


class Refused(Exception):
    """The law does not allow this. Nothing was changed, and nothing that was written is lost.

    Not a PermissionDenied: Wagtail's admin answers that with "Sorry, you do not have permission" and drops the reasons.

    `reasons` are whole sentences; `about` is the draft concerned, where there is one, so that the admin can lead
    the person back to it.
    """

    def __init__(self, reasons: Iterable[str], about: Any = None) -> None:
        self.reasons = list(reasons)
        self.about = about
        super().__init__(" ".join(self.reasons))
