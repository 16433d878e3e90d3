"""From a decoded file to its text, and back from the text to lines and columns of the file."""

import re
from itertools import islice
from typing import NamedTuple

from provcheck.model.article import LineMap
from provcheck.read.walk import Trace, after_markup, walked

_PLAIN = re.compile(r"[^&<>\"'\u0080-\U0010ffff]{2,}")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENTITY = 80  # characters of a file in which a few entities end
_WORD = re.compile(r"[A-Za-z0-9]{2,}|[^\W_]{2,}")  # letters beyond ASCII may be entities
_WORDS, _TRIES = 3, 20  # words of a run, and places for each, at which the run is looked for
_FAR, _NEAR = 1 << 18, 1 << 12  # characters of a file in which a run is looked for
_PATIENCE = 100  # runs not found whole, from which on those after are looked for nearby alone
_ENOUGH = 12  # characters that go along and are no accident
_BREAKS = re.compile(r"\r\n|\r|\n")


class _Ahead(NamedTuple):
    """A stretch of a file in which the next words are looked for."""

    file: str
    at: int
    end: int

    def find(self, words: str, at: int) -> int:
        """Return where `words` stand at or behind `at`, -1 where they do not; "" is nowhere."""
        return self.file.find(words, at, self.end) if words else -1


def normalised(file: str) -> tuple[str, LineMap]:
    """Return `file` with every line end a newline, and the map back. Nothing else is changed."""
    anchors = [(0, 0)]
    starts = [0]
    parts: list[str] = []
    at = shift = 0
    for match in _BREAKS.finditer(file):
        parts += [file[at : match.start()], "\n"]
        at = match.end()
        shift += at - match.start() - 1
        starts.append(at)
        if at - match.start() > 1:
            anchors.append((at - shift, at))
    parts.append(file[at:])
    return "".join(parts), LineMap(anchors=tuple(anchors), line_starts=tuple(starts))


def line_starts(file: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of `file` begin."""
    return (0, *(match.end() for match in _BREAKS.finditer(file)))


def placed(file: str, runs: list[tuple[int, str]]) -> LineMap:
    """Return a map for text that was taken out of markup, run by run, in the file's order.

    `runs` are (offset in the text, words as they stand in the tree). A run is looked for next to
    the one before, then onward, with tags, blanks and entities as the file has them; at last piece
    by piece. One that is not found keeps the pace.
    """
    anchors: list[tuple[int, int]] = []
    wide: list[tuple[int, int]] = []
    at = lost = 0
    for offset, shown, words in _shown(runs):
        ahead = _Ahead(file, at, at + (_FAR if lost < _PATIENCE else _NEAR))
        trace = _traced(ahead, shown, words)
        lost += not trace.whole
        new = [(offset + i, place) for i, place in trace.anchors]
        anchors += [pair for pair in new if not anchors or pair[0] > anchors[-1][0]]
        wide += [(offset + i, length) for i, length in trace.wide]
        at = trace.end
    if not anchors or anchors[0][0] > 0:
        anchors.insert(0, (0, anchors[0][1] if anchors else 0))
    return LineMap(anchors=tuple(anchors), line_starts=line_starts(file), wide=tuple(wide))


def _shown(runs: list[tuple[int, str]]) -> list[tuple[int, str, str]]:
    """Return each run with its words as the text has them: blanks collapsed, none begins a line."""
    found: list[tuple[int, str, str]] = []
    end, blank = 0, True  # where the text is, and whether a blank there would be a second one
    for offset, words in runs:
        shown = _SPACE.sub(" ", words)
        if not found or offset > end:
            shown = shown.lstrip()
        elif blank:
            shown = shown.lstrip(" ")
        found.append((offset, shown, words))
        end, blank = offset + len(shown), shown.endswith(" ")
    return found


def _traced(ahead: _Ahead, shown: str, words: str) -> Trace:
    """Return where a run stands in what is ahead; a trace without anchors where it does not."""
    whole = ahead.find(words.strip(), ahead.at)
    for place in (after_markup(ahead.file, ahead.at), whole):
        trace = walked(ahead.file, shown, place) if place >= 0 else None
        if trace and trace.length == len(shown):
            return trace
    found = _by_a_word(ahead, shown)
    if found.length == len(shown):
        return found
    rest = _by_pieces(ahead._replace(at=found.end), shown[found.length :])
    return found.followed(rest.moved(found.length))


def _by_a_word(ahead: _Ahead, shown: str) -> Trace:
    """Return the place from which the run goes on longest, found by its first words.

    Nothing is looked for in a short stretch: too many runs before this one were not found.
    """
    best = Trace(end=ahead.at, length=0)
    if ahead.end - ahead.at <= _NEAR:
        return best
    for match in islice(_WORD.finditer(shown), _WORDS):
        place = ahead.find(match.group(), ahead.at)
        for _ in range(_TRIES):
            if place < 0 or best.length == len(shown):
                break
            trace = walked(ahead.file, shown[match.start() :], place)
            reach = match.start() + trace.length
            if reach == len(shown) or (reach > best.length and trace.length >= _ENOUGH):
                best = trace.moved(match.start()).model_copy(update={"length": reach})
            place = ahead.find(match.group(), place + 1)
    return best


def _by_pieces(ahead: _Ahead, words: str) -> Trace:
    """Return the places of what stands between characters that may be written as entities."""
    found: list[tuple[int, int]] = []
    at, end = ahead.at, ahead.end
    for match in _PLAIN.finditer(words):
        place = ahead.file.find(match.group(), at, end)
        if place >= 0:
            found.append((match.start(), place))
            at = place + len(match.group())
            end = at + len(match.group()) + _ENTITY
    return Trace(anchors=tuple(found), end=at, length=len(words), whole=not words)
