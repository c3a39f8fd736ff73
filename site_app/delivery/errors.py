"""Error pages in the site's own design. They make no query and tell nothing about what might be there."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

# What is left to say when even the templates fail.
LAST_WORDS = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Something went wrong</title>"
    "<h1>Something went wrong</h1><p>Please try again in a few minutes.</p></html>"
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return _answer(400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the request is refused."""
    return _answer(403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing public is here; the same for a draft as for what never was."""
    return _answer(404)


def gone(request: HttpRequest) -> HttpResponse:
    """410: a page stood here and was withdrawn. Its title and its text are not told."""
    return _answer(410)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a mistake of ours. Works without a database, and without templates if need be."""
    return _answer(500)


def _answer(status: int) -> HttpResponse:
    try:
        text: str = render_to_string(f"errors/{status}.html")
    except Exception:  # an error page must not fail: whatever broke may have broken the templates too
        logger.exception("The error page for %s cannot be rendered", status)
        text = LAST_WORDS
    return HttpResponse(text, status=status, headers={"Cache-Control": "no-store"})
