"""Which configuration file holds: the closest one from a folder upwards."""

import os
from collections.abc import Iterator
from pathlib import Path

from provcheck.config.toml import bytes_of, is_regular, own_table, parsed, text_of

PYPROJECT = "pyproject.toml"
NAMES = ("provcheck.toml", ".provcheck.toml", PYPROJECT)  # in this order where a folder has several
_WORD = b"provcheck"


def discover(start: Path) -> Path | None:
    """Return the configuration file closest to the folder `start`, None where there is none.

    Looks in `start` and its parents, no further up than the folder that holds `.git`. A
    pyproject.toml counts when it has a table [tool.provcheck]. Files are never merged. Raises
    SettingsError for a pyproject.toml that speaks of provcheck and cannot be read.
    """
    return next((file for folder in looked_in(start) if (file := found_in(folder))), None)


def looked_in(start: Path) -> Iterator[Path]:
    """Yield the folders that `discover` looks in, the closest one first."""
    folder = start.absolute()
    for each in (folder, *folder.parents):
        yield each
        if os.path.lexists(each / ".git"):
            return


def found_in(folder: Path) -> Path | None:
    """Return the configuration file that `folder` itself has, as `discover` would find it."""
    files = (folder / name for name in NAMES)
    return next((file for file in files if _counts(file)), None)


def _counts(file: Path) -> bool:
    if file.name != PYPROJECT:
        return os.path.lexists(file)
    return (
        is_regular(file)
        and _WORD in bytes_of(file)
        and own_table(parsed(file, text_of(file))) is not None
    )
