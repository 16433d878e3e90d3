import json
from pathlib import Path

import pytest
from bundling import (
    AGAIN_SEQ,
    GONE_SEQ,
    HARBOUR,
    HARBOUR_SEQ,
    NOTES,
    PIER_PAGE,
    PIER_SEQ,
    READING_SEQ,
    SALT,
    SALT_SEQ,
    TALKS_PAGE,
    TALKS_SEQ,
    TRANSCRIPT,
    name_of,
    redacted,
    two_runs,
)
from storing import NOON, a_fetch

from provcheck.errors import StoreError
from provcheck.model.evidence import Hop
from provcheck.store.bundle.belonging import (
    Held,
    belonging,
    brought_by,
    held_in,
    is_unchanged,
    last_run,
)
from provcheck.store.chain import Written, line, link_of, written
from provcheck.store.evidence import Store
from provcheck.store.record import Fetch, Gap, Record, Run, Timestamp, given_of, objects_of

NAME = "0" * 64


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path)


def numbers(held: tuple[Held, ...]) -> list[int]:
    return [each.seq for each in held]


def record(held: tuple[Held, ...], seq: int) -> Record:
    return next(each.record for each in held if each.seq == seq)


def test_an_absent_store_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing is recorded there"):
        held_in(Store(tmp_path / "none"))

    assert list(tmp_path.iterdir()) == []


def test_all_records_are_held_as_they_are_written(store: Store) -> None:
    held = held_in(store)

    assert [each.written.link for each in held] == [s.link for s in store.ledger.chained()]
    assert [each.record for each in held] == [s.record for s in store.ledger.chained()]


def test_records_of_an_older_version_keep_their_text(tmp_path: Path) -> None:
    """Read and written again, a record without a field that is new would have another link."""
    body = json.dumps({"kind": "fetch", "url": "a", "final_url": "a", "fetched_at": f"{NOON}"})
    old = Written.model_validate(
        {"seq": 1, "body": _compact(body), "prev": NAME, "link": link_of(1, _compact(body), NAME)}
    )
    (tmp_path / "ledger.jsonl").write_bytes(line(old))

    (held,) = held_in(Store(tmp_path))

    assert held.written == old
    assert written(held.record, 1, NAME).link != old.link


def _compact(body: str) -> str:
    return json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(lambda b: b.replace(b"pier", b"Pier", 1), "line 3 is damaged", id="changed"),
        pytest.param(lambda b: b"#" + b[1:], "line 1 is damaged", id="no record"),
        pytest.param(
            lambda b: b.replace(b'"kind":"run"', b'"kind":"fun"', 1), "line 5 is damaged", id="kind"
        ),
    ],
)
def test_a_damaged_ledger_is_not_handed_on(store: Store, damage: object, told: str) -> None:
    path = store.root / "ledger.jsonl"
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]

    with pytest.raises(StoreError, match=told):
        held_in(store)


def test_what_another_process_writes_meanwhile_is_left_out(store: Store) -> None:
    with (store.root / "ledger.jsonl").open("ab") as file:
        file.write(b'{"half of a rec')

    assert numbers(held_in(store)) == [1, 2, 3, 4, 5, 6, 7]


def test_a_run_has_its_fetches_and_what_was_read_of_them(store: Store) -> None:
    held = belonging(held_in(store), (HARBOUR_SEQ,))

    assert numbers(held) == [TALKS_SEQ, READING_SEQ, PIER_SEQ, GONE_SEQ, HARBOUR_SEQ]


def test_an_unchanged_page_comes_with_the_fetch_that_brought_it(store: Store) -> None:
    held = belonging(held_in(store), (SALT_SEQ,))

    assert numbers(held) == [TALKS_SEQ, READING_SEQ, AGAIN_SEQ, SALT_SEQ]


def test_runs_are_taken_together(store: Store) -> None:
    assert numbers(belonging(held_in(store), (SALT_SEQ, HARBOUR_SEQ))) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("data", "runs"),
    [
        pytest.param(PIER_PAGE, {HARBOUR_SEQ}, id="a page of one run"),
        pytest.param(TALKS_PAGE, {HARBOUR_SEQ, SALT_SEQ}, id="a page of both"),
        pytest.param(b"We will not close the north pier.", {HARBOUR_SEQ, SALT_SEQ}, id="a text"),
        pytest.param(NOTES, {SALT_SEQ}, id="given by hand"),
        pytest.param(TRANSCRIPT, {HARBOUR_SEQ}, id="given by hand, twice"),
    ],
)
def test_a_redaction_goes_with_whoever_used_the_bytes(
    store: Store, data: bytes, runs: set[int]
) -> None:
    number = redacted(store, data)
    held = held_in(store)

    with_it = {run for run in (HARBOUR_SEQ, SALT_SEQ) if number in numbers(belonging(held, (run,)))}

    assert with_it == runs


def test_gaps_always_belong(store: Store) -> None:
    gap = Gap(first=2, last=3, after=NAME, before=NAME, reason="a bad disk", at=NOON)
    number = store.note(gap)

    assert number in numbers(belonging(held_in(store), (SALT_SEQ,)))


def test_a_timestamp_goes_with_the_record_that_it_is_over(store: Store) -> None:
    token = store.objects.put(b"token")
    stamp = {"link": NAME, "sha256": token, "authority": "x", "time": NOON}
    over_harbour = store.note(Timestamp(head=HARBOUR_SEQ, **stamp))
    over_salt = store.note(Timestamp(head=SALT_SEQ, **stamp))

    found = numbers(belonging(held_in(store), (SALT_SEQ,)))

    assert over_salt in found
    assert over_harbour not in found


@pytest.mark.parametrize("number", [TALKS_SEQ, 99, 0, -1])
def test_a_number_of_no_run_is_refused(store: Store, number: int) -> None:
    with pytest.raises(StoreError, match=f"record {number} is no run"):
        belonging(held_in(store), (number,))


def test_fetches_that_a_gap_took_are_passed_over(store: Store) -> None:
    run = Run(article="x", article_sha256=NAME, tool="0", fetches=(TALKS_SEQ, 99))
    number = store.note(run)

    assert numbers(belonging(held_in(store), (number,))) == [TALKS_SEQ, READING_SEQ, number]


def test_the_last_run_on_an_article_is_known_by_name_or_bytes(store: Store) -> None:
    again = store.note(Run(article="harbour.txt", article_sha256=NAME, tool="0"))
    held = held_in(store)

    assert last_run(held, "harbour.txt", None) == again
    assert last_run(held, "elsewhere/renamed.txt", SALT) == SALT_SEQ
    assert last_run(held, "elsewhere/renamed.txt", HARBOUR) == HARBOUR_SEQ
    assert last_run(held, "other.txt", "f" * 64) is None


def test_objects_and_given_files_of_a_record(store: Store) -> None:
    held = held_in(store)

    assert objects_of(record(held, TALKS_SEQ)) == (name_of(TALKS_PAGE),)
    assert objects_of(record(held, READING_SEQ))[0] == name_of(TALKS_PAGE)
    assert objects_of(record(held, GONE_SEQ)) == ()
    assert objects_of(record(held, SALT_SEQ)) == ()
    assert given_of(record(held, SALT_SEQ)) == (name_of(NOTES),)
    assert given_of(record(held, TALKS_SEQ)) == ()


def test_unchanged_is_what_the_server_said_last() -> None:
    hops = (Hop(url="https://a.example/", status=304), Hop(url="https://b.example/", status=200))

    assert not is_unchanged(a_fetch())
    assert not is_unchanged(a_fetch(hops=hops))
    assert is_unchanged(a_fetch(hops=hops[:1]))


def test_bytes_were_brought_by_the_last_fetch_before_that_got_them(store: Store) -> None:
    held = held_in(store)
    again = record(held, AGAIN_SEQ)
    assert isinstance(again, Fetch)

    found = brought_by(held, again, AGAIN_SEQ)

    assert found
    assert found.seq == TALKS_SEQ
    assert brought_by(held, again, TALKS_SEQ) is None
