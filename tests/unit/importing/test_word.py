"""What real Word documents bring besides plain paragraphs."""

import io
import zipfile

import pytest

from cms.content.importing.build import Draft, draft_of
from cms.content.importing.inline import Run, plain
from cms.content.importing.pieces import Heading, ListPiece, Paragraph, Quote, Table, Unplaced
from cms.content.importing.read import read_content
from tests.documents.word import BULLETS, NUMBERS, paragraph, part, table, text, word

TITLE = paragraph("A title", style="Title")


def draft(*body: str, **more: object) -> Draft:
    return draft_of(read_content(word(TITLE, *body, **more), "a.docx"))  # type: ignore[arg-type]


def remarks(made: Draft) -> str:
    return " ".join(remark.text for remark in made.remarks)


def unplaced(made: Draft) -> list[str]:
    return [piece.text for piece in made.pieces if isinstance(piece, Unplaced)]


def test_the_title_style_is_the_title_and_first_headings_are_sections() -> None:
    made = draft(
        paragraph("Lead."), paragraph("One", style="Heading1"), paragraph("Under", style="Heading2"), paragraph("x")
    )
    assert (made.front.title, made.front.lead) == ("A title", "Lead.")
    assert made.pieces[:2] == (Heading(3, 2, "One"), Heading(4, 3, "Under"))


def test_a_heading_style_that_skips_is_mended_and_told_of() -> None:
    made = draft(paragraph("One", style="Heading1"), paragraph("Deep", style="Heading4"), paragraph("x"))
    assert made.pieces[1] == Heading(3, 3, "Deep")
    assert "level 4 became 3" in remarks(made)


def test_bold_paragraphs_that_look_like_headings_are_told_of() -> None:
    made = draft(paragraph("Lead."), paragraph(text("Looks like one", bold=True)), paragraph("x"))
    assert made.pieces[0] == Paragraph(3, (Run("Looks like one", bold=True),))
    assert "all bold" in remarks(made)


def test_lists_by_style_nested_and_numbered() -> None:
    made = draft(
        paragraph("a", numbering=BULLETS),
        paragraph("b", numbering=BULLETS, level=1),
        paragraph("c", numbering=BULLETS),
        paragraph("between"),
        paragraph("d", numbering=NUMBERS),
    )
    bullets, _, numbers = made.pieces
    assert isinstance(bullets, ListPiece) and isinstance(numbers, ListPiece)
    assert [plain(item.text) for item in bullets.items] == ["a", "c"]
    assert [plain(item.text) for item in bullets.items[0].items] == ["b"]
    assert numbers.ordered and not bullets.ordered


def test_typed_bullets_become_a_list() -> None:
    made = draft(paragraph("Lead."), paragraph("•\u00a0one"), paragraph("• two"), paragraph("- x"))
    assert isinstance(made.pieces[0], ListPiece)
    assert [plain(item.text) for item in made.pieces[0].items] == ["one", "two", "x"]
    assert "Bullets were typed" in remarks(made)


def test_links_go_out_of_the_document() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relation = f'<Relationship Id="h" Type="{kind}" Target="https://example.org/a" TargetMode="External"/>'
    link = '<w:hyperlink r:id="h"><w:r><w:t>more</w:t></w:r></w:hyperlink>'
    made = draft(paragraph("Lead."), paragraph("Read ", link), relations=relation)
    assert made.pieces == (Paragraph(3, (Run("Read "), Run("more", href="https://example.org/a"))),)


def test_merged_cells_keep_their_words_once() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("wide")}</w:tc>'
    made = draft(paragraph("Lead."), table([["A", "B"], [wide], ["1", "2"]]))
    assert made.pieces == (Table(3, "", ("A", "B"), (("wide", ""), ("1", "2"))),)
    assert "merged cell" in remarks(made)


def test_a_quotation_by_style() -> None:
    assert draft(paragraph("Lead."), paragraph("Words.", style="Quote")).pieces == (Quote(3, "Words."),)


def test_footnotes_are_kept_as_a_list_and_told_of() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2"><w:p>{text("Sample study, 2017")}</w:p></w:footnote>')
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    made = draft(
        paragraph("Lead."),
        paragraph("A claim", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        parts={"word/footnotes.xml": notes},
        relations=f'<Relationship Id="f" Type="{kind}" Target="footnotes.xml"/>',
    )
    assert "footnotes" in remarks(made)
    assert isinstance(made.pieces[-1], ListPiece)
    assert "Sample study, 2017" in plain(made.pieces[-1].items[0].text)
    assert unplaced(made) == []


def test_tracked_changes_are_taken_as_accepted_and_told_of() -> None:
    made = draft(
        paragraph("Lead."),
        paragraph("kept ", f"<w:ins>{text('added')}</w:ins>", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"),
    )
    assert made.pieces == (Paragraph(3, (Run("kept added"),)),)
    assert "tracked changes" in remarks(made)


def test_text_boxes_keep_their_words() -> None:
    box = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    made = draft(paragraph("Lead."), paragraph("Anchor ", box))
    assert "In the box" in " ".join(plain(p.text) for p in made.pieces if isinstance(p, Paragraph))
    assert "text boxes" in remarks(made)


def test_what_word_alone_can_show_is_kept_as_not_placed() -> None:
    formula = "<m:oMath><m:r><m:t>dose</m:t></m:r></m:oMath>"
    newer = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{text('newer')}</mc:Choice></mc:AlternateContent></w:r>"
    )
    made = draft(paragraph("Lead."), paragraph("Take ", formula), paragraph("Only ", newer))
    assert unplaced(made) == ["Take dose", "Only newer"]


def test_headers_and_footers_are_kept_as_not_placed_once() -> None:
    same = {f"word/header{n}.xml": part("hdr", paragraph("Running title")) for n in (1, 2)}
    made = draft(paragraph("Lead."), parts={**same, "word/footer1.xml": part("ftr", paragraph("Page"))})
    assert sorted(unplaced(made)) == ["Page", "Running title"]


def test_a_style_map_inside_the_file_is_not_followed() -> None:
    made = draft(paragraph("Lead."), paragraph("Words"), parts={"mammoth/style-map": "p => !"})
    assert made.pieces == (Paragraph(3, (Run("Words"),)),)


def test_comments_are_told_of() -> None:
    made = draft(paragraph("Lead."), paragraph("Words", '<w:r><w:commentReference w:id="1"/></w:r>'))
    assert "comments" in remarks(made)


@pytest.mark.parametrize("name", ["word/document2.xml", "word/text.xml"])
def test_the_text_may_be_in_a_part_of_another_name(name: str) -> None:
    content = word(TITLE, paragraph("Words"))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.namelist():
            data = old.read(entry).replace(b"word/document.xml", name.encode())
            new.writestr(
                entry.replace("word/document.xml", name).replace("_rels/document.xml", f"_rels/{name[5:]}"), data
            )
    made = draft_of(read_content(packed.getvalue(), "a.docx"))
    assert made.front.lead == "Words"
