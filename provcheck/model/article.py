from bisect import bisect_left, bisect_right

from provcheck.model.prose import Prose
from provcheck.model.span import Span
from provcheck.model.value import Value


class Position(Value):
    """A place in a file: line and column, both from 1, columns in code points."""

    line: int
    column: int


class LineMap(Value):
    """Leads from an offset in Article.text to line and column of the file as it lies on disk.

    `anchors` are (text offset, file offset) pairs, ascending, the first at text offset 0; between
    two anchors the file runs along with the text. `line_starts` are the file offsets at which
    lines begin. `wide` are the characters that the file writes with several, as &eacute;: (text
    offset, length in the file), ascending. All in code points of the decoded file.
    """

    anchors: tuple[tuple[int, int], ...] = ((0, 0),)
    line_starts: tuple[int, ...] = (0,)
    wide: tuple[tuple[int, int], ...] = ()

    def in_file(self, offset: int) -> int:
        """Return the offset in the decoded file of the code point at `offset` of the text."""
        at = bisect_right(self.anchors, offset, key=lambda pair: pair[0]) - 1
        text_offset, file_offset = self.anchors[max(at, 0)]
        return file_offset + offset - text_offset

    def position(self, offset: int) -> Position:
        """Return where the code point at `offset` of the text stands in the file."""
        return self.place(self.in_file(offset))

    def end(self, offset: int) -> int:
        """Return the offset in the decoded file behind the code point at `offset` of the text."""
        at = bisect_left(self.wide, offset, key=lambda pair: pair[0])
        is_wide = at < len(self.wide) and self.wide[at][0] == offset
        return self.in_file(offset) + (self.wide[at][1] if is_wide else 1)

    def place(self, place: int) -> Position:
        """Return the line and column of an offset in the decoded file."""
        line = bisect_right(self.line_starts, place)
        return Position(line=line, column=place - self.line_starts[line - 1] + 1)


class Comment(Value):
    """A comment in the article's file that is addressed to this program.

    `words` are what follows "provcheck:" in it, without outer blanks; `position` is where the
    comment begins in the file; `covers` is the text that it speaks of: the block that it stands
    in, else the next one, None where none follows.
    """

    words: str
    position: Position
    covers: Span | None


class Article(Prose):
    """The article under check. `path` is as the caller gave it; `sha256` is of the file's bytes.

    `comments` are those to this program, in the order of the file.
    """

    path: str
    sha256: str
    lines: LineMap = LineMap()
    comments: tuple[Comment, ...] = ()
