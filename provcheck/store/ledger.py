"""One record after the other, each linked by hash to the one before, durable when told so."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from provcheck.errors import StoreError
from provcheck.store import journal, lock, table
from provcheck.store.address import address_key
from provcheck.store.chain import Written, chained, written
from provcheck.store.ground import prepare
from provcheck.store.journal import NOTHING, Head
from provcheck.store.objects import Objects
from provcheck.store.record import Chained, Fetch, Reading, Record, Redaction
from provcheck.store.table import Columns, columns

_PAGE = 500
Query = Callable[[sqlite3.Connection], list[Written]]


class AbsentObjectError(StoreError):
    """A record names bytes that are not in the store."""


class Ledger:
    """The records of the store below `root`: `ledger.sqlite`, and `ledger.jsonl` as its copy."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._objects = Objects(root)

    def append(self, record: Record) -> int:
        """Return the number of `record` once it is durable.

        The objects that it names must be in the store, except such as were redacted, which are
        removed again if they came back. Raises StoreError, and then the record is not there, or
        was never acknowledged.
        """
        with told(self.root):
            prepare(self.root)
            with lock.writing(self.root), table.to_write(self.root) as database:
                head = self._caught_up(database)
                self._settle_objects(database, record)
                held = written(record, head.seq + 1, head.link)
                until = journal.add(self.root, head, held)
                try:
                    table.insert(database, held, until, columns(record))
                    database.execute("commit")
                except sqlite3.Error:
                    database.execute("rollback")
                    journal.cut(self.root, head)
                    raise
        return held.seq

    def chained(self) -> Iterator[Chained]:
        """Return all records, in order; raises StoreError at one that is damaged."""
        after = 0
        while found := self._page(after):
            yield from map(self._said, found)
            after = found[-1].seq

    def head(self) -> str:
        """Return the link of the last record, 64 zeros when there is none; raises StoreError."""
        with self._opened() as (_, head, waiting):
            return waiting[-1].link if waiting else head.link

    def fetches(self, url: str) -> tuple[Chained, ...]:
        """Return the fetches that asked for `url` or ended there, oldest first."""
        key = address_key(url)
        return self._found(
            lambda database: table.at_address(database, key),
            lambda keys: key in {keys.asked, keys.landed},
        )

    def of_object(self, name: str) -> tuple[Chained, ...]:
        """Return the records that are of the object `name`, oldest first."""
        return self._found(
            lambda database: table.of_object(database, name), lambda keys: keys.object == name
        )

    def _page(self, after: int) -> list[Written]:
        with self._opened() as (database, _, waiting):
            found = table.page(database, after, _PAGE) if database else []
            return found or [held for held in waiting if held.seq > after]

    def _found(self, query: Query, fits: Callable[[Columns], bool]) -> tuple[Chained, ...]:
        with self._opened() as (database, _, waiting):
            indexed = query(database) if database else []
        late = [said for said in map(self._said, waiting) if fits(columns(said.record))]
        return (*map(self._said, indexed), *late)

    @contextmanager
    def _opened(self) -> Iterator[tuple[sqlite3.Connection | None, Head, list[Written]]]:
        """Open for reading: the table, its head, and what waits in the journal beyond that."""
        with (
            told(self.root),
            lock.reading(self.root),
            table.to_read(self.root) as database,
        ):
            head = table.last(database) if database else NOTHING
            yield database, head, [held for held, _ in journal.tail(self.root, head)]

    def _said(self, held: Written) -> Chained:
        found = chained(held)
        if found is None:
            message = (
                f"{self.root}: record {held.seq} is of a kind that is not known here, or damaged; "
                "`provcheck store verify` tells which"
            )
            raise StoreError(message)
        return found

    def _caught_up(self, database: sqlite3.Connection) -> Head:
        """Take into the table what waits in the journal, and return the head."""
        head = table.last(database)
        for held, until in journal.tail(self.root, head):
            table.insert(database, held, until, columns(self._said(held).record))
            head = Head(held.seq, held.link, until)
        return head

    def _settle_objects(self, database: sqlite3.Connection, record: Record) -> None:
        """Make sure that what `record` names is there, and what was redacted is not."""
        for name in objects_of(record):
            said = [self._said(held).record for held in table.of_object(database, name)]
            if any(isinstance(told_of, Redaction) for told_of in said):
                self._objects.remove(name)
            elif not self._objects.has(name):
                message = f"{self.root}: no object {name}; put its bytes in before the record"
                raise AbsentObjectError(message)


def objects_of(record: Record) -> tuple[str, ...]:
    """Return the names of the objects that must be there while `record` stands."""
    match record:
        case Fetch(sha256=str(name)):
            return (name,)
        case Reading(sha256=name, text_sha256=text):
            return (name, text)
        case _:
            return ()


@contextmanager
def told(root: Path) -> Iterator[None]:
    """Turn what SQLite and the disk complain of into a StoreError, one line with a remedy."""
    try:
        yield
    except (sqlite3.Error, ValidationError, OSError) as problem:
        message = f"{root}: {_complaint(problem)}"
        raise StoreError(message) from None


def _complaint(problem: Exception) -> str:
    match problem:
        case OSError():
            what = problem.strerror or str(problem)
            where = f"{problem.filename}: " if problem.filename else ""
            return f"no usable store ({where}{what}); make room, permit it, or name another --store"
        case sqlite3.OperationalError() if "malformed" not in str(problem):
            return f"no usable store ({problem}); make room, permit it, or name another --store"
        case sqlite3.Error():
            return f"the ledger is damaged ({problem}); `provcheck store repair` mends it"
        case _:
            return "the ledger is damaged; `provcheck store repair` mends it"
