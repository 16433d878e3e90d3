"""One record after the other, each linked by hash to the one before, durable when told so."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from provcheck.store import journal, lock, table
from provcheck.store.address import address_key
from provcheck.store.chain import Written, said
from provcheck.store.failing import told
from provcheck.store.journal import NOTHING, Head
from provcheck.store.record import Chained, Record, Redaction, Run
from provcheck.store.table import Columns, columns
from provcheck.store.writer import writing

_PAGE = 500
Query = Callable[[sqlite3.Connection], list[Written]]


class Ledger:
    """The records of the store below `root`: `ledger.sqlite`, and `ledger.jsonl` as its copy."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def append(self, record: Record) -> int:
        """Return the number of `record` once it is durable, as `Writer.append` does."""
        with writing(self._root) as writer:
            return writer.append(record)

    def chained(self, after: int = 0) -> Iterator[Chained]:
        """Return all records after number `after`, in order; raises StoreError at a damaged one."""
        while found := self._page(after):
            for held in found:
                yield said(self._root, held)
            after = found[-1].seq

    def head(self) -> str:
        """Return the link of the last record, 64 zeros when there is none; raises StoreError."""
        with self._opened() as (_, head, waiting):
            return waiting[-1].link if waiting else head.link

    def fetches(self, url: str) -> Iterator[Chained]:
        """Return the fetches that asked for `url` or ended there, newest first."""
        key = address_key(url)
        return self._found(
            lambda database: table.at_address(database, key),
            lambda keys: key in {keys.asked, keys.landed},
        )

    def runs_on(self, article_sha256: str) -> Iterator[Run]:
        """Return the runs on the article whose bytes have that hash, in no order."""
        with self._opened() as (database, _, waiting):
            held = [*table.naming(database, article_sha256), *waiting] if database else waiting
        for one in held:
            record = said(self._root, one).record
            if isinstance(record, Run) and record.article_sha256 == article_sha256:
                yield record

    def at(self, numbers: Iterable[int]) -> Iterator[Chained]:
        """Return the records with these numbers, those that there are, in order."""
        for number in sorted(numbers):
            found = self._page(number - 1, 1)
            yield from (said(self._root, held) for held in found if held.seq == number)

    def of_object(self, name: str) -> Iterator[Chained]:
        """Return the records that are of the object `name`, newest first."""
        return self._found(
            lambda database: table.of_object(database, name), lambda keys: keys.object == name
        )

    def redaction(self, name: str) -> Redaction | None:
        """Return how the object `name` was redacted, None when it was not."""
        found = self._found(
            lambda database: table.redactions(database, name), lambda keys: keys.redacted == name
        )
        return next((one.record for one in found if isinstance(one.record, Redaction)), None)

    def redacted(self) -> frozenset[str]:
        """Return the names of all objects that were redacted."""
        with self._opened() as (database, _, waiting):
            found = table.redacted(database) if database else frozenset()
        late = (columns(said(self._root, held).record).redacted for held in waiting)
        return found.union(name for name in late if name)

    def _page(self, after: int, most: int = _PAGE) -> list[Written]:
        with self._opened() as (database, _, waiting):
            found = table.page(database, after, most) if database else []
            return found or [held for held in waiting if held.seq > after]

    def _found(self, query: Query, fits: Callable[[Columns], bool]) -> Iterator[Chained]:
        """Return what the table and the journal hold; a record is read when it is asked for."""
        with self._opened() as (database, _, waiting):
            indexed = query(database) if database else []
        late = [said(self._root, held) for held in reversed(waiting)]
        yield from (one for one in late if fits(columns(one.record)))
        yield from (said(self._root, held) for held in indexed)

    @contextmanager
    def _opened(self) -> Iterator[tuple[sqlite3.Connection | None, Head, list[Written]]]:
        """Open for reading: the table, its head, and what waits in the journal beyond that."""
        with told(self._root), lock.reading(self._root), table.to_read(self._root) as database:
            head = table.last(database) if database else NOTHING
            yield database, head, [held for held, _ in journal.tail(self._root, head)]
