"""Accounts of those who write and approve."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """An account of an editor, a reviewer or an administrator. Readers have none."""

    @property
    def display_name(self) -> str:
        """The name that decisions and public pages show: the full name, or the account's name."""
        return self.get_full_name() or self.get_username()


class Credential(models.Model):
    """What qualifies a person to approve medical text. A medical approval copies it as it is that day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="credentials")
    kind = models.CharField(max_length=60, help_text="For example: physician, nurse, pharmacist.")
    letters = models.CharField(max_length=60, help_text="As shown after the name, for example MD, MPH.")
    number = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=120)
    valid_until = models.DateField()

    class Meta:
        ordering = ("-valid_until",)

    def __str__(self) -> str:
        return f"{self.letters} ({self.issuer}, valid until {self.valid_until})"

    def by_value(self) -> dict[str, str]:
        """The credential as plain JSON, for a decision that must not change when the credential does."""
        return {
            "kind": self.kind, "letters": self.letters, "number": self.number,
            "issuer": self.issuer, "valid_until": self.valid_until.isoformat(),
        }  # fmt: skip


class ConflictOfInterest(models.Model):
    """An interest that a person has declared about one topic, or about all (`object_id` empty)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conflicts")
    object_id = models.CharField(
        max_length=80, blank=True, help_text="The page or part it concerns, such as page:12; empty for everything."
    )
    statement = models.TextField(help_text="What the interest is, in a sentence.")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "conflicts of interest"

    def __str__(self) -> str:
        return self.statement

    def applies(self, object_ids: set[str], on: date) -> bool:
        """Whether the interest concerns one of these objects on that day."""
        in_time = self.since <= on and (self.until is None or on <= self.until)
        return in_time and (not self.object_id or self.object_id in object_ids)
