"""Somebody before a browser: what they do, in their words, and what broke before their eyes."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
# Wagtail looks for edits only from two seconds after an editor has opened, and says so.
WATCHES = "document.addEventListener('w-unsaved:watch-edits', () => document.documentElement.dataset.watches = 'yes')"


class Person:
    """A page with somebody before it. It notes scripts that fail, answers of 500, and requests to other hosts."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.broken: list[str] = []
        self.abroad: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.add_init_script(WATCHES)
        page.on("pageerror", lambda error: self.broken.append(str(error)))
        page.on("console", self._hear)
        page.on("response", self._see)
        page.on("request", self._follow)

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser also complains of each 404, which readers are meant to get.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.broken.append(message.text)

    def _see(self, response: Response) -> None:
        if response.status >= 500:
            self.broken.append(f"{response.status} {response.url}")

    def _follow(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(self.server).netloc:
            self.abroad.append(request.url)

    def saw_nothing_break(self) -> None:
        assert self.broken == []

    def goes_to(self, address: str) -> int:
        """Opens an address of the website; the status of the answer."""
        response = self.page.goto(self.server + address)
        assert response is not None
        return response.status

    def sees(self, *words: str) -> None:
        for text in words:
            expect(self.page.locator("body")).to_contain_text(text)

    def does_not_see(self, *words: str) -> None:
        for text in words:
            expect(self.page.locator("body")).not_to_contain_text(text)

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    # --- In the editor

    def edits(self, address: str) -> None:
        """Opens an editor and waits until it would notice what is written."""
        assert self.goes_to(address) == 200
        expect(self.page.locator("html[data-watches=yes]")).to_have_count(1)

    def adds_block(self, name: str) -> Locator:
        """A block at the end of the body; gives it."""
        body = self.page.get_by_role("region", name="Body")
        before = body.locator("[data-streamfield-child]").count()
        body.get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=name, exact=True).last.click()
        added = self.page.locator(f'[name="body-{before}-id"]')
        expect(added).to_have_count(1)
        return added.locator("xpath=ancestor::*[@data-streamfield-child][1]")

    def writes_richly(self, where: Locator, text: str) -> None:
        """Types at the end of a rich text."""
        where.locator(".public-DraftEditor-content").first.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def is_saved(self) -> None:
        """Waits until Wagtail has saved by itself what was written."""
        expect(self.page.locator("header").get_by_text("Saved", exact=True).first).to_be_visible(timeout=PATIENCE)

    def takes_action(self, name: str | re.Pattern[str]) -> None:
        """An entry of the editor's menu of actions, whether it stands open or not."""
        footer = self.page.locator("footer")
        entry = footer.get_by_role("button", name=name).or_(footer.get_by_role("link", name=name)).first
        if not entry.is_visible():
            footer.get_by_role("button", name="More actions").click()
        entry.click()
        self.page.wait_for_load_state()

    def submits(self) -> None:
        self.takes_action(re.compile("^(Submit to|Submit again)"))

    # --- In review

    def opens_what_awaits(self, title: str) -> None:
        """From the admin's home to the page of the decision."""
        self.goes_to("/admin/")
        self.page.locator("#awaiting-review-content").get_by_role("link", name=title, exact=True).click()
        expect(self.page.get_by_role("heading", name="Decide", level=1)).to_be_visible()

    def decides(self, act: str, comment: str = "") -> None:
        """Presses `act`: Approve, or Request changes."""
        self.page.get_by_role("textbox", name="Comment").fill(comment)
        self.presses(act)
        self.page.wait_for_load_state()

    def approves(self, title: str) -> None:
        self.opens_what_awaits(title)
        self.decides("Approve")
        self.sees("Approved.")
