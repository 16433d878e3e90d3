import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from provcheck.errors import StoreError
from provcheck.model.evidence import Mode, Snapshot
from provcheck.store.ledger import Ledger


def a_snapshot(data: bytes) -> Snapshot:
    return Snapshot(
        url="https://wire.example/a",
        final_url="https://wire.example/a",
        sha256=sha256(data).hexdigest(),
        text_sha256="0" * 64,
        media_type="text/plain",
        mode=Mode.REPLAY,
    )


def filled(root: Path, count: int) -> Ledger:
    ledger = Ledger(root)
    for number in range(count):
        data = f"words {number}".encode()
        ledger.record(a_snapshot(data), data)
    return ledger


def changed(root: Path, statement: str) -> None:
    with sqlite3.connect(root / "ledger.sqlite") as database:
        database.execute(statement)
    database.close()


def test_an_empty_store_holds_together(tmp_path: Path) -> None:
    assert Ledger(tmp_path / "new").verify() == 0


def test_records_follow_each_other(tmp_path: Path) -> None:
    assert filled(tmp_path, 3).verify() == 3
    assert Ledger(tmp_path).verify() == 3


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("update record set snapshot = '{}' where seq = 2", id="a record changed"),
        pytest.param("delete from record where seq = 2", id="a record taken out"),
        pytest.param("update record set prev = link where seq = 3", id="a link changed"),
        pytest.param("update record set seq = 9 where seq = 3", id="a number changed"),
    ],
)
def test_a_broken_chain_is_noticed(tmp_path: Path, statement: str) -> None:
    ledger = filled(tmp_path, 3)
    changed(tmp_path, statement)

    with pytest.raises(StoreError, match="does not follow"):
        ledger.verify()


def test_a_lost_object_is_noticed(tmp_path: Path) -> None:
    ledger = filled(tmp_path, 2)
    next(p for p in (tmp_path / "objects").rglob("*") if p.is_file()).unlink()

    with pytest.raises(StoreError, match="lost"):
        ledger.verify()


def test_a_store_that_is_no_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "store"
    file.write_text("a file")

    with pytest.raises(StoreError, match="no usable store"):
        Ledger(file).verify()
