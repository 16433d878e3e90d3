"""The index as it can be had: in its file, made anew where that is damaged, or in memory."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from provcheck.store import lock
from provcheck.store.evidence import Store
from provcheck.store.library.catching_up import catch_up
from provcheck.store.library.index import Index
from provcheck.store.library.tables import BESIDE, FAULTS, INDEX, is_sound

# What is wrong is not the file, but what may be done with it, and when.
_NO_DAMAGE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def opened(store: Store, *, in_memory: bool = False) -> Index:
    """Return the index of `store`, up to its last record; in memory where its folder is not.

    A file that is damaged or of another version is made anew; where none can be made (a folder
    that may only be read, a full disk), the index is made in memory. Raises StoreError when the
    ledger cannot be read.
    """
    if store.root.is_dir() and not in_memory:
        for _ in range(2):
            try:
                return _caught_up(Index(store.root / INDEX), store)
            except FAULTS as problem:
                if not mended(store.root, problem):
                    break
    return _caught_up(Index(None), store)


def is_damage(problem: Exception) -> bool:
    """Tell whether a file is damaged, or of another version, and will be so tomorrow."""
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return not isinstance(problem, OSError) and code not in _NO_DAMAGE


def mended(root: Path, problem: Exception) -> bool:
    """Remove the index below `root` where `problem` is damage, so that it can be made anew.

    Tells whether that is so; one that another process made anew meanwhile stays. Raises StoreError
    when the store stays in use.
    """
    if is_damage(problem):
        with suppress(OSError), lock.writing(root):
            if not is_sound(root / INDEX):
                remove(root)
            return True
    return False


def remove(root: Path) -> None:
    """Remove whatever there is of the index below `root`; raises OSError."""
    for end in BESIDE:
        (root / f"{INDEX}{end}").unlink(missing_ok=True)


def _caught_up(index: Index, store: Store) -> Index:
    try:
        catch_up(index, store)
    except BaseException:
        index.close()
        raise
    return index
