"""Drafts and what they would bring to the public: finding one by object id, and the bundle that is submitted."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from wagtail.models import Page

from cms.editions.models import Edition, Publication
from cms.editions.snapshot import Pin, build, digest_of
from cms.ledger.canonical import digest
from cms.review.governed import GovernedPage, GovernedSnippet

PAGE = "page"


@cache
def part_models() -> dict[str, type[models.Model]]:
    """The part models by kind."""
    return {m.kind: m for m in apps.get_models() if issubclass(m, GovernedSnippet)}


@cache
def page_kinds() -> dict[str, type[models.Model]]:
    """The governed page models by kind."""
    return {m.kind: m for m in apps.get_models() if issubclass(m, GovernedPage)}


def find(object_id: str) -> Any | None:
    """The row of a governed object, a page in its own class; None if it is gone or not governed."""
    prefix, _, pk = object_id.partition(":")
    if not pk.isdigit():
        return None
    if prefix == PAGE:
        page = Page.objects.filter(pk=pk).first()
        specific = page.specific if page else None
        return specific if isinstance(specific, GovernedPage) else None
    model = part_models().get(prefix)
    return model._default_manager.filter(pk=pk).first() if model else None


def draft_of(obj: Any) -> Any:
    """The draft behind a row: its latest revision, which is what the editor shows; the row where it has none."""
    revision = obj.latest_revision
    return revision.as_object() if revision is not None else obj


def lock_rows(object_ids: list[str]) -> None:
    """Lock the rows behind drafts until the transaction ends, so that no save slips between look and act."""
    for object_id in sorted(object_ids):
        prefix, _, pk = object_id.partition(":")
        model = Page if prefix == PAGE else part_models().get(prefix)
        if model is not None:
            list(model._base_manager.select_for_update().filter(pk=pk).values_list("pk"))


@dataclass(frozen=True)
class Bundle:
    """A draft's snapshot together with those of its parts that have no edition yet or a newer draft, in the order in
    which they are released: parts before what shows them, the object itself last."""

    members: dict[str, dict[str, Any]]
    digest: str

    @property
    def root(self) -> dict[str, Any]:
        """The snapshot of the object that was submitted."""
        return list(self.members.values())[-1]


class _Pinning:
    """How a draft pins its parts: to the current edition, or to the newer draft, which then joins the bundle."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.joined: dict[str, dict[str, Any]] = {}
        self.under_way: set[str] = set()
        self.publications: dict[str, Publication | None] = {}

    def __call__(self, part: Any) -> Pin:
        if part.object_id in self.under_way:
            return {"withdrawn": True}  # a part cannot stand inside itself
        self.under_way.add(part.object_id)
        row = part._meta.model._default_manager.get(pk=part.pk)
        snapshot = build(draft_of(row), self)
        self.under_way.discard(part.object_id)
        edition, withdrawn = self._current(part.object_id)
        if withdrawn:
            # Only a decision on the part itself restores it.
            return {"withdrawn": True}
        own = digest_of(snapshot)
        if edition is None or edition.digest != own:
            self.joined[part.object_id] = snapshot
        return {"digest": own, "snapshot": snapshot}

    def _current(self, object_id: str) -> tuple[Edition | None, bool]:
        publication = Publication.objects.select_related("current", "pending").filter(object_id=object_id).first()
        if publication is None:
            return None, False
        return publication.public_edition(self.at), publication.withdrawn_at is not None


def bundle(draft: Any, at: datetime) -> Bundle:
    """What submitting this draft would put forward. Takes the draft object (not the row)."""
    pinning = _Pinning(at)
    pinning.under_way.add(draft.object_id)
    root = build(draft, pinning)
    members = {**pinning.joined, draft.object_id: root}
    signed = {object_id: digest_of(snapshot) for object_id, snapshot in members.items()}
    # The hours are no part of the text, so no edition has them; but who approves it approves when it appears.
    signed |= {name: hour.isoformat() for name in ("go_live_at", "expire_at") if (hour := getattr(draft, name))}
    return Bundle(members, digest(signed))


def last_edition(object_id: str) -> Edition | None:
    """The newest edition that an approval of this object's own draft gave it."""
    return Edition.objects.filter(object_id=object_id, cause="approved").order_by("-number").defer("html").first()
