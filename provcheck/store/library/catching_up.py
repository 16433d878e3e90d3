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
            for change in changes(store, records):
                _take(index, store, change)
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


def _take(index: Index, store: Store, change: Change) -> None:
    match change:
        case Held(document=document, text=text):
            _hold(index, store, document, text)
        case Back(key=key):
            index.mark(key, removed=False)
        case Out(key=key):
            index.mark(key, removed=True)
            _drop(index, store, key)
        case Gone(name=name):
            for document in index.named(name):
                _drop(index, store, document.key)
        case Withdrawn(name=name):
            if index.named(name):
                raise _StaleError
        case _:
            assert_never(change)


def _hold(index: Index, store: Store, document: Document, text: str) -> None:
    """Take in a document, in the place of what was read from the same bytes before."""
    if index.is_removed(document.key):
        return
    before = index.document(document.key)
    if before and before.text_sha256 == document.text_sha256:
        index.describe(document)
        return
    _drop(index, store, document.key)
    index.add(document, text)


def _drop(index: Index, store: Store, key: str) -> None:
    document = index.document(key)
    if document:
        index.remove(key, text_of(store, document))
