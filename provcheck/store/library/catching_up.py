"""Brings the index up to the ledger: what was recorded since, or all of it when it is new.

The store is held while a batch of records is read and written, so that nothing is taken in that
somebody redacts this moment; it is let go between batches, for others to write.
"""

import time
from itertools import islice
from typing import assert_never

from provcheck.store import lock
from provcheck.store.evidence import Store
from provcheck.store.library.document import Document
from provcheck.store.library.index import Current, Index
from provcheck.store.library.records import Back, Change, Gone, Held, Out, Withdrawn, changes
from provcheck.store.objects import Flaw

_BATCH = 4000  # records, so that a batch takes less than a second or two
_MOST = 16 << 20  # characters of texts that wait to be written
_PAUSE = 0.02  # seconds, longer than writers wait before they try again


class _StaleError(Exception):
    """The index is of another ledger, or has what was redacted since; it must be made anew."""


def catch_up(index: Index, store: Store) -> None:
    """Take into `index` whatever the ledger of `store` tells of beyond it.

    An index of another ledger, or one that has what was redacted, is emptied first. Raises
    sqlite3.Error and OSError for the index, StoreError for the ledger.
    """
    try:
        _all(index, store)
    except _StaleError:
        with lock.reading(store.root):
            index.clear()
        _all(index, store)


def text_of(store: Store, document: Document) -> str | None:
    """Return the words that were read from a document, None when they are not kept any more."""
    data = store.objects.look(document.text_sha256)
    return None if isinstance(data, Flaw) else data.decode("utf-8", "surrogatepass")


def _all(index: Index, store: Store) -> None:
    while not _batch(index, store):
        time.sleep(_PAUSE)
    index.settle()


def _batch(index: Index, store: Store) -> bool:
    """Take in the next records, and tell whether they were the last ones."""
    with lock.reading(store.root):
        if _is_current(index, store):
            return True
        with index.writing():
            after = index.current.seq
            records = list(islice(store.ledger.chained(after), _BATCH))
            batch = _Batch(index, store)
            for change in changes(store, records):
                batch.take(change)
            batch.write()
            if records:
                index.advance(Current(records[-1].seq, records[-1].link))
    return len(records) < _BATCH


def _is_current(index: Index, store: Store) -> bool:
    """Tell whether no record follows; raises _StaleError for an index of another ledger."""
    seq, link = index.current
    found = list(islice(store.ledger.chained(max(seq - 1, 0)), 2))
    if seq and (not found or (found[0].seq, found[0].link) != (seq, link)):
        raise _StaleError
    return len(found) == (1 if seq else 0)


class _Batch:
    """Changes on their way into the index; new documents wait, since many at once are faster."""

    def __init__(self, index: Index, store: Store) -> None:
        self._index, self._store = index, store
        self._waiting: dict[str, tuple[Document, str]] = {}
        self._size = 0

    def take(self, change: Change) -> None:
        if isinstance(change, Held):
            self._hold(change.document, change.text)
            return
        self.write()
        match change:
            case Back(key=key):
                self._index.mark(key, removed=False)
            case Out(key=key):
                self._index.mark(key, removed=True)
                self._drop(key)
            case Gone(name=name):
                for document in self._index.named(name):
                    self._drop(document.key)
            case Withdrawn(name=name):
                if self._index.named(name):
                    raise _StaleError
            case _:
                assert_never(change)

    def write(self) -> None:
        self._index.add(list(self._waiting.values()))
        self._waiting, self._size = {}, 0

    def _hold(self, document: Document, text: str) -> None:
        """Take in a document, in the place of what was read from the same bytes before."""
        if self._index.is_removed(document.key):
            return
        before = self._index.document(document.key)
        if before and before.text_sha256 == document.text_sha256:
            self._index.describe(document.filled_from(before))
            return
        self._drop(document.key)
        self._waiting[document.key] = (document, text)
        self._size += len(text)
        if self._size > _MOST:
            self.write()

    def _drop(self, key: str) -> None:
        document = self._index.document(key)
        if document:
            self._index.remove(key, text_of(self._store, document))
