"""One builder for each block type that the sample text uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cms.content.sample.writing import Block, Mark, marks, rich


def heading(text: str, level: Literal["2", "3", "4"] = "2") -> Block:
    """Return a heading; the first of a page is of level 2."""
    return {"type": "heading", "value": {"level": level, "text": text}}


def paragraph(text: str, *cites: str) -> Block:
    """Return a paragraph of inline HTML that cites the sources with these keys."""
    return {"type": "paragraph", "value": {"text": rich(text), "sources": marks("source", cites)}}


def bullets(lines: Sequence[str], *cites: str) -> Block:
    """Return an unordered list of inline HTML lines that cites these sources."""
    value = {
        "ordered": False,
        "items": [{"text": rich(line), "items": []} for line in lines],
        "sources": marks("source", cites),
    }
    return {"type": "list", "value": value}


def callout(title: str, text: str) -> Block:
    """Return a callout: something that readers should not miss."""
    return {"type": "callout", "value": {"title": title, "text": rich(text)}}


def emergency(title: str, text: str, signs: Sequence[str]) -> Block:
    """Return a care card of the emergency kind with the signs to act on."""
    value = {"urgency": "emergency", "title": title, "text": rich(text), "items": list(signs)}
    return {"type": "care_card", "value": value}


def urgent(title: str, text: str, signs: Sequence[str]) -> Block:
    """Return a care card for what cannot wait for the next visit."""
    value = {"urgency": "urgent", "title": title, "text": rich(text), "items": list(signs)}
    return {"type": "care_card", "value": value}


def table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """Return a table of text with a header row."""
    value = {
        "caption": caption,
        "columns": [{"type": "text", "heading": words} for words in headings],
        "rows": [{"values": list(row)} for row in rows],
    }
    return {"type": "table", "value": value}


def site_group(title: str, introduction: str, group: Literal["common", "less_common"], keys: Sequence[str]) -> Block:
    """Return a group of metastasis sites with its own introduction."""
    value = {
        "heading": title,
        "introduction": rich(introduction),
        "group": group,
        "sites": marks("site", keys),
    }
    return {"type": "sites", "value": value}


def treatments(introduction: str, lines: Sequence[tuple[str, str]], page: str | None) -> Block:
    """Return treatment types (name, one line), each linking to ``page`` where there is one."""
    target = Mark("page", page) if page else None
    value = {
        "introduction": rich(introduction),
        "treatments": [{"name": name, "line": line, "page": target} for name, line in lines],
    }
    return {"type": "treatments", "value": value}


def related(title: str, keys: Sequence[str]) -> Block:
    """Return a list of links to other sample pages."""
    return {"type": "related", "value": {"heading": title, "pages": marks("page", keys)}}


def questions(title: str, lines: Sequence[str]) -> Block:
    """Return questions that a reader may take to the care team."""
    return {"type": "questions", "value": {"heading": title, "questions": list(lines)}}


def terms(title: str, keys: Sequence[str]) -> Block:
    """Return glossary terms, explained on the page."""
    return {"type": "terms", "value": {"heading": title, "terms": marks("term", keys)}}


NOTICE_TITLE = "This is sample text"

NOTICE = callout(
    NOTICE_TITLE,
    "This page is a sample that shows how the site works. No clinician has checked it. "
    "Please do not use it to decide anything about health or care: ask a care team instead.",
)
