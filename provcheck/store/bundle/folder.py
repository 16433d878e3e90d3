"""A folder, or a file, that is there whole or not at all, and never takes the place of another."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store.files import make_folder, sync
from provcheck.store.layout import TEMPORARY


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder that becomes `target`, durably, when the block ends well.

    `target` may be an empty folder already. Raises StoreError when anything else is there or the
    disk refuses, and then leaves nothing behind.
    """
    _refuse(target, "a bundle", empty=True)
    with _written(target) as temporary:
        temporary.mkdir()
        yield temporary
        for folder in [temporary, *(p for p in temporary.rglob("*") if p.is_dir())]:
            sync(folder)
        with suppress(FileNotFoundError):
            target.rmdir()  # which was empty; Windows renames onto no folder


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Yield a path for a file that becomes `target` when the block ends well; as `whole_folder`."""
    _refuse(target, "an export", empty=False)
    with _written(target) as temporary:
        yield temporary
        with temporary.open("rb") as file:
            os.fsync(file.fileno())


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to a new file at `path`, durably, with the folders above; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    real = Path(os.path.realpath(target.parent)) / target.name
    temporary = real.parent / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        make_folder(real.parent)
        yield temporary
        temporary.rename(real)
        sync(real.parent)
    except OSError as problem:
        message = (
            f"{target}: cannot be written ({problem.strerror or problem}); make room, permit it, "
            "or name another place"
        )
        raise StoreError(message) from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse(target: Path, what: str, *, empty: bool) -> None:
    """Raise StoreError when something is at `target`; with `empty`, an empty folder may be."""
    if "\0" in str(target):
        message = f"{target}: cannot be written: no file has such a name; name another place"
        raise StoreError(message)
    try:
        there = target.is_symlink() or target.exists()
        free = empty and target.is_dir() and not target.is_symlink() and not any(target.iterdir())
    except OSError as problem:
        message = f"{target}: cannot be written ({problem.strerror}); name another place"
        raise StoreError(message) from None
    if there and not free:
        message = f"{target}: is there already; name a new place for {what}, or remove it first"
        raise StoreError(message)
