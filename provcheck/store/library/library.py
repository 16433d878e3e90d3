"""The source library: whatever was fetched or added, searchable by the words of a quotation."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from threading import RLock

from provcheck.store.library.document import Document, Hit, Within
from provcheck.store.library.finding import found
from provcheck.store.library.index import INDEX, Index

_BATCH = 2000  # documents that are written at once


class Library:
    """The library of the store below `root`; None: one in memory, for runs without a store."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        self._turn = RLock()
        self._index = Index(root / INDEX if root else None)

    def add(self, documents: Iterable[tuple[Document, str]]) -> int:
        """Take in documents with their texts, and return how many of them are new."""
        new = 0
        waiting = iter(documents)
        with self._turn:
            while batch := list(islice(waiting, _BATCH)):
                with self._index.writing():
                    fresh = {d.key: (d, t) for d, t in batch if self._index.document(d.key) is None}
                    self._index.add(list(fresh.values()))
                    self._index.count([text for _, text in fresh.values()])
                    new += len(fresh)
        return new

    def remove(self, key: str) -> bool:
        """Take out the document `key`, and tell whether it was there."""
        with self._turn, self._index.writing():
            if self._index.document(key) is None:
                return False
            self._index.remove(key, None)
        return True

    def document(self, key: str) -> Document | None:
        """Return the document `key`, None when it is not in the library."""
        with self._turn:
            return self._index.document(key)

    def documents(self) -> Iterator[Document]:
        """Return all documents, in the order of their keys."""
        with self._turn:
            yield from self._index.documents()

    def search(
        self, segments: tuple[str, ...], within: Within | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """Return at most `limit` documents that may hold the words, the likeliest first.

        Never raises, whatever the segments are. That a document is found says that it holds rare
        words of theirs in a row, and not that it holds them all.
        """
        with self._turn:
            try:
                return found(self._index, segments, within, limit)
            except sqlite3.Error:
                return ()

    @property
    def words(self) -> int:
        """How many words all documents have: the evidence that a quotation needs grows by it."""
        with self._turn:
            return self._index.words
