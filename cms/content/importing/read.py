"""Opens a file and tells what it truly is, by its content and not only by its name."""

from pathlib import Path

from cms.content.importing.lines import lines_of_html
from cms.content.importing.pieces import Remark
from cms.content.importing.refusal import DocumentRefused
from cms.content.importing.source import SourceText
from cms.content.importing.text import decoded, html_from_markdown
from cms.content.importing.word import read_word

LARGEST = 20 * 1024 * 1024
KINDS = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}
KNOWN_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc) or one with a password: save it as .docx without a password"),
    (b"%PDF", "a PDF: bring the document it was made from"),
    (b"{\\rtf", "a rich text file (.rtf): save it as .docx"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def read(path: Path) -> SourceText:
    """Read a document from a file.

    Raises DocumentRefused when the file is missing, empty, too large, damaged, or not what its
    name says.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise DocumentRefused([f"{path.name} is not a file."])
        if size > LARGEST:
            raise DocumentRefused([f"{path.name} has {size // 1024 // 1024} MB; at most 20 MB are taken."])
        content = path.read_bytes()
    except OSError as error:
        raise DocumentRefused([f"{path.name} cannot be opened: {error.strerror or error}."]) from error
    return read_content(content, path.name)


def read_content(content: bytes, name: str) -> SourceText:
    """Read a document from its bytes; ``name`` is the file's, for its ending. Raises as ``read``."""
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise DocumentRefused([f"{name}: only .docx, .html and .md can be brought in."])
    if len(content) > LARGEST:
        raise DocumentRefused([f"{name} is larger than 20 MB."])
    if not content.strip():
        raise DocumentRefused([f"{name} is empty."])
    for beginning, what in KNOWN_OTHERS:
        if content.startswith(beginning):
            raise DocumentRefused([f"{name} is {what}."])
    archive = content.startswith(b"PK\x03\x04")
    if archive != (kind == "docx"):
        truth = "an archive, as Word documents are" if archive else "not a Word document"
        raise DocumentRefused([f"{name} is {truth}, although its name says otherwise."])
    return read_word(content) if archive else _read_text(content, kind, name)


def _read_text(content: bytes, kind: str, name: str) -> SourceText:
    text, remark = decoded(content, declares_encoding=kind == "html")
    if kind == "html" and "<" not in text:
        raise DocumentRefused([f"{name} holds no HTML at all."])
    html = text if kind == "html" else html_from_markdown(text)
    remarks = (Remark(0, remark),) if remark else ()
    return SourceText(kind, html, lines_of_html(html), remarks)
