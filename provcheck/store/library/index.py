"""What the tables of the library are asked, and what is put into them."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from provcheck.store.library.document import Document
from provcheck.store.library.rows import COLUMNS, document_in, packed, row_of
from provcheck.store.library.tables import connected, emptied, tidy, writing
from provcheck.store.library.words import Tokenizer, prepared

# To count the words of a document takes longer than to index it. When more than this share of the
# documents, or this number, is new, all words are counted anew at the end.
_BULK, _FEW = 0.005, 50
_GROWN = 2  # times as many documents as when it was tidied last
_NAMES, _MARKS = ", ".join(COLUMNS), ", ".join("?" * len(COLUMNS))


class Current(NamedTuple):
    """Up to which record of the ledger the index is current, by number and link."""

    seq: int
    link: str


class Index:
    """The tables in the file at `path`, or in memory; made where they are missing.

    Whatever is wrong with the file ends in one of FAULTS, here and in every method.
    """

    def __init__(self, path: Path | None) -> None:
        self.database = connected(path)
        self.tokenizer = Tokenizer()
        self._counted = 0  # documents, since all words were counted

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def writing(self) -> AbstractContextManager[None]:
        """Write alone, all of it or nothing."""
        return writing(self.database)

    @property
    def current(self) -> Current:
        """Up to where the index is current."""
        seq, link = self._one("select seq, link from state")
        return Current(int(seq), str(link))

    def advance(self, current: Current) -> None:
        """Note up to where the index is current; within `writing`."""
        self.database.execute("update state set seq=?, link=?", current)

    @property
    def words(self) -> int:
        """How many words all documents have."""
        return int(self._one("select words from state")[0])

    def words_of(self, keys: Iterable[str]) -> int:
        """Return how many words the documents with these keys have."""
        query = "select length from document where key=?"
        rows = (self.database.execute(query, (packed(key),)).fetchone() for key in keys)
        return sum(int(row[0]) for row in rows if row)

    @property
    def size(self) -> int:
        """How many documents there are."""
        return int(self._one("select documents from state")[0])

    def add(self, documents: Sequence[tuple[Document, str]]) -> None:
        """Take in documents with their texts, all of keys that are not here; within `writing`."""
        (first,) = self._one("select last + 1 from state")
        last = first + len(documents) - 1
        texts = [prepared(text) for _, text in documents]
        lengths = [text.count(" ") + text.count("\n") + 1 for text in texts]
        self.database.executemany(
            f"insert into document (id, {_NAMES}, length) values (?, {_MARKS}, ?)",  # noqa: S608  (names of columns)
            (
                (number, *row_of(document), length)
                for number, (document, _), length in zip(count(first), documents, lengths)
            ),
        )
        # All at once, as whatever comes between two of them makes the index write what it gathered.
        self.database.executemany(
            "insert into text(rowid, words) values (?, ?)", zip(count(first), texts)
        )
        self.database.execute(
            "update state set last=?, documents = documents + ?, words = words + ?",
            (last, len(documents), sum(lengths)),
        )
        self._count(texts, 1)

    def describe(self, document: Document) -> None:
        """Put `document` in the place of the one with its key and text; within `writing`."""
        row = row_of(document)
        query = f"update document set ({_NAMES}) = ({_MARKS}) where key=?"  # noqa: S608  (names of columns)
        self.database.execute(query, (*row, row[0]))

    def remove(self, key: str, text: str | None) -> None:
        """Take out the document `key`, which is here; within `writing`.

        Without its text the words stay in the tables, where no search comes upon them.
        """
        number, length = self._one("select id, length from document where key=?", packed(key))
        self.database.execute("delete from document where id=?", (number,))
        query = "update state set documents = documents - 1, words = words - ?"
        self.database.execute(query, (length,))
        if text is not None:
            query = "insert into text(text, rowid, words) values ('delete', ?, ?)"
            self.database.execute(query, (number, prepared(text)))
            self._count((text,), -1)

    def settle(self) -> None:
        """Count all words anew where that was put off; to be done after documents were added."""
        self._counted = 0
        if self._is_counted:
            return
        with self.writing():
            self.database.execute("delete from frequency")
            self.database.execute("insert into frequency select term, doc from vocabulary")
            self.database.execute("update state set is_counted = 1")
        size, tidied = self._one("select documents, tidied from state")
        if size >= _GROWN * tidied:
            tidy(self.database)

    def mark(self, key: str, *, removed: bool) -> None:
        """Note that a source was taken out, not to come back by itself, or that it may."""
        sign = "insert or ignore into removed values (?)"
        self.database.execute(sign if removed else "delete from removed where key=?", (key,))

    def is_removed(self, key: str) -> bool:
        """Tell whether a source was taken out."""
        query = "select 1 from removed where key=?"
        return self.database.execute(query, (key,)).fetchone() is not None

    def clear(self) -> None:
        """Empty the file, so that no word is left in it; not within `writing`."""
        emptied(self.database)

    def document(self, key: str) -> Document | None:
        """Return the document with `key`, None when there is none."""
        return next(iter(self._documents("key=?", packed(key))), None)

    def has(self, key: str) -> bool:
        """Tell whether the document with `key` is here."""
        query = "select 1 from document where key=?"
        return self.database.execute(query, (packed(key),)).fetchone() is not None

    def page(self, after: str, most: int) -> list[Document]:
        """Return at most `most` documents whose keys come after `after`, in their order."""
        return self._documents("key > ? order by key limit ?", packed(after), most)

    def named(self, name: str) -> list[Document]:
        """Return the documents whose bytes or text are the object `name`."""
        return self._documents("key=? or text_sha256=? order by key", packed(name), packed(name))

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Return for each of `words` in how many documents it stands, where it does."""
        query = "select documents from frequency where word=? and documents > 0"
        found = ((word, self.database.execute(query, (word,)).fetchone()) for word in words)
        return {word: row[0] for word, row in found if row}

    @property
    def _is_counted(self) -> bool:
        return bool(self._one("select is_counted from state")[0])

    def _count(self, texts: Sequence[str], sign: int) -> None:
        """Count the words of documents, or put that off."""
        if not self._is_counted:
            return
        self._counted += len(texts)
        if self._counted > max(_FEW, _BULK * self.size):
            self.database.execute("update state set is_counted = 0")
            return
        found = ((word, sign * times) for word, times in self.tokenizer.frequencies(texts))
        self.database.executemany(
            "insert into frequency values (?, ?) on conflict (word) do update set "
            "documents = documents + excluded.documents",
            found,
        )

    def _documents(self, where: str, *values: object) -> list[Document]:
        query = f"select {_NAMES} from document where {where}"  # noqa: S608  (ours, all of it)
        return list(map(document_in, self.database.execute(query, values)))

    def _one(self, query: str, *values: object) -> tuple[Any, ...]:
        found = self.database.execute(query, values).fetchone()
        if found is None:
            message = f"nothing is found: {query}"
            raise sqlite3.DatabaseError(message)
        return tuple(found)
