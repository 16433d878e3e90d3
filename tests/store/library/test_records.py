from datetime import date
from pathlib import Path

import pytest
from shelving import (
    DUES,
    PIER,
    a_store,
    key_of,
    note_added,
    note_page,
    note_reading,
    note_removed,
    page_of,
)
from storing import NOON, a_fetch, name_of

from provcheck.store.evidence import Store
from provcheck.store.library.document import Document
from provcheck.store.library.records import Back, Change, Gone, Held, Out, Withdrawn, changes
from provcheck.store.record import Gap, Loss, Redaction, Run

TEXT = name_of(PIER.encode())
IMPRINT = (
    b'{"text_sha256": "t", "title": "Pier", "publisher": "Wire", "published": "2025-03-05", '
    b'"lang": "de", "wire": "ew", "url": "https://posts.example/1"}'
)


def told(store: Store, after: int = 0) -> list[Change]:
    return list(changes(store, store.ledger.chained(after)))


def documents(store: Store, after: int = 0) -> list[Document]:
    return [change.document for change in told(store, after) if isinstance(change, Held)]


def silent(store: Store) -> None:
    """Records that change nothing in a library."""
    store.keep(a_fetch(failure="no answer"), None)
    store.keep(a_fetch(), b"never read")
    store.note(Run(article="a", article_sha256=name_of(b"a"), tool="t"))
    store.note(Gap(first=1, last=2, after="0" * 64, before="1" * 64, reason="r", at=NOON))
    note_reading(store, b"of unknown origin", PIER)


def test_most_records_change_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    silent(store)
    assert told(store) == []


def test_a_page_that_was_read_is_a_document(tmp_path: Path) -> None:
    note_page(store := Store(tmp_path), PIER, media_type="text/html", charset="utf-8")
    (held,) = told(store)
    assert isinstance(held, Held)
    assert held.text == PIER
    document = held.document
    assert (document.key, document.text_sha256) == (key_of(PIER), TEXT)
    assert document.url == document.name == f"https://wire.example/{key_of(PIER)[:8]}"
    assert (document.media_type, document.charset) == ("text/html", "utf-8")
    assert (document.fetched_at, document.lang, document.title) == (NOON, "en", None)


def test_the_imprint_says_what_it_is(tmp_path: Path) -> None:
    note_page(store := Store(tmp_path), PIER)
    note_reading(store, page_of(PIER), PIER, IMPRINT)
    document = documents(store)[-1]
    assert (document.title, document.publisher, document.wire) == ("Pier", "Wire", "ew")
    assert (document.published, document.lang) == (date(2025, 3, 5), "de")
    assert document.url == "https://posts.example/1"


@pytest.mark.parametrize("gone", [True, False], ids=["lost", "no imprint"])
def test_without_an_imprint_it_is_a_document_all_the_same(tmp_path: Path, *, gone: bool) -> None:
    note_page(store := Store(tmp_path), PIER)
    imprint = b"{" if not gone else IMPRINT
    note_reading(store, page_of(PIER), PIER, imprint)
    if gone:
        store.objects.remove(name_of(imprint))
    assert documents(store)[-1].title is None


def test_an_added_source_is_what_was_said_of_it(tmp_path: Path) -> None:
    content = {"content_type": "Text/HTML; charset=KOI8-R", "fetched_at": NOON}
    note_added(store := Store(tmp_path), PIER, url="https://wire.example/a", **content)
    back, held = told(store)
    assert back == Back(key_of(PIER))
    assert isinstance(held, Held)
    document = held.document
    assert (document.url, document.name) == ("https://wire.example/a", "a.html")
    assert (document.media_type, document.charset) == ("Text/HTML", "koi8-r")
    assert document.fetched_at == NOON


def test_where_it_came_from_is_known_however_the_records_are_cut(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch("https://first.example/"), page_of(PIER))
    store.keep(a_fetch("https://second.example/"), page_of(PIER))
    note_reading(store, page_of(PIER), PIER)
    store.keep(a_fetch("https://third.example/"), page_of(PIER))
    for after in range(3):
        assert [each.url for each in documents(store, after)] == ["https://second.example/"]


@pytest.mark.parametrize("name", [TEXT, key_of(PIER)], ids=["text", "page"])
def test_what_is_redacted_is_no_document_though_its_bytes_are_there(
    tmp_path: Path, name: str
) -> None:
    store = a_store(tmp_path, PIER)
    store.note(Redaction(sha256=name, reason="r", at=NOON))
    assert told(store) == [Withdrawn(name)]


def test_a_text_that_is_lost_is_no_document(tmp_path: Path) -> None:
    store = a_store(tmp_path, PIER, DUES)
    store.objects.remove(TEXT)
    store.note(Loss(sha256=TEXT, reason="damaged", at=NOON))
    held, gone = told(store)
    assert isinstance(held, Held)
    assert held.document.key == key_of(DUES)
    assert gone == Gone(TEXT)


def test_what_was_taken_out_is_told(tmp_path: Path) -> None:
    note_removed(store := a_store(tmp_path, PIER), PIER)
    assert told(store, 2) == [Out(key_of(PIER))]
