"""The report: every line of the document, and where it went."""

import pytest

from cms.content.importing.build import Draft, draft_of
from cms.content.importing.front import Front
from cms.content.importing.pieces import Heading, Quote, Remark, Unplaced
from cms.content.importing.read import read_content
from cms.content.importing.report import report_of
from tests.documents import pages, word
from tests.documents.topic import every_text

DOCUMENTS = {"a.docx": word.topic, "a.html": pages.html, "a.md": pages.markdown}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_three_formats_make_the_same_draft(name: str) -> None:
    first, made = (draft_of(read_content(DOCUMENTS[one](), one)) for one in ("a.docx", name))
    assert (made.front, made.pieces) == (first.front, first.pieces)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_line_of_the_document_is_told_of(name: str) -> None:
    made = draft_of(read_content(DOCUMENTS[name](), name))
    report = report_of(made, made.remarks)
    numbers = [int(row[:5]) for row in report[1 : report.index("")]]
    cells = 8
    assert numbers == sorted(set(numbers))
    assert len(numbers) + cells == len(every_text())
    assert report[-1] == "20 blocks, 12 sites, 0 blocks not placed."


def test_what_to_check_comes_by_line_and_what_concerns_all_first() -> None:
    report = report_of(Draft(Front("T", 1, "", 0), (), ()), [Remark(3, "three"), Remark(0, "all"), Remark(2, "two")])
    assert report[report.index("To check:") + 1 :][:3] == ["    -  all", "    2  two", "    3  three"]


def test_nothing_to_check_is_said_too() -> None:
    assert "Nothing to check was noticed; read it all the same." in report_of(Draft(Front("T", 1, "", 0), (), ()), [])


def test_not_placed_is_loud_and_long_lines_are_cut() -> None:
    made = Draft(Front("T", 1, "", 0), (Unplaced(2, "n", "x" * 100), Heading(3, 2, "y" * 300), Quote(4, "q")), ())
    report = "\n".join(report_of(made, []))
    assert "NOT PLACED" in report and "x" * 59 + "…" in report
    assert "body 2: paragraph" in report and "body 3: quotation" in report
    assert report.endswith("3 blocks, 0 sites, 1 blocks not placed.")
