"""Uploads are seen in the admin, and only there."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from tests.factories import ImageFactory, administrator, checker, editor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]


@pytest.fixture
def inside() -> Client:
    client = Client()
    client.force_login(administrator())
    return client


def test_a_thumbnail_is_shown_to_whoever_works_here(inside: Client) -> None:
    thumbnail = ImageFactory().get_rendition("max-165x165")
    response = inside.get(thumbnail.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert "no-store" in response["Cache-Control"]


def test_nobody_else_gets_it(client: Client) -> None:
    image = ImageFactory()
    for url in (image.get_rendition("max-165x165").url, image.file.url):
        assert client.get(url).status_code == 302
        assert client.get(url.replace("/admin", "")).status_code == 404


@pytest.mark.parametrize("name", ["kept/ab/x.png", "images/../db.sqlite3", "images/none.png", "images/page.html"])
def test_nothing_but_images_comes_this_way(inside: Client, media_root: Path, name: str) -> None:
    default_storage.save("images/page.html", ContentFile(b"<script>"))
    assert inside.get(f"/admin/media/{name}").status_code == 404


def test_the_list_of_documents_and_its_files_open(inside: Client, client: Client) -> None:
    document = Document.objects.create(title="A leaflet", file=ContentFile(b"%PDF-1.4", name="leaflet.pdf"))
    assert document.url in inside.get(reverse("wagtaildocs:index")).content.decode()
    assert inside.get(document.url).status_code == 200
    assert client.get(document.url).status_code == 302
    client.force_login(editor())
    assert client.get(reverse("wagtaildocs:index")).status_code == 200


def test_checkers_bring_pictures_as_editors_do(client: Client) -> None:
    for user in (editor(), checker()):
        client.force_login(user)
        assert client.get(reverse("wagtailimages:add")).status_code == 200
