"""Where findings stand, in the file as it lies on disk and in the words of other programs."""

import posixpath
import re
from pathlib import PurePath
from urllib.parse import quote

from provcheck.model.article import Article, Position
from provcheck.model.report import Report
from provcheck.model.span import Span
from provcheck.model.value import Value

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:/")


class Place(Value):
    """A stretch of a file: its first character, and the one after its last.

    Lines and columns count from 1, columns in code points; `end_column` may lie one beyond the
    line's last.
    """

    line: int
    column: int
    end_line: int
    end_column: int


def place(span: Span, article: Article) -> Place:
    """Return where `span` of the article's text stands in its file.

    What markup stands after its last character is left out.
    """
    lines = article.lines
    final = max(span.end - 1, span.start)
    first, last = lines.position(span.start), lines.position(final)
    width = lines.end(final) - lines.in_file(final)
    return Place(
        line=first.line, column=first.column, end_line=last.line, end_column=last.column + width
    )


def at(position: Position) -> Place:
    """Return the place of the one character at `position`."""
    line, column = position.line, position.column
    return Place(line=line, column=column, end_line=line, end_column=column + 1)


def file_of(report: Report) -> str:
    """Return the file of the article as its repository names it, else as the caller gave it."""
    return file_named(report.file or report.article.path)


def file_named(path: str) -> str:
    """Return `path` with slashes and without `./` and what leads nowhere; an address as it is."""
    if _ADDRESS.match(path):
        return path
    return posixpath.normpath(PurePath(path).as_posix())


def uri_of(file: str, *, to_web: bool = True) -> str:
    """Return a URI for a file that `file_named` returned: relative, `file:` for an absolute path.

    An address stays one; with `to_web` False it is made a relative path of host and path instead.
    """
    if _ADDRESS.match(file):
        scheme, rest = file.split("://", 1)
        rest = escaped(rest, safe="/?#[]@!$&'()*+,;=:%~")
        return f"{scheme}://{rest}" if to_web else escaped(rest, safe="/%")
    if file.startswith("/"):
        return f"file:///{escaped(file.lstrip('/'))}"
    return f"file:///{escaped(file, safe='/:')}" if _DRIVE.match(file) else escaped(file)


def escaped(path: str, safe: str = "/") -> str:
    """Return a file's name percent-encoded; one that is no UTF-8 keeps the bytes it has on disk."""
    try:
        return quote(path, safe=safe, errors="surrogateescape")
    except UnicodeEncodeError:  # half of a pair, which no name of a file can hold
        return quote(path, safe=safe, errors="replace")
