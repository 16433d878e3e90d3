"""Quotation marks paired by type; whatever does not pair is left alone."""

from collections.abc import Iterator

from provcheck.model.span import Span
from provcheck.model.value import Value

_APOSTROPHES = "'’‘"
_OPENED_BY = ' \t\n\u00a0([{—–-/>"“‘«„‚'
_SHORTEST_UNCLOSED = 20  # characters from which an unclosed quotation goes to its paragraph's end


class Quoted(Value):
    """A quoted stretch: `inner` without its marks, `outer` with them, `depth` 0 for the outermost.

    `closed` is False where no closing mark stands before the paragraph's end.
    """

    inner: Span
    outer: Span
    mark: str
    depth: int = 0
    closed: bool = True


def quoted_in(text: str, block: Span, pairs: tuple[str, ...]) -> tuple[Quoted, ...]:
    """Return the quoted stretches of one block, outermost first, in reading order.

    `pairs` are opening and closing marks. A mark opens only before a word and closes only after
    one; an apostrophe, a prime or a decade's mark does neither. Never raises, on any marks; linear.
    """
    return _Scan(text, block, pairs).found()


class _Scan:
    """One pass over a block with the stack of marks that are open."""

    def __init__(self, text: str, block: Span, pairs: tuple[str, ...]) -> None:
        self._text, self._block = text, block
        self._closers: dict[str, list[str]] = {}
        for pair in pairs:
            self._closers.setdefault(pair[0], []).append(pair[1])
        self._marks = {mark for pair in pairs for mark in pair}
        self._open: list[int] = []
        self._found: list[Quoted] = []

    def found(self) -> tuple[Quoted, ...]:
        for at in range(self._block.start, self._block.end):
            mark = self._text[at]
            if mark not in self._marks or self._is_apostrophe(at):
                continue
            if self._closes(at, mark):
                self._close(at)
            elif mark in self._closers and self._may_open(at, mark):
                self._open.append(at)
        self._close_rest()
        return tuple(sorted(self._found, key=lambda q: (q.outer.start, q.depth)))

    def _closes(self, at: int, mark: str) -> bool:
        """Tell whether a mark closes an open one; what was opened within it was no mark."""
        if self._text[at - 1 : at].isspace() and self._text[at + 1 : at + 2].isalnum():
            return False
        for depth in range(len(self._open) - 1, -1, -1):
            if mark in self._closers[self._text[self._open[depth]]]:
                del self._open[depth + 1 :]
                return True
            if self._text[self._open[depth]] not in _APOSTROPHES:
                return False
        return False

    def _close(self, at: int) -> None:
        start = self._open.pop()
        if at > start + 1:
            self._found.append(
                Quoted(
                    inner=Span(start=start + 1, end=at),
                    outer=Span(start=start, end=at + 1),
                    mark=self._text[start],
                    depth=len(self._open),
                )
            )

    def _close_rest(self) -> None:
        """End at the paragraph's end what was opened first and never closed."""
        for start in self._open[:1]:
            end = self._block.end
            if self._text[start] in _APOSTROPHES or end - start <= _SHORTEST_UNCLOSED:
                continue
            inner = [q for q in self._found if q.outer.start > start]
            self._found = [q for q in self._found if q.outer.start < start]
            self._found += [q.model_copy(update={"depth": max(q.depth, 1)}) for q in inner]
            spans = {"inner": Span(start=start + 1, end=end), "outer": Span(start=start, end=end)}
            self._found.append(Quoted(**spans, mark=self._text[start], closed=False))

    def _may_open(self, at: int, mark: str) -> bool:
        before, after = self._text[at - 1 : at], self._text[at + 1 : at + 2]
        free = at == self._block.start or before in _OPENED_BY
        if mark in _APOSTROPHES:
            return free and (after.isalpha() or after in '“"«[…') and not self._is_decade(at)
        return bool(after) and not after.isspace() and free if mark == '"' else bool(after)

    def _is_decade(self, at: int) -> bool:
        return self._text[at + 1 : at + 3].isdigit()

    def _is_apostrophe(self, at: int) -> bool:
        if self._text[at] not in _APOSTROPHES:
            return self._text[at] == '"' and self._text[at - 1 : at].isdigit() and not self._open
        before, after = self._text[at - 1 : at], self._text[at + 1 : at + 2]
        return before.isalnum() and after.isalnum()


def outermost(quoted: tuple[Quoted, ...]) -> Iterator[Quoted]:
    """Yield the stretches that lie in no other one."""
    return (each for each in quoted if each.depth == 0)
