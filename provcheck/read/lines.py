"""From a decoded file to its text, and back from the text to lines and columns of the file."""

import re

from provcheck.model.article import LineMap

_PLAIN = re.compile(r"[^&<>\"'\u0080-\U0010ffff]{2,}")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENTITY = 80  # characters of a file in which a few entities end
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

    `runs` are (offset in the text, words as they stand in the file). A run is looked for onward
    from the end of the one before; one written with entities is found piece by piece, and one that
    is not found keeps the pace.
    """
    anchors: list[tuple[int, int]] = []
    at = 0
    for offset, words in runs:
        whole = file.find(words, at) if words else -1
        found = [(offset, whole, words)] if whole >= 0 else _by_pieces(file, offset, words, at)
        for start, place, piece in found:
            if not anchors or start > anchors[-1][0]:
                anchors.append((start, place))
                at = place + len(piece)
    if not anchors or anchors[0][0] > 0:
        anchors.insert(0, (0, anchors[0][1] if anchors else 0))
    return LineMap(anchors=tuple(anchors), line_starts=line_starts(file))


def _by_pieces(file: str, offset: int, words: str, at: int) -> list[tuple[int, int, str]]:
    """Return the places of what stands between characters that may be written as entities."""
    found: list[tuple[int, int, str]] = []
    for match in _PLAIN.finditer(words):
        end = len(file) if not found else at + len(match.group()) + _ENTITY
        place = file.find(match.group(), at, end)
        if place < 0:
            continue
        start = offset + len(_SPACE.sub(" ", words[: match.start()]))
        found.append((start, place, match.group()))
        at = place + len(match.group())
    return found
