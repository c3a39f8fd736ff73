"""What the public may see."""

from datetime import datetime
from typing import ClassVar

from django.db import models


class Edition(models.Model):
    """One issued text, for ever: append-only by database trigger, with no foreign key to anything.

    `cause` says why it was issued: an approval, or a reissue because a part changed or was withdrawn.
    `reviewed_at` is the time of the medical decision behind the host's own text; `due` is the earliest review date
    of the host and of the parts shown, `own_due` the host's own.
    """

    append_only: ClassVar[bool] = True

    object_id = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    locale = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    format = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64, db_index=True)
    html = models.TextField()
    decisions = models.JSONField()
    cause = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    issued_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    own_due = models.DateField(null=True)
    due = models.DateField(null=True)
    replaces = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("object_id", "number"), name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.object_id} edition {self.number}"


class Shown(models.Model):
    """That an edition shows a part or a file: the index by which a part finds its hosts. Append-only."""

    append_only: ClassVar[bool] = True

    edition = models.ForeignKey(Edition, on_delete=models.DO_NOTHING, related_name="shown")
    what = models.CharField(max_length=80, db_index=True)

    class Meta:
        verbose_name_plural = "shown"
        constraints = [models.UniqueConstraint(fields=("edition", "what"), name="shown_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} shows {self.what}"


class Publication(models.Model):
    """The one mutable row for each public object; it can be rebuilt from the ledger (`verify_ledger` does).

    Public at t: `pending` if pending_from ≤ t, else `current`; from ≤ t < until; not withdrawn. The hour alone makes
    a pending edition current: no row changes at that moment.
    """

    object_id = models.CharField(max_length=80, primary_key=True)
    kind = models.CharField(max_length=40)
    locale = models.CharField(max_length=20)
    # Null, not "", where there is none: many parts have no address, and an address is unique.
    address = models.CharField(max_length=1000, null=True, unique=True)  # noqa: DJ001
    parent_id = models.CharField(max_length=80, blank=True, db_index=True)
    position = models.CharField(max_length=255, blank=True)

    current = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    current_from = models.DateTimeField(null=True)
    current_until = models.DateTimeField(null=True)
    due = models.DateField(null=True, db_index=True)
    reaffirmed = models.JSONField(null=True)

    pending = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    pending_from = models.DateTimeField(null=True)
    pending_until = models.DateTimeField(null=True)
    pending_due = models.DateField(null=True)

    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.object_id} at {self.address or 'no address'}"

    def turn(self, at: datetime) -> None:
        """In memory: let a pending edition whose hour has come take the current place. Saves nothing."""
        if self.pending_id and self.pending_from and self.pending_from <= at:
            self.current_id, self.current = self.pending_id, self.pending
            self.current_from, self.current_until, self.due = (self.pending_from, self.pending_until, self.pending_due)
            self.reaffirmed = None
            self.clear_pending()

    def clear_pending(self) -> None:
        """In memory: no pending edition."""
        self.pending = self.pending_from = self.pending_until = self.pending_due = None

    def public_edition(self, at: datetime) -> Edition | None:
        """The edition that readers may see at a moment, or None."""
        self.turn(at)
        if self.withdrawn_at is not None or self.current is None or self.current_from is None:
            return None
        if self.current_from <= at and (self.current_until is None or at < self.current_until):
            return self.current
        return None
