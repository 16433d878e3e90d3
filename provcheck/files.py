"""Writes files so that each is there whole or not at all."""

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from provcheck.errors import SettingsError


def writable(path: Path) -> None:
    """Make sure that a file can be written at `path`; raises SettingsError when not.

    Leaves nothing behind. Folders that are missing are made only when the file is written.
    """
    if not _can_be(path):
        raise _refusal(path, "no file has such a name", "name another place")
    if path.is_dir():
        raise _refusal(path, "it is a folder", "name a file in it")
    if _is_special(path):
        return
    folder = _folder(path)
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        handle, name = tempfile.mkstemp(prefix=".provcheck-", dir=folder)
    except OSError as problem:
        raise _refusal(path, str(problem.strerror), "name another place") from None
    os.close(handle)
    Path(name).unlink()


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8 so that the file is there whole or not at all.

    Missing folders are made. Raises SettingsError when the disk refuses.
    """
    try:
        if _is_special(path):
            path.write_bytes(text.encode("utf-8", "backslashreplace"))
            return
        folder = _folder(path)
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / path.name, text.encode("utf-8", "backslashreplace"))
    except BrokenPipeError:
        return
    except OSError as problem:
        raise _refusal(path, problem.strerror or str(problem), "name another place") from None


def _can_be(path: Path) -> bool:
    """Tell whether a file may bear such a name here: no NUL, no half a character, not too long."""
    try:
        name = os.fsencode(path)
        path.stat()
    except OSError as problem:
        return problem.errno != errno.ENAMETOOLONG
    except ValueError:
        return False
    return b"\0" not in name


def _folder(path: Path) -> Path:
    """Return the folder of `path` without links and dots; a link at its end is left alone."""
    try:
        return Path(os.path.realpath(path.parent))
    except (OSError, ValueError) as problem:
        raise _refusal(path, str(problem), "name another place") from None


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".provcheck-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    """Return the mode of the file that is replaced, or the one that a new file gets."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _sync_folder(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in {errno.EINVAL, errno.EBADF}:
            raise
    finally:
        os.close(handle)


def _is_special(path: Path) -> bool:
    """Tell whether `path` is a device or a pipe, which is written to and never replaced."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _refusal(path: Path, why: str, remedy: str) -> SettingsError:
    return SettingsError(f"{path}: cannot be written: {why}; {remedy}")
