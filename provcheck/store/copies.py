"""Both copies of a ledger as they lie on the disk, read without changing either."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from pydantic import ValidationError

from provcheck.errors import StoreError
from provcheck.store import journal, lock, seal, table
from provcheck.store.chain import Written
from provcheck.store.failing import UNREADABLE, told
from provcheck.store.files import open_regular
from provcheck.store.layout import DATABASE, LOG
from provcheck.store.table import Columns, ForeignLedgerError

_QUERIES = ("select * from record order by seq", "select * from record order by seq desc")


class Row(NamedTuple):
    """A row of the table, sound or not: the record, where its line ends, its look-up columns."""

    held: Written
    until: int
    keys: Columns


class Copies(NamedTuple):
    """The rows in order; the bytes of the journal, None when lost; what SQLite complains of.

    `unsealed` is what is wrong by the seal of the database, None when nothing is.
    """

    rows: tuple[Row, ...]
    journal: bytes | None
    complaints: tuple[str, ...]
    unsealed: str | None = None

    @property
    def end(self) -> int:
        """Return where the line of the last row ends in the journal."""
        return self.rows[-1].until if self.rows else 0


def copies(root: Path) -> Copies:
    """Return both copies of the ledger below `root` as they were at one moment.

    Raises StoreError for a ledger of another version, and when the disk does not give the files.
    """
    with told(root), lock.reading(root, alone=True):
        return held_copies(root)


def held_copies(root: Path) -> Copies:
    """Return what `copies` does, to somebody who holds the store; raises OSError, StoreError."""
    with TemporaryDirectory(prefix="provcheck-") as folder:
        content = journal.content(root)
        for name in (DATABASE, LOG):
            _copy(root / name, Path(folder) / name)
        digest = _digest(Path(folder))
        rows, complaints = _examined(root, Path(folder))
    unsealed = seal.broken(root, digest, [row.held.link for row in rows])
    return Copies(tuple(rows), content, tuple(complaints), unsealed)


def _digest(folder: Path) -> str | None:
    """Return the hash of the copied database, None where there is none, or a log beside it."""
    logged = (folder / LOG).exists() and (folder / LOG).stat().st_size > 0
    is_whole = (folder / DATABASE).exists() and not logged
    return seal.digest_of(folder / DATABASE) if is_whole else None


def _copy(source: Path, target: Path) -> None:
    try:
        with open_regular(source) as file, target.open("wb") as copy:
            copyfileobj(file, copy)
    except FileNotFoundError:
        return


def _examined(root: Path, folder: Path) -> tuple[list[Row], list[str]]:
    """Return the rows of the database in `folder`, as many as can be read, and what is wrong."""
    if not (folder / DATABASE).exists():
        return [], []
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as database:
        database.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            complaints = _checked(root, database)
        except UNREADABLE as problem:
            complaints = [str(problem)]
        found, further = _rows(database) if complaints is not None else ({}, [])
    rows = [_row(values) for _, values in sorted(found.items())]
    if None in rows:
        further.append(f"{rows.count(None)} records are not as they were written")
    return [row for row in rows if row], [*(complaints or ()), *further]


def _checked(root: Path, database: sqlite3.Connection) -> list[str] | None:
    """Return what is wrong with the database, None when there is no table in it yet."""
    try:
        if not table.is_made(root, database):
            return None
    except ForeignLedgerError:
        raise
    except StoreError as problem:
        return [str(problem)]
    told_of = database.execute("pragma integrity_check").fetchall()
    return [part for (text,) in told_of for part in str(text).splitlines() if part != "ok"]


def _rows(database: sqlite3.Connection) -> tuple[dict[int, tuple[Any, ...]], list[str]]:
    """Return the rows by number: up to what cannot be read, and from the end down to it."""
    found: dict[int, tuple[Any, ...]] = {}
    complaints: list[str] = []
    for query in _QUERIES:
        try:
            for row in database.execute(query):
                found.setdefault(row[0], row)
            break
        except UNREADABLE as problem:
            complaints.append(str(problem))
    return found, complaints


def _row(values: tuple[Any, ...]) -> Row | None:
    try:
        seq, body, prev, link, until, *keys = values
        held = Written(seq=seq, body=body, prev=prev, link=link)
        return Row(held, int(until), Columns(*keys))
    except (ValidationError, ValueError, TypeError):
        return None
