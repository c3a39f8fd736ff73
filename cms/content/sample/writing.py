"""Small words for writing sample text as data.

The builders return blocks in the shape that the StreamFields store, with two kinds of
marker where the stored value is not known until the site is loaded: ``Mark`` for
something that gets a primary key, ``Rich`` for HTML that goes through Wagtail's own
converter, so that a first save in the editor changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Block = dict[str, Any]
MarkKind = Literal["source", "site", "term", "page", "profile"]


@dataclass(frozen=True)
class Mark:
    """Stands for the primary key of the ``kind`` of thing that sample text calls ``key``."""

    kind: MarkKind
    key: str


@dataclass(frozen=True)
class Rich:
    """Rich text; ``{page:KEY}`` in it stands for the id of a sample page."""

    html: str


def rich(text: str) -> Rich:
    """Return ``text`` (inline HTML) as one paragraph of rich text."""
    return Rich(f"<p>{text}</p>")


def link(page_key: str, words: str) -> str:
    """Return an inline link to a sample page, to be used inside rich text."""
    return f'<a linktype="page" id="{{page:{page_key}}}">{words}</a>'


def marks(kind: MarkKind, keys: Sequence[str]) -> list[Mark]:
    """Return one mark of ``kind`` for each key, in order."""
    return [Mark(kind, key) for key in keys]


def chosen(name: str, kind: MarkKind, keys: Sequence[str]) -> list[Block]:
    """Return stream blocks of type ``name``, each choosing one thing of ``kind``."""
    return [{"type": name, "value": mark} for mark in marks(kind, keys)]


def items(lines: Sequence[str]) -> list[Block]:
    """Return plain lines as the stream of items that a site's symptoms and tests are."""
    return [{"type": "item", "value": line} for line in lines]
