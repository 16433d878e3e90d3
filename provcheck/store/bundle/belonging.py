"""Which records of a ledger belong together: those of some runs, or all of them."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.bundle.shape import LEDGER
from provcheck.store.chain import Written, meaning, unline
from provcheck.store.evidence import Store
from provcheck.store.files import open_regular
from provcheck.store.record import (
    Added,
    Fetch,
    Gap,
    Loss,
    Reading,
    Record,
    Redaction,
    Removed,
    Run,
    Timestamp,
    given_of,
    objects_of,
)


class Held(Value):
    """A record as it is written and as it is understood."""

    written: Written
    record: Record

    @property
    def seq(self) -> int:
        """The number of the record."""
        return self.written.seq


def held_in(store: Store) -> tuple[Held, ...]:
    """Return all records of `store` as they are written, in order.

    Raises StoreError when there are none, or when one is damaged.
    """
    head, path = store.ledger.head(), store.root / LEDGER
    found: list[Held] = []
    for number, text in enumerate(_lines(path), start=1):
        if found and found[-1].written.link == head:
            break  # what stands there was written meanwhile, or never to its end
        held = _held(text)
        if held is None:
            message = f"{path}: line {number} is damaged; `provcheck store repair` mends it"
            raise StoreError(message)
        found.append(held)
    if not found:
        message = f"{store.root}: nothing is recorded there; name the store with --store"
        raise StoreError(message)
    if found[-1].written.link != head:
        message = f"{path}: its last record is missing; `provcheck store repair` mends it"
        raise StoreError(message)
    return tuple(found)


def _lines(path: Path) -> list[bytes]:
    try:
        with open_regular(path) as file:
            return file.read().split(b"\n")[:-1]
    except FileNotFoundError:
        return []
    except OSError as problem:
        message = f"{path}: cannot be read ({problem.strerror}); permit it"
        raise StoreError(message) from None


def _held(text: bytes) -> Held | None:
    written = unline(text)
    if written is None or not written.is_sound:
        return None
    record = meaning(written)
    return None if record is None else Held(written=written, record=record)


def last_run(held: Iterable[Held], article: str, sha256: str | None) -> int | None:
    """Return the number of the last run on `article`, None when none is recorded.

    Known by its path as it was given to the run, or by the SHA-256 of its bytes.
    """
    runs = [
        each.seq
        for each in held
        if isinstance(each.record, Run)
        and (each.record.article == article or each.record.article_sha256 == sha256)
    ]
    return runs[-1] if runs else None


def belonging(held: tuple[Held, ...], runs: tuple[int, ...]) -> tuple[Held, ...]:
    """Return the records that belong to the runs with these numbers, in order.

    They are the runs and their fetches, for a page that had not changed the fetch that brought it,
    what is recorded of their objects, all gaps, and the timestamps over any of these records.
    Raises StoreError for a number that is not of a run.
    """
    known = {each.seq: each.record for each in held}
    wanted = set(runs)
    for number in runs:
        match known.get(number):
            case Run() as run:
                wanted.update(number for number in run.fetches if number in known)
            case _:
                message = f"record {number} is no run; name runs by the numbers of their records"
                raise StoreError(message)
    wanted |= {first for number in wanted for first in _first_brought(held, known[number], number)}
    wanted |= _about(held, {name for number in wanted for name in _names(known[number])})
    wanted |= {
        each.seq
        for each in held
        if isinstance(each.record, Timestamp) and each.record.head in wanted
    }
    return tuple(each for each in held if each.seq in wanted)


def brought_by(held: tuple[Held, ...], fetch: Fetch, before: int) -> Held | None:
    """Return the last fetch before number `before` that brought the bytes of `fetch` themselves."""
    for each in reversed(held):
        match each.record:
            case Fetch(sha256=name) as earlier if name == fetch.sha256 and each.seq < before:
                if not is_unchanged(earlier):
                    return each
    return None


def is_unchanged(fetch: Fetch) -> bool:
    """Tell whether the server said that the bytes which are kept still hold, and sent none."""
    return bool(fetch.hops) and fetch.hops[-1].status == HTTPStatus.NOT_MODIFIED


def _first_brought(held: tuple[Held, ...], record: Record, number: int) -> Iterator[int]:
    if isinstance(record, Fetch) and is_unchanged(record):
        first = brought_by(held, record, number)
        if first:
            yield first.seq


def _names(record: Record) -> tuple[str, ...]:
    return (*objects_of(record), *given_of(record))


def _about(held: tuple[Held, ...], names: set[str]) -> set[int]:
    """Return the numbers of the records about objects `names` and about their texts; all gaps."""
    readings = [each for each in held if isinstance(each.record, Reading)]
    read = [each for each in readings if objects_of(each.record)[0] in names]
    names = names | {name for each in read for name in objects_of(each.record)}
    told_of = [
        each.seq
        for each in held
        if isinstance(each.record, Gap)
        or (isinstance(each.record, Redaction | Loss) and each.record.sha256 in names)
        or (isinstance(each.record, Added | Removed) and each.record.key in names)
    ]
    return {*(each.seq for each in read), *told_of}
