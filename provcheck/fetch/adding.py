"""Takes sources given by hand into the library: bytes, words, and what was said of them."""

from datetime import UTC, datetime
from hashlib import sha256

from provcheck.fetch.apart import Apart
from provcheck.fetch.local import Local, local
from provcheck.model.evidence import Found, Snapshot, Unavailable
from provcheck.model.value import Value
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable
from provcheck.store.entry import Entry
from provcheck.store.evidence import Store
from provcheck.store.given import Given, GivenSource
from provcheck.store.imprint import reading_of
from provcheck.store.record import Added, Loss, Reading, Removed

_TOO_LARGE = "larger than a source may be"
_GONE = 400  # the status from which an answer is no document


class Taken(Value):
    """A source is in the library as `key`, the SHA-256 of its bytes; `is_new`: it was not."""

    name: str
    key: str
    is_new: bool = True


class Refused(Value):
    """A source is not in the library; `reason` is one plain clause."""

    name: str
    reason: str


def texts_in(given: Given) -> tuple[GivenSource, ...]:
    """Return what may hold a text: files, captures and copies that an archive took.

    No redirects and errors, nor the pictures and scripts that belong to pages.
    """
    return tuple(
        source
        for source in given.entries
        if source.has_content and source.status < _GONE and not source.is_trimming
    )


class Adding:
    """Takes sources into the library of `store`, each read by `apart` and within `limits`."""

    def __init__(self, store: Store, apart: Apart, limits: Limits) -> None:
        self._store, self._apart, self._limits = store, apart, limits

    async def add(self, source: GivenSource) -> Taken | Refused:
        """Take in one source, durably; raises StoreError when a file or the store can't be read."""
        came = self._came(source)
        if isinstance(came, Unavailable):
            return Refused(name=source.key, reason=came.reason.removeprefix(f"{source.key}: "))
        body, where = came
        key = sha256(body.data).hexdigest()
        entry = Entry(**source.model_dump(include=set(Entry.model_fields)))
        refused = self._refused(body, key)
        if refused:
            return Refused(name=source.key, reason=refused)
        if _is_there(self._store, key, entry):
            return Taken(name=source.key, key=key, is_new=False)
        try:
            found = await self._found(body, where)
        except Unreadable as problem:
            return Refused(name=source.key, reason=str(problem))
        withheld = self._store.withheld(found.snapshot.text_sha256)
        if withheld:
            return Refused(name=source.key, reason=withheld.reason)
        now = datetime.now(UTC)
        self._store.note(Added(key=key, entry=entry, name=source.key, at=now), body.data)
        self._store.note(*reading_of(found))
        return Taken(name=source.key, key=key)

    def _came(self, source: GivenSource) -> Local | Unavailable:
        """Return the source, whose file is not even read when it is too large."""
        if source.path and source.path.stat().st_size > self._limits.source_bytes:
            return Unavailable(reason=_TOO_LARGE)
        return local(source)

    def _refused(self, body: Body, key: str) -> str | None:
        if len(body.data) > self._limits.source_bytes:
            return _TOO_LARGE
        withheld = self._store.withheld(key)
        return withheld.reason if withheld else None

    async def _found(self, body: Body, where: Snapshot) -> Found:
        text, completeness = await self._apart.read(body)
        hashes = {
            "sha256": sha256(body.data).hexdigest(),
            "text_sha256": sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest(),
        }
        snapshot = where.model_copy(update=hashes)
        return Found(snapshot=snapshot, text=text, completeness=completeness)


def _is_there(store: Store, key: str, entry: Entry) -> bool:
    """Tell whether the same bytes were added with the same said of them, and are in still.

    They are not when the words that were read from them are gone.
    """
    is_read = False
    for one in store.ledger.of_object(key):
        match one.record:
            case Reading(text_sha256=text):
                is_read = is_read or store.objects.has(text)
            case Added(entry=before):
                return is_read and before == entry
            case Removed() | Loss():
                return False
    return False
