"""The tables of `index.sqlite`, made and emptied.

The words lie in a contentless FTS5 table, which keeps no text. The journal is SQLite's rollback
journal: once a transaction is over, nothing of a text is left beside the file.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provcheck.store.files import refuse_link
from provcheck.store.library.rows import COLUMNS, document_in, folded, host_of
from provcheck.store.library.words import TOKENIZER

INDEX = "index.sqlite"
BESIDE = ("", "-journal", "-wal", "-shm")  # what SQLite may keep of it, by the ends of names
VERSION = 1
SCHEMA = (
    (
        "CREATE TABLE document (id integer primary key, key blob not null unique, "
        "text_sha256 blob not null, url text, title text, publisher text, published text, "
        "lang text, media_type text, wire text, name text, charset text, fetched_at text, "
        "length integer not null)"
    ),
    f"CREATE VIRTUAL TABLE text USING fts5(words, content='', tokenize='{TOKENIZER}')",
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(text, row)",
    "CREATE TABLE frequency (word text primary key, documents integer not null) without rowid",
    "CREATE TABLE removed (key text primary key) without rowid",
    (
        "CREATE TABLE state (seq integer not null, link text not null, documents integer not null, "
        "words integer not null, last integer not null, is_counted integer not null, "
        "tidied integer not null)"
    ),
)
_TABLES = ("vocabulary", "text", "document", "frequency", "removed", "state")
_BUSY = 30.0  # seconds
_CACHE = 64 << 10  # KiB
# Words are gathered in memory before they are written: the more, the fewer merges later; bytes.
_GATHERED = 32 << 20
_BIT = 8000  # pages that are merged at once
# What a damaged file ends in; rows that are none of ours have values that nothing can be made of.
FAULTS = (sqlite3.Error, OSError, ValueError, TypeError, ArithmeticError)
_SOUND = (  # queries that find something in a sound file
    (
        "select 1 from state where min(seq, documents, words, last, is_counted, tidied) >= 0 "
        "and max(seq, documents, words, last, is_counted, tidied) < 1 << 60"
    ),
    "select 1 where not exists (select 1 from document where typeof(length) <> 'integer')",
    "select 1 where not exists (select 1 from frequency where typeof(documents) <> 'integer')",
    "select 1 from state where last >= (select coalesce(max(id), 0) from document)",
)
_CHANGED = 2  # rows, when there was anything left to merge (by SQLite's documentation)


def connected(path: Path | None) -> sqlite3.Connection:
    """Return the tables in the file at `path`, or in memory, made where they are missing.

    Raises sqlite3.Error, also for a file of another version, and OSError for a link.
    """
    if path:
        refuse_link(path)
    database = sqlite3.connect(
        path or ":memory:", timeout=_BUSY, isolation_level=None, check_same_thread=False
    )
    try:
        database.execute(f"pragma cache_size=-{_CACHE}")
        database.execute("pragma synchronous=normal")
        database.create_function("host_of", 1, host_of, deterministic=True)
        database.create_function("folded", 1, folded, deterministic=True)
        if not _are_made(database):
            database.execute(
                "pragma auto_vacuum=incremental"
            )  # a file that is there would be written
            with writing(database):
                _make(database)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """Write alone, all of it or nothing."""
    database.execute("begin immediate")
    try:
        yield
        database.execute("commit")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            database.execute("rollback")
        raise


def emptied(database: sqlite3.Connection) -> None:
    """Make the tables anew, so that no word of what they held is left in the file."""
    database.execute("pragma secure_delete=on")
    with writing(database):
        for table in _TABLES:
            database.execute(f"drop table if exists {table}")
        database.execute("pragma user_version=0")
        _make(database)
    database.execute("vacuum")


def tidy(database: sqlite3.Connection) -> None:
    """Merge all that was written into one, which is smaller and faster to search, bit by bit.

    Nobody has to wait for longer than a bit takes. Where the disk is full, or somebody else
    writes for long, it stays as it is.
    """
    with contextlib.suppress(sqlite3.OperationalError):
        merge = "insert into text(text, rank) values ('merge', ?)"
        database.execute(merge, (-_BIT,))
        while True:
            before = database.total_changes
            database.execute(merge, (_BIT,))
            if database.total_changes - before < _CHANGED:
                break
        database.executescript("pragma incremental_vacuum")  # `execute` would free a single page
        database.execute("update state set tidied = documents")


def is_sound(path: Path) -> bool:
    """Tell whether the file at `path` holds the tables and every page and row can be read."""
    try:
        with contextlib.closing(connected(path)) as database:
            database.execute("insert into text(text) values ('integrity-check')")
            (told,) = database.execute("pragma quick_check(1)").fetchone()
            return str(told) == "ok" and _are_rows_sound(database)
    except FAULTS:
        return False


def _are_rows_sound(database: sqlite3.Connection) -> bool:
    """Tell whether all rows hold what is written there; raises FAULTS for some that do not."""
    for row in database.execute(f"select {', '.join(COLUMNS)} from document"):  # noqa: S608
        document_in(row)
    return all(database.execute(query).fetchone() for query in _SOUND)


def _are_made(database: sqlite3.Connection) -> bool:
    (version,) = database.execute("pragma user_version").fetchone()
    found = database.execute("select name from sqlite_master where type = 'table'").fetchall()
    tables = {name for (name,) in found}
    if version == VERSION and tables.issuperset(_TABLES):
        return True
    if tables or version:
        message = "the index is none of this version"
        raise sqlite3.DatabaseError(message)
    return False


def _make(database: sqlite3.Connection) -> None:
    (version,) = database.execute("pragma user_version").fetchone()
    if version == VERSION:  # by another process, while this one waited
        return
    for statement in SCHEMA:
        database.execute(statement)
    database.execute("insert into state values (0, '', 0, 0, 0, 1, 0)")
    database.execute("insert into text(text, rank) values ('hashsize', ?)", (_GATHERED,))
    # Merged is at the end (`tidy`), or where sixteen parts have come together: not on the way.
    database.execute("insert into text(text, rank) values ('automerge', 0)")
    database.execute(f"pragma user_version={VERSION}")
