"""Rich text of a snapshot as safe HTML: an allow-list of tags, links resolved, always well nested.

The snapshot holds Wagtail's database HTML. It is read here as if a stranger had written it: whatever is not on the list
becomes plain text, so that no approved text can bring a script, a style or a hidden address into a page.
"""

from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe

from cms.editions.forms import Link
from cms.editions.presenting import links as addresses

INLINE = frozenset({"b", "strong", "i", "em", "sup", "sub", "a"})
LISTS = frozenset({"ul", "ol"})
BLOCKS = frozenset({"p", "li"}) | LISTS
SILENT = frozenset({"script", "style"})


class _Expander(HTMLParser):
    """Writes well-nested HTML whatever comes in: `open` is the stack of tags that still want their end."""

    def __init__(self, links: Mapping[str, Link]) -> None:
        super().__init__(convert_charrefs=True)
        self.links = links
        self.out: list[str] = []
        self.open: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent.append(tag)
        elif self.silent:
            return
        elif tag == "br":
            self._ready_for_text()
            self.out.append("<br>")
        elif tag == "a":
            self._start_link(dict(attrs))
        elif tag in INLINE:
            self._start_inline(tag)
        elif tag in BLOCKS:
            self._start_block(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
            return
        # An inline end must not close the paragraph or the item around it.
        reach = self._inlines() if tag in INLINE else self.open
        if tag in reach:
            self._close_through(tag)

    def handle_data(self, data: str) -> None:
        if self.silent or (not data.strip() and self._between_items()):
            return
        self._ready_for_text()
        self.out.append(escape(data))

    def finish(self) -> str:
        """The HTML, everything closed."""
        self.close()
        while self.open:
            self._pop()
        return "".join(self.out)

    def _start_link(self, attrs: dict[str, str | None]) -> None:
        if "a" in self.open:
            self._close_through("a")
        href = self._address(attrs)
        if href is not None:
            self._ready_for_text()
            self._push("a", f'<a href="{escape(href)}">')

    def _address(self, attrs: dict[str, str | None]) -> str | None:
        if attrs.get("linktype") == "page":
            target = addresses.page(f"page:{attrs.get('id')}", self.links)
            return target.address if target else None
        return None if "linktype" in attrs else addresses.outside(attrs.get("href"))

    def _start_inline(self, tag: str) -> None:
        if tag not in self._inlines():
            self._ready_for_text()
            self._push(tag)

    def _start_block(self, tag: str) -> None:
        if tag == "li" and not LISTS & set(self.open):
            return
        for inline in self._inlines():
            self._close_through(inline)
        if self.open and self.open[-1] == "p":
            self._pop()
        if tag == "li":
            while self.open[-1] not in LISTS:
                self._pop()
        elif self._between_items():
            self._push("li")
        self._push(tag)

    def _between_items(self) -> bool:
        return bool(self.open) and self.open[-1] in LISTS

    def _ready_for_text(self) -> None:
        if self._between_items():
            self._push("li")

    def _inlines(self) -> list[str]:
        """The open inline tags, innermost last, up to the block around them."""
        count = 0
        while count < len(self.open) and self.open[-1 - count] in INLINE:
            count += 1
        return self.open[len(self.open) - count :]

    def _push(self, tag: str, text: str = "") -> None:
        self.open.append(tag)
        self.out.append(text or f"<{tag}>")

    def _pop(self) -> None:
        self.out.append(f"</{self.open.pop()}>")

    def _close_through(self, tag: str) -> None:
        while tag in self.open:
            last = self.open[-1]
            self._pop()
            if last == tag:
                return


def expand(html: object, links: Mapping[str, Link], tail: str = "") -> SafeString:
    """Rich text as HTML for the body of a page.

    `links` are the public pages that may be linked to; every other page link becomes plain text.
    `tail` is safe HTML to stand at the very end of the text: the numbers of its sources.
    """
    expander = _Expander(links)
    expander.feed(html if isinstance(html, str) else "")
    text = expander.finish()
    if tail and text.endswith("</p>"):
        text, tail = text[: -len("</p>")], f"{tail}</p>"
    return mark_safe(text + tail)  # noqa: S308 - written by the expander alone, every text in it escaped


def expand_item(html: object, links: Mapping[str, Link]) -> SafeString:
    """Rich text as HTML for a list item: a single paragraph loses its tags."""
    text = expand(html, links)
    if text.startswith("<p>") and text.endswith("</p>") and text.count("<p>") == 1:
        return mark_safe(text[len("<p>") : -len("</p>")])  # noqa: S308 - the same text without its first and last tag
    return text


def plain(html: object) -> str:
    """Rich text without its tags, on one line: for descriptions and titles."""

    class Words(HTMLParser):
        def handle_data(self, data: str) -> None:
            words.append(data)

        def handle_endtag(self, tag: str) -> None:
            if tag in BLOCKS:
                words.append(" ")

    words: list[str] = []
    parser = Words(convert_charrefs=True)
    parser.feed(html if isinstance(html, str) else "")
    parser.close()
    return " ".join("".join(words).split())
