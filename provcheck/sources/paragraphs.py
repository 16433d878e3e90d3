"""Finds the paragraphs of plain text: a line each, or lines wrapped at a margin."""

from collections.abc import Callable, Iterator

# Lines that are wrapped end near the margin; a margin is rarely beyond this.
_WIDEST = 110
_NARROWEST = 40
_NEAR_MARGIN = 0.7

_LONGEST_TITLE = 120


def never(_line: str) -> bool:
    """Say of no line that it begins a paragraph of its own."""
    return False


def paragraphs(text: str, begins: Callable[[str], bool] = never) -> Iterator[str]:
    """Yield the paragraphs of `text`, each on one line without blanks at its ends.

    An empty line parts paragraphs. Where lines are wrapped, those of one group are joined by a
    blank; else each line is a paragraph. A line of which `begins` is True always begins one.
    """
    for group in _groups(text, begins):
        if _wrapped(group):
            yield " ".join(group)
        else:
            yield from group


def title_in(lines: list[str]) -> str | None:
    """Return the first line where it is a heading: short, unstopped, with text below; or None."""
    first = lines[0]
    is_heading = len(lines) > 1 and len(first) <= _LONGEST_TITLE and first[-1] not in '.!?:;,…”"'
    return first if is_heading else None


def _groups(text: str, begins: Callable[[str], bool]) -> Iterator[list[str]]:
    """Yield runs of lines that may be one paragraph: no empty line and no beginning within."""
    group: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if group and (not line or begins(line)):
            yield group
            group = []
        if line:
            group.append(line)
    if group:
        yield group


def _wrapped(group: list[str]) -> bool:
    """Tell whether every line but the last of a group reaches for one margin."""
    widest = max(map(len, group))
    if len(group) == 1 or not _NARROWEST <= widest <= _WIDEST:
        return False
    near = sum(1 for line in group[:-1] if len(line) >= widest * _NEAR_MARGIN)
    return near >= (len(group) - 1) * _NEAR_MARGIN
