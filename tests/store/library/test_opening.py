import sqlite3
from pathlib import Path

import pytest
from shelving import DUES, PIER, TEXTS, a_store, filled, found_in, key_of

from provcheck.store.evidence import Store
from provcheck.store.library.library import Library
from provcheck.store.library.opening import is_damage, mended, opened
from provcheck.store.library.tables import INDEX

WORDS = sum(len(text.split()) for text in TEXTS)
CORRUPT = sqlite3.DatabaseError("file is not a database")


def test_the_index_is_a_file_beside_the_ledger(tmp_path: Path) -> None:
    index = opened(a_store(tmp_path))
    assert index.size == 3
    index.close()
    assert (tmp_path / INDEX).stat().st_size > 0


def test_where_no_folder_is_none_is_made(tmp_path: Path) -> None:
    assert opened(Store(tmp_path / "s")).size == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_bytes(b"x" * 9000), id="no database"),
        pytest.param(lambda path: _version(path, 2), id="another version"),
        pytest.param(lambda path: _without(path, "frequency"), id="a table is missing"),
        pytest.param(lambda path: _table_named(path, b"\x9b"), id="a table's name is no text"),
        pytest.param(lambda path: _told(path, "document set published='2025-13-45'"), id="no day"),
        pytest.param(lambda path: _told(path, "document set lang=null"), id="no language"),
        pytest.param(lambda path: _told(path, "document set title=x'ff'"), id="a title of bytes"),
        pytest.param(
            lambda path: _told(path, "document set key=0 where id=1"), id="a number as key"
        ),
        pytest.param(lambda path: _told(path, "frequency set documents='x'"), id="words uncounted"),
        pytest.param(lambda path: _told(path, "state set words='x'"), id="no count of words"),
    ],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, spoil) -> None:
    store = a_store(tmp_path)
    opened(store).close()
    spoil(tmp_path / INDEX)

    library = Library(tmp_path)

    assert found_in(library, PIER) == [key_of(PIER)]
    assert (len(list(library.documents())), library.words) == (3, WORDS)
    library.close()
    index = opened(store)
    assert (index.size, index.words, len(list(index.page("", 9)))) == (3, WORDS, 3)
    assert index.frequencies(["herring"]) == {"herring": 1}
    index.close()


def _version(path: Path, version: int) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"pragma user_version={version}")


def _without(path: Path, table: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"drop table {table}")


def _told(path: Path, change: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"update {change}")


def _table_named(path: Path, name: bytes) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"TABLE frequency", b"TABLE " + name + b"requency"))


@pytest.mark.parametrize("there", ["folder", "link"])
def test_what_cannot_be_a_file_is_left_alone(tmp_path: Path, there: str) -> None:
    store = a_store(tmp_path)
    if there == "folder":
        (tmp_path / INDEX).mkdir()
    else:
        (tmp_path / INDEX).symlink_to(tmp_path / "elsewhere")
    assert opened(store).size == 3
    assert not (tmp_path / "elsewhere").exists()


def test_a_rebuilt_index_has_what_the_ledger_tells_of_alone(tmp_path: Path) -> None:
    a_store(tmp_path, PIER)
    filled(Library(tmp_path), DUES)
    (tmp_path / INDEX).unlink()
    assert [d.key for d in Library(tmp_path).documents()] == [key_of(PIER)]


def test_the_same_records_give_the_same_answers(tmp_path: Path) -> None:
    """Whether the index grew with the ledger or was made in one go."""
    a_store(tmp_path, *(f"{PIER} Page {number % 7}. {number}" for number in range(20)))
    library = Library(tmp_path)
    library.search((PIER,))
    for number in range(20, 40):
        a_store(tmp_path, f"{PIER} Page {number % 7}. {number}")
        library.catch_up()
    grown = [library.search((words,), limit=50) for words in (PIER, "page 3", "fleet")]
    library.close()
    (tmp_path / INDEX).unlink()
    anew = Library(tmp_path)
    assert [anew.search((words,), limit=50) for words in (PIER, "page 3", "fleet")] == grown


def test_what_is_damage(tmp_path: Path) -> None:
    assert is_damage(CORRUPT)
    assert not is_damage(OSError())
    with pytest.raises(sqlite3.Error) as raised:
        sqlite3.connect(tmp_path).execute("select 1")
    assert not is_damage(raised.value)


def test_a_file_that_another_process_mended_stays(tmp_path: Path) -> None:
    opened(a_store(tmp_path)).close()
    before = (tmp_path / INDEX).stat().st_ino
    assert mended(tmp_path, CORRUPT)
    assert (tmp_path / INDEX).stat().st_ino == before
    assert not mended(tmp_path, OSError())
    (tmp_path / INDEX).write_bytes(b"x" * 9000)
    assert mended(tmp_path, CORRUPT)
    assert not (tmp_path / INDEX).exists()
