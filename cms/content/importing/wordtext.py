"""The words of a Word document straight from its XML, and what there is in it besides text."""

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from cms.content.importing.pieces import Remark
from cms.content.importing.source import Line

_USUAL_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_BESIDE = re.compile(r"word/(header|footer)\d*\.xml")
_TEXT = {"t"}
_SPACE = {"tab", "br", "cr", "ptab"}
_PASSED_OVER = {"del", "moveFrom", "Fallback", "instrText", "delText"}
_OF_WORD = ("/wordprocessingml/", "/math/", "/markup-compatibility/")


def main_part(archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the text ("" when the archive is no Word document)."""
    names = set(archive.namelist())
    relations = _tree(archive, "_rels/.rels") if "_rels/.rels" in names else ()
    texts = [relation for relation in relations if relation.get("Type", "").endswith("/officeDocument")]
    targets = [relation.get("Target", "") for relation in texts]
    for name in [target.lstrip("/") for target in targets] + [_USUAL_MAIN]:
        if name in names and name.endswith(".xml") and name.startswith("word/"):
            return name
    return ""


def lines_of_word(archive: zipfile.ZipFile) -> tuple[Line, ...]:
    """Every paragraph with words: the text, then footnotes and endnotes, deletions left out."""
    texts = [text for part in (main_part(archive), *_NOTES) for text in _paragraphs(archive, part)]
    return tuple(Line(number, text) for number, text in enumerate(texts, start=1))


def beside_the_text(archive: zipfile.ZipFile) -> tuple[tuple[str, str], ...]:
    """The words of the sheet's headers and footers, each once, with a note of where they stood."""
    found: dict[str, str] = {}
    for name in sorted(archive.namelist()):
        part = _BESIDE.fullmatch(name)
        for text in _paragraphs(archive, name) if part else ():
            found.setdefault(text, f"From the {part[1]} of the sheet in the Word document" if part else "")
    return tuple((note, text) for text, note in found.items())


def remarks_on_word(archive: zipfile.ZipFile) -> tuple[Remark, ...]:
    """What an editor must know that does not show in the text."""
    xml = archive.read(main_part(archive)).decode("utf-8", errors="replace")
    remarks = []
    if re.search(r"<w:(del|ins|moveFrom|moveTo)[ >]", xml):
        remarks.append("There are tracked changes: they were read as if all were accepted; check what was deleted.")
    if "<w:commentReference" in xml:
        remarks.append("There are comments beside the text: they were not brought in.")
    if "<w:footnoteReference" in xml or "<w:endnoteReference" in xml:
        remarks.append("There are footnotes: they became a numbered list at the end; turn them into sources.")
    if "<w:txbxContent" in xml:
        remarks.append("There are text boxes: their words were put where the box is anchored; check the order.")
    return tuple(Remark(0, remark) for remark in remarks)


def _tree(archive: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(archive.read(part), parser)


def _paragraphs(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    if part not in archive.namelist():
        return
    lines: list[list[str]] = [[]]
    _gather(_tree(archive, part), lines)
    for line in lines:
        text = " ".join("".join(line).split())
        if text:
            yield text


def _gather(element: etree._Element, lines: list[list[str]]) -> None:
    """Add an element's words to the last line, and open a line after each paragraph."""
    space, _, name = element.tag.rpartition("}")
    if not any(mark in space + "/" for mark in _OF_WORD):
        name = ""
    if name in _PASSED_OVER:
        return
    if name in ("p", "txbxContent"):
        lines.append([])
    if name in _TEXT:
        lines[-1].append(element.text or "")
    elif name in _SPACE:
        lines[-1].append(" ")
    elif name == "noBreakHyphen":
        lines[-1].append("\u2011")
    for child in element:
        _gather(child, lines)
    if name in ("p", "txbxContent"):
        lines.append([])
