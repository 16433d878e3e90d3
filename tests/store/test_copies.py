import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storing import files, filled, page, words

from provcheck.errors import StoreError
from provcheck.store import lock
from provcheck.store.copies import copies, held_copies
from provcheck.store.table import ForeignLedgerError
from provcheck.store.writer import writing


def test_both_copies_of_a_store(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    both = copies(tmp_path)

    assert [row.held.seq for row in both.rows] == [1, 2, 3]
    assert both.rows[1].keys.asked == "wire.example/2"
    assert both.journal == (tmp_path / "ledger.jsonl").read_bytes()
    assert both.end == len(both.journal)
    assert both.complaints == ()


def test_of_an_absent_store_nothing(tmp_path: Path) -> None:
    both = copies(tmp_path / "none")

    assert (both.rows, both.journal, both.complaints, both.end) == ((), b"", (), 0)
    assert list(tmp_path.iterdir()) == []


def test_looking_changes_nothing_not_even_sqlites_log(tmp_path: Path) -> None:
    root = tmp_path / "store"
    store = filled(root, 2)
    with closing(sqlite3.connect(root / "ledger.sqlite")) as reader:
        reader.execute("begin")
        reader.execute("select * from record").fetchall()
        store.keep(next(store.ledger.chained()).record, words(1))  # type: ignore[arg-type]
        shutil.copytree(root, tmp_path / "as killed")
    killed = tmp_path / "as killed"
    before = files(killed)
    assert len(before["ledger.sqlite-wal"]) > 0

    both = copies(killed)

    assert [row.held.seq for row in both.rows] == [1, 2, 3]
    assert files(killed) == before


def test_nobody_else_reads_meanwhile_who_could_take_sqlites_log_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path, 1)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with lock.reading(tmp_path), pytest.raises(StoreError, match="in use"):
        copies(tmp_path)


def test_a_holder_may_look_too(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    with writing(tmp_path):
        assert len(held_copies(tmp_path).rows) == 1


def test_rows_before_and_after_a_bad_page_are_read(tmp_path: Path) -> None:
    filled(tmp_path, 60)
    data = bytearray((tmp_path / "ledger.sqlite").read_bytes())
    middle = data.index(page(30).encode()) // 4096
    data[middle * 4096 : (middle + 1) * 4096] = bytes(4096)
    (tmp_path / "ledger.sqlite").write_bytes(data)

    both = copies(tmp_path)
    seqs = [row.held.seq for row in both.rows]

    assert seqs[0] == 1
    assert seqs[-1] == 60
    assert 30 not in seqs
    assert len(seqs) > 30
    assert both.complaints


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        pytest.param(
            lambda data: b"words" * len(data), "file is not a database", id="another file"
        ),
        pytest.param(lambda data: data[: len(data) // 2], "malformed", id="half of it"),
        pytest.param(lambda data: data[:60] + b"\0\0\0\7" + data[64:], "damaged", id="version"),
    ],
)
def test_damage_is_complained_of_and_nothing_raised(tmp_path: Path, spoil, complaint: str) -> None:
    filled(tmp_path, 40)
    data = (tmp_path / "ledger.sqlite").read_bytes()
    (tmp_path / "ledger.sqlite").write_bytes(spoil(data))

    both = copies(tmp_path)

    assert any(complaint in one for one in both.complaints)


def test_rows_of_other_types_are_told(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as database:
        database.execute("update record set body = x'ff' where seq = 1")
        database.execute("update record set until = 'far' where seq = 2")

    both = copies(tmp_path)

    assert both.rows == ()
    assert both.complaints == ("2 records are not as they were written",)


def test_another_versions_ledger_is_not_read(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as database:
        database.execute("alter table record add column mood text")
        database.execute("pragma user_version=2")

    with pytest.raises(ForeignLedgerError, match=f"^{tmp_path}/ledger.sqlite: written by a newer"):
        copies(tmp_path)


def test_a_link_for_a_file_is_told(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "ledger.jsonl").unlink()
    (tmp_path / "ledger.jsonl").symlink_to("/etc/hostname")
    with pytest.raises(StoreError, match="symbolic links"):
        copies(tmp_path)
