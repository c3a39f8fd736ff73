"""Random documents: whatever they are, no word is lost, no id comes twice, no heading skips."""

from html import escape
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cms.content.importing.build import draft_of
from cms.content.importing.pieces import Heading, Unplaced
from cms.content.importing.read import read_content
from cms.content.importing.words import texts_of, words_in
from tests.documents.word import BULLETS, paragraph, word

letters = st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs"], max_codepoint=0x2FF)
words = st.text(alphabet=letters, min_size=1, max_size=40)
inline = st.one_of(
    words.map(escape),
    st.tuples(st.sampled_from(["b", "em", "span", "code", "sup"]), words).map(
        lambda t: f"<{t[0]}>{escape(t[1])}</{t[0]}>"
    ),
    words.map(lambda text: f'<a href="https://example.org/">{escape(text)}</a>'),
    st.just("<br>"),
)
line = st.lists(inline, min_size=1, max_size=4).map("".join)
items = st.lists(line.map(lambda text: f"<li>{text}</li>"), max_size=3).map("".join)
blocks = st.one_of(
    st.tuples(st.integers(1, 6), line).map(lambda pair: f"<h{pair[0]}>{pair[1]}</h{pair[0]}>"),
    line.map(lambda text: f"<p>{text}</p>"),
    line,
    items.map(lambda inner: f"<ul>{inner}<li>Bone. Pain is a symptom.<ol>{inner}</ol></li></ul>"),
    st.tuples(line, line).map(lambda pair: f"<table><tr><td>{pair[0]}</td><td>{pair[1]}</td></tr></table>"),
    line.map(lambda text: f"<blockquote>{text}</blockquote>"),
    line.map(lambda text: f"<div><section>{text}<p>after</p></section></div>"),
)
paragraphs = st.tuples(
    words, st.sampled_from(["", "Heading1", "Heading2", "Heading4", "Quote"]), st.sampled_from([0, BULLETS])
)


def check(content: bytes, name: str) -> None:
    source = read_content(content, name)
    made = draft_of(source, "A title of our own")
    placed = words_in("\n".join([made.front.lead, *texts_of(made.pieces)]))
    said = words_in("\n".join(row.text for row in source.lines))
    assert not said - placed
    levels = [1, *(piece.level for piece in made.pieces if isinstance(piece, Heading))]
    assert all(2 <= level <= before + 1 and level <= 4 for before, level in pairwise(levels))
    assert not [piece for piece in made.pieces if isinstance(piece, Unplaced)]


@given(st.lists(blocks, min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_html(some: list[str]) -> None:
    check(("<p>Some words to begin with.</p>" + "\n".join(some)).encode(), "a.html")


@given(st.lists(paragraphs, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_word(some: list[tuple[str, str, int]]) -> None:
    rows = [paragraph(text, style=style, numbering=bullets) for text, style, bullets in some]
    check(word(paragraph("Some words to begin with."), *rows), "a.docx")


@given(st.lists(words, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_markdown(some: list[str]) -> None:
    check(("Some words to begin with.\n\n" + "\n\n".join(some)).encode(), "a.md")
