"""Files that are there whole or not at all, and folders whose entries outlast a loss of power."""

import contextlib
import errno
import os
import secrets
import stat
from io import BufferedReader
from pathlib import Path

from provcheck.store.layout import TEMPORARY

# Links are not followed, and a named pipe laid in the store does not hold up the reader.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_BINARY = getattr(os, "O_BINARY", 0)


def make_folder(folder: Path) -> None:
    """Make `folder` and its parents where they are missing, durably; raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync(folder.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by a file of `data`, durable on return; raises OSError and leaves nothing.

    A process that is killed meanwhile leaves a temporary file, `tmp-…`, beside `path`.
    """
    temporary = path.parent / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        with os.fdopen(os.open(temporary, _NEW | _BINARY, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync(path.parent)


def open_regular(path: Path) -> BufferedReader:
    """Open the regular file at `path` for reading; raises OSError, also for links and pipes."""
    handle = os.open(path, _READ | _BINARY)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return os.fdopen(handle, "rb")


def refuse_link(path: Path) -> None:
    """Raise OSError when `path` is a symbolic link: a store leads nowhere but into itself."""
    if path.is_symlink():
        raise OSError(errno.ELOOP, "is a symbolic link, which a store does not follow", str(path))


def sync(folder: Path) -> None:
    """Make the entries of `folder` durable; raises OSError."""
    if os.name == "nt":  # where folders cannot be opened, and renaming is durable by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
