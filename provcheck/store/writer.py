"""One process's turn at writing: what it appends is durable before the next line of code."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store import journal, lock, table
from provcheck.store.chain import said, written
from provcheck.store.failing import told
from provcheck.store.ground import prepare
from provcheck.store.journal import Head
from provcheck.store.objects import Objects
from provcheck.store.record import (
    Chained,
    Fetch,
    Reading,
    Record,
    Redaction,
    Run,
    given_of,
    objects_of,
)
from provcheck.store.table import columns


class AbsentObjectError(StoreError):
    """A record names bytes that are not in the store."""


class Writer:
    """The store below `root` while nobody else writes; made by `writing` alone."""

    def __init__(self, root: Path, database: sqlite3.Connection) -> None:
        self._root, self._database = root, database
        self._objects = Objects(root)
        self._head = self._caught_up()

    def append(self, record: Record) -> int:
        """Return the number of `record` once it is durable.

        The objects that it names must be in the store, except such as were redacted, which are
        removed again if they came back. Raises StoreError, sqlite3.Error and OSError: then the
        record was not acknowledged, and may yet be there if the journal had taken it.
        """
        self._settle_objects(record)
        held = written(record, self._head.seq + 1, self._head.link)
        keys = columns(said(self._root, held).record)  # what could not be read again is refused
        until = journal.add(self._root, self._head, held)
        # A commit that fails may have come as far as the disk: the journal must not be behind it.
        table.insert(self._database, held, until, keys)
        self._database.execute("commit")
        self._head = Head(held.seq, held.link, until)
        self._database.execute("begin immediate")
        return held.seq

    def records(self) -> Iterator[Chained]:
        """Return all records, in order; raises StoreError at one that is damaged."""
        return (said(self._root, held) for held in table.page(self._database, 0, -1))

    def of_object(self, name: str) -> tuple[Chained, ...]:
        """Return the records that are of the object `name`, newest first."""
        return tuple(said(self._root, held) for held in table.of_object(self._database, name))

    def is_redacted(self, name: str) -> bool:
        """Tell whether the object `name` was ever redacted."""
        return bool(table.redactions(self._database, name))

    def _caught_up(self) -> Head:
        """Take into the table what waits in the journal, and return the head."""
        head = table.last(self._database)
        for held, until in journal.tail(self._root, head):
            record = said(self._root, held).record
            table.insert(self._database, held, until, columns(record))
            head = Head(held.seq, held.link, until)
        self._database.execute("commit")
        self._database.execute("begin immediate")
        return head

    def _settle_objects(self, record: Record) -> None:
        """Make sure that what `record` names is there, and what was redacted is not."""
        if isinstance(record, Reading):
            self._withhold_text(record)
        for name in (*objects_of(record), *given_of(record)):
            if self.is_redacted(name):
                self._objects.remove(name)
                continue
            if isinstance(record, Run):  # what was given to it need not be kept
                continue
            size = self._objects.size(name)
            if size is None:
                message = f"{self._root}: no object {name}; put its bytes in before the record"
                raise AbsentObjectError(message)
            if isinstance(record, Fetch) and record.size != size:
                message = f"{self._root}: object {name} has {size} bytes; correct the record's size"
                raise StoreError(message)

    def _withhold_text(self, reading: Reading) -> None:
        """Redact what was read from a page that was redacted meanwhile."""
        page = self._redaction(reading.sha256)
        for name in objects_of(reading)[1:] if page else ():
            if page and not self.is_redacted(name):
                self.append(page.model_copy(update={"sha256": name}))

    def _redaction(self, name: str) -> Redaction | None:
        found = table.redactions(self._database, name)
        records = (said(self._root, held).record for held in found)
        return next((record for record in records if isinstance(record, Redaction)), None)


@contextmanager
def writing(root: Path) -> Iterator[Writer]:
    """Take the turn at writing in the store below `root`, which is made where it is missing.

    Raises StoreError for all that goes wrong, also inside.
    """
    with told(root):
        prepare(root)
        with lock.writing(root), table.to_write(root) as database:
            yield Writer(root, database)
