"""The folder of a store: made on the first writing, kept out of git, never on a network disk."""

import os
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store.files import make_folder, refuse_link, write_whole

IGNORE, IGNORED = ".gitignore", b"*\n"
_MOUNTS = Path("/proc/self/mounts")
# SQLite's write-ahead log needs memory shared between processes, which these do not give.
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smbfs", "smb2", "smb3", "afs", "9p", "ncpfs"})
_NETWORK_FUSE = ("fuse.sshfs", "fuse.s3fs", "fuse.rclone", "fuse.davfs", "davfs")


def prepare(root: Path) -> None:
    """Make the folder of a store where it is missing; raises OSError, StoreError.

    What a store holds is evidence, not source: its `.gitignore` keeps all of it out of git.
    """
    network = network_system(root, _mounts())
    if network:
        message = (
            f"{root}: lies on a network file system ({network}), where records can be lost; "
            "name a folder on a local disk with --store"
        )
        raise StoreError(message)
    make_folder(root)
    refuse_link(root / IGNORE)
    if not (root / IGNORE).exists():
        write_whole(root / IGNORE, IGNORED)


def network_system(path: Path, mounts: str) -> str | None:
    """Return the kind of the network file system that holds `path`, None for a local disk.

    `mounts` is the table of mounts as Linux writes it in /proc/self/mounts; empty elsewhere.
    """
    real = os.path.realpath(path)
    holding = ("", "")
    for line in mounts.splitlines():
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        point = point.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(holding[0]):
            holding = (point, kind)
    kind = holding[1]
    return kind if kind in _NETWORK or kind.startswith(_NETWORK_FUSE) else None


def _mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""
