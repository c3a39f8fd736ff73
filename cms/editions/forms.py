"""What the renderer is given besides a snapshot: plain values, resolved from public editions."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Link:
    """A public page that another page may name: its title and address come from its own edition."""

    object_id: str
    title: str
    address: str
    summary: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What belongs to others: outside the digest, resolved anew whenever a page is rendered."""

    links: dict[str, Link] = field(default_factory=dict)
    ancestors: list[Link] = field(default_factory=list)
    children: list[Link] = field(default_factory=list)
    menu: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Reviewer:
    """A reviewer as the decision recorded them."""

    name: str
    credentials: str


@dataclass(frozen=True)
class ReviewLine:
    """The dates that readers see. `reviewed_on` is the day of a medical decision and can come from nowhere else."""

    reviewed_on: date | None
    reviewers: list[Reviewer]
    updated_on: date
    due_on: date | None
    overdue: bool
