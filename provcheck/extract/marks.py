"""Quotation marks paired by type; whatever does not pair is left alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from provcheck.model.span import Span
from provcheck.model.value import Value

SINGLE = "'‘‚‹’"
DOUBLED = "''"  # two apostrophes, as typewriters and some archives write a double mark
_APOSTROPHES = "'’‘"
_OPENED_BY = ' \t\n\u00a0\u202f([{—–-/>"“‘«„‚:…*_'
_CLOSED_BY = " \t\n\u00a0\u202f)]},.;:!?—–-/<\"”’»…*_'"
SHORTEST_UNCLOSED = 20  # characters from which an unclosed quotation goes to its paragraph's end
_PLAIN = '"'
_DOUBLE = '“”„"«»'
_CJK = "「『"
# The boys’ club,’ she said: behind a plural's s, where a later mark closes as one does.
_OWNED = re.compile(r"(?<=s)(?P<mark>['’]) [a-z][^'‘’\n]{0,120}[,.!?…](?P=mark)(?!\w)")
_RUN = re.compile(r"'{2,3}")


class Quoted(Value):
    """A quoted stretch: `inner` without its marks, `outer` with them, `depth` 0 for the outermost.

    `closed` is False where no closing mark stands before the paragraph's end; `goes_on` is True of
    a part behind which only an attribution stands before the next one.
    """

    inner: Span
    outer: Span
    mark: str
    depth: int = 0
    closed: bool = True
    goes_on: bool = False


def quoted_in(text: str, block: Span, pairs: tuple[str, ...]) -> tuple[Quoted, ...]:
    """Return the quoted stretches of one block, outermost first, in reading order.

    `pairs` are opening and closing marks. What a mark is, is told by its glyph and by what stands
    beside it: one before a word opens, one behind a word closes, and curly and straight marks
    stand for one another where a writer mixed them. An apostrophe, a prime or a decade's mark is
    none. Never raises, on any marks; linear.
    """
    return _Scan(text, block, pairs).found()


def outermost(quoted: tuple[Quoted, ...]) -> Iterator[Quoted]:
    """Yield the stretches that lie in no other one."""
    return (each for each in quoted if each.depth == 0)


class _Mark:
    """A mark at its place: its glyph and the characters on both sides."""

    __slots__ = ("after", "at", "before", "end", "first", "glyph")

    def __init__(self, text: str, at: int, glyph: str, block: Span) -> None:
        self.at, self.glyph, self.end = at, glyph, at + len(glyph)
        self.first = at == block.start
        self.before = text[at - 1 : at]
        self.after = text[self.end : self.end + 1]

    @property
    def stands_before_word(self) -> bool:
        return (self.first or self.before.isspace()) and self.after.isalnum()

    @property
    def stands_behind_word(self) -> bool:
        return not self.before.isspace() and (not self.after or self.after in _CLOSED_BY)

    @property
    def is_free(self) -> bool:
        return self.first or self.before in _OPENED_BY


class _Scan:
    """One pass over a block with the stack of marks that are open."""

    def __init__(self, text: str, block: Span, pairs: tuple[str, ...]) -> None:
        self._text, self._block = text, block
        self._closers: dict[str, str] = {}
        for pair in pairs:
            self._closers[pair[0]] = self._closers.get(pair[0], "") + pair[1]
        self._openers = set(self._closers)
        self._marks = {mark for pair in pairs for mark in pair}
        if "“" in self._openers:
            self._mix()
        if "„" in self._openers:
            self._closers["„"] += _PLAIN
        self._open: list[_Mark] = []
        self._found: list[Quoted] = []

    def _mix(self) -> None:
        """Let curly and straight marks close one another: “A" and "A” are quotations too."""
        self._closers["“"] += _PLAIN
        self._closers[_PLAIN] = self._closers.get(_PLAIN, _PLAIN) + "”"
        self._closers.setdefault("”", "”" + _PLAIN)

    def found(self) -> tuple[Quoted, ...]:
        for mark in self._in_order():
            if self._is_apostrophe(mark):
                continue
            if self._closes(mark):
                self._close(mark)
            elif self._may_open(mark):
                self._open.append(mark)
        self._close_rest()
        return tuple(sorted(self._found, key=lambda q: (q.outer.start, q.depth)))

    def _in_order(self) -> Iterator[_Mark]:
        """Yield the marks of the block; two apostrophes are one, of three the inner is single."""
        doubled: set[int] = set()
        if "'" in self._openers:
            for run in _RUN.finditer(self._text, self._block.start, self._block.end):
                opens = self._text[run.end() : run.end() + 1].isalnum()
                doubled.add(run.start() if opens else run.end() - 2)
        skipped = {at + 1 for at in doubled}
        for at in range(self._block.start, self._block.end):
            if self._text[at] in self._marks and at not in skipped and not self._is_doubled(at):
                glyph = DOUBLED if at in doubled else self._text[at]
                yield _Mark(self._text, at, glyph, self._block)

    def _is_doubled(self, at: int) -> bool:
        """Tell whether a double mark only repeats the one before it: ““A””."""
        mark = self._text[at]
        return mark in _DOUBLE and at > self._block.start and self._text[at - 1] == mark

    def _closes(self, mark: _Mark) -> bool:
        """Tell whether a mark closes an open one; what was opened within it was no mark."""
        if mark.stands_before_word:
            return False
        for depth in range(len(self._open) - 1, -1, -1):
            opener = self._open[depth].glyph
            if self._fits(mark, opener):
                del self._open[depth + 1 :]
                return True
            if opener not in _APOSTROPHES:
                return False
        return False

    def _fits(self, mark: _Mark, opener: str) -> bool:
        if DOUBLED in {mark.glyph, opener}:
            return mark.glyph == opener
        if mark.glyph in self._closers[opener]:
            return True
        # An opening curly mark where only a closing one can stand: “A,“ she said.
        turned = mark.glyph == opener and mark.glyph in "“„" and mark.stands_behind_word
        return turned and mark.at > self._open[-1].at + 1

    def _close(self, mark: _Mark) -> None:
        start = self._open.pop()
        begins = start.end + self._is_doubled(start.end)
        if mark.at > begins:
            self._found.append(
                Quoted(
                    inner=Span(start=begins, end=mark.at),
                    outer=Span(start=start.at, end=mark.end),
                    mark=start.glyph,
                    depth=len(self._open),
                )
            )

    def _close_rest(self) -> None:
        """End at the paragraph's end what was opened first and never closed.

        Any other mark that is left open was none: a stray one, or an apostrophe before a word.
        """
        first = next((i for i, mark in enumerate(self._open) if self._lasts(mark)), None)
        stray = [mark.at for i, mark in enumerate(self._open) if i != first]
        self._found = [_raised(q, bisect_left(stray, q.outer.start)) for q in self._found]
        if first is not None:
            self._end(self._open[first])

    def _lasts(self, mark: _Mark) -> bool:
        """Tell whether an open mark may open a quotation that runs to the paragraph's end.

        A single one only where it opens the paragraph, as each one of a British quotation does.
        """
        opens = mark.at == self._block.start
        if mark.glyph in _APOSTROPHES:
            return opens and mark.glyph == "‘" and self._block.end - mark.at > SHORTEST_UNCLOSED
        return (opens and mark.after.isalnum()) or self._block.end - mark.at > SHORTEST_UNCLOSED

    def _end(self, start: _Mark) -> None:
        """Add the quotation that `start` opens, to the paragraph's end or what breaks it off."""
        end: int | None = self._block.end
        inner = [q for q in self._found if q.outer.start > start.at]
        if any(q.mark not in SINGLE for q in inner) and start.glyph not in _CJK:
            # A quotation closed behind it: the first mark was a stray one, or lost its own.
            end = self._broken_off(start.at, inner[0].outer.start)
            behind = start.at if end is None else end
            self._found = [_raised(q, q.outer.start >= behind) for q in self._found]
        if end is not None:
            self._found.append(
                Quoted(
                    inner=Span(start=start.end, end=end),
                    outer=Span(start=start.at, end=end),
                    mark=start.glyph,
                    closed=False,
                )
            )

    def _broken_off(self, start: int, end: int) -> int | None:
        """Return where a quotation that lost its closing mark ends before the next one opens."""
        comma = self._text.rfind(",", start, end)
        words = self._text[comma:end].split()
        near = comma - start > SHORTEST_UNCLOSED and len(words) < 6  # noqa: PLR2004
        return comma + 1 if near else None

    def _may_open(self, mark: _Mark) -> bool:
        if mark.glyph == DOUBLED:
            return mark.after.isalnum() or mark.after in '$"(['
        turned = mark.glyph == "”" and mark.glyph in self._closers and mark.stands_before_word
        if mark.glyph not in self._openers and not turned:
            return False
        if mark.glyph in _APOSTROPHES:
            opens = mark.after.isalpha() or mark.after in '“"«[…'
            return mark.is_free and opens and not self._is_decade(mark)
        if mark.glyph == _PLAIN:
            free = mark.is_free or not self._open
            return bool(mark.after) and not mark.after.isspace() and free
        return bool(mark.after)

    def _is_decade(self, mark: _Mark) -> bool:
        return self._text[mark.end : mark.end + 2].isdigit()

    def _is_apostrophe(self, mark: _Mark) -> bool:
        if mark.glyph == _PLAIN:
            return mark.before.isdigit() and not self._open
        if mark.glyph not in _APOSTROPHES:
            return False
        if mark.before.isalnum() and mark.after.isalnum():
            return True
        return _OWNED.match(self._text, mark.at, self._block.end) is not None


def _raised(quoted: Quoted, levels: int) -> Quoted:
    """Return a stretch that lies so many levels less deep."""
    return quoted.model_copy(update={"depth": max(quoted.depth - levels, 0)}) if levels else quoted
