"""The ledger: what happened, for ever."""

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One act. Append-only by database trigger; names people and objects by value, never by foreign key.

    `hash` covers every other field and the previous entry's hash, so that a changed, missing or reordered entry
    shows from there on (see `chain.entry_hash`).
    """

    append_only: ClassVar[bool] = True

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    object_id = models.CharField(max_length=80, db_index=True)
    actor_id = models.CharField(max_length=40, blank=True)
    actor_name = models.CharField(max_length=255, blank=True)
    data = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("seq",)
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.seq} {self.act} {self.object_id}"


class Head(models.Model):
    """The last entry's number and hash: one row, locked while an entry is appended, so that the chain never forks."""

    seq = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"
