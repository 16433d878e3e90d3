import os
import stat
import threading
from pathlib import Path

import pytest

from provcheck.errors import SettingsError
from provcheck.files import writable, write_whole


def test_a_file_appears_whole_in_folders_that_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.html"
    write_whole(path, "“words”\n")
    assert path.read_bytes() == "“words”\n".encode()
    assert [p.name for p in path.parent.iterdir()] == ["a.html"]


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_user_set(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("name", ["a\0b", "a\ud800", "x" * 300], ids=["nul", "half", "long"])
def test_a_name_that_no_file_can_bear_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="no file has such a name; name another place"):
        writable(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    writable(pipe)
    write_whole(pipe, "words")
    reader.join(5)
    assert read == ["words"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_nowhere_is_a_place_to_write() -> None:
    writable(Path(os.devnull))
    write_whole(Path(os.devnull), "words")


@pytest.mark.parametrize("path", ["taken/x.html", ".", "new/../taken/x", "a\0b"])
def test_a_place_that_cannot_be_written_is_told_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        writable(Path(path))
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]
