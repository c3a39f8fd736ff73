"""Text inside a line: white space, looks, cutting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.importing.inline import LINE_BREAK, Run, cut, joined, laid_out, length, markup, plain, tidy

runs = st.lists(st.builds(Run, st.text(), st.booleans(), st.booleans(), st.sampled_from(["", "https://example.org/"])))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([Run("  two   words ")], (Run("two words"),)),
        ([Run("one "), Run(" two", bold=True)], (Run("one "), Run("two", bold=True))),
        ([Run("one"), Run("two")], (Run("onetwo"),)),
        ([Run("one "), LINE_BREAK, Run(" two")], (Run("one\ntwo"),)),
        ([LINE_BREAK, Run("one"), LINE_BREAK], (Run("one"),)),
        ([Run("one"), LINE_BREAK, Run(" "), LINE_BREAK, Run("two")], (Run("one\ntwo"),)),
        ([Run("10\u00a0mg")], (Run("10\u00a0mg"),)),
        ([Run("a\x00b\ufeffc\ud800d")], (Run("abcd"),)),
        ([Run("  ")], ()),
    ],
)
def test_tidy(before: list[Run], after: tuple[Run, ...]) -> None:
    assert tidy(before) == after


def test_the_line_ends_of_a_file_are_spaces() -> None:
    assert tidy([Run(laid_out("one\n  two\u2028three"))]) == (Run("one two three"),)


def test_plain_is_one_line() -> None:
    assert plain(tidy([Run("one"), LINE_BREAK, Run("two\u00a0 three")])) == "one two three"


@pytest.mark.parametrize(
    ("run", "html"),
    [
        (Run("a < b & c"), "<p>a &lt; b &amp; c</p>"),
        (Run("a", bold=True, italic=True), "<p><b><i>a</i></b></p>"),
        (Run("a\nb"), "<p>a<br/>b</p>"),
        (Run("a", href='https://example.org/?q="x"'), '<p><a href="https://example.org/?q=&quot;x&quot;">a</a></p>'),
    ],
)
def test_markup(run: Run, html: str) -> None:
    assert markup((run,)) == html


def test_no_text_has_no_markup() -> None:
    assert markup(()) == ""


def test_cut_keeps_the_look() -> None:
    text = (Run("Bone", bold=True), Run(" is hard."))
    assert cut(text, 2, 7) == (Run("ne", bold=True), Run(" is"))
    assert length(text) == 13


def test_joined_puts_breaks_between() -> None:
    assert joined([(Run("a"),), (), (Run("b"),)]) == (Run("a\nb"),)
    assert joined([(Run("a"),), (Run("b"),)], between=Run(" ")) == (Run("a b"),)


@given(runs)
def test_tidying_twice_changes_nothing(some: list[Run]) -> None:
    once = tidy(some)
    assert tidy(once) == once
    assert plain(once) == plain(once).strip()
