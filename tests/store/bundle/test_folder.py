from pathlib import Path

import pytest

from provcheck.errors import StoreError
from provcheck.store.bundle.folder import whole_file, whole_folder, write_file


class StopError(Exception):
    """Whatever goes wrong in the middle."""


def test_a_folder_is_there_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "bundle"
    with whole_folder(target) as folder:
        write_file(folder / "a" / "b", b"bytes")
        assert not target.exists()

    assert (target / "a" / "b").read_bytes() == b"bytes"
    assert list(target.parent.iterdir()) == [target]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    with whole_folder(tmp_path / "bundle") as folder:
        write_file(folder / "a", b"bytes")

    assert (tmp_path / "bundle" / "a").read_bytes() == b"bytes"


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.warc") as path:
        path.write_bytes(b"bytes")
        assert not (tmp_path / "a.warc").exists()

    assert [p.name for p in tmp_path.iterdir()] == ["a.warc"]


def break_off(path: Path) -> None:
    path.write_bytes(b"bytes")
    raise StopError


def test_nothing_is_left_when_it_breaks_off(tmp_path: Path) -> None:
    with pytest.raises(StopError), whole_folder(tmp_path / "bundle") as folder:
        break_off(folder / "a")
    with pytest.raises(StopError), whole_file(tmp_path / "a.warc") as path:
        break_off(path)

    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_bytes(b"mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")

    for taken in ("full", "full/a", "link", "dangling"):
        with (
            pytest.raises(StoreError, match="is there already; name a new place"),
            whole_folder(tmp_path / taken),
        ):
            pytest.fail("never reached")
    for taken in ("full", "full/a", "empty", "dangling"):
        with (
            pytest.raises(StoreError, match="is there already; name a new place"),
            whole_file(tmp_path / taken),
        ):
            pytest.fail("never reached")

    assert (tmp_path / "full" / "a").read_bytes() == b"mine"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(StoreError, match="cannot be written"),
        whole_folder(tmp_path / "file" / "bundle"),
    ):
        pytest.fail("never reached")


def write_twice(path: Path) -> None:
    write_file(path, b"one")
    write_file(path, b"two")


def test_a_disk_that_refuses_in_the_middle_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match=r"bundle: cannot be written \(File exists\)"),
        whole_folder(tmp_path / "bundle") as folder,
    ):
        write_twice(folder / "a")

    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_file_has_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"), whole_folder(tmp_path / "a\0b"):
        pytest.fail("never reached")
