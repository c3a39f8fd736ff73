"""The shape of a sample page, and how far along the way to the public it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cms.content.sample.writing import Block

Kind = Literal["home_page", "section_page", "topic_page", "standard_page"]
Stage = Literal["draft", "editorial_check", "medical_review", "public"]


@dataclass(frozen=True)
class PageText:
    """A page of the sample site.

    ``key`` is also its slug; ``parent`` is the key of the page above it (none for home);
    ``stage`` is where the loader leaves it, so that a newcomer finds pages all along the way.
    """

    key: str
    kind: Kind
    parent: str | None
    title: str
    lead: str
    body: tuple[Block, ...]
    related: tuple[str, ...] = ()
    stage: Stage = "public"
