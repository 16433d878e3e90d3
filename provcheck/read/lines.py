"""From a decoded file to its text, and back from the text to lines and columns of the file."""

import re
from itertools import islice

from provcheck.model.article import LineMap
from provcheck.read.walk import Trace, after_markup, walked

_PLAIN = re.compile(r"[^&<>\"'\u0080-\U0010ffff]{2,}")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENTITY = 80  # characters of a file in which a few entities end
_WORD = re.compile(r"[^\W_]{2,}")
_WORDS, _TRIES = 3, 20  # words of a run, and places for each, at which the run is looked for
_ENOUGH = 12  # characters that go along and are no accident
_BREAKS = re.compile(r"\r\n|\r|\n")


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
    at = 0
    for offset, shown, words in _shown(runs):
        trace = _traced(file, shown, words, at)
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


def _traced(file: str, shown: str, words: str, at: int) -> Trace:
    """Return where a run stands at or behind `at`; a trace without anchors where it does not."""
    whole = file.find(words.strip(), at)
    places = (after_markup(file, at), *((whole,) if whole >= 0 else ()))
    for place in places:
        trace = walked(file, shown, place)
        if trace.length == len(shown):
            return trace
    trace = _by_a_word(file, shown, at)
    if trace.length == len(shown):
        return trace
    rest = _by_pieces(file, shown[trace.length :], trace.end)
    return trace.followed(rest.moved(trace.length))


def _by_a_word(file: str, shown: str, at: int) -> Trace:
    """Return the place from which the run goes on longest, found by its first words."""
    best = Trace(end=at, length=0)
    for match in islice(_WORD.finditer(shown), _WORDS):
        place = file.find(match.group(), at)
        for _ in range(_TRIES):
            if place < 0 or best.length == len(shown):
                break
            trace = walked(file, shown[match.start() :], place)
            reach = match.start() + trace.length
            if reach > best.length and trace.length >= _ENOUGH:
                best = trace.moved(match.start()).model_copy(update={"length": reach})
            place = file.find(match.group(), place + 1)
    return best


def _by_pieces(file: str, words: str, at: int) -> Trace:
    """Return the places of what stands between characters that may be written as entities."""
    found: list[tuple[int, int]] = []
    for match in _PLAIN.finditer(words):
        end = len(file) if not found else at + len(match.group()) + _ENTITY
        place = file.find(match.group(), at, end)
        if place >= 0:
            found.append((match.start(), place))
            at = place + len(match.group())
    return Trace(anchors=tuple(found), end=at, length=len(words))
