import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, as_killed, files, filled, page

from provcheck.errors import StoreError
from provcheck.store import ground, table
from provcheck.store.chain import START, written
from provcheck.store.journal import NOTHING, Head
from provcheck.store.record import Loss, Record, Redaction, Run
from provcheck.store.repair import repair
from provcheck.store.table import Columns, ForeignLedgerError, columns, to_read, to_write
from provcheck.store.verify import faults

SHA = "a" * 64


def changed(root: Path, *statements: str) -> None:
    with closing(sqlite3.connect(root / "ledger.sqlite", isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


@pytest.mark.parametrize(
    ("record", "keys"),
    [
        pytest.param(
            a_fetch("https://Wire.example/a#x", final_url="https://wire.example/b", sha256=SHA),
            Columns("wire.example/a", "wire.example/b", SHA),
            id="a fetch",
        ),
        pytest.param(
            a_fetch("https://wire.example/a", failure="no answer"),
            Columns("wire.example/a", "wire.example/a", None),
            id="a fetch that failed",
        ),
        pytest.param(a_reading(b"a", b"b"), Columns(object=a_reading(b"a", b"b").sha256)),
        pytest.param(Redaction(sha256=SHA, reason="r", at=NOON), Columns(object=SHA, redacted=SHA)),
        pytest.param(Loss(sha256=SHA, reason="r", at=NOON), Columns(object=SHA)),
        pytest.param(Run(article="a", article_sha256=SHA, tool="t"), Columns(), id="a run"),
    ],
)
def test_what_a_record_is_looked_up_by(record: Record, keys: Columns) -> None:
    assert columns(record) == keys


def test_rows_come_back(tmp_path: Path) -> None:
    held = written(a_fetch(), 1, START)
    with to_write(tmp_path) as database:
        assert table.last(database) == NOTHING
        table.insert(database, held, 400, columns(a_fetch()))
        database.execute("commit")

    with to_read(tmp_path) as database:
        assert database
        assert table.last(database) == Head(1, held.link, 400)
        assert table.page(database, 0, 10) == [held]
        assert table.page(database, 1, 10) == []
        assert table.at_address(database, "wire.example/a") == [held]
        assert table.at_address(database, "wire.example/b") == []


def test_what_is_not_committed_is_not_there(tmp_path: Path) -> None:
    with to_write(tmp_path) as database:
        table.insert(database, written(a_fetch(), 1, START), 400, Columns())
    with to_write(tmp_path) as database:
        assert table.last(database) == NOTHING


def test_look_ups_use_the_indexes(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    with to_read(tmp_path) as database:
        assert database
        plans = [
            str(row)
            for column in ("asked", "landed", "object", "redacted")
            for row in database.execute(
                f"explain query plan select seq from record where {column} = 'x' order by seq"  # noqa: S608
            )
        ]
    assert [plan for plan in plans if "SCAN" in plan] == []
    assert [f"by_{c}" in str(plans) for c in ("asked", "landed", "object", "redacted")] == [
        True
    ] * 4


def test_the_log_is_kept_and_synced(tmp_path: Path) -> None:
    with to_write(tmp_path) as database:
        assert database.execute("pragma journal_mode").fetchone() == ("wal",)
        assert database.execute("pragma synchronous").fetchone() == (2,)
        assert database.execute("pragma busy_timeout").fetchone() == (30_000,)


def test_reading_makes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    with to_read(tmp_path) as database:
        assert database is None
    assert list(tmp_path.iterdir()) == []
    filled(tmp_path, 1)
    before = sorted(path.name for path in tmp_path.iterdir())
    with to_read(tmp_path) as database:
        assert database
        table.last(database)

    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_reading_writes_nothing(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    with to_read(tmp_path) as database:
        assert database
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            database.execute("delete from record")


def test_on_a_network_disk_the_table_is_read_as_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = as_killed(tmp_path)
    (tmp_path / "mounts").write_text(f"server:/x {tmp_path.resolve()} nfs rw 0 0\n")
    monkeypatch.setattr(ground, "_MOUNTS", tmp_path / "mounts")
    ground._kind.cache_clear()
    before = files(tmp_path)

    with to_read(tmp_path) as database:
        assert database is None  # SQLite's log stands beside it
    assert [one.seq for one in store.ledger.chained()] == list(range(1, 14))
    assert files(tmp_path) == before
    with pytest.raises(StoreError, match="network"):
        store.keep(a_fetch(), b"more")
    ground._kind.cache_clear()


def test_an_empty_file_is_a_table_yet_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").touch()
    with to_read(tmp_path) as database:
        assert database is None
    with to_write(tmp_path) as database:
        assert table.last(database) == NOTHING


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        pytest.param(
            ["alter table record add column mood text", "pragma user_version=2"],
            r"written by a newer provcheck \(version 2\); update provcheck",
            id="a newer version",
        ),
        pytest.param(
            ["drop table record", "create table record (snapshot text)", "pragma user_version=0"],
            "no ledger that provcheck reads; name another folder",
            id="the first form, never released",
        ),
    ],
)
def test_another_version_is_left_alone(tmp_path: Path, statements: list[str], told: str) -> None:
    filled(tmp_path, 1)
    changed(tmp_path, *statements)
    before = (tmp_path / "ledger.sqlite").read_bytes()

    with pytest.raises(ForeignLedgerError, match=told), to_read(tmp_path):
        pass
    with pytest.raises(ForeignLedgerError, match=told), to_write(tmp_path):
        pass
    assert (tmp_path / "ledger.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(["pragma user_version=9"], id="a number alone"),
        pytest.param(["drop index by_asked"], id="an index lost"),
        pytest.param(
            ["create trigger t after insert on record begin delete from record; end"],
            id="a trigger laid in",
        ),
    ],
)
def test_half_another_version_is_damage(tmp_path: Path, statements: list[str]) -> None:
    filled(tmp_path, 1)
    changed(tmp_path, *statements)

    with pytest.raises(StoreError, match="damaged; `provcheck store repair`") as raised:
        filled(tmp_path, 1)
    assert not isinstance(raised.value, ForeignLedgerError)


@pytest.mark.parametrize("until", ["null", "'far'", "-1", "2.5", "x'00'"])
def test_a_head_of_other_types_is_damage(tmp_path: Path, until: str) -> None:
    store = filled(tmp_path, 1)
    changed(
        tmp_path,
        "pragma writable_schema=on",
        "update sqlite_master set sql = replace(sql, 'until integer not null', 'until integer')",
        "pragma writable_schema=off",
    )
    changed(
        tmp_path,
        f"update record set until = {until}",  # noqa: S608
        "pragma writable_schema=on",
        "update sqlite_master set sql = replace(sql, 'until integer', 'until integer not null')",
    )

    for action in (store.ledger.head, lambda: store.keep(a_fetch(), b"more")):
        with pytest.raises(StoreError, match=r"the last record is not as it was written.*repair"):
            action()
    repair(store)
    assert faults(store) == ()


def test_a_link_for_a_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"), to_write(tmp_path):
        pass
    with pytest.raises(OSError, match="symbolic link"), to_read(tmp_path):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_addresses_of_any_kind_are_found(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    for url in ("nul\0inside", "", "quote'--", page(1) + "?q=ü"):
        store.keep(a_fetch(url, failure="no address"), None)
        assert store.failure(url) == a_fetch(url, failure="no address")


def test_readers_do_not_stumble_over_each_other(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", 1)

    def read(_: int) -> None:
        for _ in range(150):
            store.latest("https://wire.example/nowhere")

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, range(8))) == [None] * 8
