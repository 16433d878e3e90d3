"""Removes what killed processes left behind; never anything that a record names."""

from datetime import timedelta
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.chain import said
from provcheck.store.copies import held_copies
from provcheck.store.evidence import Store
from provcheck.store.needs import Needs, needs
from provcheck.store.recovery import recovered
from provcheck.store.redact import take_away
from provcheck.store.strays import GRACE, is_old, unfinished
from provcheck.store.verify import ledger_faults
from provcheck.store.writer import writing


class Freed(Value):
    """How many files were removed, and their bytes; how many unnamed objects were spared.

    Spared is what no record names where records were lost: it may be their evidence.
    """

    files: int
    size: int
    spared: int


def gc(store: Store, grace: timedelta = GRACE) -> Freed:
    """Remove unfinished files and objects that no record names, untouched for `grace`.

    What was redacted and is still there goes at once. Raises StoreError when the ledger is
    damaged: what it names cannot be known before it is repaired.
    """
    if not store.is_there:
        return Freed(files=0, size=0, spared=0)
    with writing(store.root):
        needed = _needed(store)
        unnamed = [path for path in _unnamed(store, needed) if is_old(path, grace)]
        doomed = [path for path in unfinished(store.root) if is_old(path, grace)]
        doomed += [] if needed.gaps else unnamed
        redacted = [name for name in needed.redacted if store.objects.has(name)]
        size = sum(path.lstat().st_size for path in doomed if path.exists())
        size += sum(store.objects.size(name) or 0 for name in redacted)
        for path in doomed:
            path.unlink(missing_ok=True)  # a slow writer may have finished it this moment
        for name in needed.redacted:
            take_away(store, name)
    spared = len(unnamed) if needed.gaps else 0
    return Freed(files=len(doomed) + len(redacted), size=size, spared=spared)


def _needed(store: Store) -> Needs:
    """Return what the records need, of a ledger whose every record is known to be there."""
    both = held_copies(store.root)
    damage = next((fault for fault in ledger_faults(both) if fault.grave), None)
    if damage:
        message = f"{store.root}: {damage.place}: {damage.what}; run `provcheck store repair` first"
        raise StoreError(message)
    return needs(said(store.root, held) for held in recovered(both))


def _unnamed(store: Store, needed: Needs) -> list[Path]:
    names = (name for name in store.objects.names() if not needed.names(name))
    return [store.objects.place(name) for name in names]
