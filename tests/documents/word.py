"""Small Word documents, written part by part, so that each trait of real ones can be tested."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

from tests.documents.topic import BREADCRUMB, LEAD, PARTS, TITLE, Part

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_STYLES = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading4": "heading 4",
    "Quote": "Quote",
}
BULLETS, NUMBERS = 1, 2


def text(words: str, *, bold: bool = False) -> str:
    """A run of text."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", numbering: int = 0, level: int = 0) -> str:
    """A paragraph of runs (plain words are made into one)."""
    inside = "".join(run if run.startswith("<") else text(run) for run in runs)
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering:
        look += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>"


def table(rows: list[list[str]]) -> str:
    """A table; a cell that begins with "<" is taken as it is."""
    cells = [[cell if cell.startswith("<") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row] for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells) + "</w:tbl>"


def word(*body: str, parts: Mapping[str, str] | None = None, relations: str = "") -> bytes:
    """A Word document with this body; ``parts`` adds or replaces parts of the archive."""
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml"'
        ' ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(
            f'<Relationship Id="s" Type="{_R}/styles" Target="styles.xml"/>'
            f'<Relationship Id="n" Type="{_R}/numbering" Target="numbering.xml"/>{relations}'
        ),
        "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/styles.xml": part(
            "styles",
            "".join(
                f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
                for key, name in _STYLES.items()
            ),
        ),
        "word/numbering.xml": part("numbering", _numbering()),
        **(parts or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def part(root: str, inside: str) -> str:
    """One part of the archive."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{inside}</w:{root}>'


def topic() -> bytes:
    """The topic as an editor would send it: a title by its style, first-level headings for sections."""
    front = [paragraph(BREADCRUMB), paragraph(TITLE, style="Title"), paragraph(LEAD)]
    return word(*front, *(_topic_part(one) for one in PARTS))


def _topic_part(one: Part) -> str:
    if one.kind in ("ul", "ol"):
        return "".join(paragraph(row, numbering=BULLETS if one.kind == "ul" else NUMBERS) for row in one.rows)
    if one.kind == "table":
        return table([row.split("|") for row in one.rows])
    return paragraph(one.text, style={"h2": "Heading1", "h3": "Heading2"}.get(one.kind, ""))


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _numbering() -> str:
    kinds = {BULLETS: "bullet", NUMBERS: "decimal"}
    levels = {
        key: "".join(f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{kind}"/></w:lvl>' for n in range(4))
        for key, kind in kinds.items()
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{inner}</w:abstractNum>' for key, inner in levels.items()
    )
    return abstract + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in kinds)
