"""Who changed what: the record from which four eyes is computed."""

import uuid
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import RevisionMixin

from cms.editions.models import Edition
from cms.editions.snapshot import build
from cms.ledger.canonical import digest
from cms.review.models import Contribution, actor

UNKNOWN = ""


def own_digest(draft: Any) -> str:
    """The digest of an object's own content: which parts and values it names, not what they say."""
    snapshot = build(draft, lambda part: {})
    return digest({**snapshot, "parts": sorted(snapshot["parts"]), "values": sorted(snapshot["values"])})


def _add(object_id: str, text: str, who: tuple[str, str], revision: int | None, **more: Any) -> None:
    Contribution.objects.create(
        object_id=object_id,
        digest=text,
        person_id=who[0],
        person=who[1],
        at=timezone.now(),
        revision_id=revision,
        **more,
    )


def _span(earlier: Contribution) -> set[tuple[str, str]]:
    """Everybody who had contributed to a draft when it stood as it did at that contribution."""
    before = Contribution.objects.filter(object_id=earlier.object_id, pk__lte=earlier.pk, edition=earlier.edition)
    return set(before.values_list("person_id", "person"))


def _inherited(object_id: str, text: str, lineage: uuid.UUID | None, previous: int | None) -> set[tuple[str, str]]:
    """Whose words come along with this change: those of a restored state, or of the object it was copied from."""
    own = Contribution.objects.filter(object_id=object_id)
    restored = own.filter(models.Q(digest=text) | models.Q(revision_id=previous, revision_id__isnull=False))
    people: set[tuple[str, str]] = set()
    if earlier := restored.order_by("-pk").first():
        people |= _span(earlier)
    if lineage and not own.exists():
        origins = Contribution.objects.filter(lineage=lineage).values_list("object_id", flat=True).distinct()
        for origin in origins:
            # All who ever wrote in the original: a copy is new text to the public, whoever approved it elsewhere.
            people |= set(Contribution.objects.filter(object_id=origin).values_list("person_id", "person"))
    return people


def record(object_id: str, text: str, user: Any, revision: int | None, **origin: Any) -> None:
    """Note that `user` changed an object to the content with the digest `text`; nothing if it is the same as before.

    `origin` may name a `lineage` (UUID that copies share) and a `previous` revision that is being restored.
    """
    latest = Contribution.objects.filter(object_id=object_id).order_by("-pk").first()
    if latest is not None and latest.digest == text:
        return
    lineage = origin.get("lineage")
    who = actor(user)
    for person in _inherited(object_id, text, lineage, origin.get("previous")) - {tuple(who)}:
        _add(object_id, text, person, revision, lineage=lineage, inherited=True)
    _add(object_id, text, who, revision, lineage=lineage)


def open_contributions(object_id: str) -> models.QuerySet[Contribution]:
    """The contributions since the last edition that came from this draft."""
    return Contribution.objects.filter(object_id=object_id, edition=None)


def contributors(draft: Any, last: Edition | None) -> frozenset[str]:
    """The account ids behind what a draft would bring to the public; UNKNOWN where somebody is not known.

    `last` is the draft's last approved edition: changes to a value that it already showed count from then on, and
    everything that was ever done to a value that it did not show.
    """
    people = set(open_contributions(draft.object_id).values_list("person_id", flat=True))
    latest = Contribution.objects.filter(object_id=draft.object_id).order_by("-pk").first()
    if latest is None or latest.digest != own_digest(draft):
        people.add(UNKNOWN)
    shown = last.snapshot["values"] if last else {}
    for value_id, value in build(draft, lambda part: {})["values"].items():
        people |= value_contributors(value_id, value, last.issued_at if last and value_id in shown else None)
    return frozenset(people)


def value_contributors(value_id: str, value: dict[str, Any], since: datetime | None) -> set[str]:
    """Who changed a copied value (a source, a person, an image) since then."""
    prefix, _, pk = value_id.partition(":")
    model = next((m for m in apps.get_models() if getattr(m, "value_prefix", None) == prefix), None)
    if model is not None and hasattr(model, "contributors_since"):
        return set(model._default_manager.get(pk=pk).contributors_since(since))
    noted = Contribution.objects.filter(object_id=value_id)
    latest = noted.order_by("-pk").first()
    if latest is None or latest.digest != digest(value):
        return {UNKNOWN}
    return set((noted.filter(at__gt=since) if since else noted).values_list("person_id", flat=True))


class Tracked(RevisionMixin):
    """A thing whose text is copied by value into snapshots, and whose changes are contributions.

    A subclass sets `value_prefix` and gives `snapshot_value()`; its `value_id` is then "prefix:pk".
    """

    value_prefix: str

    class Meta:
        abstract = True

    @property
    def value_id(self) -> str:
        """The id under which snapshots keep the copy, such as source:4."""
        return f"{self.value_prefix}:{self.pk}"

    def snapshot_value(self) -> dict[str, Any]:
        """The copy: plain JSON."""
        raise NotImplementedError

    @transaction.atomic
    def save_revision(self, user: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Wagtail's own, with the contribution noted."""
        revision = super().save_revision(user, *args, **kwargs)
        record(self.value_id, digest(self.snapshot_value()), user, revision.pk)
        return revision
