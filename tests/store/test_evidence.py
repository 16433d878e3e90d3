from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError
from storing import NOON, a_fetch, a_reading, filled, name_of, page, syncs, words

from provcheck.errors import StoreError
from provcheck.store.evidence import Kept, Lost, Store
from provcheck.store.record import Redaction
from provcheck.store.verify import faults


def test_asking_an_absent_store_makes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "none")

    assert store.latest(page(1)) is None
    assert store.failure(page(1)) is None
    assert list(store.ledger.chained()) == []
    assert store.ledger.head() == "0" * 64
    assert list(tmp_path.iterdir()) == []


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    filled(tmp_path, 3)

    found = Store(tmp_path).latest(page(2))

    assert isinstance(found, Kept)
    assert (found.seq, found.data, found.fetch.url) == (2, words(2), page(2))
    assert found.fetch.size == len(words(2))


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("https://wire.example/a", id="as asked for"),
        pytest.param("http://WIRE.example:80/a?utm_source=x#part", id="another spelling"),
        pytest.param("https://wire.example/landed", id="where it landed"),
    ],
)
def test_an_address_is_known_by_its_key(tmp_path: Path, asked: str) -> None:
    fetch = a_fetch("https://wire.example/a", final_url="https://wire.example/landed")
    Store(tmp_path).keep(fetch, b"words")

    assert isinstance(Store(tmp_path).latest(asked), Kept)


def test_the_newest_that_brought_bytes_is_the_latest(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch(), b"old")
    store.keep(a_fetch(), b"new")
    store.keep(a_fetch(failure="the host did not answer"), None)

    latest, failure = store.latest(a_fetch().url), store.failure(a_fetch().url)

    assert isinstance(latest, Kept)
    assert latest.data == b"new"
    assert failure
    assert failure.failure == "the host did not answer"


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        pytest.param(lambda p: p.write_bytes(b"x"), "the stored copy is damaged", id="changed"),
        pytest.param(lambda p: p.unlink(), "the stored copy is missing", id="deleted"),
    ],
)
def test_lost_bytes_are_told_as_lost(tmp_path: Path, damage: object, reason: str) -> None:
    store = filled(tmp_path, 1)
    name = next(store.objects.names())
    damage(store.objects.place(name))  # type: ignore[operator]

    assert store.latest(page(1)) == Lost(reason=reason, seq=1)


def test_redacted_bytes_are_told_with_the_reason_and_never_kept_again(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    name = next(store.objects.names())
    store.note(Redaction(sha256=name, reason="a private address", at=NOON))
    store.objects.remove(name)

    assert store.keep(a_fetch(page(1)), words(1)) == 3
    told = Lost(reason="the stored copy was removed on purpose: a private address", seq=3)
    assert store.latest(page(1)) == told
    assert not store.objects.has(name)


def test_bytes_of_another_hash_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not of the bytes"):
        Store(tmp_path).keep(a_fetch(sha256="0" * 64), b"words")


def test_not_modified_needs_bytes_that_are_there(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    name = next(store.objects.names())

    assert store.keep(a_fetch(page(1), sha256=name, size=15), None) == 2
    with pytest.raises(StoreError, match="no object"):
        store.keep(a_fetch(page(1), sha256="0" * 64, size=1), None)


def test_what_was_asked_for_comes_before_what_only_ended_there(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch("https://wire.example/b"), b"asked")
    store.keep(a_fetch("https://wire.example/a", final_url="https://wire.example/b"), b"landed")

    latest = store.latest("https://wire.example/b")
    assert isinstance(latest, Kept)
    assert latest.data == b"asked"


def test_a_clock_that_goes_back_is_harmless(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch(fetched_at=NOON), b"first")
    store.keep(a_fetch(fetched_at=NOON - timedelta(days=900)), b"second, by a clock gone wrong")

    found = store.latest(a_fetch().url)

    assert isinstance(found, Kept)
    assert found.data == b"second, by a clock gone wrong"
    assert faults(store) == ()


def test_bytes_that_a_record_names_may_come_with_it(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    reading = a_reading(words(1), b"text")
    with pytest.raises(StoreError, match="no object"):
        store.note(reading)

    assert store.note(reading, b"text") == 2
    assert store.objects.get(reading.text_sha256) == b"text"


def test_no_bytes_are_bytes_too(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch(), b"")

    found = store.latest(a_fetch().url)

    assert isinstance(found, Kept)
    assert (found.data, found.fetch.size) == (b"", 0)


def test_what_came_with_a_failure_is_kept_and_is_no_success(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(a_fetch(failure="cut off after 20 MB"), b"the beginning")

    assert store.latest(a_fetch().url) is None
    assert len(list(store.objects.names())) == 1


@pytest.mark.parametrize("made", ["ledger.jsonl", "ledger.sqlite", "objects"])
def test_a_store_is_there_when_any_of_it_is(tmp_path: Path, made: str) -> None:
    assert not Store(tmp_path).is_there
    assert not Store(tmp_path / "none").is_there
    (tmp_path / made).mkdir()
    assert Store(tmp_path).is_there


def test_set_cookie_has_no_place_in_a_record() -> None:
    with pytest.raises(ValidationError, match="set_cookie"):
        a_fetch(set_cookie="session=1")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells what is open")
def test_what_is_acknowledged_outlasts_a_loss_of_power(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes before their name, both before the record, and every new folder in its parent."""
    synced = syncs(tmp_path, monkeypatch)
    name = name_of(b"words")
    shard = f"new/store/objects/{name[:2]}"
    store = Store(tmp_path / "new" / "store")
    store.keep(a_fetch(), b"words")

    assert synced == [
        *(".", "new"),  # the new folders
        *("new/store/unfinished", "new/store"),  # .gitignore
        "new/store",  # ledger.jsonl
        *("new/store", "new/store/objects"),  # objects/, objects/ab/
        *(f"{shard}/unfinished", shard, "new/store/objects"),  # the object
        *("new/store/ledger.jsonl", "new/store"),  # its record
    ]
    synced.clear()
    store.keep(a_fetch(), b"words")

    assert synced == [shard, "new/store/objects", "new/store/ledger.jsonl"]
