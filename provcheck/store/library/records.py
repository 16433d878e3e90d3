"""What the ledger tells the library: which documents there are, by the records up to a moment."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from provcheck.language.detect import language_of
from provcheck.rulebook.pages import page_rules
from provcheck.store.evidence import Store
from provcheck.store.imprint import Imprint, imprint_in
from provcheck.store.library.document import Document
from provcheck.store.objects import Flaw
from provcheck.store.record import (
    Added,
    Chained,
    Fetch,
    Loss,
    Reading,
    Record,
    Redaction,
    Removed,
)


class Held(NamedTuple):
    """The words of a source were read: the document that it is by now, and its text."""

    document: Document
    text: str


class Back(NamedTuple):
    """A source was added by hand, and may be read into the library again if it was taken out."""

    key: str


class Out(NamedTuple):
    """A source was taken out of the library, not to come back by itself."""

    key: str


class Gone(NamedTuple):
    """The bytes of an object are lost: a source, or the words that were read from it."""

    name: str


class Withdrawn(NamedTuple):
    """An object was redacted, and nothing of it may be left."""

    name: str


_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE | re.ASCII)
_TOLD_BY = 1000  # characters, by which a text's language is told
_LANG = "en"  # as in Prose
Change = Held | Back | Out | Gone | Withdrawn
Origin = Fetch | Added


def changes(store: Store, records: Iterable[Chained]) -> Iterator[Change]:
    """Return what `records`, a stretch of the ledger of `store`, in order, change in the library.

    Words whose bytes are lost or redacted are no change. A document is what the last reading and
    the last fetch or adding before it make it. Raises StoreError.
    """
    redacted = store.ledger.redacted()
    origins: dict[str, Origin] = {}
    for one in records:
        match one.record:
            case Fetch(sha256=str(key), failure=None) as fetch:
                origins[key] = fetch
            case Added(key=key) as added:
                origins[key] = added
                yield Back(key)
            case Removed(key=key):
                yield Out(key)
            case Loss(sha256=name):
                yield Gone(name)
            case Redaction(sha256=name):
                yield Withdrawn(name)
            case Reading() as reading if redacted.isdisjoint((reading.sha256, reading.text_sha256)):
                origin = origins.get(reading.sha256) or _origin(store, reading.sha256, one.seq)
                held = _held(store, reading, origin)
                if held is not None:
                    yield held


def _origin(store: Store, key: str, before: int) -> Origin | None:
    """Return how the source `key` came in, by the last record of it before number `before`."""
    earlier: Iterator[Record] = (c.record for c in store.ledger.of_object(key) if c.seq < before)
    for record in earlier:
        match record:
            case Fetch(failure=None) | Added():
                return record
    return None


def _held(store: Store, reading: Reading, origin: Origin | None) -> Held | None:
    data = store.objects.look(reading.text_sha256)
    if origin is None or isinstance(data, Flaw):
        return None
    text = data.decode("utf-8", "surrogatepass")
    card = store.objects.look(reading.imprint_sha256) if reading.imprint_sha256 else b""
    imprint = imprint_in(b"" if isinstance(card, Flaw) else card, reading.text_sha256)
    document = Document(
        key=reading.sha256,
        text_sha256=reading.text_sha256,
        lang=imprint.lang or language_of(text[:_TOLD_BY], page_rules()) or _LANG,
        **imprint.model_dump(include={"title", "publisher", "published", "wire"}),
        **_fetched(origin, imprint) if isinstance(origin, Fetch) else _added(origin),
    )
    return Held(document, text)


def _fetched(fetch: Fetch, imprint: Imprint) -> dict[str, Any]:
    url = imprint.url or fetch.final_url
    return {
        "url": url,
        "name": url,
        "media_type": fetch.media_type,
        "charset": fetch.charset,
        "fetched_at": fetch.fetched_at,
    }


def _added(added: Added) -> dict[str, Any]:
    entry = added.entry
    media_type, _, parameters = (entry.content_type or "").partition(";")
    charset = _CHARSET.search(parameters)
    return {
        "url": entry.url,
        "name": added.name,
        "media_type": media_type.strip(),
        "charset": charset[1].lower() if charset else None,
        "fetched_at": entry.archived_at or entry.fetched_at,
    }
