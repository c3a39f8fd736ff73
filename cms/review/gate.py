"""Wagtail's own publish paths, closed to everything unapproved.

The public side never reads `live`, so this is the second wall, not the first: it keeps the admin honest. The
narrowest place that every write path passes is the save of a live row, hence the one signal of the project.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page

from cms.editions.models import Publication
from cms.editions.snapshot import HOUSEKEEPING
from cms.review.governed import Governed
from cms.review.refusals import Refused

_open: ContextVar[bool] = ContextVar("a release is projecting", default=False)

NOT_BY_HAND = (
    "Nothing becomes public by publishing: submit it for review, and its approval publishes it. "
    "What you wrote is saved as a draft."
)


def is_open() -> bool:
    """Whether a release is bringing `live` in line with its publication right now."""
    return _open.get()


@contextmanager
def opened() -> Iterator[None]:
    """Let `live` be saved: only projection.py does this, after a release."""
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)


def governs(instance: Model) -> bool:
    """Whether the law applies to a row, a page of the base class included."""
    if isinstance(instance, Governed):
        return True
    return isinstance(instance, Page) and issubclass(instance.specific_class or Page, Governed)


def _changes_text(instance: Any, fields: set[str] | None) -> bool:
    """Whether saving would change a governed field of a row that is live already, or make it live."""
    stored = type(instance)._base_manager.filter(pk=instance.pk).first()
    if stored is None or not stored.live:
        return True
    for field in instance._meta.concrete_fields:
        if field.name in HOUSEKEEPING - {"title"} or (fields is not None and field.name not in fields):
            continue
        if field.get_prep_value(getattr(instance, field.attname)) != field.get_prep_value(
            getattr(stored, field.attname)
        ):
            return True
    return False


def _refuse_silent_unpublishing(instance: Any) -> None:
    """A row that is live and public does not go dark by a save: withdrawing asks for a reason. Raises Refused."""
    if instance.pk and type(instance)._base_manager.filter(pk=instance.pk, live=True).exists():
        row = getattr(instance, "specific", instance)
        refuse_while_public([row.object_id], "Unpublishing is withdrawing: withdraw it, with a reason.", row)


def refuse_while_public(object_ids: list[str], advice: str, about: Any) -> None:
    """Raises Refused if readers can see any of these objects, now or at a set hour."""
    now = timezone.now()
    rows = Publication.objects.select_related("current", "pending").filter(object_id__in=object_ids, withdrawn_at=None)
    public = [edition for row in rows if (edition := row.public_edition(now) or row.pending) is not None]
    if public:
        raise Refused([f"“{edition.title}” is public. {advice}" for edition in public], about=about)


def before_save(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Receiver of pre_save: refuses to store a live governed row that a release did not bring. Raises Refused."""
    if _open.get() or not governs(instance):
        return
    if not instance.live:
        _refuse_silent_unpublishing(instance)
        return
    fields = set(update_fields) if update_fields is not None else None
    if (
        fields is not None
        and "live" not in fields
        and fields <= HOUSEKEEPING - {"title"} | {"comments", "wagtail_admin_comments"}
    ):
        return
    if _changes_text(instance, fields):
        raise Refused([NOT_BY_HAND], about=instance)


def refuse_deletion_of_public(object_ids: list[str], about: Any = None) -> None:
    """Raises Refused if any of these objects, which are about to be deleted, is public."""
    refuse_while_public(object_ids, "Withdraw it first, with a reason; then it can be deleted.", about)
