import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, aged, dies, files, filled, name_of, page, words

from provcheck.errors import StoreError
from provcheck.store import verify as module
from provcheck.store.evidence import Store
from provcheck.store.record import GivenFile, Loss, Redaction, Run
from provcheck.store.verify import Fault, faults
from provcheck.store.writer import writing


def changed(root: Path, statement: str) -> None:
    with closing(sqlite3.connect(root / "ledger.sqlite", isolation_level=None)) as database:
        database.execute(statement)


def told(store: Store) -> list[str]:
    """The grave faults, each as place and words."""
    return [f"{fault.place}: {fault.what}" for fault in faults(store) if fault.grave]


def place(data: bytes) -> str:
    return f"objects/{name_of(data)[:2]}/{name_of(data)[2:]}"


def test_an_absent_store_has_no_faults_and_is_not_made(tmp_path: Path) -> None:
    assert faults(Store(tmp_path / "none")) == ()
    assert faults(Store(tmp_path)) == ()
    assert list(tmp_path.iterdir()) == []


def test_all_kinds_of_records_at_rest_are_sound(tmp_path: Path) -> None:
    store = filled(tmp_path, 3)
    store.keep(a_fetch(failure="no answer"), None)
    store.keep(a_fetch(page(1), sha256=name_of(words(1)), size=len(words(1))), None)
    store.note(a_reading(words(1), b"text"), b"text")
    given = (GivenFile(key="k", entry={}, sha256="c" * 64),)  # type: ignore[arg-type]
    store.note(Run(article="a", article_sha256="b" * 64, tool="t", given=given, fetches=(1,)))
    store.note(Redaction(sha256=name_of(words(2)), reason="r", at=NOON))
    store.objects.remove(name_of(words(2)))
    store.note(Loss(sha256=name_of(words(3)), reason="r", at=NOON))
    aged(tmp_path)
    before = files(tmp_path)

    assert faults(store) == ()
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        pytest.param(
            "update record set body = replace(body, '/2', '/7') where seq = 2",
            "ledger.sqlite: record 2 is damaged",
            id="a record changed",
        ),
        pytest.param(
            "delete from record where seq = 2",
            "ledger.sqlite: record 3 does not follow record 1",
            id="a record taken out",
        ),
        pytest.param(
            "delete from record where seq = 1",
            "ledger.sqlite: record 2 does not follow the beginning",
            id="the first taken out",
        ),
        pytest.param(
            "update record set prev = link where seq = 3",
            "ledger.sqlite: record 3 is damaged",
            id="a link changed",
        ),
        pytest.param(
            "update record set seq = 9 where seq = 3",
            "ledger.sqlite: record 9 is damaged",
            id="a number changed",
        ),
        pytest.param(
            "update record set asked = 'wire.example/7' where seq = 2",
            "ledger.sqlite: record 2 cannot be looked up: its columns are not made of it",
            id="an address changed in the index",
        ),
        pytest.param(
            "update record set object = null where seq = 2",
            "ledger.sqlite: record 2 cannot be looked up: its columns are not made of it",
            id="an object taken out of the index",
        ),
        pytest.param(
            "update record set until = until + 1 where seq = 2",
            "ledger.jsonl: record 2 is not as in ledger.sqlite",
            id="a place changed",
        ),
        pytest.param(
            "delete from record where seq > 1",
            "ledger.jsonl: ahead of ledger.sqlite by 2; the next writing catches up",
            id="the last two taken out",
        ),
        pytest.param("drop index by_object", "ledger.sqlite: ", id="an index dropped"),
    ],
)
def test_a_changed_table_is_told(tmp_path: Path, statement: str, line: str) -> None:
    store = filled(tmp_path, 3)
    changed(tmp_path, statement)

    assert any(one.startswith(line) for one in told(store)), told(store)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(
            lambda data: data.replace(b"example/2", b"example/7"),
            "ledger.jsonl: record 2 is not as in ledger.sqlite",
            id="a record changed",
        ),
        pytest.param(
            lambda data: data[:-1] + b" ",
            "ledger.jsonl: record 3 is not as in ledger.sqlite",
            id="the last line feed changed",
        ),
        pytest.param(
            lambda data: data[:-9],
            "ledger.jsonl: record 3 is not as in ledger.sqlite",
            id="cut short",
        ),
        pytest.param(
            lambda data: data + b"{}\n",
            "ledger.jsonl: damaged beyond the last record of ledger.sqlite",
            id="a strange line",
        ),
    ],
)
def test_a_changed_journal_is_told(tmp_path: Path, change, line: str) -> None:
    store = filled(tmp_path, 3)
    journal = tmp_path / "ledger.jsonl"
    journal.write_bytes(change(journal.read_bytes()))

    assert told(store) == [line]


def test_a_lost_journal_is_told(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    (tmp_path / "ledger.jsonl").unlink()
    assert "ledger.jsonl: missing" in told(store)


def test_both_copies_changed_alike_still_break_the_chain(tmp_path: Path) -> None:
    store = filled(tmp_path, 3)
    journal = tmp_path / "ledger.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"example/2", b"example/7"))
    changed(tmp_path, "update record set body = replace(body, '/2', '/7') where seq = 2")

    assert "ledger.sqlite: record 2 is damaged" in told(store)
    assert "ledger.sqlite: record 3 does not follow record 1" in told(store)


def test_a_sound_record_of_no_known_kind_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(tmp_path, 1)
    monkeypatch.setattr(module, "meaning", lambda _: None)
    assert "ledger.sqlite: record 1 is of a kind that is not known here" in told(store)


@pytest.mark.parametrize(
    ("spoil", "how"),
    [
        pytest.param(lambda path: path.write_bytes(b"x" * 15), "damaged", id="changed"),
        pytest.param(lambda path: path.unlink(), "missing", id="deleted"),
        pytest.param(
            lambda path: (path.unlink(), path.symlink_to("/etc/hostname")), "unreadable", id="link"
        ),
    ],
)
@pytest.mark.parametrize("data", [words(1), b"text"], ids=["bytes", "text"])
def test_a_spoilt_object_is_told(tmp_path: Path, spoil, how: str, data: bytes) -> None:
    store = filled(tmp_path, 1)
    store.note(a_reading(words(1), b"text"), b"text")
    spoil(store.objects.place(name_of(data)))

    assert told(store) == [f"{place(data)}: {how}; record 2 names it"]


def test_two_objects_swapped_are_told(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    one, two = (store.objects.place(name_of(words(n))) for n in (1, 2))
    first = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(first)

    assert len(told(store)) == 2


def test_a_size_that_is_not_the_objects_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(tmp_path, 1)
    monkeypatch.setattr("provcheck.store.writer.Writer._settle_objects", lambda *_: None)
    store.note(a_fetch(sha256=name_of(words(1)), size=7))

    assert told(store) == [f"{place(words(1))}: not of the size that record 2 tells"]


def test_redacted_bytes_that_are_still_there_are_told(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.note(Redaction(sha256=name_of(words(1)), reason="r", at=NOON))

    line = f"{place(words(1))}: redacted, and still there; `provcheck store gc` removes it"
    assert told(store) == [line]


def test_an_object_lost_and_brought_back_must_be_there(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.objects.remove(name_of(words(1)))
    store.note(Loss(sha256=name_of(words(1)), reason="r", at=NOON))
    assert told(store) == []
    store.keep(a_fetch(page(1)), words(1))
    assert told(store) == []
    store.objects.remove(name_of(words(1)))

    assert told(store) == [f"{place(words(1))}: missing; record 3 names it"]


def test_what_a_run_mentions_may_be_absent_but_not_damaged(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    name = store.objects.put(b"article")
    store.note(Run(article="a", article_sha256=name, tool="t"))
    store.objects.place(name).write_bytes(b"articles")

    assert told(store) == [f"{place(b'article')}: damaged"]


def test_what_touches_no_evidence_is_no_grave_fault(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    store.objects.put(b"orphan")
    store.objects.place(store.objects.put(b"damaged orphan")).write_bytes(b"x")
    (tmp_path / "objects" / "tmp-1").touch()
    changed(tmp_path, "delete from record where seq = 2")
    with (tmp_path / "ledger.jsonl").open("ab") as journal:
        journal.write(b'{"seq":3')
    aged(tmp_path)

    assert faults(store) == (
        Fault(
            place="ledger.jsonl",
            what="ahead of ledger.sqlite by 1; the next writing catches up",
            grave=False,
        ),
        Fault(place="ledger.jsonl", what="the last line was not written to its end", grave=False),
        *sorted(
            [
                Fault(place=place(b"orphan"), what="no record names it", grave=False),
                Fault(place=place(b"damaged orphan"), what="damaged", grave=False),
            ],
            key=lambda fault: fault.place,
        ),
        Fault(place="objects/tmp-1", what="left unfinished", grave=False),
    )


def test_a_writer_at_work_makes_no_fault(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    store.objects.put(b"about to be named")
    (tmp_path / "objects" / "tmp-1").touch()

    assert faults(store) == ()


def test_what_changes_meanwhile_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An object that is redacted while it is verified is not missing."""
    store = filled(tmp_path, 1)
    look = module.object_faults
    looks = []

    def look_late(late: Store, both: object) -> tuple[Fault, ...]:
        if not looks:
            with writing(tmp_path) as writer:
                writer.append(Redaction(sha256=name_of(words(1)), reason="r", at=NOON))
                store.objects.remove(name_of(words(1)))
        looks.append(1)
        return look(late, both)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "object_faults", look_late)

    assert faults(store) == ()
    assert len(looks) == 2


def test_a_folder_that_cannot_be_read_is_an_error_and_no_verdict(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "ledger.jsonl").unlink()
    os.mkfifo(tmp_path / "ledger.jsonl")

    with pytest.raises(StoreError, match="not a regular file"):
        faults(Store(tmp_path))


def test_verifying_dies_without_a_trace(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    before = files(tmp_path)
    for line in (40, 200):
        assert dies(lambda: faults(store), line)
        assert files(tmp_path) == before
    assert faults(store) == ()
