"""A public address becomes a page: publication, edition, surroundings, and nothing else is asked."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from cms.editions import publications
from cms.editions.publications import Resolved
from cms.editions.rendering import render_page
from site_app.delivery import errors, redirects

LONGEST_ADDRESS = 1000
# Browsers and caches may keep a page but ask each time, so that what is withdrawn is gone at once.
FRESHNESS = "public, max-age=0, must-revalidate"


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """The page at an address, from its public edition, in at most three queries.

    Answers 404 alike for what never was, what is a draft and what is not public yet; 410 for what was withdrawn;
    301 from another spelling of a public address. Raises Http404.
    """
    address, at = f"/{path}", timezone.now()
    if len(address) > LONGEST_ADDRESS or not address.isprintable():
        raise Http404
    found = publications.resolve(address, at) if address.endswith("/") else None
    if found is None:
        return _elsewhere(request, address)
    if found.edition is None:
        return errors.gone(request)
    return _deliver(request, found)


def canonical(address: str) -> str:
    """The one spelling of an address: small letters, single slashes, a slash at the end."""
    names = [name for name in address.lower().split("/") if name]
    return "/" + "".join(f"{name}/" for name in names)


def _deliver(request: HttpRequest, found: Resolved) -> HttpResponseBase:
    edition = found.edition
    assert edition is not None, "only an edition can be delivered"  # noqa: S101
    around = publications.surroundings(edition.snapshot, found.publication.address, timezone.now())
    response = render_page(request, edition.snapshot, around, found.review_line)
    response["Cache-Control"] = FRESHNESS
    # The hash of the very bytes: the surroundings and the dates change a page as well as its edition does.
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _elsewhere(request: HttpRequest, address: str) -> HttpResponseBase:
    """Where an address without a publication leads: to its right spelling, along a redirect, or nowhere."""
    at, spelling = timezone.now(), canonical(address)
    if spelling != address:
        found = publications.resolve(spelling, at)
        if found is not None and found.edition is not None:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(iri_to_uri(spelling + (f"?{query}" if query else "")))
    target = redirects.follow(spelling, at)
    if target is None:
        raise Http404
    return target
