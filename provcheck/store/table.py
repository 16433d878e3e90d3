"""`ledger.sqlite`: the table of records, with the columns by which they are looked up."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from provcheck.errors import StoreError
from provcheck.store.address import address_key
from provcheck.store.chain import Written
from provcheck.store.files import refuse_link
from provcheck.store.ground import on_network
from provcheck.store.journal import NOTHING, Head
from provcheck.store.layout import DATABASE, LOG
from provcheck.store.record import (
    Added,
    Fetch,
    Loss,
    Reading,
    Record,
    Redaction,
    Removed,
    Timestamp,
)

VERSION = 1
TABLE = """CREATE TABLE record (
    seq integer primary key, body text not null, prev text not null, link text not null unique,
    until integer not null, asked text, landed text, object text, redacted text
)"""
_INDEXES = tuple(
    f"CREATE INDEX by_{column} ON record ({column}) WHERE {column} IS NOT NULL"
    for column in ("asked", "landed", "object", "redacted")
)
SCHEMA = (TABLE, *_INDEXES)
_ROW = "select seq, body, prev, link from record"
_BUSY = 30.0  # seconds


class Columns(NamedTuple):
    """What a record is looked up by, made of it alone: keys of addresses, names of objects."""

    asked: str | None = None
    landed: str | None = None
    object: str | None = None
    redacted: str | None = None


def columns(record: Record) -> Columns:
    """Return the look-up columns of `record`; whoever changes `address_key` raises VERSION."""
    match record:
        case Fetch():
            return Columns(address_key(record.url), address_key(record.final_url), record.sha256)
        case Reading() | Loss() | Timestamp():
            return Columns(object=record.sha256)
        case Added() | Removed():
            return Columns(object=record.key)
        case Redaction():
            return Columns(object=record.sha256, redacted=record.sha256)
        case _:
            return Columns()


@contextmanager
def to_write(root: Path) -> Iterator[sqlite3.Connection]:
    """Open the table in a transaction, and make it where it is missing; the caller commits.

    Raises sqlite3.Error, OSError, and StoreError for a table of another version.
    """
    refuse_link(root / DATABASE)
    with closing(sqlite3.connect(root / DATABASE, timeout=_BUSY, isolation_level=None)) as database:
        database.execute("pragma journal_mode=wal")
        database.execute("pragma synchronous=full")
        database.execute("begin immediate")
        if not is_made(root, database):
            for statement in SCHEMA:
                database.execute(statement)
            database.execute(f"pragma user_version={VERSION}")
        yield database


@contextmanager
def to_read(root: Path) -> Iterator[sqlite3.Connection | None]:
    """Open the table for reading, None where there is none, or none that can be read safely.

    Where SQLite may not write beside the file it can read it only as it is, without its log; when
    there is a log, the journal must do. Raises as `to_write`.
    """
    refuse_link(root / DATABASE)
    path = root / DATABASE
    usable = os.access(root, os.W_OK) and os.access(path, os.W_OK) and not on_network(root)
    logged = _size(root / LOG) > 0
    if not path.exists() or (logged and not usable):
        yield None
        return
    address = f"{path.absolute().as_uri()}?{'mode=rw' if usable else 'immutable=1'}"
    with closing(sqlite3.connect(address, timeout=_BUSY, uri=True)) as database:
        database.execute("pragma query_only=1")
        yield database if is_made(root, database) else None


def _size(path: Path) -> int:
    """Return the size of a file, 0 where there is none: the last to close the table removes it."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


class ForeignLedgerError(StoreError):
    """The database is not one of this version: there is nothing to mend, and it is left alone."""


def is_made(root: Path, database: sqlite3.Connection) -> bool:
    """Tell whether the table is there; raises StoreError when it is not as this version makes it.

    A version with other tables is another program's; one of the two alone is damage.
    """
    (version,) = database.execute("pragma user_version").fetchone()
    query = "select sql from sqlite_master where sql is not null"
    made = {sql for (sql,) in database.execute(query)}
    if made == set(SCHEMA) and version == VERSION:
        return True
    if not made and version == 0:
        return False
    if made == set(SCHEMA) or version == VERSION:
        message = f"{root / DATABASE}: damaged; `provcheck store repair` mends it"
        raise StoreError(message)
    if version > VERSION:
        what = f"written by a newer provcheck (version {version}); update provcheck"
    else:
        what = "no ledger that provcheck reads; name another folder with --store"
    message = f"{root / DATABASE}: {what}"
    raise ForeignLedgerError(message)


def last(database: sqlite3.Connection) -> Head:
    """Return the head of the table; raises sqlite3.Error when it is no head."""
    query = "select seq, link, until from record order by seq desc limit 1"
    match database.execute(query).fetchone():
        case None:
            return NOTHING
        case int(seq), str(link), int(until) if until >= 0:
            return Head(seq, link, until)
    message = "the last record is not as it was written"
    raise sqlite3.DatabaseError(message)


def insert(database: sqlite3.Connection, held: Written, until: int, keys: Columns) -> None:
    """Add `held`, whose line in the journal ends at `until`."""
    row = (held.seq, held.body, held.prev, held.link, until, *keys)
    database.execute("insert into record values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def page(database: sqlite3.Connection, after: int, most: int) -> list[Written]:
    """Return at most `most` records after number `after`, in order."""
    found = database.execute(f"{_ROW} where seq > ? order by seq limit ?", (after, most))
    return [_written(row) for row in found]


def at_address(database: sqlite3.Connection, key: str) -> list[Written]:
    """Return the fetches that asked for, or landed at, the address with `key`, newest first."""
    where = "where asked = ? union select seq, body, prev, link from record where landed = ?"
    found = database.execute(f"{_ROW} {where} order by seq desc", (key, key))
    return [_written(row) for row in found]


def naming(database: sqlite3.Connection, words: str) -> list[Written]:
    """Return the records in which `words` stand, in order; all of them are looked through."""
    found = database.execute(f"{_ROW} where instr(body, ?) order by seq", (words,))
    return [_written(row) for row in found]


def of_object(database: sqlite3.Connection, name: str) -> list[Written]:
    """Return the records that are of the object `name`, newest first."""
    found = database.execute(f"{_ROW} where object = ? order by seq desc", (name,))
    return [_written(row) for row in found]


def redactions(database: sqlite3.Connection, name: str) -> list[Written]:
    """Return the records by which the object `name` was redacted, newest first."""
    found = database.execute(f"{_ROW} where redacted = ? order by seq desc", (name,))
    return [_written(row) for row in found]


def redacted(database: sqlite3.Connection) -> frozenset[str]:
    """Return the names of all objects that were redacted."""
    found = database.execute("select distinct redacted from record where redacted is not null")
    return frozenset(name for (name,) in found)


def _written(row: tuple[int, str, str, str]) -> Written:
    seq, body, prev, link = row
    return Written(seq=seq, body=body, prev=prev, link=link)
