"""The folder of a store: made on the first writing, kept out of git, never on a network disk."""

import os
import re
from functools import cache
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store.files import make_folder, refuse_link, sync, write_whole
from provcheck.store.layout import IGNORE, IGNORED, JOURNAL, KNOWN, OTHERS, TEMPORARY

_MOUNTS = Path("/proc/self/mounts")
# SQLite's write-ahead log needs memory shared between processes, which these do not give.
_NETWORK = frozenset({"9p", "afs", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})
_NETWORK_FUSE = ("fuse.davfs", "fuse.gcsfuse", "fuse.rclone", "fuse.s3fs", "fuse.sshfs")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def prepare(root: Path) -> None:
    """Make the folder of a store where it is missing; raises OSError, StoreError.

    The journal is made before anything else can be: where it is missing later, it was lost.
    """
    network = on_network(root)
    if network:
        message = (
            f"{root}: lies on a network file system ({network}), where records can be lost; "
            "name a folder on a local disk with --store"
        )
        raise StoreError(message)
    if (root / JOURNAL).exists() and (root / IGNORE).exists():
        return
    make_folder(root)
    for name in (IGNORE, JOURNAL):
        refuse_link(root / name)
    # Where there is more than a store, git is to see it; and a file that is there is the user's.
    if not (root / IGNORE).exists() and all(map(_is_ours, root.iterdir())):
        write_whole(root / IGNORE, IGNORED)
    if not any((root / name).exists() for name in (JOURNAL, "objects")):
        (root / JOURNAL).touch()
        sync(root)


def _is_ours(path: Path) -> bool:
    return path.name in KNOWN or path.name.startswith((TEMPORARY, *OTHERS))


def on_network(root: Path) -> str | None:
    """Return the kind of the network file system that holds `root`, None for a local disk."""
    return _kind(os.path.realpath(root))


@cache
def _kind(place: str) -> str | None:
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:  # not Linux
        return None
    return network_system(Path(place), mounts)


def network_system(path: Path, mounts: str) -> str | None:
    """Return the kind of network file system that `path`, without links, lies on, or None.

    `mounts` is the table that Linux shows in /proc/self/mounts, the latest mount last.
    """
    holding, kind = "", ""
    for line in mounts.splitlines():
        _, point, found, *_ = [*line.split(" "), "", "", ""]
        point = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), point)
        if path.is_relative_to(point or "-") and len(point) >= len(holding):
            holding, kind = point, found
    return kind if kind in _NETWORK or kind.startswith(_NETWORK_FUSE) else None
