"""The one way from the bytes of a source to its words."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from provcheck.language.detect import language_of
from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.wire import credited

Reader = Callable[[Body, Rulebook], tuple[SourceText, Completeness]]
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_source(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the words of a source, and how much of it they are.

    The type is what the first bytes prove, else the declared media type, else the suffix of the
    name, else what the text looks like. The same bytes with the same Body give the same text.
    What a manifest says (publisher, published, lang, title) overrides what the source says.
    Where neither says the language, its small words tell it, or it stays English.
    `quotations` stays empty. Raises Unreadable, with one plain clause, and nothing else.
    """
    kind = type_of(body)
    if kind not in READERS:
        message = f"a file of type {kind} holds no text that can be read"
        raise Unreadable(message)
    text, completeness = READERS[kind](body, rules)
    if "wire" not in text.model_fields_set:
        text = text.model_copy(update={"wire": credited(text, (), rules.agencies)})
    return _as_told(text, body), completeness


def type_of(body: Body) -> str:
    """Return the media type of `body`: a key of READERS, or the type that nothing here reads."""
    for magic, kind in _MAGIC.items():
        if body.data.startswith(magic):
            return kind
    declared = body.media_type.partition(";")[0].strip().casefold()
    if declared.endswith("+json"):
        return "application/json"
    suffix = _SUFFIXES.get(PurePosixPath(body.name.partition("?")[0]).suffix.casefold())
    if declared in READERS and declared != "text/plain":
        return declared
    if declared and declared not in _VAGUE and not declared.startswith("text/"):
        return declared
    return suffix or _sniffed(body.data)


def _sniffed(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return "application/zip"
    return "text/html" if _HTML.match(data[:1024].lstrip(b"\xef\xbb\xbf")) else "text/plain"


def _as_told(text: SourceText, body: Body) -> SourceText:
    """Return the text with what the manifest says, and its language where nobody says that."""
    told = {
        "publisher": body.publisher,
        "published": body.published,
        "lang": body.lang,
        "title": body.title,
    }
    if body.lang is None and "lang" not in text.model_fields_set:
        told["lang"] = language_of(text.text, page_rules())
    return text.model_copy(update={name: said for name, said in told.items() if said is not None})


# Each reader is imported when it is first needed: trafilatura alone takes a fifth of a second,
# and pypdf and python-docx are extras that may not be installed.


def _page(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    from provcheck.sources.page import read_page  # noqa: PLC0415

    return read_page(body, rules)


def _plain(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    from provcheck.sources.plain import read_plain  # noqa: PLC0415

    return read_plain(body, rules)


def _markdown(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    from provcheck.sources.markdown import read_markdown  # noqa: PLC0415

    return read_markdown(body, rules)


def _captions(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    from provcheck.sources.transcript import read_captions  # noqa: PLC0415

    return read_captions(body, rules)


def _pdf(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    try:
        from provcheck.sources.pdf import read_pdf  # noqa: PLC0415
    except ImportError:
        message = "reading a PDF needs an extra: pip install 'provcheck[pdf]'"
        raise Unreadable(message) from None
    return read_pdf(body, rules)


def _docx(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    try:
        from provcheck.sources.docx import read_docx  # noqa: PLC0415
    except ImportError:
        message = "reading a Word file needs an extra: pip install 'provcheck[docx]'"
        raise Unreadable(message) from None
    return read_docx(body, rules)


def _json(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    from provcheck.sources.json_text import read_json  # noqa: PLC0415

    return read_json(body, rules)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "text/html": _page,
        "application/xhtml+xml": _page,
        "text/plain": _plain,
        "text/markdown": _markdown,
        "text/vtt": _captions,
        "application/x-subrip": _captions,
        "application/pdf": _pdf,
        _DOCX: _docx,
        "application/json": _json,
    }
)
_SUFFIXES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".pdf": "application/pdf",
    ".docx": _DOCX,
    ".json": "application/json",
}
# What servers say when they do not know.
_VAGUE = frozenset({"application/octet-stream", "binary/octet-stream", "application/x-download"})
_MAGIC = {b"%PDF-": "application/pdf"}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
