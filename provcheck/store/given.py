"""Sources given by hand: the files below a folder, and what its sources.json says of them."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pydantic import ConfigDict, ValidationError

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.store.address import address_key
from provcheck.store.entry import Entry

MANIFEST = "sources.json"


class GivenSource(Entry):
    """An entry with its file found; `key` names it the same on any machine."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    path: Path | None = None


class Given(Value):
    """All sources given for a run, in an order that is the same on any machine."""

    entries: tuple[GivenSource, ...] = ()

    @cached_property
    def _by_address(self) -> dict[str, GivenSource]:
        live = [e for e in self.entries if e.url and e.archived_at is None]
        return {address_key(entry.url or ""): entry for entry in reversed(live)}

    def at(self, url: str) -> GivenSource | None:
        """Return what answers a request for `url`, or None when nothing recorded does."""
        return self._by_address.get(address_key(url))

    def copies(self, url: str) -> tuple[GivenSource, ...]:
        """Return the archived copies of `url`, oldest first."""
        key = address_key(url)
        held = [(e.archived_at, e.key, e) for e in self.entries if e.archived_at and e.url]
        return tuple(
            e for _, _, e in sorted(held, key=lambda h: h[:2]) if address_key(e.url or "") == key
        )

    def documents(self) -> tuple[GivenSource, ...]:
        """Return every entry that holds a text today: no redirects, errors or archived copies."""
        return tuple(
            entry
            for entry in self.entries
            if entry.path and entry.archived_at is None and entry.status < 400  # noqa: PLR2004
        )


def given(paths: tuple[Path, ...]) -> Given:
    """Return the sources below `paths`, each a folder or a single file.

    Raises StoreError naming the path, or the manifest's entry and field, that is wrong.
    """
    entries = [entry for path in paths for entry in _below(path)]
    return Given(entries=tuple(entries))


def _below(path: Path) -> Iterator[GivenSource]:
    if path.is_file():
        yield GivenSource(file=path.name, key=path.name, path=path)
        return
    if not path.is_dir():
        message = f"--sources {path}: no such file or folder; check the path"
        raise StoreError(message)
    named: set[Path] = set()
    for manifest in sorted(path.rglob(MANIFEST)):
        for entry in _listed(manifest, path):
            if entry.path:
                named.add(entry.path.resolve())
            yield entry
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if not hidden and file.name != MANIFEST and file.resolve() not in named:
            key = file.relative_to(path).as_posix()
            yield GivenSource(file=key, key=key, path=file)


def _listed(manifest: Path, root: Path) -> Iterator[GivenSource]:
    for number, raw in enumerate(_entries(manifest), start=1):
        where = f"{manifest}: entry {number}"
        try:
            entry = Entry.model_validate(raw)
        except ValidationError as problem:
            first = problem.errors()[0]
            field = ".".join(map(str, first["loc"])) or "the whole entry"
            message = f"{where}, field {field}: {first['msg']}; correct or remove it"
            raise StoreError(message) from None
        yield _with_file(entry, manifest, root, where)


def _entries(manifest: Path) -> list[object]:
    try:
        entries = json.loads(manifest.read_bytes())
    except (OSError, ValueError, RecursionError) as problem:
        why = str(problem).splitlines()[0]
        message = f"{manifest}: not readable as JSON: {why}; correct the file"
        raise StoreError(message) from None
    if not isinstance(entries, list):
        message = f"{manifest}: the whole file: a list of entries is expected"
        raise StoreError(message)
    return entries


def _with_file(entry: Entry, manifest: Path, root: Path, where: str) -> GivenSource:
    if not entry.file:
        if not entry.url:
            message = f"{where}, field url: an entry needs a file or a url; add one"
            raise StoreError(message)
        return GivenSource(**entry.model_dump(), key=entry.url)
    file = manifest.parent / entry.file
    if not file.resolve().is_relative_to(root.resolve()):
        message = f"{where}, field file: {entry.file} lies outside {root}; move it there"
        raise StoreError(message)
    if not file.is_file():
        message = f"{where}, field file: {entry.file} does not exist; correct the name"
        raise StoreError(message)
    key = file.resolve().relative_to(root.resolve()).as_posix()
    return GivenSource(**entry.model_dump(), key=key, path=file)
