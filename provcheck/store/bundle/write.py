"""A bundle: evidence that stands by itself, in a folder that can be handed on."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from provcheck.model.value import Value
from provcheck.store.bundle.belonging import Held, belonging, held_in
from provcheck.store.bundle.folder import whole_folder, write_file
from provcheck.store.bundle.shape import (
    CARD,
    GIVEN,
    LEDGER,
    README,
    Card,
    GivenPlace,
    Head,
    left_out,
)
from provcheck.store.bundle.wording import readme
from provcheck.store.chain import line
from provcheck.store.evidence import Store
from provcheck.store.manifest import MANIFEST
from provcheck.store.objects import Flaw, Objects
from provcheck.store.record import GivenFile, Record, Redaction, Run, objects_of

_LONGEST = 80  # characters of a name, of which file systems take 255 bytes
_ODD = re.compile(r"[^A-Za-z0-9._-]+")


class Exported(Value):
    """What was written: counts of records, of fetches, of objects and of given sources.

    `redacted` were removed from the store on purpose; `missing` are lost or damaged there.
    """

    records: int
    fetches: int = 0
    objects: int = 0
    given: int = 0
    redacted: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def write_bundle(store: Store, target: Path, runs: tuple[int, ...] | None = None) -> Exported:
    """Write what belongs to `runs` (numbers of their records; None: all of the ledger) to `target`.

    The folder is there whole or not at all; the same ledger and runs give the same bytes. Objects
    that the store has lost are left out and named. Raises StoreError when `target` is there
    already, when a number is not of a run, or when the ledger cannot be read.
    """
    held = held_in(store)
    chosen = held if runs is None else belonging(held, runs)
    with whole_folder(target) as folder:
        return _Writing(store.objects, folder, chosen).done(held[-1])


class _Writing:
    """One bundle on its way into `folder`."""

    def __init__(self, objects: Objects, folder: Path, held: tuple[Held, ...]) -> None:
        self._objects, self._folder, self._held = objects, folder, held
        said = (each.record for each in held)
        self._tombs = {record.sha256 for record in said if isinstance(record, Redaction)}
        self._redacted: set[str] = set()
        self._missing: set[str] = set()

    def done(self, head: Held) -> Exported:
        names = {name for each in self._held for name in self._named(each.record)}
        copied = sum(map(self._object, sorted(names)))
        places = self._given()
        ledger = b"".join(line(each.written) for each in self._held)
        write_file(self._folder / LEDGER, ledger)
        card = Card(
            head=Head(seq=head.seq, link=head.written.link),
            records=len(self._held),
            left_out=left_out((each.seq for each in self._held), head.seq),
            given=places,
            missing=tuple(sorted(self._missing)),
        )
        write_file(self._folder / CARD, _json(card.model_dump(mode="json")))
        write_file(self._folder / README, readme(card).encode())
        return Exported(
            records=len(self._held),
            fetches=sum(each.record.kind == "fetch" for each in self._held),
            objects=copied,
            given=len(places),
            redacted=tuple(sorted(self._redacted)),
            missing=card.missing,
        )

    def _named(self, record: Record) -> tuple[str, ...]:
        """Return the objects that go with `record`; an article, where the store keeps it."""
        match record:
            case Run(article_sha256=article) if self._objects.has(article):
                return (article,)
            case _:
                return objects_of(record)

    def _object(self, name: str) -> bool:
        data = self._bytes(name)
        if data is None:
            return False
        write_file(Objects(self._folder).place(name), data)
        return True

    def _bytes(self, name: str) -> bytes | None:
        """Return the bytes of an object, None when they are gone, which is noted."""
        if name in self._tombs:
            self._redacted.add(name)
            return None
        data = self._objects.look(name)
        if isinstance(data, Flaw):
            self._missing.add(name)
            return None
        return data

    def _given(self) -> tuple[GivenPlace, ...]:
        """Write what was given by hand, with a manifest, each file once however often given."""
        files = _given_files(self._held)
        places: dict[str, GivenPlace] = {}
        for file in files:
            if file.sha256 and file.sha256 not in places:
                data = self._bytes(file.sha256)
                if data is not None:
                    name = f"{len(places) + 1:04}-{_plain(file.key)}"
                    write_file(self._folder / GIVEN / name, data)
                    places[file.sha256] = GivenPlace(file=name, sha256=file.sha256)
        if files:
            entries = [_entry(file, places) for file in files]
            shown = [entry for entry in entries if entry.get("file") or entry.get("url")]
            write_file(self._folder / GIVEN / MANIFEST, _json(shown))
        return tuple(places.values())


def _given_files(held: Iterable[Held]) -> tuple[GivenFile, ...]:
    """Return what was given to the runs, each source once, in the order of the runs."""
    runs = [each.record for each in held if isinstance(each.record, Run)]
    return tuple(dict.fromkeys(file for run in runs for file in run.given))


def _entry(file: GivenFile, places: dict[str, GivenPlace]) -> dict[str, object]:
    """Return the entry of a given source with the name that its file has in the bundle."""
    entry = file.entry.model_dump(mode="json", exclude_defaults=True)
    place = places.get(file.sha256 or "")
    return {**entry, "file": place.file} if place else {k: entry[k] for k in entry if k != "file"}


def _plain(key: str) -> str:
    """Return a name that every file system takes, told from others by the number before it."""
    name = _ODD.sub("-", re.split(r"[/\\]", key)[-1]).strip(".-")
    return name[-_LONGEST:] or "source"


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode("ascii")
