import sqlite3
from pathlib import Path

import pytest
from pydantic import ValidationError

from provcheck.errors import StoreError
from provcheck.store.chain import Written
from provcheck.store.failing import told


def of_sqlite(kind: type[sqlite3.Error], code: int, text: str) -> sqlite3.Error:
    problem = kind(text)
    problem.sqlite_errorcode = code
    return problem


def of_pydantic() -> ValidationError:
    try:
        Written(seq="x", body="", prev="", link="")  # type: ignore[arg-type]
    except ValidationError as problem:
        return problem
    raise AssertionError


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        pytest.param(
            OSError(28, "No space left on device"),
            "st: no usable store (No space left on device); make room",
            id="a full disk",
        ),
        pytest.param(
            PermissionError(13, "Permission denied", "st/lock"),
            "st: no usable store (st/lock: Permission denied); make room, permit writing",
            id="no rights, with the file",
        ),
        pytest.param(
            of_sqlite(sqlite3.OperationalError, sqlite3.SQLITE_FULL, "database or disk is full"),
            "st: no usable store (database or disk is full); make room",
            id="a full disk, as SQLite says it",
        ),
        pytest.param(
            of_sqlite(sqlite3.OperationalError, sqlite3.SQLITE_IOERR_FSYNC, "disk I/O error"),
            "st: no usable store (disk I/O error)",
            id="an error with more in its code",
        ),
        pytest.param(
            of_sqlite(sqlite3.OperationalError, sqlite3.SQLITE_BUSY, "database is locked"),
            "st: in use by another process",
            id="in use",
        ),
        pytest.param(
            of_sqlite(sqlite3.DatabaseError, sqlite3.SQLITE_CORRUPT, "malformed\nmore"),
            "st: the ledger is damaged (malformed); `provcheck store repair` mends it",
            id="damage, the first line of it",
        ),
        pytest.param(
            sqlite3.OperationalError("Could not decode to UTF-8"),
            "st: the ledger is damaged (Could not decode",
            id="an error without a code",
        ),
        pytest.param(of_pydantic(), "st: the ledger is damaged (a record is not", id="a row"),
    ],
)
def test_what_goes_wrong_is_one_line_with_a_remedy(problem: Exception, line: str) -> None:
    with pytest.raises(StoreError) as raised, told(Path("st")):
        raise problem

    assert str(raised.value).startswith(line)
    assert "\n" not in str(raised.value)
    assert raised.value.__suppress_context__


@pytest.mark.parametrize("problem", [StoreError("said already"), ZeroDivisionError(), KeyError(1)])
def test_the_rest_goes_through(problem: Exception) -> None:
    with pytest.raises(type(problem)) as raised, told(Path("st")):
        raise problem
    assert raised.value is problem
