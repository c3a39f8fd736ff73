"""Files: handed out while a public edition shows them, and to nobody else."""

from typing import Any

import pytest
from django.test import Client

from cms.editions import files
from cms.review import withdrawing
from tests.factories import ImageFactory, administrator, body, editor, topic_page
from tests.factories.releases import released
from tests.factories.values import png

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]


@pytest.fixture
def picture() -> Any:
    return ImageFactory(by=editor())


def address(picture: Any) -> str:
    return f"/files/{picture.sha256}.png"


def served(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def shown(picture: Any) -> Any:
    return topic_page(slug="where", body=body.stream(body.image(picture)))


def test_an_image_on_a_public_page_is_served(client: Client, picture: Any) -> None:
    released(shown(picture))
    assert address(picture) in client.get("/where/").content.decode()
    response = client.get(address(picture))
    assert response.status_code == 200
    assert served(response) == png()
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not response.cookies


def test_an_unchanged_image_is_not_sent_again(client: Client, picture: Any) -> None:
    released(shown(picture))
    response = client.get(address(picture), headers={"if-none-match": f'"{picture.sha256}"'})
    assert response.status_code == 304


def test_an_image_of_a_draft_is_not_served_to_readers(client: Client, picture: Any) -> None:
    shown(picture)
    files.keep(png(), "png")
    response = client.get(address(picture))
    assert response.status_code == 404
    assert b"Sample picture" not in response.content


def test_those_who_work_here_see_a_drafts_image_in_their_previews(client: Client, picture: Any) -> None:
    shown(picture)
    files.keep(png(), "png")
    client.force_login(administrator())
    response = client.get(address(picture))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    response.close()


def test_a_withdrawn_pages_image_is_gone_at_once(client: Client, picture: Any) -> None:
    page = released(shown(picture))
    withdrawing.withdraw(page.object_id, administrator(), "A mistake was found.")
    assert client.get(address(picture)).status_code == 404
    assert client.get(address(picture), headers={"if-none-match": f'"{picture.sha256}"'}).status_code == 404


def test_a_replaced_file_changes_nothing_that_is_public(client: Client, picture: Any) -> None:
    released(shown(picture))
    name = picture.file.name
    picture.file.storage.delete(name)
    picture.file.storage.save(name, ImageFactory.build(colour="red").file)
    assert served(client.get(address(picture))) == png()


@pytest.mark.parametrize("extension", ["svg", "html", "php", "PNG", "jpg"])
def test_only_the_files_own_name_is_served(client: Client, picture: Any, extension: str) -> None:
    released(shown(picture))
    client.force_login(administrator())
    assert client.get(f"/files/{picture.sha256}.{extension}").status_code == 404


@pytest.mark.parametrize("name", ["0" * 64 + ".png", "0" * 63 + ".png", "../secret.png", "..%2fsecret.png", ""])
def test_an_unknown_name_is_a_plain_404(client: Client, name: str) -> None:
    assert client.get(f"/files/{name}").status_code == 404


def test_files_are_only_read(client: Client, picture: Any) -> None:
    assert client.post(address(picture)).status_code == 405
