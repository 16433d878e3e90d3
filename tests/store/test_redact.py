from pathlib import Path

import pytest
from storing import a_fetch, a_reading, dies, filled, name_of, page, stride, words

from provcheck.errors import StoreError
from provcheck.store.aside import Aside
from provcheck.store.evidence import Lost, Store
from provcheck.store.gc import gc
from provcheck.store.record import Redaction
from provcheck.store.redact import is_still_there, redact
from provcheck.store.verify import faults

TEXT, OTHER = b"a private text", b"another text"
NAME, TEXT_NAME = name_of(words(1)), name_of(TEXT)


def read(root: Path) -> Store:
    """Two pages, from the first of which a text was read, twice the same, and another."""
    store = filled(root, 2)
    for text in (TEXT, TEXT, OTHER):
        store.note(a_reading(words(1), text), text)
    return store


def test_bytes_and_texts_go_and_the_rest_stays(tmp_path: Path) -> None:
    store = read(tmp_path)

    removed = redact(store, NAME, "a private address")

    assert removed == (TEXT_NAME, name_of(OTHER), NAME)
    assert list(store.objects.names()) == [name_of(words(2))]
    assert len(list(store.ledger.chained())) == 5 + 3
    assert faults(store) == ()
    assert store.latest(page(1)) == Lost(
        reason="the stored copy was removed on purpose: a private address", seq=1
    )


def test_a_text_alone_can_be_redacted(tmp_path: Path) -> None:
    store = read(tmp_path)

    assert redact(store, TEXT_NAME, "r") == (TEXT_NAME,)
    assert store.latest(page(1))
    assert faults(store) == ()


def test_redacted_twice_is_told_once(tmp_path: Path) -> None:
    store = read(tmp_path)
    redact(store, NAME, "the first reason")
    records = len(list(store.ledger.chained()))

    redact(store, NAME, "the second reason")

    assert len(list(store.ledger.chained())) == records


def test_redacted_words_do_not_come_back_by_any_way(tmp_path: Path) -> None:
    store = read(tmp_path)
    redact(store, NAME, "r")

    store.keep(a_fetch("https://mirror.example/"), words(1))
    store.note(a_reading(words(1), TEXT), words(1), TEXT)

    assert list(store.objects.names()) == [name_of(words(2))]
    assert faults(store) == ()


def test_what_a_repair_laid_aside_goes_too(tmp_path: Path) -> None:
    store = read(tmp_path)
    Aside(tmp_path).take(store.objects.place(NAME), NAME)
    assert is_still_there(store, NAME)

    redact(store, NAME, "r")

    assert not is_still_there(store, NAME)
    assert [path for path in tmp_path.rglob("*") if path.name in {NAME, NAME[2:]}] == []


@pytest.mark.parametrize("name", ["f" * 64, "", "../../etc/passwd"])
def test_what_nothing_bears_is_refused(tmp_path: Path, name: str) -> None:
    store = read(tmp_path)
    with pytest.raises(StoreError, match=r"no object.*store list"):
        redact(store, name, "r")
    assert len(list(store.ledger.chained())) == 5


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_needed(tmp_path: Path, reason: str) -> None:
    store = read(tmp_path)
    with pytest.raises(StoreError, match="needs a reason"):
        redact(store, NAME, reason)
    assert store.objects.has(NAME)


def test_a_process_may_die_at_any_line(tmp_path: Path) -> None:
    """Each time verify tells what is still there, or nothing was promised yet."""
    line, told = 1, 0
    while True:
        store = read(tmp_path / str(line))
        died = dies(lambda store=store: redact(store, NAME, "r"), line)
        promised = {
            one.record.sha256 for one in store.ledger.chained() if isinstance(one.record, Redaction)
        }
        left = {name for name in promised if store.objects.has(name)}
        found = [fault for fault in faults(store) if fault.grave]
        assert len(found) == len(left)
        assert all("redacted, and still there" in fault.what for fault in found)
        told += len(left)
        gc(store)
        assert [fault for fault in faults(store) if fault.grave] == []
        redact(store, NAME, "r")
        assert list(store.objects.names()) == [name_of(words(2))]
        if not died:
            break
        line += stride(41)
    assert told > 0
    assert promised
