import asyncio
import json
from hashlib import sha256
from pathlib import Path

import pytest
import warcs
from storing import NOON, name_of

from provcheck.fetch.adding import Adding, Refused, Taken, texts_in
from provcheck.fetch.apart import Apart
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Limits
from provcheck.store.evidence import Store
from provcheck.store.given import GivenSource, given
from provcheck.store.library.library import Library
from provcheck.store.record import Added, Reading, Removed
from provcheck.store.redact import redact
from provcheck.store.repair import repair
from provcheck.store.verify import faults

PAGE = b"<title>Pier</title><p>We will not close the north pier before the fleet is back."
KEY = name_of(PAGE)


def added(
    store: Store, *sources: GivenSource, limits: Limits | None = None
) -> list[Taken | Refused]:
    async def run() -> list[Taken | Refused]:
        apart = Apart(load_rulebook(), Limits())
        adding = Adding(store, apart, limits or Limits())
        try:
            return [await adding.add(source) for source in sources]
        finally:
            await apart.aclose()

    return asyncio.run(run())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "s")


@pytest.fixture
def source(tmp_path: Path) -> GivenSource:
    (tmp_path / "pier.html").write_bytes(PAGE)
    return given((tmp_path / "pier.html",)).entries[0]


def kinds(store: Store) -> list[str]:
    return [one.record.kind for one in store.ledger.chained()]


def test_words_that_were_lost_come_back_when_they_are_added_again(
    store: Store, source: GivenSource
) -> None:
    added(store, source)
    (text,) = [d.text_sha256 for d in Library(store.root).documents()]
    store.objects.place(text).unlink()
    repair(store)
    assert list(Library(store.root).documents()) == []

    assert added(store, source) == [Taken(name="pier.html", key=KEY)]
    assert [d.key for d in Library(store.root).documents()] == [KEY]
    assert faults(store) == ()


def test_words_that_were_removed_on_purpose_do_not_come_back(
    store: Store, source: GivenSource
) -> None:
    added(store, source)
    (text,) = [d.text_sha256 for d in Library(store.root).documents()]
    redact(store, text, "private")

    (refused,) = added(store, source)
    assert isinstance(refused, Refused)
    assert "removed on purpose: private" in refused.reason
    assert list(Library(store.root).documents()) == []


def test_a_file_that_is_too_large_is_not_even_read(store: Store, tmp_path: Path) -> None:
    with (tmp_path / "hole.txt").open("wb") as hole:
        hole.truncate(1 << 40)  # more than any memory
    (source,) = given((tmp_path / "hole.txt",)).entries

    assert added(store, source) == [Refused(name="hole.txt", reason="larger than a source may be")]


def test_only_what_holds_a_text_is_added(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.txt").write_bytes(b"b")
    url = "https://wire.example"
    entries = [
        {"url": f"{url}/away", "redirect_to": url},
        {"url": f"{url}/gone", "status": 404},
        {"file": "b.txt", "url": f"{url}/lost", "status": 410},
        {"file": "b.txt", "url": f"{url}/dot", "content_type": "image/png"},
        {"file": "a.html", "url": f"{url}/a"},
        {"file": "a.html", "url": f"{url}/a", "archived_at": "2024-12-01T00:00:00Z"},
    ]
    (tmp_path / "sources.json").write_text(json.dumps(entries))
    assert [each.url for each in texts_in(given((tmp_path,)))] == [f"{url}/a"] * 2


def test_a_source_is_kept_with_what_was_said_of_it(store: Store, source: GivenSource) -> None:
    source = source.model_copy(update={"publisher": "Wire", "url": "https://wire.example/a"})

    assert added(store, source) == [Taken(name="pier.html", key=KEY)]

    assert kinds(store) == ["added", "reading"]
    first, second = (one.record for one in store.ledger.chained())
    assert isinstance(first, Added)
    assert (first.key, first.name, first.entry.publisher) == (KEY, "pier.html", "Wire")
    assert isinstance(second, Reading)
    assert store.objects.get(KEY) == PAGE
    assert faults(store) == ()
    document = Library(store.root).document(KEY)
    assert document
    assert (document.title, document.publisher) == ("Pier", "Wire")
    assert document.url == "https://wire.example/a"
    text = store.objects.get(document.text_sha256)
    assert b"north pier" in text
    assert sha256(text).hexdigest() == second.text_sha256


def test_added_again_nothing_happens(store: Store, source: GivenSource) -> None:
    again = added(store, source, source)[1]
    assert again == Taken(name="pier.html", key=KEY, is_new=False)
    assert kinds(store) == ["added", "reading"]


def test_another_word_on_it_is_taken_in(store: Store, source: GivenSource) -> None:
    added(store, source, source.model_copy(update={"title": "Another"}))
    assert kinds(store) == ["added", "reading"] * 2
    document = Library(store.root).document(KEY)
    assert document
    assert document.title == "Another"


def test_what_was_taken_out_can_be_added_again(store: Store, source: GivenSource) -> None:
    added(store, source)
    store.note(Removed(key=KEY, at=NOON))
    assert Library(store.root).document(KEY) is None
    assert added(store, source) == [Taken(name="pier.html", key=KEY)]
    assert Library(store.root).document(KEY)


def test_what_cannot_be_added_says_why(store: Store, source: GivenSource, tmp_path: Path) -> None:
    assert added(store, source, limits=Limits(source_bytes=9)) == [
        Refused(name="pier.html", reason="larger than a source may be")
    ]
    (tmp_path / "b.bin").write_bytes(b"\x00\x01\x02" * 99)
    (refused,) = added(store, given((tmp_path / "b.bin",)).entries[0])
    assert isinstance(refused, Refused)
    assert refused.reason
    assert kinds(store) == []

    added(store, source)
    redact(store, KEY, "private")
    (refused,) = added(store, source)
    assert isinstance(refused, Refused)
    assert refused.reason.endswith("removed on purpose: private")
    assert list(store.objects.names()) == []


def test_captures_of_a_warc_are_added(store: Store, tmp_path: Path) -> None:
    older, url = PAGE.replace(b"not ", b""), "https://wire.example/a"
    records = warcs.page(older, url, "2024-01-01T00:00:00Z") + warcs.page(PAGE, url)
    path = warcs.written(tmp_path / "web.warc", records)
    ends = added(store, *texts_in(given((path,))))
    assert {end.key for end in ends if isinstance(end, Taken)} == {KEY, name_of(older)}
    document = Library(store.root).document(KEY)
    assert document
    assert document.url == "https://wire.example/a"
