"""The shape of a metastasis site in the sample text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class SiteText:
    """A site of spread: what readers are told about it, and the sources it cites."""

    key: str
    name: str
    plain_name: str
    body_part: str
    how_common: Literal["common", "less_common", "rare"]
    what_it_is: tuple[str, ...]
    symptoms: tuple[str, ...]
    tests: tuple[str, ...]
    cites: tuple[str, ...]
    emergency_note: str = ""
