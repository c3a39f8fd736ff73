"""What somebody in the admin does and is told, as a browser does it: real addresses, real forms."""

import re
from html import unescape
from typing import Any

from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from cms.review.refusals import Refused
from tests.factories.posting import posted


def told(response: Any) -> str:
    """What the page that somebody ends up on says to them, then its text and the values of its fields."""
    assert response.status_code < 500, response.status_code
    said = " ".join(str(message) for message in (response.context or {}).get("messages") or ())
    text = re.sub(r"(?s)<(script|style).*?</\1>", " ", response.content.decode(errors="replace"))
    fields = " ".join(re.findall(r'\bvalue="([^"]*)"', text))
    main = text[text.find("<main") :]
    return f"{said} | " + unescape(" ".join(re.sub(r"<[^>]*>", " ", main).split()) + " " + fields)


def send(client: Client, address: str, data: dict[str, Any] | None = None) -> str:
    """Post a form and read where it leads."""
    return told(client.post(address, data or {}, follow=True))


def page_address(view: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{view}", args=args)


def part_address(part: Any, view: str, *args: Any) -> str:
    return reverse(type(part).snippet_viewset.get_url_name(view), args=args)


def edit(client: Client, address: str, **changes: Any) -> str:
    """Open an editor, change some fields and send the form back."""
    opened = client.get(address)
    assert opened.status_code == 200, (address, opened.status_code)
    return send(client, address, {**posted(opened.context["form"]), **changes})


def bulk(client: Client, action: str, *pages: Any, app: str = "wagtailcore", model: str = "page", **data: Any) -> str:
    """Do something with several objects at once."""
    ids = "&".join(f"id={page.pk}" for page in pages)
    return send(client, f"{reverse('wagtail_bulk_action', args=(app, model, action))}?{ids}", data)


def why(act: Any, *args: Any, **kwargs: Any) -> str:
    """Call something that has to be refused, and give its reasons."""
    try:
        act(*args, **kwargs)
    except Refused as refusal:
        return " ".join(refusal.reasons)
    except PermissionDenied as refusal:
        return f"Wagtail itself refuses. {refusal}"
    return ""
