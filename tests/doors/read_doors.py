"""Read doors: every way in which an anonymous reader can ask, each giving all that the reader would get."""

from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.editions.models import Edition, Publication
from cms.people.models import User
from tests.doors.stage import SECRET, SENTINEL, Stage

ReadDoor = Callable[[Stage], Iterator[Any]]
READ_DOORS: dict[str, ReadDoor] = {}


def read_door(ask: ReadDoor) -> ReadDoor:
    """Register a read door under the name of its function."""
    READ_DOORS[ask.__name__] = ask
    return ask


def body_of(response: Any) -> bytes:
    """A response's body, streamed or not."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def heard(ask: ReadDoor, stage: Stage) -> bytes:
    """Everything that a reader gets through a door: status lines, headers and bodies."""
    out = []
    for response in ask(stage):
        if isinstance(response, bytes):
            out.append(response)
            continue
        headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        out.append(headers.encode() + b"\n" + body_of(response))
    return b"\n".join(out)


def get(address: str, **headers: str) -> Any:
    """Ask as an anonymous reader, without following redirects."""
    return Client().get(address, headers=headers)


@read_door
def by_path(stage: Stage) -> Iterator[Any]:
    for name in ("page", "near"):
        yield get(stage.address(name))


@read_door
def by_other_spellings(stage: Stage) -> Iterator[Any]:
    address = stage.address()
    for spelling in (address.rstrip("/"), address.upper(), address.replace("/", "//"), f"{address}?q=1", f"{address}."):
        yield Client().get(spelling, follow=True)


@read_door
def head_and_conditional(stage: Stage) -> Iterator[Any]:
    address = stage.address()
    yield Client().head(address)
    yield get(address, if_none_match='"an-old-one"')
    yield get(address, if_modified_since="Mon, 01 Jan 2024 00:00:00 GMT")
    yield get(address, cookie="sessionid=unknown")
    yield get(address, x_requested_with="XMLHttpRequest", accept="application/json")


@read_door
def drafts_by_their_address(stage: Stage) -> Iterator[Any]:
    for address in (
        f"/about/{SECRET.lower()}/",
        f"/about/{SENTINEL.lower()}/",
        f"/{SENTINEL.lower()}/",
        "/about/closed/",
    ):
        yield get(address)
        yield Client().get(address.rstrip("/"), follow=True)


@read_door
def child_of_a_hidden_parent(stage: Stage) -> Iterator[Any]:
    response = get(stage.address("child"))
    assert b"The child of a hidden parent." in response.content
    yield response


@read_door
def listings_breadcrumbs_and_menus(stage: Stage) -> Iterator[Any]:
    yield get(stage.address("section"))
    yield get(stage.address("home"))


@read_door
def files(stage: Stage) -> Iterator[Any]:
    """Kept files by their hash, whatever the library now holds, and where Wagtail would put them."""
    image = stage.image
    yield get(f"/files/{image.sha256}.png")
    yield get(f"/files/{'0' * 64}.png")
    for address in (image.file.url, f"/media/{image.file.name}", "/media/", "/media/original_images/"):
        yield get(address if address.startswith("/") else f"/{address}")


@read_door
def renditions_and_documents(stage: Stage) -> Iterator[Any]:
    rendition = stage.image.get_rendition("width-4")
    yield get(f"/media/{rendition.file.name}")
    yield get(f"/images/{stage.image.pk}/width-4/")
    yield get("/documents/1/sample.pdf")


@read_door
def wagtails_own_addresses(stage: Stage) -> Iterator[Any]:
    for address in ("/api/v2/pages/", f"/api/v2/pages/{stage.pk('page')}/", "/api/v3/pages/", "/sitemap.xml", "/feed/"):
        yield get(address)
    yield get(f"/pages/{stage.pk('page')}/")
    yield get("/search/?query=bone")


@read_door
def admin_addresses(stage: Stage) -> Iterator[Any]:
    """Drafts by their address in the admin, for somebody who is not logged in."""
    for pk in (stage.pk("page"), stage.pk("draft")):
        for view in ("edit/", "view_draft/", "history/", "edit/preview/", "usage/", "revisions/", "copy/", "delete/"):
            response = get(f"/admin/pages/{pk}/{view}")
            assert response.status_code == 302, (view, response.status_code)
            yield response
    pk, revision = stage.pk("page"), stage.ids["revision"]
    yield get(f"/admin/pages/{pk}/revisions/{revision}/view/")
    yield get(f"/admin/pages/{pk}/revisions/compare/live...latest/")
    yield get("/admin/api/main/pages/")
    yield get("/admin/choose-page/")
    yield get("/admin/reports/site-history/?export=csv")
    yield get(f"/admin/review/withdraw/{stage.ids['draft']}/")
    yield get(f"/admin/review/address/{stage.pk('draft')}/")
    yield get("/admin/login/")


@read_door
def redirects(stage: Stage) -> Iterator[Any]:
    for address in ("/short/", "/short", "/old/"):
        yield get(address)


@read_door
def error_pages(stage: Stage) -> Iterator[Any]:
    yield get("/nothing/here/")
    yield get("/about/spread/" + "x" * 1200)
    yield get("/%00/")
    yield Client().post(stage.address(), {"q": "1"})
    yield get("/", host="elsewhere.example")
    broken = Client(raise_request_exception=False)
    resolve = "site_app.delivery.views.publications.resolve"
    with patch(resolve, side_effect=RuntimeError(f"{SECRET} broke")):
        response = broken.get(stage.address())
    assert response.status_code == 500
    yield response


@read_door
def health(stage: Stage) -> Iterator[Any]:
    yield get("/healthz")
    yield get("/robots.txt")


@read_door
def frozen_html_of_what_is_public(stage: Stage) -> Iterator[Any]:
    """The copies inside public editions, from which old pages will be shown."""
    now = timezone.now()
    for publication in Publication.objects.select_related("current", "pending"):
        edition: Edition | None = publication.public_edition(now)
        if edition is not None:
            yield edition.html.encode()


@read_door
def mails_to_strangers(stage: Stage) -> Iterator[Any]:
    """Whatever was mailed to an address that belongs to nobody who works here."""
    known = set(User.objects.filter(is_active=True).values_list("email", flat=True))
    for message in mail.outbox:
        if not set(message.recipients()) <= known:
            yield f"{message.subject}\n{message.body}".encode()
