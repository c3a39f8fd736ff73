"""Redirects from addresses that pages once had, and from short addresses that editors made."""

from datetime import datetime

from django.apps import apps
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseRedirectBase
from django.utils.encoding import iri_to_uri
from django.utils.http import url_has_allowed_host_and_scheme

from cms.editions.models import Publication

LONGEST_OLD_PATH = 255


def follow(address: str, at: datetime) -> HttpResponseRedirectBase | None:
    """The redirect for an address, if its target is public at that moment or is a relative address of this site.

    Only the plain columns of Wagtail's rows are read: their own `link` would tell the address of a draft. A redirect
    has no draft state and no review, so it may not lead to another website.
    """
    model = apps.get_model("wagtailredirects", "Redirect")
    old_path = model.normalise_path(address)
    if len(old_path) > LONGEST_OLD_PATH:
        return None
    rows = model.objects.filter(old_path=old_path).values_list("redirect_page_id", "redirect_link", "is_permanent")
    for page_id, link, permanent in rows:
        target = _public_address(page_id, at) if page_id else _inside(link)
        if target and target != address:
            answer = HttpResponsePermanentRedirect if permanent else HttpResponseRedirect
            return answer(iri_to_uri(target))
    return None


def _public_address(page_id: int, at: datetime) -> str | None:
    publication = Publication.objects.select_related("current", "pending").filter(object_id=f"page:{page_id}").first()
    public = publication is not None and publication.public_edition(at) is not None
    return publication.address if publication is not None and public else None


def _inside(link: str) -> str | None:
    """A link within this site; None for any other."""
    relative = link.startswith("/") and url_has_allowed_host_and_scheme(link, allowed_hosts=None)
    return link if relative else None
