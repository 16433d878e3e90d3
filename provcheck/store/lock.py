"""One writer at a time in a store, however many processes and threads use it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store.files import refuse_link
from provcheck.store.layout import LOCK

PATIENCE = 30.0  # seconds
_PAUSE = 0.005


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold the store below `root`, which exists, alone; the kernel frees it at any death.

    Raises StoreError after 30 seconds of waiting for another, and OSError.
    """
    refuse_link(root / LOCK)
    with _held(root, os.open(root / LOCK, os.O_RDONLY | os.O_CREAT, 0o666), shared=False):
        yield


@contextmanager
def reading(root: Path, *, alone: bool = False) -> Iterator[None]:
    """Keep writers from the store below `root`, `alone` readers too; makes nothing.

    Where there is no lock, nothing was ever written, or a copy was made without it: there is
    nobody to keep out. Waits and raises as `writing` does.
    """
    refuse_link(root / LOCK)
    if not (root / LOCK).exists():
        yield
        return
    with _held(root, os.open(root / LOCK, os.O_RDONLY), shared=not alone):
        yield


@contextmanager
def _held(root: Path, handle: int, *, shared: bool) -> Iterator[None]:
    try:
        end = time.monotonic() + PATIENCE
        while not _taken(handle, shared=shared):
            if time.monotonic() > end:
                message = f"{root}: in use by another process for {PATIENCE:.0f} s; try again later"
                raise StoreError(message)
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


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
