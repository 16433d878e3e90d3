"""From a path to an Article, by the reader that fits the file."""

import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import urlsplit

from provcheck.errors import ArticleError
from provcheck.markup.encoding import Undecodable
from provcheck.model.article import Article
from provcheck.model.value import Value
from provcheck.read.origin import Origin
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings

Reader = Callable[[bytes, Origin, Rulebook], Article]
_STDIN = "-"
_MARKUP = (b"<!doctype html", b"<html", b"<article", b"<body", b"<head", b"<?xml")
_ZIP = b"PK\x03\x04"


class Document(Value):
    """An article that was fetched: `media_type` and `charset` as the server declared them."""

    url: str
    data: bytes
    media_type: str = ""
    charset: str | None = None


def is_address(path: str) -> bool:
    """Tell whether `path` is a web address and no file."""
    return path.casefold().startswith(("http://", "https://"))


def read_article(path: str, settings: Settings, rules: Rulebook) -> Article:
    """Return the article at `path`; "-" is standard input, read as plain text unless it is HTML.

    `settings.published` and `settings.lang` override what the file says. Raises ArticleError, one
    line that names the file, the place and the remedy, for whatever cannot be read.
    """
    if is_address(path):
        message = f"{path}: is an address, which is not fetched here; save the page, name the file"
        raise ArticleError(message)
    data = sys.stdin.buffer.read() if path == _STDIN else _file(path)
    origin = Origin(path=path, sha256=sha256(data).hexdigest(), settings=settings)
    return _read(data, Path(path).suffix, origin, rules)


def read_document(document: Document, settings: Settings, rules: Rulebook) -> Article:
    """Return the article of a fetched document, on the terms of `read_article`."""
    data = document.data
    origin = Origin(
        path=document.url,
        sha256=sha256(data).hexdigest(),
        settings=settings,
        url=document.url,
        charset=document.charset,
    )
    suffix = _TYPES.get(document.media_type) or PurePosixPath(urlsplit(document.url).path).suffix
    return _read(data, suffix, origin, rules)


def _read(data: bytes, suffix: str, origin: Origin, rules: Rulebook) -> Article:
    _checked(data, origin)
    reader = READERS[_kind(origin.path, suffix.casefold(), data)]
    try:
        article = reader(data, origin, rules)
    except Undecodable as problem:
        message = (
            f"{origin.path}: byte {problem.offset} is not {problem.encoding}; "
            "save the file as UTF-8 and try again"
        )
        raise ArticleError(message) from None
    if not article.text.strip():
        message = f"{origin.path}: holds no text; check that it is the right file"
        raise ArticleError(message)
    published: datetime | date | None = origin.settings.published or article.published
    return article.model_copy(update={"published": published})


def _checked(data: bytes, origin: Origin) -> None:
    if not data.strip():
        message = f"{origin.path}: is empty; check that it is the right file"
        raise ArticleError(message)
    most = origin.settings.limits.article_bytes
    if len(data) > most:
        message = f"{origin.path}: is larger than {most} bytes; split it"
        raise ArticleError(message)


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


def _kind(path: str, suffix: str, data: bytes) -> str:
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
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
