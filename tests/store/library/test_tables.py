import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from provcheck.store.library.tables import INDEX, connected, emptied, is_sound, writing

WORD = "marrowbone"


def with_word(path: Path) -> sqlite3.Connection:
    database = connected(path)
    with writing(database):
        database.execute("insert into text(rowid, words) values (1, ?)", (WORD,))
        database.execute("insert into frequency values (?, 1)", (WORD,))
    return database


def count(database: sqlite3.Connection) -> int:
    (found,) = database.execute("select count(*) from frequency").fetchone()
    return int(found)


def test_tables_are_made_once(tmp_path: Path) -> None:
    with closing(with_word(tmp_path / INDEX)):
        pass
    with closing(connected(tmp_path / INDEX)) as database:
        assert count(database) == 1
    assert is_sound(tmp_path / INDEX)


def test_what_goes_wrong_leaves_nothing_half_done(tmp_path: Path) -> None:
    rows = [("other", 1), (WORD, 1)]  # the second is there already
    with closing(with_word(tmp_path / INDEX)) as database:
        with pytest.raises(sqlite3.IntegrityError), writing(database):
            database.executemany("insert into frequency values (?, ?)", rows)
        assert count(database) == 1


def test_no_word_is_left_when_emptied(tmp_path: Path) -> None:
    with closing(with_word(tmp_path / INDEX)) as database:
        assert WORD.encode() in (tmp_path / INDEX).read_bytes()
        emptied(database)
        assert count(database) == 0
        assert [p.name for p in tmp_path.iterdir() if WORD.encode() in p.read_bytes()] == []
    assert is_sound(tmp_path / INDEX)


@pytest.mark.parametrize("version", [0, 2])
def test_another_version_is_refused(tmp_path: Path, version: int) -> None:
    with closing(with_word(tmp_path / INDEX)) as database:
        database.execute(f"pragma user_version={version}")
    with pytest.raises(sqlite3.DatabaseError, match="none of this version"):
        connected(tmp_path / INDEX)
    assert not is_sound(tmp_path / INDEX)


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / INDEX).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"):
        connected(tmp_path / INDEX)
    assert not (tmp_path / "elsewhere").exists()


def test_damage_is_seen(tmp_path: Path) -> None:
    with closing(with_word(tmp_path / INDEX)):
        pass
    (tmp_path / INDEX).write_bytes(b"no database" * 99)
    assert not is_sound(tmp_path / INDEX)
