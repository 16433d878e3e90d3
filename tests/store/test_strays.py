from datetime import timedelta
from pathlib import Path

import pytest
from storing import aged, filled

from provcheck.store.strays import is_ignored, is_old, misplaced, strays, unfinished


def told(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): why for path, why in strays(root)}


def test_a_store_at_rest_has_none(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    aged(tmp_path)

    assert told(tmp_path) == {}
    assert list(misplaced(tmp_path)) == []


def test_what_other_parts_keep_there_is_theirs(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    for name in ("index.sqlite", "index.sqlite-wal", "timestamps", "damaged", "ledger.sqlite-shm"):
        (tmp_path / name).mkdir()

    assert told(tmp_path) == {}


def test_a_writer_at_work_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "tmp-1").touch()
    (tmp_path / "objects" / "tmp-2").touch()

    assert told(tmp_path) == {}
    assert [path.name for path in unfinished(tmp_path)] == ["tmp-1", "tmp-2"]


def test_what_does_not_belong_is_told(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    (tmp_path / "tmp-1").touch()
    aged(tmp_path)
    (tmp_path / "notes.txt").touch()
    (tmp_path / "objects" / "ab").mkdir(exist_ok=True)
    (tmp_path / "objects" / "ab" / "short").touch()
    (tmp_path / "objects" / "cc").symlink_to("/etc")
    (tmp_path / ".gitignore").write_text("!*\n")

    assert told(tmp_path) == {
        ".gitignore": "does not keep the store out of git",
        "tmp-1": "left unfinished",
        "notes.txt": "not of the store",
        "objects/ab/short": "no object",
        "objects/cc": "no object",
    }


@pytest.mark.parametrize("content", [b"", b"*", b"+\n", b"# *\n"])
def test_only_a_star_keeps_a_store_out_of_git(tmp_path: Path, content: bytes) -> None:
    filled(tmp_path, 1)
    assert is_ignored(tmp_path)
    (tmp_path / ".gitignore").write_bytes(content)
    assert not is_ignored(tmp_path)
    (tmp_path / ".gitignore").unlink()
    assert not is_ignored(tmp_path)


def test_age(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not is_old(tmp_path / "file")
    assert is_old(tmp_path / "file", timedelta(0))
    assert not is_old(tmp_path / "none", timedelta(0))
    aged(tmp_path, hours=1.1)
    assert is_old(tmp_path / "file")
    aged(tmp_path, hours=-100)  # the clock went back
    assert not is_old(tmp_path / "file")
