"""Markdown made HTML, with marks where comments were that must not bear on how it is read."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BREAK = re.compile(r"\r\n?|\n")
_BAR = re.compile(r"(?<!\\)\|")
_RAW, _INLINE = "html_block", "html_inline"
_LEAVES = ("inline", _RAW, "fence", "code_block", "hr")


class Mark(NamedTuple):
    """An HTML comment to be set in: its line, from 0, and how many characters are after it there.

    Both outlast changes within the line before it, as when a footnote becomes a link.
    """

    line: int
    rest: int
    comment: str


def marks_at(markdown: str, comments: dict[str, int]) -> tuple[Mark, ...]:
    """Return the marks of `comments`, each at an offset into `markdown`."""
    starts = [0, *(found.end() for found in _BREAK.finditer(markdown))]
    ends = [*(found.start() for found in _BREAK.finditer(markdown)), len(markdown)]
    placed = ((bisect_right(starts, at) - 1, at, comment) for comment, at in comments.items())
    return tuple(Mark(line, max(ends[line] - at, 0), comment) for line, at, comment in placed)


class _Leaf(NamedTuple):
    """A block that holds no other: its token's number, and its lines, half-open, from 0."""

    token: int
    first: int
    last: int


def rendered(markdown: str, marks: tuple[Mark, ...] = ()) -> str:
    """Return the HTML of `markdown`, each of the `marks` within its block or between two.

    Without the marks it is the HTML of the same text; raw HTML stays in it as it is.
    """
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(markdown)
    if marks:
        placed = _Placed(markdown, tokens)
        for mark in marks:
            placed.set_in(mark)
        tokens = placed.tokens()
    return str(parser.renderer.render(tokens, parser.options, {}))


class _Placed:
    """The tokens of a text while marks are set in."""

    def __init__(self, markdown: str, tokens: list[Token]) -> None:
        self._lines, self._tokens = _BREAK.split(markdown), tokens
        self._leaves = [
            _Leaf(number, *token.map)
            for number, token in enumerate(tokens)
            if token.type in _LEAVES and token.map
        ]
        self._ahead: dict[int, list[Token]] = {}
        self._within: dict[int, dict[int, list[Mark]]] = {}  # raw HTML: its lines, their marks

    def set_in(self, mark: Mark) -> None:
        """Set a mark into the block that its line belongs to, else before the next block."""
        at = bisect_right(self._leaves, mark.line, key=_first)
        leaf = self._leaves[at - 1] if at else None
        token = self._tokens[leaf.token] if leaf and mark.line < leaf.last else None
        if leaf and token and token.type == "inline":
            cell = self._tokens[self._cell(leaf, at, mark).token]
            cell.children = cell.children if cell.children is not None else []
            cell.children.append(Token(_INLINE, "", 0, content=mark.comment))
        elif leaf and token and token.type == _RAW:
            row = self._within.setdefault(leaf.token, {}).setdefault(mark.line - leaf.first, [])
            row.append(mark)
        else:
            at -= token is not None
            following = self._leaves[at].token if at < len(self._leaves) else len(self._tokens)
            self._before(following, mark)

    def tokens(self) -> list[Token]:
        """Return all tokens with the marks among them."""
        for number, rows in self._within.items():
            lines = self._tokens[number].content.split("\n")
            for row, marks in rows.items():
                lines[row] = _marked(lines[row], marks)
            self._tokens[number].content = "\n".join(lines)
        numbers = range(len(self._tokens) + 1)
        parts = ([*self._ahead.get(n, ()), *self._tokens[n : n + 1]] for n in numbers)
        return [token for part in parts for token in part]

    def _before(self, number: int, mark: Mark) -> None:
        opened = number - (number < len(self._tokens) and self._tokens[number].type == "inline")
        self._ahead.setdefault(opened, []).append(Token(_RAW, "", 0, content=mark.comment))

    def _cell(self, leaf: _Leaf, after: int, mark: Mark) -> _Leaf:
        """Return the cell of a table's row that the mark is in; a paragraph is its own."""
        row = self._leaves[bisect_left(self._leaves, leaf.first, key=_first) : after]
        line = self._lines[mark.line]
        before = line[: len(line) - mark.rest]
        bars = len(_BAR.findall(before)) - before.lstrip("> \t").startswith("|")
        return row[max(0, min(bars, len(row) - 1))]


def _marked(line: str, marks: list[Mark]) -> str:
    """Return a line of raw HTML with marks as far from its end as in the text."""
    edges = [0, *(max(0, len(line) - mark.rest) for mark in marks), len(line)]
    first, *others = (line[start:end] for start, end in pairwise(edges))
    return first + "".join(m.comment + part for m, part in zip(marks, others, strict=True))


def _first(leaf: _Leaf) -> int:
    return leaf.first
