from pathlib import Path

import pytest
from storing import NOON, a_fetch, a_reading, dies, files, filled, name_of, page, stride, words

from provcheck.errors import StoreError
from provcheck.store.entry import Entry
from provcheck.store.evidence import Store
from provcheck.store.objects import Objects
from provcheck.store.record import GivenFile, Redaction, Run
from provcheck.store.redact import redact
from provcheck.store.verify import faults
from provcheck.store.writer import AbsentObjectError, writing

A_RUN = Run(article="a.txt", article_sha256="a" * 64, tool="provcheck 1")


def test_one_turn_may_write_much(tmp_path: Path) -> None:
    with writing(tmp_path) as writer:
        assert [writer.append(A_RUN) for _ in range(3)] == [1, 2, 3]
        assert [one.seq for one in writer.records()] == [1, 2, 3]

    assert [one.seq for one in Store(tmp_path).ledger.chained()] == [1, 2, 3]


def test_each_record_is_durable_before_the_turn_ends(tmp_path: Path) -> None:
    def append_and_fail() -> None:
        with writing(tmp_path) as writer:
            writer.append(A_RUN)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        append_and_fail()

    assert [one.record for one in Store(tmp_path).ledger.chained()] == [A_RUN]


def test_a_record_of_bytes_that_are_not_there_is_refused(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    before = files(tmp_path)
    for record in (
        a_fetch(sha256="b" * 64, size=1),
        a_reading(words(1), b"a text that was not put"),
        a_reading(b"a page that was not put", words(1)),
    ):
        with (
            pytest.raises(AbsentObjectError, match="put its bytes in before"),
            writing(tmp_path) as writer,
        ):
            writer.append(record)

    assert [one.seq for one in store.ledger.chained()] == [1]
    assert files(tmp_path).keys() == before.keys()


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_a_record_that_could_not_be_read_again_is_refused(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    with pytest.raises(StoreError, match="not known here"), writing(tmp_path) as writer:
        writer.append(a_fetch().model_copy(update={"fetched_at": "at noon"}))

    assert [one.seq for one in store.ledger.chained()] == [1]


def test_a_record_of_another_size_is_refused(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    fetch = a_fetch(sha256=name_of(words(1)), size=1)
    with pytest.raises(StoreError, match="has 15 bytes; correct"), writing(tmp_path) as writer:
        writer.append(fetch)


def test_redacted_bytes_that_came_back_are_removed(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    name = name_of(words(1))
    store.note(Redaction(sha256=name, reason="r", at=NOON))
    assert store.objects.has(name)

    store.note(a_fetch(page(1), sha256=name, size=len(words(1))))

    assert not store.objects.has(name)


def test_what_a_killed_writer_left_is_taken_up(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    with writing(tmp_path) as writer:
        writer.append(A_RUN)
    (tmp_path / "ledger.sqlite").unlink()

    assert [one.seq for one in store.ledger.chained()] == [1, 2]
    assert store.note(A_RUN) == 3
    assert [fault for fault in faults(store) if fault.grave] == []
    assert store.latest(page(1))


def test_a_lost_journal_is_not_begun_anew(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "ledger.jsonl").unlink()

    with pytest.raises(StoreError, match="missing"), writing(tmp_path):
        pytest.fail("entered")


def test_a_process_may_die_at_any_line(tmp_path: Path) -> None:
    """Each time: what was acknowledged is there, and the next run goes on as if nothing was."""
    line = 1
    while True:
        root = tmp_path / str(line)
        store = filled(root, 2)
        died = dies(lambda root=root: Store(root).keep(a_fetch(page(3)), words(3)), line)

        kept = [one.record.url for one in store.ledger.chained()]  # type: ignore[union-attr]
        assert kept in ([page(1), page(2)], [page(1), page(2), page(3)])
        assert [fault for fault in faults(store) if fault.grave] == []
        assert store.keep(a_fetch(page(4)), words(4)) == len(kept) + 1
        assert faults(store) == ()
        if not died:
            break
        line += stride(29)
    assert len(kept) == 3
    assert line > 100
    assert list(Objects(tmp_path / "1").names())


def test_what_was_redacted_does_not_come_back_with_a_run_that_was_given_it(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    redact(store, name_of(words(1)), "court order")
    store.objects.put(words(1))
    given = GivenFile(key="a.txt", entry=Entry(file="a.txt"), sha256=name_of(words(1)))
    store.note(A_RUN.model_copy(update={"given": (given,)}))

    assert not store.objects.has(name_of(words(1)))
    assert not faults(store)


def test_a_page_that_is_redacted_while_it_is_read_leaves_no_text(tmp_path: Path) -> None:
    store = filled(tmp_path, 1)
    redact(store, name_of(words(1)), "court order")
    store.note(a_reading(words(1), b"what stood there"), b"what stood there")

    assert not list(store.objects.names())
    assert not faults(store)
    tombs = [one.record for one in store.ledger.chained() if isinstance(one.record, Redaction)]
    assert [tomb.reason for tomb in tombs] == ["court order"] * 2
