from pathlib import Path

import pytest

from provcheck.cli.adding import add_all
from provcheck.cli.exits import Exit
from provcheck.errors import SettingsError, StoreError
from provcheck.store.library.library import Library
from provcheck.store.seal import digest_of

WORDS = "We will not close the north pier."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text(WORDS)
    (folder / "b.txt").write_text("Nobody sang on the quay.")
    return folder


def titles(store: Path) -> list[str | None]:
    return [each.title for each in Library(store).documents()]


def test_all_of_a_folder_is_added(files: Path, tmp_path: Path, capsys) -> None:
    assert add_all(tmp_path / "s", (files,)) is Exit.OK
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == ["a.txt", "b.txt"]
    assert len(titles(tmp_path / "s")) == 2
    sealed = (tmp_path / "s" / "ledger.seal").read_text().split()[1]
    assert digest_of(tmp_path / "s" / "ledger.sqlite") == sealed


def test_one_that_cannot_be_read_does_not_hinder_others(files: Path, tmp_path: Path) -> None:
    (files / "a.bin").write_bytes(b"\x00\x01\x02" * 99)
    assert add_all(tmp_path / "s", (files,)) is Exit.USAGE
    assert len(titles(tmp_path / "s")) == 2


def test_a_single_file_is_what_it_is_said_to_be(files: Path, tmp_path: Path) -> None:
    assert add_all(tmp_path / "s", (files / "a.txt",), {"title": "Pier"}) is Exit.OK
    assert titles(tmp_path / "s") == ["Pier"]


def test_several_files_cannot_be_one_thing(files: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"--title: said of one source, and there are 2"):
        add_all(tmp_path / "s", (files,), {"title": "Pier"})
    assert not (tmp_path / "s").exists()


def test_nothing_to_add_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreError, match="no source with a text"):
        add_all(tmp_path / "s", (tmp_path / "empty",))
    with pytest.raises(StoreError, match="no such file or folder"):
        add_all(tmp_path / "s", (tmp_path / "nowhere",))
    assert not (tmp_path / "s").exists()
