"""The mixin a page or snippet inherits to come under the law."""

import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, Page, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from cms.review.refusals import Refused


class Governed(models.Model):
    """What every governed object has: an id, a lineage that copies share, and saves that note who changed what.

    A subclass sets `kind`, a key of policy.KINDS. `essential_fields` names foreign keys to parts without which the
    object cannot stand: withdrawing such a part withdraws the object. Governed objects are born as drafts; only a
    release makes them live.
    """

    kind: ClassVar[str]
    is_part: ClassVar[bool] = False
    essential_fields: ClassVar[tuple[str, ...]] = ()

    # Wagtail copies fields, not history: a copy keeps this value and thereby its origin's contributors.
    lineage = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Django's own; a new object is born as a draft, whatever the caller said."""
        from cms.review import gate

        if self._state.adding and not gate.is_open():
            self.live = False
            self.has_unpublished_changes = True
        super().save(*args, **kwargs)

    @property
    def object_id(self) -> str:
        """The stable id by which editions, links and the ledger name this object."""
        raise NotImplementedError

    @property
    def edition_title(self) -> str:
        """The title that an edition carries."""
        return str(self)

    @property
    def locale_code(self) -> str:
        """The language of the text."""
        locale = getattr(self, "locale", None)
        return locale.language_code if locale else "en"

    def submission_problems(self) -> list[str]:
        """What keeps this draft from being submitted, each in a sentence that says what to do. Override and extend."""
        return []

    @classmethod
    def get_default_workflow(cls) -> Any:
        """The workflow of this kind (KindWorkflow): not of the place in the tree, so that no move changes the law."""
        from cms.review.models import KindWorkflow
        from cms.review.running import ReviewWorkflow

        chosen = KindWorkflow.objects.filter(kind=cls.kind, workflow__active=True).values("workflow_id")
        return ReviewWorkflow.objects.filter(pk__in=chosen).first()

    def get_workflow(self) -> Any:
        """Every object of a kind takes the same way."""
        return self.get_default_workflow()

    @property
    def current_workflow_state(self) -> Any:
        """Wagtail's own, whose acts then take their turn (see running.py)."""
        from cms.review.running import ReviewWorkflowState

        state = super().current_workflow_state  # type: ignore[misc]
        if state is not None:
            state.__class__ = ReviewWorkflowState
        return state

    @property
    def has_workflow(self) -> bool:
        return self.get_workflow() is not None

    @transaction.atomic
    def save_revision(self, user: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Wagtail's own, with the contribution noted; a revision never carries an approval to publish."""
        from cms.review import contributions, drafts

        drafts.lock_rows([self.object_id])
        kwargs.pop("approved_go_live_at", None)
        previous = kwargs.get("previous_revision")
        revision = super().save_revision(user, *args, **kwargs)  # type: ignore[misc]  # RevisionMixin's
        contributions.record(
            self.object_id, contributions.own_digest(self), user, revision.pk,
            lineage=self.lineage, previous=previous.pk if previous else None,
        )  # fmt: skip
        return revision

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refused while readers can see the object: withdraw it first, with a reason. Raises Refused."""
        from cms.review import gate

        gate.refuse_deletion_of_public(self.deletion_takes(), about=self)
        return super().delete(*args, **kwargs)

    def deletion_takes(self) -> list[str]:
        """The ids of all governed objects that go when this one is deleted."""
        return [self.object_id]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft through the readers' own template: what a reviewer sees is what readers will see."""
        from cms.editions.publications import surroundings
        from cms.editions.rendering import render_page
        from cms.review.addresses import draft_address
        from cms.review.drafts import bundle

        now = timezone.now()
        snapshot = bundle(self, now).root
        return render_page(request, snapshot, surroundings(snapshot, draft_address(self), now), None, preview=True)


class GovernedPage(Governed, Page):
    """A page under the law. Takes no privacy restriction and no alias: what is approved is public, the rest is not."""

    private_page_options: ClassVar[Sequence[str]] = []

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.alias_of_id and self._state.adding:
            raise Refused(["This page takes no alias: link to it instead, so that readers find one reviewed text."])
        if not self._state.adding:
            self._keep_address()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Addresses are in small letters, so that one spelling is the right one."""
        super().clean()
        self.slug = str(self.slug).lower()  # type: ignore[has-type]  # Wagtail's field, of a base without types

    def _keep_address(self) -> None:
        """A page with a public address keeps it when its text is saved: changing it is an act of its own."""
        from cms.review.addresses import kept_slug

        if kept := kept_slug(self):
            self.slug = kept

    @property
    def object_id(self) -> str:
        return f"page:{self.pk}"

    @property
    def edition_title(self) -> str:
        return self.title

    def submission_problems(self) -> list[str]:
        from cms.review.addresses import taken_by_the_site

        problems = super().submission_problems()
        if taken_by_the_site(self):
            problems.append(f"The address /{self.slug}/ belongs to the website itself: choose another.")
        return problems

    def deletion_takes(self) -> list[str]:
        return [f"page:{pk}" for pk in self.get_descendants(inclusive=True).values_list("pk", flat=True)]

    def save_revision(self, user: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Wagtail's own; the address stays what it is."""
        self._keep_address()
        return super().save_revision(user, *args, **kwargs)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The public renderer over the current edition; never the draft. 404 if there is none."""
        from django.http import Http404

        from cms.editions.publications import resolve, surroundings
        from cms.editions.rendering import render_page
        from cms.review.addresses import draft_address

        now = timezone.now()
        found = resolve(draft_address(self) or "", now)
        if found is None or found.edition is None or found.publication.object_id != self.object_id:
            raise Http404
        snapshot = found.edition.snapshot
        around = surroundings(snapshot, found.publication.address, now)
        return render_page(request, snapshot, around, found.review_line)


class GovernedSnippet(
    Governed,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A part: a snippet whose text readers see inside pages, with editions of its own."""

    is_part: ClassVar[bool] = True

    class Meta:
        abstract = True

    @property
    def object_id(self) -> str:
        return f"{self.kind}:{self.pk}"

    def submission_problems(self) -> list[str]:
        problems = super().submission_problems()
        if self.go_live_at or self.expire_at:
            problems.append(f"“{self}” has a go-live or expiry time: parts have none. Schedule the pages that show it.")
        return problems
