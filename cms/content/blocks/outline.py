"""The outline of a text: heading levels that never skip."""

from collections.abc import Iterable, Mapping


def skipped_levels(levels: Iterable[tuple[int, int]]) -> Mapping[int, str]:
    """Find headings that go down more than one level at once.

    Takes (position, level) pairs in reading order; the page title counts as level 1. Gives the
    message for each position at fault.
    """
    problems: dict[int, str] = {}
    before = 1
    for position, level in levels:
        if level > before + 1:
            problems[position] = _message(before, level)
        before = level
    return problems


def _message(before: int, level: int) -> str:
    if before == 1:
        return f"The first heading is at level {level}: it has to be at level 2 (a section)."
    return (
        f"This heading is at level {level} and the one before it at level {before}. "
        f"Make it level {before + 1} or put a level {before + 1} heading before it."
    )
