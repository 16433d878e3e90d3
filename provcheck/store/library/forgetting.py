"""Takes every word out of the index when something is redacted; it is made anew without it."""

from contextlib import closing
from pathlib import Path

from provcheck.store.library.index import Index
from provcheck.store.library.opening import is_damage, remove
from provcheck.store.library.tables import FAULTS, INDEX


def forget(root: Path) -> None:
    """Empty the index of the store below `root`; to be done by whoever holds the store alone.

    Others that have it open find it empty. Raises sqlite3.Error and OSError when that can't be
    done: then nothing may be said to be gone.
    """
    if not any(path.exists() for path in root.glob(f"{INDEX}*")):
        return
    try:
        with closing(Index(root / INDEX)) as index:
            index.clear()
    except FAULTS as problem:
        if not is_damage(problem):
            raise
        remove(root)
