"""Page references: only public pages have a title and an address."""

import pytest

from cms.editions.presenting import links
from tests.unit.presenting.snapshots import OTHER, SECTION

PUBLIC = {OTHER.object_id: OTHER, SECTION.object_id: SECTION}


def test_a_public_page_is_found_by_its_id() -> None:
    assert links.page("page:12", PUBLIC) is OTHER


@pytest.mark.parametrize("unknown", ["page:99", "", None])
def test_a_page_that_is_not_public_is_not_told(unknown: str | None) -> None:
    assert links.page(unknown, PUBLIC) is None


def test_pages_keep_their_order_and_come_once() -> None:
    references = [{"page": "page:2"}, {"page": "page:99"}, {"page": "page:12"}, {"page": "page:2"}, None]
    assert links.pages(references, PUBLIC) == [SECTION, OTHER]


@pytest.mark.parametrize("broken", [None, "", {}, {"page": None}, {"page": 12}, {"ref": "page:12"}, "page:12", 3])
def test_a_reference_without_an_id_is_none(broken: object) -> None:
    assert links.page_id(broken) is None
    assert links.pages([broken], PUBLIC) == []
    assert links.pages(broken, PUBLIC) == []


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org/a?b#c", "HTTPS://A.ORG/", "mailto:a@b.example", "tel:1"],
)
def test_the_outside_world_is_reached_by_web_mail_and_telephone(address: str) -> None:
    assert links.outside(f" {address} ") == address
