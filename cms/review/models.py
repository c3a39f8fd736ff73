"""The evidence on the way from draft to edition. People and objects are named by value: accounts and pages may go."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import models

from cms.ledger.chain import Actor
from cms.review.running import ReviewWorkflow, ReviewWorkflowState  # noqa: F401
from cms.review.tasks import (  # noqa: F401  (Django finds a model only through its app's models module)
    EditorialCheck,
    MedicalReview,
    ReviewTaskState,
    SecondEditorCheck,
)


def actor(user: Any) -> Actor:
    """An account by value; nobody where there is none."""
    if user is None or not getattr(user, "pk", None):
        return Actor("", "")
    return Actor(str(user.pk), user.display_name)


def account(user: Any) -> Any | None:
    """The account as it is now, not as it was when its session began; None for nobody and for one that is gone."""
    pk = getattr(user, "pk", None)
    return get_user_model()._default_manager.filter(pk=pk).first() if pk else None


class Contribution(models.Model):
    """That a person changed an object's own content. Written when the content changes, and only then.

    `edition` is empty until an edition is issued from that draft, then its number. `person_id` is empty where nobody
    is known to have done it, which no approval gets past.
    """

    object_id = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    person_id = models.CharField(max_length=40, blank=True)
    person = models.CharField(max_length=255, blank=True)
    at = models.DateTimeField()
    revision_id = models.BigIntegerField(null=True)
    lineage = models.UUIDField(null=True)
    inherited = models.BooleanField(default=False)
    edition = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=("object_id", "edition"), name="contribution_object"),
            models.Index(fields=("lineage",), name="contribution_lineage"),
        ]

    def __str__(self) -> str:
        return f"{self.person or 'somebody unknown'} changed {self.object_id}"


class Submission(models.Model):
    """A page with its new or changed parts, or a part alone, put forward for one decision a step.

    `members` maps object ids to {"digest", "snapshot"}; `digest` covers them all.
    """

    OPEN, CHANGES_REQUESTED, RELEASED, CLOSED = "open", "changes_requested", "released", "closed"

    object_id = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    members = models.JSONField()
    status = models.CharField(max_length=20, default=OPEN, db_index=True)
    submitted_by_id_value = models.CharField(max_length=40)
    submitted_by = models.CharField(max_length=255)
    submitted_at = models.DateTimeField()
    note = models.TextField(blank=True)
    workflow_state_id_value = models.BigIntegerField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.title} ({self.status})"


class Decision(models.Model):
    """One verdict by a named person on one digest, with the credential and the ticks as they were that moment."""

    # Empty for a reaffirmation: that is a verdict on an edition, not on something put forward.
    submission = models.ForeignKey(Submission, null=True, on_delete=models.PROTECT, related_name="decisions")
    object_id = models.CharField(max_length=80, db_index=True, default="")
    step = models.CharField(max_length=20)
    verdict = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    person_id_value = models.CharField(max_length=40)
    person = models.CharField(max_length=255)
    credential = models.JSONField(null=True)
    checklist = models.JSONField(default=dict)
    comment = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("submission", "step"), condition=models.Q(verdict="approve"), name="one_approval_a_step"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.verdict} ({self.step})"

    def by_value(self, object_id: str) -> dict[str, Any]:
        """The decision as plain JSON, as editions and the ledger keep it, about one member of the submission."""
        return {
            "object_id": object_id, "step": self.step, "verdict": self.verdict, "digest": self.digest,
            "person_id": self.person_id_value, "person": self.person, "credential": self.credential,
            "checklist": self.checklist, "comment": self.comment, "at": self.at.isoformat(timespec="microseconds"),
            "submission": self.submission_id,
        }  # fmt: skip


class KindWorkflow(models.Model):
    """Which Wagtail workflow a kind takes. An administrator may choose another; the law's steps stay needed."""

    kind = models.CharField(max_length=40, unique=True)
    workflow = models.ForeignKey("wagtailcore.Workflow", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.kind}: {self.workflow}"
