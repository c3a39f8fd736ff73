"""The admin's two direct acts. Both change what readers see at once, so both ask first and say what will happen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from cms.editions.models import Publication
from cms.review.addresses import change_slug, from_url_path, move_page
from cms.review.admin_forms import AddressForm, WithdrawForm
from cms.review.drafts import find
from cms.review.governed import GovernedPage
from cms.review.hosts import hosts_of
from cms.review.refusals import Refused
from cms.review.withdrawing import essential, may_withdraw, withdraw


def _back(request: HttpRequest, row: Any) -> str:
    """The draft's editor where this person may open it, else the admin's home."""
    url = AdminURLFinder(request.user).get_edit_url(row) if row is not None else None
    return url or reverse("wagtailadmin_home")


def what_happens(object_id: str) -> list[dict[str, str]]:
    """What a withdrawal does to each page that shows the part: goes too, or stays without it."""
    now = timezone.now()
    rows = []
    for host in hosts_of({object_id}):
        edition = host.public_edition(now) or host.pending
        if edition is not None:
            goes = essential(host, object_id, now)
            fate = "is withdrawn too: it is about this part" if goes else "stays, and says that a section was withdrawn"
            rows.append({"title": edition.title, "address": host.address or "", "fate": fate})
    return rows


def withdraw_view(request: HttpRequest, object_id: str) -> HttpResponse:
    """Ask for a reason, show what happens to every host, withdraw. Open while the draft is locked in review."""
    publication = get_object_or_404(Publication.objects.select_related("current", "pending"), pk=object_id)
    if not may_withdraw(request.user):
        raise PermissionDenied
    row = find(object_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            affected = withdraw(object_id, request.user, form.cleaned_data["reason"])
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            others = len(affected) - 1
            more = f" {others} page(s) that showed it changed with it." if others else ""
            messages.success(request, f"Withdrawn. Readers no longer see it.{more}")
            return redirect(_back(request, row))
    edition = publication.public_edition(timezone.now()) or publication.pending or publication.current
    context = {
        "form": form,
        "title": edition.title if edition else object_id,
        "hosts": what_happens(object_id),
        "withdrawn": publication.withdrawn_at,
        "back": _back(request, row),
    }
    return render(request, "review/withdraw.html", context)


def may_change_address(page: Page, user: Any) -> bool:
    """Whoever may edit the page: an address is no content. (Wagtail asks for the right to publish: nobody has it.)"""
    return page_permission_policy.user_has_permission_for_instance(user, "change", page)


@transaction.atomic
def _readdress(page: Page, parent: Page, slug: str, user: Any) -> str:
    """Both changes or neither. Raises Refused."""
    address = from_url_path(page.url_path)
    if slug.lower() != page.slug:
        address = change_slug(page, slug, user)
    if parent.pk != page.get_parent().pk:
        if not page_permission_policy.user_has_permission_for_instance(user, "add", parent):
            raise Refused([f"You may not put pages under “{parent.title}”."], about=page)
        address = move_page(page, parent, user)
    return address


def address_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Move a page, or change the last part of its address, now, with redirects."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, GovernedPage):
        raise Http404
    if not may_change_address(page, request.user):
        raise PermissionDenied
    above = from_url_path(page.get_parent().url_path)
    form = AddressForm(request.POST or None, initial={"slug": page.slug, "parent": above})
    if request.method == "POST" and form.is_valid():
        try:
            address = _readdress(page, form.cleaned_data["parent"], form.cleaned_data["slug"], request.user)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, f"The page now stands at {address}")
            return redirect(_back(request, page))
    context = {"form": form, "title": page.title, "address": from_url_path(page.url_path), "back": _back(request, page)}
    return render(request, "review/address.html", context)
