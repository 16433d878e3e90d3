"""Whether a bundle is as it was written: every link, every object, every given file."""

from collections.abc import Iterator
from pathlib import Path

from provcheck.store.bundle.read import Bundle, flaw_of
from provcheck.store.bundle.shape import CARD, GIVEN
from provcheck.store.objects import Objects
from provcheck.store.record import Redaction, objects_of


def bundle_faults(bundle: Bundle) -> tuple[str, ...]:
    """Return what is wrong with the objects and given files of a bundle, a line each.

    Bytes that were removed on purpose, or that the store had lost, are no fault of the bundle. Its
    records were checked when it was read.
    """
    return (*_of_objects(bundle), *_of_given(bundle))


def _of_objects(bundle: Bundle) -> Iterator[str]:
    objects = Objects(bundle.root)
    named = {name for said in bundle.records for name in objects_of(said.record)}
    articles = {run.article_sha256 for run in bundle.runs}
    excused = _excused(bundle)
    for name in sorted(named | {name for name in articles if objects.has(name)}):
        flaw = objects.flaw(name)
        if flaw and not (name in excused and not objects.has(name)):
            yield f"{objects.place(name)}: {flaw}"
    for path in objects.files():
        if path.parent.name + path.name not in named | articles:
            yield f"{path}: no record names it"


def _of_given(bundle: Bundle) -> Iterator[str]:
    folder = bundle.root / GIVEN
    for place in bundle.card.given:
        path = folder / Path(place.file).name
        why = flaw_of(path, place.sha256)
        if why:
            yield f"{path}: {why}"
    named = {file.sha256: file.key for run in bundle.runs for file in run.given if file.sha256}
    placed = {place.sha256: place.file for place in bundle.card.given}
    for name in sorted(placed.keys() - named.keys()):
        yield f"{folder / placed[name]}: no run was given it"
    for name in sorted(named.keys() - placed.keys() - _excused(bundle)):
        yield f"{bundle.root / CARD}: does not say where {named[name]!r} lies"


def _excused(bundle: Bundle) -> frozenset[str]:
    """Return the hashes of what was removed on purpose, or lost before the bundle was made."""
    gone = {said.record.sha256 for said in bundle.records if isinstance(said.record, Redaction)}
    return frozenset(gone.union(bundle.card.missing))
