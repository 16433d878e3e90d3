"""A document as a row of the table `document`, and back."""

from typing import Any
from urllib.parse import urlsplit

from provcheck.store.library.document import Document

COLUMNS = (
    "key",
    "text_sha256",
    "url",
    "title",
    "publisher",
    "published",
    "lang",
    "media_type",
    "wire",
    "name",
    "charset",
    "fetched_at",
)
_HASHES = 64  # digits


def row_of(document: Document) -> tuple[str | bytes | None, ...]:
    """Return what is kept of a document, by COLUMNS.

    Without halves of letters; a name that is the address is left out.
    """
    held = document
    return (
        packed(held.key),
        packed(held.text_sha256),
        _whole(held.url),
        _whole(held.title),
        _whole(held.publisher),
        held.published.isoformat() if held.published else None,
        _whole(held.lang),
        _whole(held.media_type),
        _whole(held.wire),
        None if held.name == held.url else _whole(held.name),
        _whole(held.charset),
        held.fetched_at.isoformat() if held.fetched_at else None,
    )


def document_in(row: tuple[Any, ...]) -> Document:
    """Return the document that a row is of; raises pydantic's ValidationError for any other row."""
    held = dict(zip(COLUMNS, row, strict=True))
    held["name"] = held["url"] if held["name"] is None else held["name"]
    held |= {name: unpacked(held[name]) for name in ("key", "text_sha256")}
    return Document.model_validate(held)


def packed(name: str) -> str | bytes:
    """Return a hash in half the room; what is none as it is."""
    try:
        data = bytes.fromhex(name) if len(name) == _HASHES else b""
    except ValueError:
        data = b""
    return data if data.hex() == name else _whole(name) or ""


def unpacked(held: str | bytes) -> str:
    """Return the name that was packed; raises TypeError for what is none."""
    return held.hex() if isinstance(held, bytes) else "".join(held)


def host_of(url: str | None) -> str:
    """Return the host of an address in small letters, "" where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def folded(name: str | None) -> str:
    """Return a name as two spellings of it are compared: without case, with single spaces."""
    return " ".join(whole(name or "").casefold().split())


def _whole(text: str | None) -> str | None:
    return None if text is None else whole(text)


def whole(text: str) -> str:
    """Return a text with question marks for halves of letters, which no database takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
