import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, aged, files, filled, name_of, page, words

from provcheck.errors import StoreError
from provcheck.store.evidence import Kept, Store
from provcheck.store.gc import Freed, gc
from provcheck.store.record import Gap, GivenFile, Loss, Redaction, Run
from provcheck.store.verify import faults

NOTHING = Freed(files=0, size=0, spared=0)
AT_ONCE = timedelta(0)


def test_an_absent_store_is_not_made(tmp_path: Path) -> None:
    assert gc(Store(tmp_path / "none")) == NOTHING
    assert list(tmp_path.iterdir()) == []


def test_what_any_record_names_stays(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    store.note(a_reading(words(1), b"text"), b"text")
    store.objects.put(b"given by hand")
    given = (GivenFile(key="k", entry={}, sha256=name_of(b"given by hand")),)  # type: ignore[arg-type]
    article = name_of(b"article")
    store.objects.put(b"article")
    store.note(Run(article="a", article_sha256=article, tool="t", given=given))
    store.note(Loss(sha256=name_of(words(2)), reason="lost, and found again", at=NOON))
    aged(tmp_path)
    before = files(tmp_path)

    assert gc(store) == NOTHING
    assert files(tmp_path) == before


def test_a_writer_at_work_is_left_alone(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.objects.put(b"about to be named")
    (tmp_path / "objects" / "tmp-1").write_bytes(b"about to be finis")

    assert gc(store) == NOTHING


def test_what_killed_runs_left_goes(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    orphan = store.objects.put(b"orphan")
    (tmp_path / "objects" / "tmp-1").write_bytes(b"half")
    (tmp_path / "tmp-2").write_bytes(b"")
    aged(tmp_path)
    store.objects.put(b"young")

    assert gc(store) == Freed(files=3, size=len(b"orphanhalf"), spared=0)
    assert not store.objects.has(orphan)
    assert store.objects.has(name_of(b"young"))
    assert gc(store) == NOTHING
    assert gc(store, AT_ONCE) == Freed(files=1, size=len(b"young"), spared=0)
    assert faults(store) == ()


def test_what_was_redacted_and_is_still_there_goes_at_once(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.note(Redaction(sha256=name_of(words(1)), reason="r", at=NOON))

    assert gc(store) == Freed(files=1, size=len(words(1)), spared=0)
    assert faults(store) == ()


def test_where_records_were_lost_unnamed_objects_are_spared(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    gap = Gap(first=2, last=None, after="0" * 64, before="0" * 64, reason="r", at=NOON)
    store.note(gap)
    store.objects.put(b"named by a lost record")
    (tmp_path / "tmp-1").write_bytes(b"half")

    assert gc(store, AT_ONCE) == Freed(files=1, size=4, spared=1)
    assert store.objects.has(name_of(b"named by a lost record"))


@pytest.mark.parametrize("lost", ["ledger.jsonl", "ledger.sqlite"])
def test_a_damaged_ledger_names_nothing_surely(tmp_path: Path, lost: str) -> None:
    store = filled(tmp_path, 2)
    aged(tmp_path)
    with (tmp_path / lost).open("r+b") as file:
        file.truncate(600)

    with pytest.raises(StoreError, match="repair"):
        gc(store, AT_ONCE)
    assert len(list(store.objects.names())) == 2


def test_a_row_that_is_not_seen_takes_no_object_with_it(tmp_path: Path) -> None:
    store = filled(tmp_path, 3)
    aged(tmp_path)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as database:
        database.execute("delete from record where seq = 2")

    with pytest.raises(StoreError, match=r"record 3 does not follow record 1; run .*repair"):
        gc(store, AT_ONCE)
    assert len(list(store.objects.names())) == 3


def test_an_object_that_goes_before_its_record_comes_is_put_again(tmp_path: Path) -> None:
    """Gc may take what a writer has just put, while the writer waits for its turn."""
    store = filled(tmp_path, 1)
    put = store.objects.put
    taken: list[Freed] = []

    def put_and_lose(data: bytes) -> str:
        name = put(data)
        if not taken:
            taken.append(gc(store, AT_ONCE))
        return name

    store.objects.put = put_and_lose  # type: ignore[method-assign]
    store.keep(a_fetch(page(2)), words(2))

    assert taken == [Freed(files=1, size=len(words(2)), spared=0)]
    found = Store(tmp_path).latest(page(2))
    assert isinstance(found, Kept)
    assert found.data == words(2)


def test_a_clock_that_went_back_removes_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    orphan = store.objects.put(b"orphan")
    later = store.objects.place(orphan).stat().st_mtime + 86_400
    os.utime(store.objects.place(orphan), (later, later))

    assert gc(store) == NOTHING
