"""What the tables of the library are asked, and what is put into them."""

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from provcheck.store.library.document import Document
from provcheck.store.library.tables import connected, emptied, writing
from provcheck.store.library.words import Tokenizer, prepared

# To count the words of a document takes longer than to index it. When more than this share of the
# documents, or this number, is new, all words are counted anew at the end.
_BULK, _FEW = 0.005, 50


class Current(NamedTuple):
    """Up to which record of the ledger the index is current, by number and link."""

    seq: int
    link: str


class Index:
    """The tables in the file at `path`, or in memory; made where they are missing.

    Whatever is wrong with the file ends in sqlite3.Error or OSError, here and in every method.
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

    @property
    def size(self) -> int:
        """How many documents there are."""
        return int(self._one("select documents from state")[0])

    def add(self, document: Document, text: str) -> None:
        """Take in a document whose key is not here, with its text; within `writing`."""
        words = prepared(text)
        length = len(words.split())
        made = self.database.execute(
            "insert into document (key, text_sha256, host, publisher, wire, published, body, "
            "length) values (?, ?, ?, ?, ?, ?, ?, ?)",
            (*_columns(document), length),
        )
        query = "insert into text(rowid, words) values (?, ?)"
        self.database.execute(query, (made.lastrowid, words))
        query = "update state set documents = documents + 1, words = words + ?"
        self.database.execute(query, (length,))
        self._count(text, 1)

    def describe(self, document: Document) -> None:
        """Put `document` in the place of the one with its key and text; within `writing`."""
        key, *rest = _columns(document)
        self.database.execute(
            "update document set text_sha256=?, host=?, publisher=?, wire=?, published=?, body=? "
            "where key=?",
            (*rest, key),
        )

    def remove(self, key: str, text: str | None) -> None:
        """Take out the document `key`, which is here; within `writing`.

        Without its text the words stay in the tables, where no search comes upon them.
        """
        number, length = self._one("select id, length from document where key=?", key)
        self.database.execute("delete from document where id=?", (number,))
        query = "update state set documents = documents - 1, words = words - ?"
        self.database.execute(query, (length,))
        if text is not None:
            query = "insert into text(text, rowid, words) values ('delete', ?, ?)"
            self.database.execute(query, (number, prepared(text)))
            self._count(text, -1)

    def settle(self) -> None:
        """Count all words anew where that was put off; to be done after documents were added."""
        self._counted = 0
        if self._is_counted:
            return
        with self.writing():
            self.database.execute("delete from frequency")
            self.database.execute("insert into frequency select term, doc from vocabulary")
            self.database.execute("update state set is_counted = 1")

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
        found = self.database.execute("select body from document where key=?", (key,)).fetchone()
        return Document.model_validate_json(found[0]) if found else None

    def page(self, after: str, most: int) -> list[Document]:
        """Return at most `most` documents whose keys come after `after`, in their order."""
        query = "select body from document where key > ? order by key limit ?"
        found = self.database.execute(query, (after, most)).fetchall()
        return [Document.model_validate_json(body) for (body,) in found]

    def named(self, name: str) -> tuple[Document, ...]:
        """Return the documents whose bytes or text are the object `name`."""
        query = "select body from document where key=? or text_sha256=? order by key"
        found = self.database.execute(query, (name, name)).fetchall()
        return tuple(Document.model_validate_json(body) for (body,) in found)

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Return for each of `words` in how many documents it stands, where it does."""
        query = "select documents from frequency where word=? and documents > 0"
        found = ((word, self.database.execute(query, (word,)).fetchone()) for word in words)
        return {word: row[0] for word, row in found if row}

    @property
    def _is_counted(self) -> bool:
        return bool(self._one("select is_counted from state")[0])

    def _count(self, text: str, sign: int) -> None:
        """Count the words of a document, or put that off."""
        if not self._is_counted:
            return
        self._counted += 1
        if self._counted > max(_FEW, _BULK * self.size):
            self.database.execute("update state set is_counted = 0")
            return
        found = ((word, sign * count) for word, count in self.tokenizer.frequencies((text,)))
        self.database.executemany(
            "insert into frequency values (?, ?) on conflict (word) do update set "
            "documents = documents + excluded.documents",
            found,
        )

    def _one(self, query: str, *values: object) -> tuple[Any, ...]:
        found = self.database.execute(query, values).fetchone()
        if found is None:
            message = f"nothing is found: {query}"
            raise sqlite3.DatabaseError(message)
        return tuple(found)


def host_of(url: str | None) -> str:
    """Return the host of an address in small letters, "" where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def folded(name: str | None) -> str:
    """Return a name as two spellings of it are compared: without case, with single spaces."""
    return " ".join((name or "").casefold().split())


def _columns(document: Document) -> tuple[str | None, ...]:
    """Return what is kept of a document, without halves of letters, which no database takes."""
    told = {n: v.encode("utf-8", "replace").decode() for n, v in document if isinstance(v, str)}
    document = document.model_copy(update=told)
    return (
        document.key,
        document.text_sha256,
        host_of(document.url),
        folded(document.publisher),
        document.wire or "",
        document.published.isoformat() if document.published else None,
        document.model_dump_json(),
    )
