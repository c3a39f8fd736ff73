"""Rich text: what is on the list passes, everything else becomes plain text, and the HTML is always well nested."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.editions.presenting.richtext import BLOCKS, INLINE, expand, expand_item, plain
from tests.unit.presenting.snapshots import OTHER

LINKS = {OTHER.object_id: OTHER}


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Plain words.</p>",
        "<p>One <b>bold</b>, one <strong>strong</strong>, one <i>slanted</i>, one <em>stressed</em>.</p>",
        "<p>H<sub>2</sub>O and m<sup>2</sup></p>",
        "<p>Two<br>lines</p>",
        "<p>One</p><p>Two</p>",
        "<ul><li>One</li><li>Two<ul><li>Below</li></ul></li></ul>",
        "<ol><li><p>In a paragraph</p></li></ol>",
        '<p><a href="https://example.org/a?b=1&amp;c=2">out</a></p>',
        '<p><a href="mailto:team@example.org">write</a> <a href="tel:+100">call</a></p>',
        "<p>1 &lt; 2 &amp; 3 &gt; 2</p>",
    ],
)
def test_what_is_allowed_stays_as_it_is(html: str) -> None:
    assert expand(html, LINKS) == html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<h2>Title</h2>", "Title"),
        ("<div class='x'><p onclick='go()' style='color:red'>Text</p></div>", "<p>Text</p>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<style>p{display:none}</style><p>a</p>", "<p>a</p>"),
        ("<p>a<!-- hidden -->b</p>", "<p>ab</p>"),
        ('<img src="x" onerror="go()"><p>a</p>', "<p>a</p>"),
        ('<embed embedtype="image" id="3" alt="x"/><p>a</p>', "<p>a</p>"),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<p><b>a</p>", "<p><b>a</b></p>"),
        ("<p><b>a<i>b</b>c</i></p>", "<p><b>a<i>b</i></b>c</p>"),
        ("a</p></b></ul>", "a"),
        ("<li>a</li>", "a"),
        ("<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><ul><li>b</li></ul></ul>", "<ul><li><ul><li>b</li></ul></li></ul>"),
        ("<p>a<ul><li>b</li></ul>", "<p>a</p><ul><li>b</li></ul>"),
        ("<b><p>a</p></b>", "<b></b><p>a</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<p>a<br/>b</p>", "<p>a<br>b</p>"),
    ],
)
def test_everything_else_becomes_text(html: str, shown: str) -> None:
    assert expand(html, LINKS) == shown


def test_a_link_to_a_public_page_gets_its_address() -> None:
    assert expand('<a linktype="page" id="12">there</a>', LINKS) == '<a href="/about/another/">there</a>'


@pytest.mark.parametrize(
    "attributes",
    [
        'linktype="page" id="99"',
        'linktype="page"',
        'linktype="page" id=\'12" onclick="go()\'',
        'linktype="document" id="12"',
        'linktype="page" id="99" href="https://example.org/"',
        'linktype="anything" href="https://example.org/"',
        "",
        "href",
    ],
)
def test_a_link_that_leads_nowhere_public_leaves_its_words(attributes: str) -> None:
    assert expand(f"<p><a {attributes}>words</a></p>", LINKS) == "<p>words</p>"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/",
        "/about/another/",
        "another/",
        "#here",
        "?q=1",
        "http://",
        "http:///example.org",
        "https:\\\\example.org",
        "https://example.org\\@evil.example",
        "https://exa mple.org",
        "https://example.org/\x00",
        "https://example.org/\n",
        "https://example.org/a\u2028b",
        "mailto:",
    ],
)
def test_an_address_that_is_not_on_the_list_is_not_linked(href: str) -> None:
    shown = expand(f'<p><a href="{href}">words</a></p>', LINKS)
    assert "href" not in shown or href.strip() == "https://example.org/"
    assert "words" in shown


def test_a_link_inside_a_link_ends_the_first() -> None:
    html = '<a href="https://a.example/">a<a href="https://b.example/">b</a></a>'
    assert expand(html, {}) == '<a href="https://a.example/">a</a><a href="https://b.example/">b</a>'


def test_quotes_in_an_address_cannot_leave_the_attribute() -> None:
    shown = expand("<a href='https://a.example/\"onclick=\"go()'>a</a>", {})
    assert shown == '<a href="https://a.example/&quot;onclick=&quot;go()">a</a>'


def test_the_tail_stands_inside_the_last_paragraph() -> None:
    assert expand("<p>One</p><p>Two</p>", {}, "<sup>1</sup>") == "<p>One</p><p>Two<sup>1</sup></p>"
    assert expand("Bare", {}, "<sup>1</sup>") == "Bare<sup>1</sup>"
    assert expand("<ul><li>a</li></ul>", {}, "!") == "<ul><li>a</li></ul>!"


def test_an_item_with_one_paragraph_loses_its_tags() -> None:
    assert expand_item("<p>One <b>item</b></p>", {}) == "One <b>item</b>"
    assert expand_item("<p>One</p><p>Two</p>", {}) == "<p>One</p><p>Two</p>"
    assert expand_item("Bare", {}) == "Bare"


@pytest.mark.parametrize("nothing", [None, 7, [], {}])
def test_what_is_no_text_is_nothing(nothing: object) -> None:
    assert expand(nothing, {}) == ""
    assert plain(nothing) == ""


def test_plain_words_keep_their_gaps() -> None:
    assert plain("<p>One <b>bold</b> word.</p><ul><li>a</li><li>b &amp; c</li></ul>") == "One bold word. a b & c"


class Checker(HTMLParser):
    """Reads HTML strictly: every tag is on the list and closed in order, every attribute is a good address."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in INLINE | BLOCKS | {"br"}
        for name, value in attrs:
            assert (tag, name) == ("a", "href")
            assert (value or "").lower().startswith(("http://", "https://", "mailto:", "tel:", OTHER.address))
        if tag == "li":
            assert self.open[-1] in ("ul", "ol")
        if tag in BLOCKS:
            assert not self.open or self.open[-1] in ("li", "ul", "ol")
        if tag == "a":
            assert "a" not in self.open
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert not self.open or self.open[-1] not in ("ul", "ol")

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment passed")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration passed")


PIECES = st.sampled_from(
    [f"<{slash}{tag}{end}>" for tag in sorted(INLINE | BLOCKS | {"br", "div", "script", "h2", "img", "style", "table"})
     for slash in ("", "/") for end in ("", "/", " x=y", ' onclick="go()"', "\n")]
    + ['<a href="', '">', "<a href='javascript:go()'>", '<a linktype="page" id="12">', "<!--", "-->", "<![CDATA[", "<?"]
    + ["&lt;", "&#60;", "&", "<", ">", '"', "'", " ", "words"]
)  # fmt: skip


def strictly(html: str) -> None:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert checker.open == []


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_hostile_text_comes_out_well_nested_and_harmless(html: str) -> None:
    strictly(expand(html, LINKS))


@given(st.text(max_size=200))
def test_any_text_comes_out_well_nested(html: str) -> None:
    strictly(expand(html, LINKS))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_expanding_twice_changes_nothing(html: str) -> None:
    once = expand(html, {})
    assert expand(once, {}) == once
