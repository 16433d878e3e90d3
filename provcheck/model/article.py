from bisect import bisect_right

from provcheck.model.prose import Prose
from provcheck.model.value import Value


class Position(Value):
    """A place in a file: line and column, both from 1, columns in code points."""

    line: int
    column: int


class LineMap(Value):
    """Leads from an offset in Article.text to line and column of the file as it lies on disk.

    `anchors` are (text offset, file offset) pairs, ascending, the first at text offset 0; between
    two anchors the file runs along with the text. `line_starts` are the file offsets at which
    lines begin. All in code points of the decoded file.
    """

    anchors: tuple[tuple[int, int], ...] = ((0, 0),)
    line_starts: tuple[int, ...] = (0,)

    def position(self, offset: int) -> Position:
        """Return where the code point at `offset` of the text stands in the file."""
        at = bisect_right(self.anchors, offset, key=lambda pair: pair[0]) - 1
        text_offset, file_offset = self.anchors[max(at, 0)]
        place = file_offset + offset - text_offset
        line = bisect_right(self.line_starts, place)
        return Position(line=line, column=place - self.line_starts[line - 1] + 1)


class Article(Prose):
    """The article under check. `path` is as the caller gave it; `sha256` is of the file's bytes."""

    path: str
    sha256: str
    lines: LineMap = LineMap()
