"""Mends a store: what is sound in either copy stays, and what is lost is told in the chain.

Every step leaves a store that can be verified and repaired again, so that a repair that is killed
is simply run once more. What is taken out of use is moved to `damaged/`; only bytes that were
redacted are deleted.
"""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from provcheck.errors import StoreError
from provcheck.store import lock, table
from provcheck.store.aside import Aside
from provcheck.store.chain import Written, line, meaning, said
from provcheck.store.copies import copies, held_copies
from provcheck.store.evidence import Store
from provcheck.store.failing import told
from provcheck.store.files import write_whole
from provcheck.store.layout import DATABASE, IGNORE, IGNORED, JOURNAL, LOG, SEAL, SHARED
from provcheck.store.needs import needs
from provcheck.store.objects import Flaw
from provcheck.store.record import Gap, Loss
from provcheck.store.recovery import stretch, told_in_full
from provcheck.store.redact import is_still_there, take_away
from provcheck.store.seal import seal
from provcheck.store.strays import is_ignored, misplaced
from provcheck.store.table import columns
from provcheck.store.verify import ledger_faults
from provcheck.store.writer import writing


def repair(store: Store) -> tuple[str, ...]:
    """Mend `store` and return what was done, a plain clause each; none when nothing was wrong.

    Afterwards `faults` finds nothing grave, except objects that this user may not read. Raises
    StoreError when the disk refuses, or the store is another version's.
    """
    if not store.is_there:
        return ()
    aside = Aside(store.root)
    copies(store.root)  # raises before anything is touched
    with told(store.root):
        done = (*_files(store, aside), *_ledger(store, aside), *_objects(store, aside))
    if done:
        seal(store.root)
    return done


def _ledger(store: Store, aside: Aside) -> Iterator[str]:
    with contextlib.suppress(StoreError), writing(store.root):
        pass  # takes up what a killed writer left
    with lock.writing(store.root):
        both = held_copies(store.root)
        if not ledger_faults(both):
            return
        orphans = any(True for _ in store.objects.names())
        records = told_in_full(both, datetime.now(UTC), orphans=orphans)
        aside.copy(both.journal or b"", JOURNAL)
        aside.take(store.root / SEAL, SEAL)
        _write(store.root, records, aside)
    yield f"the ledger was written anew with {len(records)} records; {aside.name} has the old one"
    yield from _lost(records, {row.held for row in both.rows})


def _lost(records: list[Written], before: set[Written]) -> Iterator[str]:
    for held in records:
        match meaning(held):
            case Gap() as gap if held not in before:
                yield f"{stretch(gap)} could not be recovered; record {held.seq} says so"


def _write(root: Path, records: list[Written], aside: Aside) -> None:
    """Write both copies anew. The journal first: from then on it has all that is sound."""
    write_whole(root / JOURNAL, b"".join(map(line, records)))
    for name in (LOG, SHARED, DATABASE):  # a log beside a new database would be played into it
        aside.take(root / name, name)
    until = 0
    with table.to_write(root) as database:
        for held in records:
            until += len(line(held))
            table.insert(database, held, until, columns(said(root, held).record))
        database.execute("commit")


def _files(store: Store, aside: Aside) -> Iterator[str]:
    """Take out of use what hinders objects from lying where they belong."""
    for path in misplaced(store.root):
        aside.take(path, path.name)
        yield f"{path.relative_to(store.root)} is no object; moved to {aside.name}"
    if not is_ignored(store.root):
        write_whole(store.root / IGNORE, IGNORED)
        yield f"{IGNORE} was written anew"


def _objects(store: Store, aside: Aside) -> Iterator[str]:
    needed = needs(store.ledger.chained())
    for name in needed.redacted:
        if is_still_there(store, name):
            take_away(store, name)
            yield f"object {name}: was redacted, and is removed now"
    for name in sorted({*needed.present, *store.objects.names()} - needed.redacted.keys()):
        flaw = store.objects.flaw(name)
        if flaw == Flaw.FORBIDDEN:
            yield f"object {name}: {flaw}; permit reading it and repair again"
        elif flaw:
            yield from _without(store, aside, name)


def _without(store: Store, aside: Aside, name: str) -> Iterator[str]:
    """Go on without the bytes of an object, unless somebody brought them back meanwhile."""
    with writing(store.root) as writer:
        flaw = store.objects.flaw(name)
        if flaw is None:
            return
        done = f"object {name}: {flaw}"
        if os.path.lexists(store.objects.place(name)):
            aside.take(store.objects.place(name), name)
            done += f", and moved to {aside.name}"
        needed = needs(writer.records())
        if name in needed.present or name in needed.mentioned:
            writer.append(Loss(sha256=name, reason=f"the bytes were {flaw}", at=datetime.now(UTC)))
            done += "; the ledger says so"
    yield done
