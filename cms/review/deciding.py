"""The page on which a decision is made: what was submitted, as readers would see it, and what stands in the way.

It works without JavaScript and on a phone. The digest that was shown goes along with the decision, and a refused one
comes back with every reason and with the comment.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.editions.models import Edition, Publication
from cms.review import policy
from cms.review.admin_forms import DecisionForm
from cms.review.decisions import approve, gather, request_changes, waiting
from cms.review.drafts import draft_of, find
from cms.review.models import Submission
from cms.review.refusals import Refused


def decide_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show a submission to somebody who may give its step; take their approval or their request for changes."""
    submission = get_object_or_404(Submission, pk=submission_id)
    try:
        state = waiting(submission)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return redirect("wagtailadmin_home")
    task, row = state.task.specific, find(submission.object_id)
    if row is None or not task.in_groups(request.user):
        raise PermissionDenied
    form = DecisionForm(request.POST or None, initial={"digest": submission.digest})
    if request.method == "POST" and form.is_valid():
        try:
            _act(request, submission, form.cleaned_data)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, what_followed(submission, request.POST))
            return redirect("wagtailadmin_home")
    facts = gather(submission, state.pk, task.step, request.user, None)
    context = {
        "form": form,
        "submission": submission,
        "step": policy.STEP_NAMES[task.step],
        "members": members(submission),
        "hours": hours(draft_of(row)),
        "preview": _preview(row, task),
        "obstacles": policy.may_decide(facts, policy.APPROVE).reasons,
    }
    return render(request, "review/decide.html", context)


def _act(request: HttpRequest, submission: Submission, given: dict[str, Any]) -> None:
    if "approve" in request.POST:
        approve(submission, request.user, digest=given["digest"], comment=given["comment"])
    else:
        request_changes(submission, request.user, digest=given["digest"], comment=given["comment"])


def members(submission: Submission) -> list[dict[str, str]]:
    """What one decision covers: the text itself and its new or changed parts, the text itself first."""
    known = set(Edition.objects.filter(object_id__in=submission.members).values_list("object_id", flat=True))
    return [
        {
            "title": member["snapshot"]["title"],
            "kind": member["snapshot"]["kind"].replace("_", " "),
            "news": news(object_id, object_id in known),
        }
        # PostgreSQL keeps no order of keys.
        for object_id, member in sorted(
            submission.members.items(), key=lambda pair: (pair[0] != submission.object_id, pair[0])
        )
    ]


def hours(draft: Any) -> list[str]:
    """From when and until when readers would see it, where that is set; the decision covers it."""
    said = []
    if draft.go_live_at and draft.go_live_at > timezone.now():
        said.append(f"Readers see it from {draft.go_live_at:%-d %B %Y, %H:%M %Z}, not before.")
    if draft.expire_at:
        said.append(f"It ends on {draft.expire_at:%-d %B %Y, %H:%M %Z}.")
    return said


def news(object_id: str, known: bool) -> str:
    """What an approval would do with one member, in a word or two."""
    if Publication.objects.filter(object_id=object_id, withdrawn_at__isnull=False).exists():
        return "withdrawn: an approval brings it back"
    return "changed" if known else "new"


def what_followed(submission: Submission, posted: Any) -> str:
    """What a decision that was just taken led to, in a sentence."""
    if "approve" not in posted:
        return f"“{submission.title}” goes back to the editor with your comment."
    submission.refresh_from_db()
    if submission.status != Submission.RELEASED:
        return f"Approved. “{submission.title}” waits for the next step."
    publication = Publication.objects.select_related("current", "pending").get(object_id=submission.object_id)
    if publication.public_edition(timezone.now()) is None and publication.pending_from:
        return f"Approved. Readers see “{submission.title}” from {publication.pending_from:%-d %B %Y, %H:%M %Z}."
    return f"Approved. Readers see “{submission.title}” now."


def _preview(row: Any, task: Any) -> str:
    name = (
        "wagtailadmin_pages:workflow_preview"
        if isinstance(row, Page)
        else row.snippet_viewset.get_url_name("workflow_preview")
    )
    return reverse(name, args=[row.pk, task.pk])
