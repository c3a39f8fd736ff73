"""Why a document cannot be brought in, in words that its editor can act on."""

from collections.abc import Sequence


class DocumentRefused(Exception):
    """A document was refused and nothing was written.

    ``reasons`` holds every reason found, each a whole sentence, so that the editor can mend them
    all at once instead of meeting them one by one.
    """

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons: list[str] = list(reasons)
        super().__init__(" ".join(self.reasons))
