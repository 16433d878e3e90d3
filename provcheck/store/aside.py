"""`damaged/`: what a repair took out of use, kept for whoever can make something of it."""

from collections.abc import Iterator
from pathlib import Path

from provcheck.store.files import make_folder, refuse_link, sync
from provcheck.store.layout import DAMAGED


class Aside:
    """The folder of one repair below `damaged/`, made when the first thing is laid there."""

    def __init__(self, root: Path) -> None:
        self._damaged = root / DAMAGED
        self._folder: Path | None = None

    @property
    def name(self) -> str:
        """Return the folder as it is named within the store."""
        return self._made().relative_to(self._damaged.parent).as_posix()

    def take(self, path: Path, name: str) -> None:
        """Move what lies at `path` there as `name`, durably; nothing there is no fault.

        Raises OSError.
        """
        if not (path.exists() or path.is_symlink()):
            return
        target = self._made() / name
        path.rename(target)
        sync(target.parent)
        sync(path.parent)

    def copy(self, data: bytes, name: str) -> None:
        """Lay `data` there as `name`; raises OSError."""
        (self._made() / name).write_bytes(data)

    def _made(self) -> Path:
        if self._folder is None:
            refuse_link(self._damaged)
            make_folder(self._damaged)
            taken = [int(path.name) for path in self._damaged.iterdir() if path.name.isdecimal()]
            self._folder = self._damaged / f"{max(taken, default=0) + 1:04}"
            make_folder(self._folder)
        return self._folder


def laid_aside(root: Path, name: str) -> Iterator[Path]:
    """Return what repairs laid aside of the object `name`."""
    if not (root / DAMAGED).is_symlink():
        yield from (root / DAMAGED).glob(f"*/{name}")
