import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, dies, files, filled, name_of, page, stride, words

from provcheck.errors import StoreError
from provcheck.store.evidence import Kept, Lost, Store
from provcheck.store.record import Fetch, Gap, Loss, Redaction, Run
from provcheck.store.repair import repair
from provcheck.store.verify import faults


def urls(store: Store) -> list[str]:
    records = [one.record for one in store.ledger.chained()]
    return [record.url for record in records if isinstance(record, Fetch)]


def spoilt(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 4
    path.write_bytes(data)


def in_both(root: Path, old: str, new: str, seq: int) -> None:
    journal = root / "ledger.jsonl"
    journal.write_bytes(journal.read_bytes().replace(old.encode(), new.encode()))
    with closing(sqlite3.connect(root / "ledger.sqlite", isolation_level=None)) as database:
        query = "update record set body = replace(body, ?, ?) where seq = ?"
        database.execute(query, (old, new, seq))


def test_an_absent_store_is_not_made(tmp_path: Path) -> None:
    assert repair(Store(tmp_path / "none")) == ()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_done_to_a_sound_store(tmp_path: Path) -> None:
    store = filled(tmp_path, 3)
    before = files(tmp_path)

    assert repair(store) == ()
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda root: (root / "ledger.sqlite").unlink(), id="the table deleted"),
        pytest.param(lambda root: spoilt(root / "ledger.sqlite", 3), id="the table's header"),
        pytest.param(lambda root: spoilt(root / "ledger.sqlite", 63), id="the table's version"),
        pytest.param(
            lambda root: (root / "ledger.sqlite").write_bytes(b"words" * 999), id="another file"
        ),
        pytest.param(lambda root: (root / "ledger.sqlite").write_bytes(b""), id="an empty table"),
        pytest.param(lambda root: (root / "ledger.jsonl").unlink(), id="the journal deleted"),
        pytest.param(lambda root: (root / "ledger.jsonl").write_bytes(b""), id="emptied"),
        pytest.param(lambda root: spoilt(root / "ledger.jsonl", 300), id="a bit of the journal"),
    ],
)
def test_one_copy_mends_the_other(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    store = filled(tmp_path, 4)
    whole = list(store.ledger.chained())
    spoil(tmp_path)

    done = repair(store)

    assert faults(store) == ()
    assert list(store.ledger.chained()) == whole
    assert store.keep(a_fetch(page(5)), words(5)) == 5
    assert faults(store) == ()
    assert all("could not be recovered" not in line for line in done)


def test_the_old_ledger_is_laid_aside(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    spoilt(tmp_path / "ledger.jsonl", 9)
    old = {name: data for name, data in files(tmp_path).items() if name.startswith("ledger")}

    done = repair(store)

    assert {f"damaged/0001/{name}": data for name, data in old.items()}.items() <= files(
        tmp_path
    ).items()
    assert done == ("the ledger was written anew with 2 records; damaged/0001 has the old one",)


def test_what_both_copies_lost_is_told_in_the_chain(tmp_path: Path) -> None:
    store = filled(tmp_path, 4)
    links = [one.link for one in store.ledger.chained()]
    in_both(tmp_path, "wire.example/2", "wire.example/7", 2)

    done = repair(store)

    assert faults(store) == ()
    assert urls(store) == [page(1), page(3), page(4)]
    records = list(store.ledger.chained())
    assert [one.link for one in records[:3]] == [links[0], *links[2:]]
    gap = records[3].record
    assert isinstance(gap, Gap)
    assert (gap.first, gap.last, gap.after, gap.before) == (2, 2, links[0], links[1])
    assert "record 2 could not be recovered; record 5 says so" in done
    assert repair(store) == ()


def test_a_line_that_may_have_been_a_record_is_told_as_lost(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    with (tmp_path / "ledger.jsonl").open("ab") as journal:
        journal.write(b"words\n")

    lost = "whatever came after record 2 could not be recovered; record 3 says so"
    assert lost in repair(store)
    assert faults(store) == ()
    assert urls(store) == [page(1), page(2)]


def test_a_gap_outlives_the_loss_of_the_table(tmp_path: Path) -> None:
    store = filled(tmp_path, 4)
    in_both(tmp_path, "wire.example/2", "wire.example/7", 2)
    repair(store)
    (tmp_path / "ledger.sqlite").unlink()

    with pytest.raises(StoreError, match="repair"):
        store.ledger.head()
    repair(store)

    assert faults(store) == ()
    assert urls(store) == [page(1), page(3), page(4)]


def test_a_ledger_gone_altogether_is_told(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    for name in ("ledger.sqlite", "ledger.jsonl"):
        (tmp_path / name).unlink()

    repair(store)

    assert faults(store) == ()
    (only,) = store.ledger.chained()
    assert isinstance(only.record, Gap)
    assert only.record.last is None
    assert len(list(store.objects.names())) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_bytes(b"x"), id="damaged"),
        pytest.param(lambda path: path.unlink(), id="missing"),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), id="a folder for it"),
        pytest.param(lambda path: (path.unlink(), path.symlink_to("/etc/passwd")), id="a link"),
        pytest.param(
            lambda path: (path.unlink(), path.parent.rmdir(), path.parent.write_text("x")),
            id="a file for its folder",
        ),
        pytest.param(
            lambda path: (path.unlink(), path.parent.rmdir(), path.parent.symlink_to("/etc")),
            id="a link for its folder",
        ),
    ],
)
def test_a_lost_object_is_told_and_may_come_back(tmp_path: Path, spoil) -> None:
    store = filled(tmp_path, 2)
    spoil(store.objects.place(name_of(words(1))))

    done = repair(store)

    assert faults(store) == ()
    last = list(store.ledger.chained())[-1].record
    assert isinstance(last, Loss)
    assert last.sha256 == name_of(words(1))
    assert any(last.sha256 in line and "the ledger says so" in line for line in done)
    assert isinstance(store.latest(page(1)), Lost)
    assert isinstance(store.latest(page(2)), Kept)
    store.keep(a_fetch(page(1)), words(1))
    assert isinstance(store.latest(page(1)), Kept)
    assert faults(store) == ()


def test_a_link_for_all_objects_is_taken_and_what_it_led_to_is_left(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", 1)
    (tmp_path / "store" / "objects").rename(tmp_path / "elsewhere")
    (tmp_path / "store" / "objects").symlink_to(tmp_path / "elsewhere")
    before = files(tmp_path / "elsewhere")

    repair(store)

    assert faults(store) == ()
    assert files(tmp_path / "elsewhere") == before
    assert store.keep(a_fetch(page(1)), words(1))
    assert isinstance(store.latest(page(1)), Kept)


def test_damage_to_what_a_run_mentions_is_told(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    name = store.objects.put(b"article")
    store.note(Run(article="a", article_sha256=name, tool="t"))
    store.objects.place(name).write_bytes(b"articles")

    repair(store)

    assert faults(store) == ()
    last = list(store.ledger.chained())[-1].record
    assert isinstance(last, Loss)
    assert last.sha256 == name


def test_a_damaged_object_that_no_record_names_is_laid_aside_without_a_word_in_the_chain(
    tmp_path: Path,
) -> None:
    store = filled(tmp_path, 1)
    store.objects.place(store.objects.put(b"orphan")).write_bytes(b"x")

    (done,) = repair(store)
    assert done.endswith("damaged, and moved to damaged/0001")
    assert faults(store) == ()
    assert len(list(store.ledger.chained())) == 1


def test_redactions_are_finished(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.note(Redaction(sha256=name_of(words(1)), reason="r", at=NOON))

    assert repair(store) == (f"object {name_of(words(1))}: was redacted, and is removed now",)
    assert faults(store) == ()


def test_the_store_is_kept_out_of_git_again(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    (tmp_path / ".gitignore").unlink()

    assert repair(store) == (".gitignore was written anew",)
    assert (tmp_path / ".gitignore").read_bytes() == b"*\n"


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as database:
        database.execute("alter table record add column mood text")
        database.execute("pragma user_version=2")
    before = files(tmp_path)

    with pytest.raises(StoreError, match="update provcheck"):
        repair(store)
    assert files(tmp_path) == before


def test_a_process_may_die_at_any_line_and_is_run_once_more(tmp_path: Path) -> None:
    """Nothing sound is lost by a repair that is killed, whatever it was about to do."""
    line = 7
    while True:
        store = filled(tmp_path / str(line), 5)
        store.note(a_reading(words(1), b"text"), b"text")
        in_both(store.root, "wire.example/3", "wire.example/7", 3)
        spoilt(store.root / "ledger.sqlite", 62)
        store.objects.place(name_of(words(2))).write_bytes(b"x")
        died = dies(lambda store=store: repair(store), line)

        repair(store)

        assert faults(store) == ()
        assert urls(store) == [page(1), page(2), page(4), page(5)]
        kinds = [one.record.kind for one in store.ledger.chained()]
        assert kinds.count("gap") == 1
        assert kinds.count("loss") == 1
        if not died:
            break
        line += stride(199)
    assert line > 400
