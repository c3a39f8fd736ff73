"""`live` in the admin follows the publication. Nothing on the public side reads it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.editions.models import Publication
from cms.ledger.chain import lock_head
from cms.review import gate
from cms.review.drafts import find, lock_rows


def _visible(object_id: str) -> bool:
    """Whether readers can see an object now."""
    publication = Publication.objects.select_related("current", "pending").filter(object_id=object_id).first()
    return publication is not None and publication.public_edition(timezone.now()) is not None


def follow_release(object_id: str, user: Any) -> None:
    """After a release: the row takes the text of the draft that was just approved, or its schedule."""
    row = find(object_id)
    if row is None or row.latest_revision is None:
        return
    draft = row.latest_revision.as_object()
    if row.live and draft.go_live_at and draft.go_live_at > timezone.now():
        # Wagtail would take the page down if that draft was begun before its first edition.
        row.revisions.update(approved_go_live_at=None)
        row.revisions.filter(pk=row.latest_revision_id).update(approved_go_live_at=draft.go_live_at)
        return
    with gate.opened():
        row.latest_revision.publish(user=user, skip_permission_checks=True)
        row = find(object_id)
        if row is not None and row.live and not _visible(object_id):
            row.unpublish(log_action=False)


def follow_withdrawal(object_id: str) -> None:
    """After a withdrawal: the row is not live, whatever lock it has."""
    row = find(object_id)
    if row is None:
        return
    lock_rows([object_id])
    with gate.opened():
        row.revisions.update(approved_go_live_at=None)
        if row.live:
            row.unpublish(log_action=False)


@transaction.atomic
def catch_up(object_id: str) -> bool:
    """Bring one row in line when only time has passed, or when something wrote to it. Returns whether it changed."""
    lock_head()
    lock_rows([object_id])
    row = find(object_id)
    if row is None:
        return False
    with gate.opened():
        if not _visible(object_id):
            was_live = bool(row.live)
            if was_live:
                row.unpublish(set_expired=bool(row.expire_at), log_action=False)
            return was_live
        due = row.revisions.filter(approved_go_live_at__lte=timezone.now()).order_by("-created_at").first()
        if due is not None:
            due.publish(log_action=True, skip_permission_checks=True)
            return True
        if not row.live:
            type(row)._default_manager.filter(pk=row.pk).update(live=True, expired=False)
            return True
    return False
