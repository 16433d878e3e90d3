"""From a decoded file to its text, and back from the text to lines and columns of the file."""

import re

from provcheck.model.article import LineMap

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
    from the end of the one before; one that is not found (entities, escapes) keeps the pace.
    """
    anchors: list[tuple[int, int]] = []
    at = 0
    for offset, words in runs:
        found = file.find(words, at) if words else -1
        if found < 0:
            found = _entity_place(file, words, at)
        if found >= 0 and (not anchors or offset > anchors[-1][0]):
            anchors.append((offset, found))
            at = found + len(words)
    if not anchors or anchors[0][0] > 0:
        anchors.insert(0, (0, anchors[0][1] if anchors else 0))
    return LineMap(anchors=tuple(anchors), line_starts=line_starts(file))


def _entity_place(file: str, words: str, start: int) -> int:
    """Return where a run begins whose later part is written with entities or escapes."""
    plain = re.match(r"[\w ,.]{6,40}", words.strip())
    return file.find(plain.group(), start) if plain else -1
