"""Documents and stores for tests of the library; every address and word is invented."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from storing import NOON, a_fetch, name_of

from provcheck.model.evidence import Completeness
from provcheck.store.entry import Entry
from provcheck.store.evidence import Store
from provcheck.store.library.document import Document
from provcheck.store.library.library import Library
from provcheck.store.record import Added, Reading, Removed

PIER = "We will not close the north pier before the herring fleet is back in June."
DUES = "The table of dues was stale when it was printed, and nobody in the harbour has paid by it."
SONG = "Nobody sang on the quay that evening, though the lamps were lit and the boats were in."
TEXTS = (PIER, DUES, SONG)


def a_document(text: str, **known: object) -> Document:
    """A document whose bytes and text are `text`."""
    name = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    told = {
        "key": name,
        "text_sha256": name,
        "url": f"https://wire.example/{name[:8]}",
        "title": None,
        "publisher": None,
        "published": None,
        "lang": "en",
        "media_type": "text/plain",
        "wire": None,
        "name": name[:8],
    }
    return Document.model_validate(told | known)


def on_day(text: str, day: int) -> tuple[Document, str]:
    return a_document(text, published=date(2025, 3, day)), text


def filled(library: Library, *texts: str) -> Library:
    library.add((a_document(text), text) for text in texts)
    return library


def found_in(library: Library, *words: str, **known: object) -> list[str]:
    """The keys of the documents that are found, the likeliest first."""
    return [hit.document.key for hit in library.search(words, **known)]  # type: ignore[arg-type]


def page_of(text: str) -> bytes:
    return f"<p>{text}".encode()


def key_of(text: str) -> str:
    """The key of the page that `text` is read from."""
    return name_of(page_of(text))


def note_page(store: Store, text: str, page: bytes | None = None, **fetch: object) -> None:
    """Keep a page and the text that was read from it, as earlier versions did: no imprint."""
    data = page_of(text) if page is None else page
    store.keep(a_fetch(f"https://wire.example/{name_of(data)[:8]}", **fetch), data)
    note_reading(store, data, text)


def note_reading(store: Store, data: bytes, text: str, imprint: bytes | None = None) -> None:
    reading = Reading(
        sha256=name_of(data),
        extractor="test 1",
        text_sha256=name_of(text.encode()),
        completeness=Completeness.WHOLE,
        imprint_sha256=name_of(imprint) if imprint else None,
    )
    store.note(reading, data, text.encode(), *([imprint] if imprint else []))


def note_added(store: Store, text: str, **entry: object) -> None:
    data = page_of(text)
    added = Added(key=name_of(data), entry=Entry.model_validate(entry), name="a.html", at=NOON)
    store.note(added, data)
    note_reading(store, data, text)


def note_removed(store: Store, text: str) -> None:
    store.note(Removed(key=key_of(text), at=NOON))


def a_store(root: Path, *texts: str) -> Store:
    """A store that fetched a page for each text."""
    store = Store(root)
    for text in texts or TEXTS:
        note_page(store, text)
    return store
