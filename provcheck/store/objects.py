"""Bytes by their SHA-256: written whole or not at all, never changed."""

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from enum import StrEnum
from hashlib import file_digest, sha256
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store.files import (
    make_folder,
    open_regular,
    refuse_link,
    sync,
    write_whole,
)
from provcheck.store.ground import prepare
from provcheck.store.layout import OBJECTS, TEMPORARY

_NAME = re.compile(r"[0-9a-f]{64}")


class Flaw(StrEnum):
    """What can be wrong with an object, as it is told after "the stored copy is"."""

    MISSING = "missing"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"  # a bad sector; something that is no file
    FORBIDDEN = "not readable for this user"


class Objects:
    """The folder `objects/` of a store; the name of an object is the hash of its bytes."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / OBJECTS

    def put(self, data: bytes) -> str:
        """Return the SHA-256 of `data` once it is durable; raises StoreError when it can't be.

        A damaged copy is replaced by the sound one. Two writers of the same bytes do no harm.
        """
        name = sha256(data).hexdigest()
        place = self.place(name)
        try:
            prepare(self._root)
            self._refuse_links(place)
            make_folder(place.parent)
            if self._bytes(place) == data:
                # Another writer may have put it there this moment; and gc spares what is young.
                with contextlib.suppress(PermissionError):
                    os.utime(place)
                sync(place.parent)
            else:
                write_whole(place, data)
            sync(self._folder)
        except OSError as problem:
            message = (
                f"{self._folder}: cannot be written ({problem.strerror}); free space, permit "
                "writing, or name another folder with --store"
            )
            raise StoreError(message) from None
        return name

    def get(self, name: str) -> bytes:
        """Return the bytes named `name`; raises StoreError when they are lost or damaged."""
        found = self.look(name)
        if isinstance(found, Flaw):
            message = f"{self.place(name)}: {found}; fetch the source again, then repair the store"
            raise StoreError(message)
        return found

    def look(self, name: str) -> bytes | Flaw:
        """Return the bytes named `name`, or what is wrong with them."""
        place = self.place(name)
        try:
            self._refuse_links(place)
            with open_regular(place) as file:
                data = file.read()
        except OSError as problem:
            return _flaw(problem)
        return data if sha256(data).hexdigest() == name else Flaw.DAMAGED

    def flaw(self, name: str) -> Flaw | None:
        """Return what is wrong with the bytes named `name`, without holding them in memory."""
        place = self.place(name)
        try:
            self._refuse_links(place)
            with open_regular(place) as file:
                sound = file_digest(file, "sha256").hexdigest() == name
        except OSError as problem:
            return _flaw(problem)
        return None if sound else Flaw.DAMAGED

    def size(self, name: str) -> int | None:
        """Return the size in bytes of what lies under `name`, None when nothing does."""
        place = self.place(name)
        try:
            self._refuse_links(place)
            found = place.lstat()
        except OSError:
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def has(self, name: str) -> bool:
        """Tell whether bytes lie under `name`; whether they are sound, `flaw` tells."""
        return self.size(name) is not None

    def names(self) -> Iterator[str]:
        """Return the names of all objects, in order; temporary files are none."""
        for path in self.files():
            name = path.parent.name + path.name
            if _NAME.fullmatch(name) and len(path.parent.name) == len("ab"):
                yield name

    def files(self) -> Iterator[Path]:
        """Return every file below the folder, in order, whatever it is."""
        if not self._folder.is_symlink():
            yield from sorted(
                p for p in self._folder.rglob("*") if p.is_symlink() or not p.is_dir()
            )

    def temporary(self) -> Iterator[Path]:
        """Return the temporary files: of writers at work, or left by such as were killed."""
        yield from (path for path in self.files() if path.name.startswith(TEMPORARY))

    def remove(self, name: str) -> None:
        """Remove the bytes named `name`, durably; none there is no fault. Raises StoreError."""
        place = self.place(name)
        try:
            self._refuse_links(place)
            place.unlink()
            sync(place.parent)
        except FileNotFoundError:
            return
        except OSError as problem:
            message = f"{place}: cannot be removed ({problem.strerror}); permit it, or remove it"
            raise StoreError(message) from None

    def place(self, name: str) -> Path:
        """Return where the bytes named `name` lie or would lie."""
        # What is no hash (a damaged record may hold anything) names a file that cannot be.
        shown = name if _NAME.fullmatch(name) else "-" * 64
        return self._folder / shown[:2] / shown[2:]

    def _refuse_links(self, place: Path) -> None:
        refuse_link(self._folder)
        refuse_link(place.parent)

    def _bytes(self, place: Path) -> bytes | None:
        try:
            with open_regular(place) as file:
                return file.read()
        except OSError:
            return None


def _flaw(problem: OSError) -> Flaw:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return Flaw.MISSING
    return Flaw.FORBIDDEN if isinstance(problem, PermissionError) else Flaw.UNREADABLE
