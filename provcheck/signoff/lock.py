"""One writer at a time in a folder, however many processes and threads sign there."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provcheck.errors import SettingsError

PATIENCE = 30.0  # seconds
_PAUSE = 0.005

if sys.platform == "win32":

    @contextmanager
    def alone(folder: Path) -> Iterator[None]:
        """Windows locks no folders: the last of two who sign at one moment wins there."""
        _ = folder
        yield

else:
    import fcntl

    @contextmanager
    def alone(folder: Path) -> Iterator[None]:
        """Keep other writers out of `folder`, which exists, leaving no file behind.

        The kernel frees the lock at any death. Raises SettingsError after 30 seconds of waiting,
        or when the folder cannot be opened. Some network drives lock no folders; there nobody
        waits.
        """
        try:
            handle = os.open(folder, os.O_RDONLY)
        except (OSError, ValueError) as problem:
            why = getattr(problem, "strerror", None) or problem
            message = f"{folder}: cannot be written to ({why}); check the path"
            raise SettingsError(message) from None
        try:
            _wait(handle, folder)
            yield
        finally:
            os.close(handle)

    def _wait(handle: int, folder: Path) -> None:
        end = time.monotonic() + PATIENCE
        while not _taken(handle):
            if time.monotonic() > end:
                message = f"{folder}: somebody else signs there for {PATIENCE:.0f} s; try again"
                raise SettingsError(message)
            time.sleep(_PAUSE)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # the drive has no such locks
            return True
        return True
