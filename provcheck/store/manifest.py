"""`sources.json`: what it says of the files beside it, and of addresses without one."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from provcheck.errors import StoreError
from provcheck.store.entry import Entry, Placed

MANIFEST = "sources.json"


def listed(manifest: Path, root: Path) -> Iterator[Placed]:
    """Yield what the manifest says, with the files that it names; keys are relative to `root`.

    Raises StoreError naming the manifest's entry and field that is wrong.
    """
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


def _with_file(entry: Entry, manifest: Path, root: Path, where: str) -> Placed:
    if not entry.file:
        if not entry.url:
            message = f"{where}, field url: an entry needs a file or a url; add one"
            raise StoreError(message)
        return Placed(entry.url, entry)
    file = manifest.parent / entry.file
    if not file.resolve().is_relative_to(root.resolve()):
        message = f"{where}, field file: {entry.file} lies outside {root}; move it there"
        raise StoreError(message)
    if not file.is_file():
        message = f"{where}, field file: {entry.file} does not exist; correct the name"
        raise StoreError(message)
    key = file.resolve().relative_to(root.resolve()).as_posix()
    return Placed(key, entry, file)
