"""What reaches a reader's browser: pages that everybody can use, and nothing that follows anybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.exhibits import EVERYTHING, hang
from tests.browser.person import Person

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def exhibits(server: str) -> list[str]:
    return hang()


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_for_everybody(reader: Person, exhibits: list[str], width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    for address in exhibits:
        reader.goes_to(address)
        found = Axe().run(reader.page, options=RULES)
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
        assert _widths(reader)[0] <= width, f"{address} has to be scrolled sideways"
    assert reader.abroad == []
    assert reader.page.context.cookies() == []


def _widths(reader: Person) -> list[int]:
    return reader.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_colours_can_be_told_apart(reader: Person, exhibits: list[str], scheme: str) -> None:
    reader.page.emulate_media(color_scheme=scheme)
    reader.goes_to(EVERYTHING)
    found = Axe().run(reader.page, options={"runOnly": ["color-contrast"]})
    assert found.violations_count == 0, found.generate_report()


def test_pictures_and_links_lead_somewhere(reader: Person, exhibits: list[str]) -> None:
    reader.goes_to(EVERYTHING)
    pictures = reader.page.get_by_role("figure").locator("img")
    assert pictures.count() == 2
    for number in range(2):
        pictures.nth(number).scroll_into_view_if_needed()
        reader.page.wait_for_function("image => image.naturalWidth > 0", arg=pictures.nth(number).element_handle())
    dead = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1)))"
    assert reader.page.evaluate(f"{dead}.map(a => a.href)") == []
    links = "[...new Set([...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.pathname))]"
    for address in reader.page.evaluate(links):
        assert reader.page.request.get(reader.server + address).status == 200, address


def test_it_reads_without_scripts(browser: object, exhibits: list[str], server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + EVERYTHING)
    assert page.get_by_role("heading", name="Everything", level=1).is_visible()
    assert page.get_by_text("Under two", exact=True).is_visible()
    assert page.get_by_role("link", name="A section").first.is_visible()
    context.close()
