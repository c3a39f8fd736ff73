"""Text with the only markup that a draft keeps inside a line: bold, italic and links."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

_SPACES = frozenset(" \t\r\n\f\v")
_BREAK = "\u2028"  # stands for <br> until the white space is tidied, when it becomes "\n"


@dataclass(frozen=True)
class Run:
    """A stretch of text in which nothing about its look changes."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


Inline = tuple[Run, ...]

LINE_BREAK = Run(_BREAK)


def tidy(runs: Iterable[Run]) -> Inline:
    """Collapse white space as a browser would, and join neighbours that look alike.

    Line breaks that the author set (``LINE_BREAK``, or a "\\n" from an earlier ``tidy``) come out as
    one "\\n", never inside a link, where the editor's converter would lose it. Those of the file's own
    layout must have been turned into spaces before (``laid_out``).
    Control characters are dropped: no database or editor keeps them.
    """
    characters: list[tuple[str, Run]] = []
    for run in runs:
        look = replace(run, text="")
        for character in run.text:
            _add(characters, character, look)
    while characters and characters[-1][0].isspace():
        characters.pop()
    return tuple(
        replace(look, text="".join(character for character, _ in group))
        for look, group in groupby(characters, key=lambda pair: pair[1])
    )


def _add(characters: list[tuple[str, Run]], character: str, look: Run) -> None:
    before = characters[-1][0] if characters else "\n"
    if character in (_BREAK, "\n"):
        while characters and characters[-1][0] == " ":
            characters.pop()
        if characters and characters[-1][0] != "\n":
            characters.append(("\n", replace(look, href="")))
    elif character in _SPACES:
        if before not in " \n":
            characters.append((" ", look))
    elif character.isspace() and not characters:
        return
    elif character >= " " and character not in "\x7f\ufeff\ufffe\uffff" and not "\ud800" <= character <= "\udfff":
        characters.append((character, look))


def laid_out(text: str) -> str:
    """The text of a file with its own line ends, which mean nothing to a reader, as spaces."""
    return "".join(" " if character in _SPACES else character for character in text).replace(_BREAK, " ")


def plain(inline: Inline) -> str:
    """The words alone, on one line, with every run of blanks as one space (as ``Line`` blocks keep them)."""
    return " ".join("".join(run.text for run in inline).split())


def length(inline: Inline) -> int:
    """How many characters a text has, line breaks included: what ``cut`` counts by."""
    return sum(len(run.text) for run in inline)


def markup(inline: Inline) -> str:
    """The text as the HTML that Wagtail keeps: one paragraph with b, i, a and br."""
    return f"<p>{''.join(_marked(run) for run in inline)}</p>" if inline else ""


def _marked(run: Run) -> str:
    html = escape(run.text, quote=False).replace("\n", "<br/>")
    if run.italic:
        html = f"<i>{html}</i>"
    if run.bold:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(run.href)}">{html}</a>' if run.href else html


def cut(inline: Inline, start: int, end: int) -> Inline:
    """The part of a text from one character to another, with its look."""
    pieces: list[Run] = []
    position = 0
    for run in inline:
        low, high = max(start - position, 0), min(end - position, len(run.text))
        if low < high:
            pieces.append(replace(run, text=run.text[low:high]))
        position += len(run.text)
    return tidy(pieces)


def joined(lines: Iterable[Inline], between: Run = LINE_BREAK) -> Inline:
    """Several texts as one, with a line break (or what is given) between them."""
    runs: list[Run] = []
    for line in lines:
        if line and runs:
            runs.append(between)
        runs.extend(line)
    return tidy(runs)
