"""The words of an HTML text line by line, read as a plain stream and not through a tree.

The outline is made from a tree; these lines are what it is checked against, so they must not share
its mistakes.
"""

from html.parser import HTMLParser

from cms.content.importing.source import Line

_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
INLINE = frozenset(_INLINE.split())
WITHOUT_WORDS = frozenset(["script", "style", "template", "title"])


class _LineReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._text: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WITHOUT_WORDS and not self._silent:
            self._silent = tag
        if tag not in INLINE:
            self.end_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if tag not in INLINE:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(data)

    def end_line(self) -> None:
        """Close the line that is being read."""
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self.lines.append(text)


def lines_of_html(html: str) -> tuple[Line, ...]:
    """Every line of text that a reader of this HTML could see, in order and numbered."""
    reader = _LineReader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return tuple(Line(number, text) for number, text in enumerate(reader.lines, start=1))
