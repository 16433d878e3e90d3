"""Sources given by hand: files, what a sources.json says of them, WARC files, and bundles."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pydantic import ConfigDict

from provcheck.errors import StoreError
from provcheck.model.value import Value
from provcheck.sources.read import READERS
from provcheck.store.address import address_key
from provcheck.store.bundle.mounted import Mounted
from provcheck.store.bundle.read import is_bundle, read_bundle
from provcheck.store.entry import Entry, Placed
from provcheck.store.evidence import Kept, Lost
from provcheck.store.manifest import MANIFEST, listed
from provcheck.store.own import is_own
from provcheck.store.record import Fetch
from provcheck.store.warc.captures import captures, is_warc
from provcheck.store.warc.payload import Capture, body_of

# Media types of what belongs to a page and is none; a WARC is full of it.
_TRIMMINGS = (
    "application/font",
    "application/javascript",
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "application/x-font",
    "application/x-javascript",
    "font/",
    "image/",
    "text/css",
    "text/javascript",
)
_OF_PLACE = ("key", "path", "shelved", "own_title", "own_publisher")


class GivenSource(Entry):
    """An entry with its file found; `key` names it the same on any machine.

    `shelved`: it comes from the library of another store, and is looked at as what lies in one;
    what it says of itself (`own_…`) is no part of the entry, which is told in ledgers for good.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    path: Path | None = None
    capture: Capture | None = None
    shelved: bool = False
    own_title: str | None = None
    own_publisher: str | None = None

    @property
    def has_content(self) -> bool:
        """Tell whether bytes were given, and not only word of a redirect or an error."""
        return bool(self.path or self.capture)

    def content(self) -> bytes:
        """Return the bytes, none where none were given.

        Raises OSError, with a plain clause as its `strerror`, when they cannot be read.
        """
        if self.capture:
            return body_of(self.capture)
        return self.path.read_bytes() if self.path else b""

    @property
    def is_document(self) -> bool:
        """Tell whether this holds a text today, in which words may stand that nobody linked to."""
        gone = self.status >= 400  # noqa: PLR2004
        other = self.archived_at or gone or self.is_trimming or self.shelved
        return self.has_content and not other

    @property
    def is_trimming(self) -> bool:
        """Tell whether this belongs to a page and is none: a picture, a font, a script."""
        kind = (self.content_type or "").partition(";")[0].strip().casefold()
        return kind.startswith(_TRIMMINGS) and kind not in READERS


class Given(Value):
    """All sources given for a run, in an order that is the same on any machine.

    `mounted` are the bundles among them, whose fetches answer as those in a store do; `searched` is
    how many words the library had that a bundle's run searched.
    """

    entries: tuple[GivenSource, ...] = ()
    mounted: tuple[Mounted, ...] = ()
    searched: int = 0

    @cached_property
    def _by_address(self) -> dict[str, GivenSource]:
        live = [e for e in self.entries if e.url and e.archived_at is None and not e.shelved]
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
        """Return every entry that holds a text today: no redirects, errors or archived copies.

        Nor what the runs of a bundle fetched, nor the pictures and scripts that belong to pages.
        """
        return tuple(entry for entry in self.entries if entry.is_document)

    def shelved(self) -> tuple[GivenSource, ...]:
        """Return the documents of another store's library that a bundle brings along."""
        return tuple(entry for entry in self.entries if entry.shelved)

    def recorded(self, url: str) -> Kept | Lost | None:
        """Return what the bundles hold of `url`, in their order; None when they know nothing.

        Bytes that are there come before such as are lost. What was asked for under the address
        comes before what arrived there, and of each the newest first.
        """
        found = [held for held in (bundle.recorded(url) for bundle in self.mounted) if held]
        return next((held for held in found if isinstance(held, Kept)), next(iter(found), None))

    def failure(self, url: str) -> Fetch | None:
        """Return the fetch of `url` that failed, from the first bundle that has one."""
        return next(filter(None, (bundle.failure(url) for bundle in self.mounted)), None)


def given(paths: tuple[Path, ...], article: str | None = None) -> Given:
    """Return the sources below `paths`, each a folder, a bundle, a WARC or another single file.

    Hidden files in a folder are none, nor are the reports and sign-offs of this program.
    A bundle of several runs gives what its last run on `article` (the SHA-256 of its bytes, or its
    name) had, and what all of them had when none was on it. Raises StoreError naming the
    path, and the entry and field, the line or the record, that is wrong.
    """
    entries: list[GivenSource] = []
    mounted: list[Mounted] = []
    searched = 0
    for path in paths:
        if path.is_dir() and is_bundle(path):
            bundle = read_bundle(path)
            run = bundle.run_on(article)
            entries.extend(map(_source, bundle.given(run)))
            used = frozenset(run.fetches) if run else frozenset()
            mounted.append(Mounted(bundle=bundle, used=used))
            searched = max(searched, run.searched if run else 0)
        else:
            entries.extend(_below(path))
    return Given(entries=tuple(entries), mounted=tuple(mounted), searched=searched)


def _below(path: Path) -> Iterator[GivenSource]:
    if path.is_file():
        yield from _unnamed(path, path.name)
        return
    if not path.is_dir():
        message = f"--sources {path}: no such file or folder; check the path"
        raise StoreError(message)
    named: set[Path] = set()
    for manifest in sorted(path.rglob(MANIFEST)):
        for placed in listed(manifest, path):
            if placed.path:
                named.add(placed.path.resolve())
            yield _source(placed)
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if (
            not hidden
            and file.name != MANIFEST
            and file.resolve() not in named
            and not is_own(file)
        ):
            yield from _unnamed(file, file.relative_to(path).as_posix())


def _unnamed(file: Path, key: str) -> Iterator[GivenSource]:
    """Yield what a file holds of which no manifest tells: itself, or the captures of a WARC."""
    key = key.encode("utf-8", "backslashreplace").decode()  # its name may be bytes of any kind
    if is_warc(file):
        for found, entry, capture in captures(file, key):
            yield _source(Placed(found, entry), capture)
    else:
        yield _source(Placed(key, Entry(file=key), file))


def _source(placed: Placed, capture: Capture | None = None) -> GivenSource:
    said = placed.entry.model_dump()
    known = {name: getattr(placed, name) for name in _OF_PLACE}
    return GivenSource(**said, **known, capture=capture)
