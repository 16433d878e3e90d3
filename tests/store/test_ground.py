from pathlib import Path

import pytest
from storing import files

from provcheck.errors import StoreError
from provcheck.store import ground
from provcheck.store.ground import network_system, prepare

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/desk /home/desk nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/desk/local ext4 rw 0 0
//share/news /mnt/news\\040room cifs rw 0 0
me@host: /mnt/far fuse.sshfs rw 0 0
C: /mnt/c 9p rw 0 0
server:/late /run/late ext4 rw 0 0
server:/late /run/late nfs rw 0 0
portal /run/user/1/doc fuse.portal rw 0 0
"""


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/home/me/.provcheck", id="the root disk"),
        pytest.param("/run/x", id="in memory"),
        pytest.param("/home/desk/local/.provcheck", id="a local disk within a network one"),
        pytest.param("/home/desktop", id="a name that begins alike"),
        pytest.param("/run/user/1/doc/x", id="a local fuse"),
    ],
)
def test_local_disks_are_fit(path: str) -> None:
    assert network_system(Path(path), MOUNTS) is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param("/home/desk/.provcheck", "nfs4", id="nfs"),
        pytest.param("/home/desk", "nfs4", id="the mount itself"),
        pytest.param("/mnt/news room/.provcheck", "cifs", id="a space in the name"),
        pytest.param("/mnt/far/x/y", "fuse.sshfs", id="sshfs"),
        pytest.param("/mnt/c/Users", "9p", id="a Windows disk seen from WSL"),
        pytest.param("/run/late/x", "nfs", id="the latest mount on a place counts"),
    ],
)
def test_network_disks_are_not(path: str, kind: str) -> None:
    assert network_system(Path(path), MOUNTS) == kind


def test_no_table_of_mounts_is_no_network() -> None:
    assert network_system(Path("/anywhere"), "") is None


def test_a_store_on_a_network_disk_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path.resolve()} nfs rw 0 0\n")
    monkeypatch.setattr(ground, "_MOUNTS", table)
    ground._kind.cache_clear()

    with pytest.raises(StoreError, match=r"network file system \(nfs\).*local disk with --store"):
        prepare(tmp_path / "store")
    assert not (tmp_path / "store").exists()
    ground._kind.cache_clear()


def test_a_new_store_keeps_itself_out_of_git(tmp_path: Path) -> None:
    prepare(tmp_path / "deep" / "store")

    assert files(tmp_path / "deep" / "store") == {".gitignore": b"*\n", "ledger.jsonl": b""}


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / "ledger.jsonl").write_bytes(b"records")
    prepare(tmp_path)

    assert (tmp_path / "ledger.jsonl").read_bytes() == b"records"


def test_a_store_is_kept_out_of_git_again(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / ".gitignore").unlink()
    prepare(tmp_path)

    assert (tmp_path / ".gitignore").read_bytes() == b"*\n"


def test_a_folder_that_was_there_keeps_what_git_is_to_ignore_in_it(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"*.pyc\n")
    prepare(tmp_path)

    assert files(tmp_path) == {".gitignore": b"*.pyc\n", "ledger.jsonl": b""}


def test_what_else_lies_in_a_folder_stays_in_the_sight_of_git(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_bytes(b"words")
    prepare(tmp_path)
    prepare(tmp_path)

    assert files(tmp_path) == {"article.md": b"words", "ledger.jsonl": b""}


def test_a_journal_that_was_lost_is_not_made_again(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / "objects").mkdir()
    (tmp_path / "ledger.jsonl").unlink()
    prepare(tmp_path)

    assert not (tmp_path / "ledger.jsonl").exists()


def test_a_link_for_a_file_of_the_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"):
        prepare(tmp_path)
    assert not (tmp_path / "elsewhere").exists()
