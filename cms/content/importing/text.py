"""Text files: which letters their bytes stand for, and Markdown as HTML."""

import codecs
import re

from markdown_it import MarkdownIt

from cms.content.importing.refusal import DocumentRefused

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def decoded(content: bytes, *, declares_encoding: bool) -> tuple[str, str]:
    """The text of a file, and a remark for the editor ("" when there is nothing to say).

    UTF-8 is tried first whatever the file declares, because text that is valid UTF-8 is hardly
    ever anything else. Raises DocumentRefused for what is no text at all.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strict(content, encoding), ""
    if b"\x00" in content:
        raise DocumentRefused(["The file is not a text: it holds bytes that no text has."])
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        encoding = _declared_encoding(content) if declares_encoding else "cp1252"
        text = content.decode(encoding, errors="replace")
        return text, f"The file is not UTF-8; it was read as {encoding}: check accents and quotation marks."


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as broken:
        raise DocumentRefused([f"The file is damaged: it begins as {encoding} but does not go on so."]) from broken


def _declared_encoding(content: bytes) -> str:
    found = _DECLARED.search(content[:4096])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else "cp1252"
    except LookupError:
        return "cp1252"


def html_from_markdown(text: str) -> str:
    """Markdown as HTML, with tables; HTML inside it is taken apart like any other later on.

    A block of settings at the top (front matter) is kept as a paragraph: it is words too.
    """
    text = text.replace("\r\n", "\n")
    settings = _FRONT_MATTER.match(text)
    if settings:
        text = "```\n" + settings[0].strip("- \n") + "\n```\n\n" + text[settings.end() :]
    return str(MarkdownIt("commonmark").enable("table").enable("strikethrough").render(text))
