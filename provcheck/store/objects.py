"""Bytes by their SHA-256: written whole or not at all, never changed."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from provcheck.errors import StoreError


class Objects:
    """The folder `objects/` of a store; the name of an object is the hash of its bytes."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "objects"

    def put(self, data: bytes) -> str:
        """Return the SHA-256 of `data` once it is durable; raises StoreError when it can't be."""
        name = sha256(data).hexdigest()
        place = self._place(name)
        if place.exists():
            return name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=place.parent, prefix="tmp-")
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(place)
            _sync(place.parent)
        except OSError as problem:
            message = f"{self._folder}: cannot write ({problem.strerror}); free space or permit it"
            raise StoreError(message) from None
        return name

    def get(self, name: str) -> bytes:
        """Return the bytes named `name`; raises StoreError when they are lost or damaged."""
        try:
            data = self._place(name).read_bytes()
        except OSError:
            message = f"{self._place(name)}: lost; fetch the source again"
            raise StoreError(message) from None
        if sha256(data).hexdigest() != name:
            message = f"{self._place(name)}: damaged; remove the file and fetch the source again"
            raise StoreError(message)
        return data

    def _place(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:]


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
