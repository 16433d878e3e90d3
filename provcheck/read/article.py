"""From a path to an Article, by the reader that fits the file."""

import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from provcheck.errors import ArticleError
from provcheck.markup.encoding import Undecodable
from provcheck.model.article import Article
from provcheck.read.origin import Origin
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings

Reader = Callable[[bytes, Origin, Rulebook], Article]
_STDIN = "-"
_MARKUP = (b"<!doctype html", b"<html", b"<article", b"<body", b"<head", b"<?xml")
_ZIP = b"PK\x03\x04"


def read_article(path: str, settings: Settings, rules: Rulebook) -> Article:
    """Return the article at `path`; "-" is standard input, read as plain text unless it is HTML.

    `settings.published` and `settings.lang` override what the file says. Raises ArticleError, one
    line that names the file, the place and the remedy, for whatever cannot be read.
    """
    data = _bytes(path, settings)
    reader = READERS[_kind(path, data)]
    origin = Origin(path=path, sha256=sha256(data).hexdigest(), settings=settings)
    try:
        article = reader(data, origin, rules)
    except Undecodable as problem:
        message = (
            f"{path}: byte {problem.offset} is not {problem.encoding}; "
            "save the file as UTF-8 and try again"
        )
        raise ArticleError(message) from None
    if not article.text.strip():
        message = f"{path}: holds no text; check that it is the right file"
        raise ArticleError(message)
    published: datetime | date | None = settings.published or article.published
    return article.model_copy(update={"published": published})


def _bytes(path: str, settings: Settings) -> bytes:
    data = sys.stdin.buffer.read() if path == _STDIN else _file(path)
    if not data.strip():
        message = f"{path}: is empty; check that it is the right file"
        raise ArticleError(message)
    if len(data) > settings.limits.article_bytes:
        message = f"{path}: is larger than {settings.limits.article_bytes} bytes; split it"
        raise ArticleError(message)
    return data


def _file(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        message = f"{path}: is a folder; name the article's file"
    except FileNotFoundError:
        message = f"{path}: no such file; check the path"
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        message = f"{path}: cannot be read ({why}); check its permissions"
    raise ArticleError(message)


def _kind(path: str, data: bytes) -> str:
    suffix = Path(path).suffix.casefold()
    if data.startswith(_ZIP):
        if suffix == ".docx":
            return suffix
        message = f"{path}: is a zip archive; unpack it and name the article"
        raise ArticleError(message)
    if _is_binary(data):
        message = f"{path}: is a binary file; give text, Markdown, HTML or docx"
        raise ArticleError(message)
    if suffix == ".docx":
        message = f"{path}: is no Word file, whatever its name says; rename it or save it again"
        raise ArticleError(message)
    if suffix in READERS:
        return suffix
    return ".html" if data.lstrip().lower().startswith(_MARKUP) else ".txt"


def _is_binary(data: bytes) -> bool:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return not wide and (
        b"\0" in data[:8192] or data.startswith((b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff"))
    )


def _text(data: bytes, origin: Origin, _rules: Rulebook) -> Article:
    from provcheck.read.text import read_text  # noqa: PLC0415

    return read_text(data, origin)


def _markdown(data: bytes, origin: Origin, rules: Rulebook) -> Article:
    from provcheck.read.markdown import read_markdown  # noqa: PLC0415

    return read_markdown(data, origin, rules.platforms)


def _html(data: bytes, origin: Origin, rules: Rulebook) -> Article:
    from provcheck.read.html import read_html  # noqa: PLC0415

    return read_html(data, origin, rules.platforms)


def _docx(data: bytes, origin: Origin, _rules: Rulebook) -> Article:
    from provcheck.read.docx import read_docx  # noqa: PLC0415

    return read_docx(data, origin)


# Each reader is imported when a file needs it, so that plain text costs no HTML parser.
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": _text,
        ".text": _text,
        ".md": _markdown,
        ".markdown": _markdown,
        ".html": _html,
        ".htm": _html,
        ".xhtml": _html,
        ".docx": _docx,
    }
)
