"""Paths in a configuration file: from its folder, and never out of it."""

import os
from pathlib import Path

from provcheck.config.faults import ConfigFile, brief

_GIT = ".git"


def inside(file: ConfigFile, key: str, given: str) -> str:
    """Return the path that `given` means, from the current folder.

    `given` counts from the folder of `file`. Raises SettingsError when it leads out of that folder
    or into a .git, links resolved; and for a folder that holds a link which does.
    """
    if any(not character.isprintable() for character in given):
        raise file.wrong(key, "a path with a hidden character; write it without")
    base = _real(file.path.parent)
    try:
        real = _real(file.path.parent / given)
        _stay(file, key, given, (base, real))
        if real.is_dir():
            _hold(file, key, (base, real))
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no file has such a name"
        raise file.wrong(key, f"{brief(given)}: {why}; name another path") from None
    return _from_here(real)


def _stay(file: ConfigFile, key: str, given: str, paths: tuple[Path, Path]) -> None:
    base, real = paths
    if not real.is_relative_to(base):
        why = (
            f"{brief(given)} leads out of {base}; a file may name only what lies in its own folder"
        )
        raise file.wrong(key, f"{why}: give --{key} on the command line or in the environment")
    if any(part.casefold() == _GIT for part in real.relative_to(base).parts):
        raise file.wrong(
            key, f"{brief(given)} lies in {_GIT}, which is git's own; name another path"
        )


def _hold(file: ConfigFile, key: str, paths: tuple[Path, Path]) -> None:
    """Refuse a folder with a link in it that leads out: what it leads to would be read."""
    base, top = paths
    for folder, folders, names in os.walk(top):
        for name in (*folders, *names):
            path = Path(folder, name)
            if path.is_symlink():
                _stay(file, key, os.path.relpath(path, base), (base, _real(path)))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _from_here(path: Path) -> str:
    """Return `path` as seen from the current folder: the same on every machine."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # another drive, or no current folder
        return str(path)
