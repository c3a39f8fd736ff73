"""HTML taken apart: what each element becomes, and what never goes further."""

from contextlib import suppress

import pytest

from cms.content.importing.inline import Run, plain
from cms.content.importing.outline import outline_of
from cms.content.importing.pieces import Heading, Item, ListPiece, Paragraph, Piece, Quote, Table, Unplaced
from cms.content.importing.refusal import DocumentRefused


def pieces(html: str) -> list[Piece]:
    return outline_of(html).pieces


def remarks(html: str) -> str:
    return " ".join(remark.text for remark in outline_of(html).remarks)


def texts(html: str) -> list[str]:
    return [plain(piece.text) for piece in pieces(html) if isinstance(piece, Paragraph)]


def test_headings_paragraphs_and_stray_text_come_in_order() -> None:
    assert pieces("<h1>A</h1>stray<div><p>b <b>c</b></p>after</div><h6>D</h6>") == [
        Heading(1, 1, "A"),
        Paragraph(2, (Run("stray"),)),
        Paragraph(3, (Run("b "), Run("c", bold=True))),
        Paragraph(4, (Run("after"),)),
        Heading(5, 6, "D"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert('x')</script>",
        "<p onclick=\"alert('x')\">words</p>",
        "<style>p{color:red}</style>",
        "<!-- a comment -->",
        "<template><p>alert</p></template>",
        "<p><a href=\"javascript:alert('x')\">words</a></p>",
        '<p><a href="data:text/html,alert">words</a></p>',
        '<iframe src="https://example.org/alert"></iframe>',
    ],
)
def test_nothing_active_goes_further(html: str) -> None:
    assert "alert" not in repr(pieces(html))
    assert "color" not in repr(pieces(html))


def test_dropped_scripts_and_links_are_told_of() -> None:
    assert "A script was dropped" in remarks("<head><script>track()</script></head><p>words</p>")
    assert "A style was dropped" in remarks("<p>words<style>p {}</style></p>")
    assert "was dropped and its words kept" in remarks('<p><a href="/inside/">words</a></p>')
    assert remarks('<script src="https://example.org/x.js"></script><p>words</p>') == ""


@pytest.mark.parametrize("href", ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org"])
def test_safe_links_stay(href: str) -> None:
    assert pieces(f'<p><a href="{href}">words</a></p>') == [Paragraph(1, (Run("words", href=href),))]


@pytest.mark.parametrize("href", ["#part", "/page/", "ftp://example.org/", "https://", "java\nscript:x", "https://a b"])
def test_other_links_leave_their_words(href: str) -> None:
    assert pieces(f'<p><a href="{href}">words</a></p>') == [Paragraph(1, (Run("words"),))]


def test_every_way_to_say_bold_and_italic() -> None:
    assert pieces("<p><strong>a</strong><em>b</em></p>") == [Paragraph(1, (Run("a", bold=True), Run("b", italic=True)))]


def test_raised_digits_stay_raised() -> None:
    assert texts("<p>10<sup>9</sup> and CO<sub>2</sub></p>") == ["10⁹ and CO₂"]
    assert texts("<p>the 4<sup>th</sup></p>") == ["the 4th"]
    assert "became ordinary text" in remarks("<p>the 4<sup>th</sup></p>")


def test_struck_out_words_are_told_of() -> None:
    assert "Struck-out" in remarks("<p><s>old</s> new</p>")


def test_lists_hold_two_levels() -> None:
    html = "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li><p>d</p><p>e</p></li></ul>"
    assert pieces(html) == [
        ListPiece(
            1,
            False,
            (
                Item(1, (Run("a"),), (Item(2, (Run("b"),)), Item(3, (Run("c"),)))),
                Item(4, (Run("d\ne"),)),
            ),
        )
    ]


def test_deeper_lists_are_flattened_and_told_of() -> None:
    html = "<ol><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ol>"
    (piece,) = pieces(html)
    assert isinstance(piece, ListPiece) and piece.ordered
    assert [plain(item.text) for item in piece.items[0].items] == ["b", "c"]
    assert "flattened" in remarks(html)


def test_lists_written_wrongly_keep_their_words() -> None:
    (piece,) = pieces("<ul>stray<li>a</li><ul><li>b</li></ul><li></li></ul>")
    assert isinstance(piece, ListPiece)
    assert [plain(item.text) for item in piece.items] == ["stray", "a", "b"]


def test_a_heading_inside_an_item_becomes_a_line_of_it() -> None:
    html = "<ul><li><h3>a</h3>b</li></ul>"
    (piece,) = pieces(html)
    assert isinstance(piece, ListPiece) and piece.items[0].text == (Run("a\nb"),)
    assert "inside a list item" in remarks(html)


def test_tables_are_squared_and_merged_cells_taken_apart() -> None:
    html = (
        "<table><caption>Cap</caption><tr><th>A</th><th>B</th><th>C</th></tr>"
        '<tr><td rowspan="2">x</td><td colspan="2">y</td></tr><tr><td>z</td></tr></table>'
    )
    assert pieces(html) == [Table(1, "Cap", ("A", "B", "C"), (("x", "y", ""), ("", "z", "")))]
    assert "merged cell" in remarks(html)


def test_a_table_without_marked_headings_is_told_of() -> None:
    html = "<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
    assert pieces(html) == [Table(1, "", ("A", "B"), (("1", "2"),))]
    assert "marks no headings" in remarks(html)


def test_a_table_of_one_cell_is_ordinary_text() -> None:
    assert pieces("<table><tr><td><h2>A</h2><p>b</p></td></tr></table>") == [
        Heading(1, 2, "A"),
        Paragraph(2, (Run("b"),)),
    ]


def test_absurd_spans_do_no_harm() -> None:
    (piece,) = pieces('<table><tr><th>A</th></tr><tr><td colspan="9999">b</td><td rowspan="x">c</td></tr></table>')
    assert isinstance(piece, Table) and len(piece.headings) == 51


def test_cells_keep_words_of_lists_tables_and_links() -> None:
    html = (
        "<table><tr><th>A</th><th>B</th></tr><tr><td><ul><li>x</li><li>y</li></ul></td>"
        '<td><a href="https://example.org/">z</a><table><tr><td>w</td></tr></table></td></tr></table>'
    )
    assert pieces(html) == [Table(1, "", ("A", "B"), (("x y", "z w"),))]
    assert "https://example.org/ was dropped" in remarks(html)


def test_an_empty_table_is_nothing() -> None:
    assert pieces("<table><tr><td></td><td> </td></tr></table>") == []


def test_quotations_and_whose_they_are() -> None:
    assert pieces("<blockquote><p>Words.</p><p>— A Sample</p></blockquote>") == [Quote(1, "Words.", "A Sample")]
    assert pieces("<blockquote>Only words.</blockquote>") == [Quote(1, "Only words.")]


def test_a_quotation_that_a_block_cannot_hold_is_ordinary_text() -> None:
    linked = '<blockquote><a href="https://example.org/">a</a></blockquote>'
    assert pieces(linked) == [Paragraph(1, (Run("a", href="https://example.org/"),))]
    listed = "<blockquote><ul><li>a</li></ul></blockquote>"
    assert isinstance(pieces(listed)[0], ListPiece)
    assert "became ordinary text" in remarks(listed)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<img src="a/lungs.png" alt="Both lungs">', "Both lungs"),
        ('<p>words <img src="a/lungs.png"></p>', "lungs.png"),
        ('<img src="data:image/png;base64,AAAA">', "(a picture without a description)"),
        ('<ul><li>words<img alt="Both lungs"></li></ul>', "Both lungs"),
        ('<table><tr><th>A<img alt="Both lungs"></th><td>B</td></tr></table>', "Both lungs"),
    ],
)
def test_pictures_are_kept_as_not_placed(html: str, text: str) -> None:
    placed = [piece for piece in pieces(html) if isinstance(piece, Unplaced)]
    assert [piece.text for piece in placed] == [text]
    assert "picture stood here" in placed[0].note


def test_captions_terms_and_lines_keep_their_words() -> None:
    assert texts("<figure><img alt='x'><figcaption>Cap</figcaption></figure>") == ["Cap"]
    assert pieces("<dl><dt>Term</dt><dd>What it is</dd></dl>") == [
        Paragraph(1, (Run("Term", bold=True),)),
        Paragraph(2, (Run("What it is"),)),
    ]
    assert texts("<pre>one\n  two</pre>") == ["one", "two"]


def test_two_line_breaks_begin_a_paragraph() -> None:
    assert pieces("<p>a<br>b<br>\n<br>c</p>") == [Paragraph(1, (Run("a\nb"),)), Paragraph(2, (Run("c"),))]


def test_broken_html_keeps_its_words() -> None:
    assert texts("<p>a<p>b</div></p><b>c") == ["a", "b", "c"]


def test_html_nested_without_end_does_no_harm() -> None:
    html = "<div>" * 5000 + "deep" + "</div>" * 5000
    with suppress(DocumentRefused):
        outline_of(html)
