import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from storing import NOON, a_fetch, filled, name_of, page, words

from provcheck.errors import StoreError
from provcheck.store import ledger as module
from provcheck.store.chain import START
from provcheck.store.ledger import Ledger
from provcheck.store.record import Redaction


def forgotten(root: Path, number: int) -> None:
    """Take the last records, from `number` on, out of the table alone."""
    with closing(sqlite3.connect(root / "ledger.sqlite", isolation_level=None)) as database:
        database.execute("delete from record where seq >= ?", (number,))


def test_records_come_in_order_each_linked_to_the_one_before(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    records = list(Ledger(tmp_path).chained())

    assert [one.seq for one in records] == [1, 2, 3]
    assert [one.prev for one in records] == [START, records[0].link, records[1].link]
    assert Ledger(tmp_path).head() == records[2].link
    assert len({one.link for one in records}) == 3


def test_pages_of_records_join(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path, 5)
    forgotten(tmp_path, 4)
    monkeypatch.setattr(module, "_PAGE", 2)

    assert [one.seq for one in Ledger(tmp_path).chained()] == [1, 2, 3, 4, 5]


def test_records_may_be_added_while_others_are_read(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    seen = []
    for one in store.ledger.chained():
        seen.append(one.seq)
        if one.seq <= 2:
            store.keep(a_fetch(page(9)), None)

    assert seen == [1, 2, 3, 4]


def test_what_waits_in_the_journal_is_read_like_all_else(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    head = Ledger(tmp_path).head()
    forgotten(tmp_path, 2)
    ledger = Ledger(tmp_path)

    assert ledger.head() == head
    assert [one.seq for one in ledger.chained()] == [1, 2, 3]
    assert [one.seq for one in ledger.fetches(page(3))] == [3]
    assert [one.seq for one in ledger.of_object(name_of(words(2)))] == [2]
    assert list(ledger.fetches(page(9))) == []


def test_records_are_found_by_address_and_by_object(tmp_path: Path) -> None:
    store = filled(tmp_path, 3)
    store.keep(a_fetch("https://short.example/x", final_url=page(2)), words(2))

    assert [one.seq for one in store.ledger.fetches(page(2))] == [4, 2]
    assert [one.seq for one in store.ledger.of_object(name_of(words(2)))] == [4, 2]
    assert list(store.ledger.of_object("0" * 64)) == []


def test_redactions_are_found_in_the_table_and_in_the_journal(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    name = name_of(words(1))
    assert store.ledger.redaction(name) is None
    redaction = Redaction(sha256=name, reason="private", at=NOON)
    store.note(redaction)

    assert store.ledger.redaction(name) == redaction
    forgotten(tmp_path, 3)
    assert store.ledger.redaction(name) == redaction
    assert store.ledger.redaction(name_of(words(2))) is None


def test_a_changed_record_is_not_handed_out(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as database:
        database.execute("update record set body = replace(body, '/2', '/7') where seq = 2")

    with pytest.raises(StoreError, match="record 2 is damaged; `provcheck store verify`"):
        list(Ledger(tmp_path).chained())
    with pytest.raises(StoreError, match="record 2 is damaged"):
        list(Ledger(tmp_path).fetches(page(2)))


def test_a_file_for_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file")
    ledger = Ledger(tmp_path / "store")

    for action in (ledger.head, lambda: ledger.append(a_fetch())):
        with pytest.raises(StoreError, match=r"no usable store.*--store") as raised:
            action()
        assert "\n" not in str(raised.value)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "ledger.sqlite").write_bytes(b"words, words, words" * 300)

    with pytest.raises(StoreError, match=r"damaged \(file is not a database\).*repair"):
        Ledger(tmp_path).append(a_fetch())


def test_the_link_can_be_made_again_by_hand(tmp_path: Path) -> None:
    """What the documentation promises to whoever wants to check a chain without this program."""
    import json  # noqa: PLC0415  (what such a person would use)

    filled(tmp_path, 2)
    prev = "0" * 64
    for text in (tmp_path / "ledger.jsonl").read_text().splitlines():
        one = json.loads(text)
        body = json.dumps(one["record"], sort_keys=True, separators=(",", ":"))
        whole = json.dumps([one["seq"], body, prev], separators=(",", ":"))
        assert one["prev"] == prev
        assert one["link"] == sha256(whole.encode()).hexdigest()
        prev = one["link"]
