"""One writer at a time in a store, however many processes and threads use it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store.files import refuse_link

LOCK = "lock"
PATIENCE = 30.0  # seconds
_PAUSE = 0.005


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold the store below `root`, which exists, for writing; the kernel frees it at any death.

    Raises StoreError after 30 seconds of waiting for another, and OSError.
    """
    refuse_link(root / LOCK)
    handle = os.open(root / LOCK, os.O_RDONLY | os.O_CREAT, 0o666)
    try:
        _wait(root, handle, shared=False)
        yield
    finally:
        os.close(handle)


@contextmanager
def reading(root: Path) -> Iterator[None]:
    """Keep writers from the store below `root` meanwhile; makes nothing, waits as `writing`."""
    handle = _existing(root / LOCK)
    try:
        if handle is not None:
            _wait(root, handle, shared=True)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _existing(path: Path) -> int | None:
    """Return the lock opened, None where nothing was ever written or a copy left it out."""
    refuse_link(path)
    try:
        return os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None


def _wait(root: Path, handle: int, *, shared: bool) -> None:
    end = time.monotonic() + PATIENCE
    while not _taken(handle, shared=shared):
        if time.monotonic() > end:
            message = f"{root}: in use by another process for {PATIENCE:.0f} s; try again later"
            raise StoreError(message)
        time.sleep(_PAUSE)


if sys.platform == "win32":

    def _taken(handle: int, *, shared: bool) -> bool:  # SQLite's own lock must do there
        return handle >= 0 or shared

else:
    import fcntl

    def _taken(handle: int, *, shared: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
