import os
from pathlib import Path

import pytest

from provcheck.store.files import make_folder, open_regular, refuse_link, write_whole


def test_folders_are_made_with_their_parents(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b" / "c")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_a_file_is_written_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"old words")
    write_whole(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_new_file_gets_the_rights_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "file", b"words")
    finally:
        os.umask(before)

    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_take_its_place_is_not_left_lying(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)

    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "folder", b"words")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"not ours")
    (tmp_path / "file").symlink_to(outside)

    write_whole(tmp_path / "file", b"words")

    assert outside.read_bytes() == b"not ours"
    assert not (tmp_path / "file").is_symlink()


def test_regular_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    with open_regular(tmp_path / "file") as file:
        assert file.read() == b"words"


@pytest.mark.parametrize(
    "lay",
    [
        pytest.param(lambda path: path.symlink_to("/etc/hostname"), id="a link"),
        pytest.param(os.mkfifo, id="a pipe that would wait for ever"),
        pytest.param(os.mkdir, id="a folder"),
        pytest.param(str, id="nothing"),
    ],
)
def test_what_is_no_file_is_not_opened(tmp_path: Path, lay) -> None:
    lay(tmp_path / "there")
    with pytest.raises(OSError, match="there"):
        open_regular(tmp_path / "there")


def test_a_link_is_refused_also_one_that_leads_nowhere(tmp_path: Path) -> None:
    refuse_link(tmp_path / "nothing")
    refuse_link(tmp_path)
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(OSError, match="symbolic link"):
        refuse_link(tmp_path / "link")
