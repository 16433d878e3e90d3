"""What SQLite and the disk complain of, as the one line that a user gets."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from provcheck.errors import StoreError

REPAIR = "`provcheck store repair` mends it"
_ELSEWHERE = "make room, permit writing, or name another folder with --store"
# The disk's doing, not the file's.
_DISK = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
# A page that goes bad can put no text where SQLite's own message quotes a name.
UNREADABLE = (sqlite3.Error, UnicodeError)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


@contextmanager
def told(root: Path) -> Iterator[None]:
    """Turn what goes wrong in the store below `root` into a StoreError with a remedy."""
    try:
        yield
    except (*UNREADABLE, ValidationError, OSError) as problem:
        message = f"{root}: {_complaint(problem)}"
        raise StoreError(message) from None


def _complaint(problem: Exception) -> str:
    if isinstance(problem, OSError):
        where = f"{problem.filename}: " if problem.filename else ""
        return f"no usable store ({where}{problem.strerror or problem}); {_ELSEWHERE}"
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF  # the rest of it says more
    if code in _DISK:
        return f"no usable store ({problem}); {_ELSEWHERE}"
    if code in _BUSY:
        return "in use by another process for 30 s; try again later"
    return f"the ledger is damaged ({_first_line(problem)}); {REPAIR}"


def _first_line(problem: Exception) -> str:
    if isinstance(problem, ValidationError):
        return "a record is not as it was written"
    return str(problem).partition("\n")[0]
