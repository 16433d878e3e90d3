"""Files in a store that are none of it: unfinished ones, and what somebody laid there."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from provcheck.store.layout import IGNORE, IGNORED, KNOWN, OBJECTS, OTHERS, TEMPORARY
from provcheck.store.objects import Objects

# A writer may be about to finish what is unfinished, or to name what no record names.
GRACE = timedelta(hours=1)
_OBJECT = re.compile(rf"{OBJECTS}/[0-9a-f]{{2}}/[0-9a-f]{{62}}")


def strays(root: Path) -> Iterator[tuple[Path, str]]:
    """Return each file below `root` that does not belong, and why, in order; raises OSError."""
    if not is_ignored(root):
        yield root / IGNORE, "does not keep the store out of git"
    yield from ((path, "left unfinished") for path in unfinished(root) if is_old(path))
    for path in sorted(root.iterdir()):
        if path.name not in KNOWN and not path.name.startswith((TEMPORARY, *OTHERS)):
            yield path, "not of the store"
    yield from ((path, "no object") for path in misplaced(root))


def misplaced(root: Path) -> Iterator[Path]:
    """Return what lies among the objects and is named as none, in order; links for folders too."""
    if (root / OBJECTS).is_symlink():
        yield root / OBJECTS
    for path in Objects(root).files():
        named = _OBJECT.fullmatch(path.relative_to(root).as_posix())
        if not named and not path.name.startswith(TEMPORARY):
            yield path


def unfinished(root: Path) -> Iterator[Path]:
    """Return the temporary files of writers: at work, or killed."""
    if root.is_dir():
        yield from sorted(path for path in root.iterdir() if path.name.startswith(TEMPORARY))
        yield from Objects(root).temporary()


def is_old(path: Path, grace: timedelta = GRACE) -> bool:
    """Tell whether the file at `path` was last written longer than `grace` ago."""
    try:
        return time.time() - path.lstat().st_mtime >= grace.total_seconds()
    except FileNotFoundError:  # finished, or removed, this moment
        return False


def is_ignored(root: Path) -> bool:
    """Tell whether the store keeps itself out of git."""
    ignore = root / IGNORE
    return ignore.is_file() and not ignore.is_symlink() and ignore.read_bytes() == IGNORED
