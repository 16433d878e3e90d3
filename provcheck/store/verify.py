"""Whether a store still holds what was put in it: both copies of the ledger, and every object."""

from collections.abc import Iterator
from pathlib import Path

from provcheck.model.value import Value
from provcheck.store.chain import line, lines, meaning, said
from provcheck.store.copies import Copies, copies
from provcheck.store.evidence import Store
from provcheck.store.failing import told
from provcheck.store.layout import DATABASE, JOURNAL, OBJECTS, SEAL
from provcheck.store.needs import Needs, needs
from provcheck.store.objects import Objects
from provcheck.store.record import Chained, Fetch
from provcheck.store.recovery import jumps, recovered
from provcheck.store.redact import is_still_there
from provcheck.store.strays import is_old, strays
from provcheck.store.table import columns

_ATTEMPTS = 3


class Fault(Value):
    """One thing that is not as it was left: where, and what; grave when evidence is touched."""

    place: str
    what: str
    grave: bool = True


def faults(store: Store) -> tuple[Fault, ...]:
    """Return all that is wrong with `store`, the ledger first; nothing is changed.

    Raises StoreError when it cannot be read at all, or is another version's.
    """
    if not store.is_there:
        return ()
    with told(store.root):
        return _settled(store)


def _settled(store: Store) -> tuple[Fault, ...]:
    """Look again while the ledger changes: what seems wrong may be a writer's work half done."""
    both = copies(store.root)
    for _ in range(_ATTEMPTS):
        found = (*ledger_faults(both), *object_faults(store, both), *_of_strays(store.root))
        now = copies(store.root) if found else both
        if now == both:
            break
        both = now
    return found


def ledger_faults(both: Copies) -> tuple[Fault, ...]:
    """Return what is wrong with the ledger, by its copies."""
    return (*_of_table(both), *_of_chain(both), *_of_journal(both), *_of_tail(both))


def _of_table(both: Copies) -> Iterator[Fault]:
    yield from (Fault(place=DATABASE, what=told) for told in both.complaints)
    if both.unsealed:
        yield Fault(place=SEAL, what=both.unsealed)
    for held, _, keys in both.rows:
        record = meaning(held)
        if not held.is_sound:
            yield _record(held.seq, "is damaged")
        elif record is None:
            yield _record(held.seq, "is of a kind that is not known here")
        elif columns(record) != keys:
            yield _record(held.seq, "cannot be looked up: its columns are not made of it")


def _of_chain(both: Copies) -> Iterator[Fault]:
    beyond = (held for held, _ in lines((both.journal or b"")[both.end :]))
    held = [one for one in (*(row.held for row in both.rows), *beyond) if one and one.is_sound]
    for before, then in jumps(held):
        last = f"record {before.seq}" if before.seq else "the beginning"
        yield _record(then.seq, f"does not follow {last}")


def _of_journal(both: Copies) -> Iterator[Fault]:
    if both.journal is None:
        yield Fault(place=JOURNAL, what="missing")
        return
    start = 0
    for held, until, _ in both.rows:
        if both.journal[start:until] != line(held):
            yield Fault(place=JOURNAL, what=f"record {held.seq} is not as in {DATABASE}")
        start = until


def _of_tail(both: Copies) -> Iterator[Fault]:
    """Tell of what stands in the journal only: a record that a killed writer left, or more."""
    rest = (both.journal or b"")[both.end :]
    waiting = list(lines(rest))
    if not all(held and held.is_sound for held, _ in waiting):
        yield Fault(place=JOURNAL, what=f"damaged beyond the last record of {DATABASE}")
    elif waiting:
        what = f"ahead of {DATABASE} by {len(waiting)}; the next writing catches up"
        yield Fault(place=JOURNAL, what=what, grave=len(waiting) > 1)
    if not rest.endswith(b"\n") and rest:
        yield Fault(place=JOURNAL, what="the last line was not written to its end", grave=False)


def object_faults(store: Store, both: Copies) -> tuple[Fault, ...]:
    """Return what is wrong with the objects that the records of the ledger name, and others."""
    records = [said(store.root, held) for held in recovered(both)]
    needed = needs(records)
    flaws = {name: store.objects.flaw(name) for name in needed.present}
    sound = [name for name, flaw in flaws.items() if not flaw]
    return (
        *(
            _object(name, f"{flaw}; record {needed.present[name]} names it")
            for name, flaw in flaws.items()
            if flaw
        ),
        *_of_sizes({name: store.objects.size(name) for name in sound}, records),
        *_of_redacted(store, needed),
        *_of_others(store.objects, needed),
    )


def _of_redacted(store: Store, needed: Needs) -> Iterator[Fault]:
    for name in needed.redacted:
        if is_still_there(store, name):
            yield _object(name, "redacted, and still there; `provcheck store gc` removes it")


def _of_sizes(sizes: dict[str, int | None], records: list[Chained]) -> Iterator[Fault]:
    for one in records:
        match one.record:
            case Fetch(sha256=str(name), size=size) if sizes.get(name, size) != size:
                yield _object(name, f"not of the size that record {one.seq} tells")


def _of_others(objects: Objects, needed: Needs) -> Iterator[Fault]:
    """Tell of objects that no record needs, and of files that are no objects."""
    known = needed.present.keys() | needed.redacted.keys()
    for name in (name for name in objects.names() if name not in known):
        if flaw := objects.flaw(name):
            yield _object(name, str(flaw), grave=needed.names(name))
        elif not needed.names(name) and is_old(objects.place(name)):
            yield _object(name, "no record names it", grave=False)


def _of_strays(root: Path) -> Iterator[Fault]:
    for path, what in strays(root):
        yield Fault(place=path.relative_to(root).as_posix(), what=what, grave=False)


def _object(name: str, what: str, *, grave: bool = True) -> Fault:
    return Fault(place=f"{OBJECTS}/{name[:2]}/{name[2:]}", what=what, grave=grave)


def _record(seq: int, what: str) -> Fault:
    return Fault(place=DATABASE, what=f"record {seq} {what}")
