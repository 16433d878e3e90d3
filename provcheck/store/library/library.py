"""The source library: whatever was fetched or added, searchable by the words of a quotation."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import TypeVar

from provcheck.store import lock
from provcheck.store.evidence import Store
from provcheck.store.library.catching_up import catch_up, text_of
from provcheck.store.library.document import Document, Hit, Within
from provcheck.store.library.finding import found
from provcheck.store.library.index import Index
from provcheck.store.library.opening import mended, opened
from provcheck.store.library.tables import FAULTS

_BATCH = 2000  # documents that are written at once
T = TypeVar("T")
_PAGE = 500


class Library:
    """The library of the store below `root`; None: one in memory, for runs without a store.

    It is opened when it is first used, and has then what the ledger tells of up to that moment. An
    index that is damaged is made anew. Any thread may use it. Raises StoreError where the ledger
    cannot be read.
    """

    def __init__(self, root: Path | None) -> None:
        self._store = Store(root) if root else None
        self._turn = RLock()
        self._index: Index | None = None

    def close(self) -> None:
        """Let go of the index; whoever uses the library again opens it again."""
        with self._turn:
            if self._index:
                self._index.close()
            self._index = None

    def catch_up(self) -> None:
        """Take in what was recorded since the library was opened."""
        store = self._store
        if store:
            self._with(lambda index: catch_up(index, store))

    def add(self, documents: Iterable[tuple[Document, str]]) -> int:
        """Take in documents with their texts, and return how many of them are new.

        What no record of the ledger tells of is gone when the index is made anew.
        """
        waiting, new = iter(documents), 0
        while batch := list(islice(waiting, _BATCH)):
            new += self._with(partial(_add, store=self._store, documents=batch))
        self._with(Index.settle)
        return new

    def remove(self, key: str) -> bool:
        """Take the document `key` out of the index, and tell whether it was there.

        That it stays out when the index is made anew takes a record of the kind Removed.
        """
        return self._with(lambda index: _remove(index, self._store, key))

    def document(self, key: str) -> Document | None:
        """Return the document `key`, None when it is not in the library."""
        return self._with(lambda index: index.document(key))

    def documents(self) -> Iterator[Document]:
        """Return all documents, in the order of their keys."""
        after = ""
        while page := self._with(partial(Index.page, after=after, most=_PAGE)):
            yield from page
            after = page[-1].key

    def search(
        self, segments: tuple[str, ...], within: Within | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """Return at most `limit` documents that may hold the words, the likeliest first.

        Whatever the segments are, they are no fault. That a document is found says that it holds
        rare words of theirs in a row, and not that it holds them all: align them to know.
        """
        return self._with(lambda index: found(index, segments, within or Within(), limit))

    def words_of(self, keys: Iterable[str]) -> int:
        """Return how many words the documents with these keys have; of others, none."""
        wanted = tuple(keys)
        return self._with(lambda index: index.words_of(wanted))

    @property
    def words(self) -> int:
        """How many words all documents have: the evidence that a quotation needs grows by it."""
        return self._with(lambda index: index.words)

    def _with(self, work: Callable[[Index], T]) -> T:
        """Return what `work` returns of the index, or of one made anew, or of one in memory."""
        with self._turn:
            for _ in range(2):
                try:
                    return work(self._opened())
                except FAULTS as problem:
                    self.close()
                    if self._store is None or not mended(self._store.root, problem):
                        break
            self._index = opened(self._store, in_memory=True) if self._store else None
            return work(self._opened())

    def _opened(self) -> Index:
        if self._index is None:
            self._index = opened(self._store) if self._store else Index(None)
        return self._index


def _add(index: Index, store: Store | None, documents: Iterable[tuple[Document, str]]) -> int:
    """Take in the documents that are new, but nothing that was redacted since it was read."""
    with lock.reading(store.root) if store else nullcontext(), index.writing():
        gone = store.ledger.redacted() if store else frozenset()
        new = {
            d.key: (d, text)
            for d, text in documents
            if not index.has(d.key) and gone.isdisjoint((d.key, d.text_sha256))
        }
        index.add(list(new.values()))
    return len(new)


def _remove(index: Index, store: Store | None, key: str) -> bool:
    with index.writing():
        document = index.document(key)
        if document is None:
            return False
        index.remove(key, text_of(store, document) if store else None)
    return True
