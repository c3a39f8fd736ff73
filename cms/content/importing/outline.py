"""Takes HTML apart into a plain list of pieces; nothing of the HTML itself goes further than here."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from cms.content.importing.enumerations import list_piece
from cms.content.importing.grids import table_piece
from cms.content.importing.inline import LINE_BREAK, Inline, Run, plain, tidy
from cms.content.importing.pieces import DOCUMENT_TITLE, Heading, Outline, Paragraph, Piece, Quote, Unplaced
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.spans import Picture, is_inline, runs_of
from cms.content.importing.word import TITLE_CLASS

_HEADING = re.compile(r"h([1-6])")


def outline_of(html: str) -> Outline:
    """The pieces of a document in their order, with remarks on what was dropped or changed.

    Raises DocumentRefused for HTML that is nested too deeply to be a text.
    """
    reader = _Reader()
    try:
        soup = BeautifulSoup(html, "lxml")
        for head in soup.find_all("head"):
            _keep_strays(head, reader)
        reader.walk(soup.body or soup)
        reader.flush()
    except RecursionError as deep:
        raise DocumentRefused(["The document is nested too deeply to be a text for readers."]) from deep
    return reader.outline


def _keep_strays(head: Tag, reader: "_Reader") -> None:
    for script in head.find_all(["script", "style"]):
        list(runs_of(script, reader.outline, 0))


class _Reader:
    """Walks the tree once, collecting runs until a block ends and becomes a paragraph."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.line = 0
        self._runs: list[Run] = []
        self._pictures: list[Picture] = []

    def walk(self, parent: Tag) -> None:
        """Read everything inside an element."""
        for node in parent.children:
            if isinstance(node, Tag) and not is_inline(node):
                self.flush()
                self._block(node)
                self.flush()
            else:
                self._collect(node)

    def flush(self) -> None:
        """Close the paragraph that is being read, and tell of the pictures that stood in it."""
        text = tidy(self._runs)
        self._runs = []
        if plain(text).strip():
            self._add(Paragraph(self._next(), text))
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            self._add(_unplaced_picture(self._next(), picture))

    def _collect(self, node: PageElement) -> None:
        for found in runs_of(node, self.outline, self.line + 1):
            if isinstance(found, Picture):
                self._pictures.append(found)
            elif found.text == LINE_BREAK.text and _ends_in_break(self._runs):
                self.flush()
            else:
                self._runs.append(found)

    def _block(self, node: Tag) -> None:
        heading = _HEADING.fullmatch(node.name)
        if heading:
            self._heading(node, int(heading[1]))
        elif node.name in ("ul", "ol", "menu", "dir"):
            self._list(node)
        elif node.name == "table":
            self._table(node)
        elif node.name == "blockquote":
            self._quote(node)
        elif node.name == "pre":
            self._lines(node)
        elif node.name in ("dt", "summary") and all(is_inline(child) for child in node.children):
            self._collect(node)
            self._runs = [Run(run.text, True, run.italic, run.href) for run in self._runs]
        else:
            self.walk(node)

    def _heading(self, node: Tag, level: int) -> None:
        self._collect_all(node)
        text = tidy(self._runs)
        self._runs = []
        if plain(text).strip():
            if any(run.href for run in text):
                self.outline.remark(self.line + 1, "A heading holds no links: its link was dropped and its words kept.")
            level = DOCUMENT_TITLE if TITLE_CLASS in (node.get("class") or []) else level
            self._add(Heading(self._next(), level, plain(text)))

    def _list(self, node: Tag) -> None:
        piece, self.line, left = list_piece(node, self.line, self.outline)
        if piece.items:
            self._add(piece)
        self._pictures.extend(left)

    def _table(self, node: Tag) -> None:
        if len(node.find_all(["td", "th"])) <= 1:
            self.outline.remark(self.line + 1, "A table with a single cell was read as ordinary text.")
            self.walk(node)
            return
        piece, self.line, left = table_piece(node, self.line, self.outline)
        if piece:
            self._add(piece)
        self._pictures.extend(left)

    def _quote(self, node: Tag) -> None:
        blocks = [child for child in node.find_all(True) if not is_inline(child)]
        if any(block.name not in ("p", "footer", "div", "cite") for block in blocks):
            self.outline.remark(self.line + 1, "A quotation with more than paragraphs in it became ordinary text.")
            self.walk(node)
            return
        inner = _Reader()
        inner.line = self.line
        inner.walk(node)
        inner.flush()
        self.line = inner.line
        self.outline.remarks += inner.outline.remarks
        self._add_quote(inner.outline.pieces)

    def _add_quote(self, pieces: list[Piece]) -> None:
        texts = [piece.text for piece in pieces if isinstance(piece, Paragraph)]
        self.outline.pieces += [piece for piece in pieces if not isinstance(piece, Paragraph)]
        if not texts:
            return
        line = pieces[0].line
        if any(run.href for text in texts for run in text):
            self.outline.pieces += [Paragraph(line, text) for text in texts]
            self.outline.remark(line, "A quotation with a link was read as ordinary text, so that the link stays.")
            return
        lines = [row for text in texts for row in _rows(text)]
        attribution = lines.pop() if len(lines) > 1 and lines[-1].startswith(("—", "–", "― ", "-- ")) else ""
        self._add(Quote(line, " ".join(lines), attribution.lstrip("—–―- ")))

    def _lines(self, node: Tag) -> None:
        for row in node.get_text().splitlines():
            text = tidy([Run(row)])
            if text:
                self._add(Paragraph(self._next(), text))

    def _collect_all(self, node: Tag) -> None:
        for child in node.children:
            self._collect(child)

    def _next(self) -> int:
        self.line += 1
        return self.line

    def _add(self, piece: Piece) -> None:
        self.outline.pieces.append(piece)


def _ends_in_break(runs: list[Run]) -> bool:
    """Whether a line break would be the second in a row, by which authors mean a new paragraph."""
    words = [run for run in runs[-3:] if run.text == LINE_BREAK.text or run.text.strip()]
    return bool(words) and words[-1].text == LINE_BREAK.text


def _rows(text: Inline) -> list[str]:
    return [row.strip() for row in "".join(run.text for run in text).split("\n") if row.strip()]


def _unplaced_picture(line: int, picture: Picture) -> Unplaced:
    named = picture.src if picture.src and not picture.src.startswith("data:") else ""
    text = picture.alt or named.rsplit("/", 1)[-1] or "(a picture without a description)"
    return Unplaced(line, "A picture stood here: add it by hand, with its description, and delete this block", text)
