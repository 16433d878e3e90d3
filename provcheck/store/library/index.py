"""`index.sqlite`: the tables of the library, made from ledger and objects at any time.

The words lie in a contentless FTS5 table, which keeps no text. The journal is SQLite's rollback
journal: once a transaction is over, nothing of a text is left beside the file.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from provcheck.store.files import refuse_link
from provcheck.store.library.document import Document
from provcheck.store.library.words import TOKENIZER, Tokenizer, prepared

INDEX = "index.sqlite"
VERSION = 1
_BUSY = 30.0  # seconds
_SCHEMA = (
    "CREATE TABLE document (id integer primary key autoincrement, key text not null unique, "
    "text_sha256 text not null, host text not null, publisher text not null, wire text not null, "
    "published text, length integer not null, body text not null)",
    f"CREATE VIRTUAL TABLE text USING fts5(words, content='', tokenize='{TOKENIZER}')",
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(text, row)",
    "CREATE TABLE frequency (word text primary key, documents integer not null) without rowid",
    "CREATE TABLE removed (key text primary key) without rowid",
    "CREATE TABLE state (seq integer not null, link text not null, documents integer not null, "
    "words integer not null)",
)
_TABLES = ("document", "vocabulary", "text", "frequency", "removed", "state")
# Words are gathered in memory before they are written: the more, the fewer merges later.
_GATHERED = 16 << 20
_CACHE = 64 << 10  # KiB
# From this share of new documents on, to count all words anew costs less than to count theirs.
_BULK = 0.02


class Current(NamedTuple):
    """Up to which record of the ledger the index is current, by number and link."""

    seq: int
    link: str


class Index:
    """The tables in the file at `path`, or in memory; made where they are missing.

    Whatever is wrong with the file ends in sqlite3.Error or OSError, here and in every method.
    """

    def __init__(self, path: Path | None) -> None:
        if path:
            refuse_link(path)
        where = path or ":memory:"
        self.database = sqlite3.connect(
            where, timeout=_BUSY, isolation_level=None, check_same_thread=False
        )
        try:
            self.database.execute(f"pragma cache_size=-{_CACHE}")
            self.database.execute("pragma synchronous=normal")
            if not self._is_made:
                with self.writing():
                    self._make()
        except BaseException:
            self.database.close()
            raise
        self.tokenizer = Tokenizer()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write alone, all of it or nothing."""
        self.database.execute("begin immediate")
        try:
            yield
            self.database.execute("commit")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self.database.execute("rollback")
            raise

    @property
    def current(self) -> Current:
        """Up to where the index is current."""
        return Current(*self._one("select seq, link from state"))

    def is_current(self, current: Current) -> None:
        """Note up to where the index is current; within `writing`."""
        self.database.execute("update state set seq=?, link=?", current)

    @property
    def words(self) -> int:
        """How many words all documents have."""
        (words,) = self._one("select words from state")
        return int(words)

    @property
    def size(self) -> int:
        """How many documents there are."""
        (documents,) = self._one("select documents from state")
        return int(documents)

    def add(self, documents: Sequence[tuple[Document, str]]) -> None:
        """Take in new documents, none of whose keys is here, with their texts; within `writing`."""
        for document, text in documents:
            words = prepared(text)
            row = (*_columns(document), len(words.split()))
            made = self.database.execute(
                "insert into document (key, text_sha256, host, publisher, wire, published, body, "
                "length) values (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            values = (made.lastrowid, words)
            self.database.execute("insert into text(rowid, words) values (?, ?)", values)
            self.database.execute(
                "update state set documents = documents + 1, words = words + ?", row[-1:]
            )

    def describe(self, document: Document) -> None:
        """Put `document` in the place of the one with its key and text; within `writing`."""
        key, *rest = _columns(document)
        self.database.execute(
            "update document set text_sha256=?, host=?, publisher=?, wire=?, published=?, body=? "
            "where key=?",
            (*rest, key),
        )

    def remove(self, key: str, text: str | None) -> None:
        """Take out the document `key`; within `writing`.

        Without its text the words stay in the tables, where no search comes upon them.
        """
        held, words = self._one("select id, length from document where key=?", key)
        self.database.execute("delete from document where id=?", (held,))
        self.database.execute(
            "update state set documents = documents - 1, words = words - ?", (words,)
        )
        if text is not None:
            self.database.execute(
                "insert into text(text, rowid, words) values ('delete', ?, ?)",
                (held, prepared(text)),
            )
            self._counted((text,), -1)

    def count(self, texts: Sequence[str]) -> None:
        """Count the words of `texts`, just added, for the documents that have them; as `add`."""
        if len(texts) < _BULK * self.size:
            self._counted(texts, 1)
            return
        self.database.execute("delete from frequency")
        self.database.execute("insert into frequency select term, doc from vocabulary")

    def clear(self) -> None:
        """Empty the file so that no word is left in it; not within `writing`."""
        self.database.execute("pragma secure_delete=on")
        with self.writing():
            for table in _TABLES:
                self.database.execute(f"drop table if exists {table}")
            self._make()
        self.database.execute("vacuum")

    def document(self, key: str) -> Document | None:
        """Return the document with `key`, None when there is none."""
        found = self.database.execute("select body from document where key=?", (key,)).fetchone()
        return Document.model_validate_json(found[0]) if found else None

    def documents(self) -> Iterator[Document]:
        """Return all documents, in the order of their keys."""
        for (body,) in self.database.execute("select body from document order by key").fetchall():
            yield Document.model_validate_json(body)

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Return for each of `words` in how many documents it stands, where it does."""
        query = "select documents from frequency where word=? and documents > 0"
        found = ((word, self.database.execute(query, (word,)).fetchone()) for word in words)
        return {word: row[0] for word, row in found if row}

    def _counted(self, texts: Sequence[str], sign: int) -> None:
        found = ((word, sign * count) for word, count in self.tokenizer.frequencies(texts))
        self.database.executemany(
            "insert into frequency values (?, ?) on conflict (word) do update set "
            "documents = documents + excluded.documents",
            found,
        )

    @property
    def _is_made(self) -> bool:
        (version,) = self._one("pragma user_version")
        (tables,) = self._one("select count(*) from sqlite_master")
        if version not in {0, VERSION} or (version == 0 and tables):
            message = "the index is of another version"
            raise sqlite3.DatabaseError(message)
        return bool(version)

    def _make(self) -> None:
        if self._is_made and self._one("select count(*) from sqlite_master")[0]:
            return  # by another process, while this one waited
        for statement in _SCHEMA:
            self.database.execute(statement)
        self.database.execute("insert into state values (0, '', 0, 0)")
        gathered = "insert into text(text, rank) values ('hashsize', ?)"
        self.database.execute(gathered, (_GATHERED,))
        self.database.execute(f"pragma user_version={VERSION}")

    def _one(self, query: str, *values: object) -> tuple[int, ...]:
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
    return (
        document.key,
        document.text_sha256,
        host_of(document.url),
        folded(document.publisher),
        document.wire or "",
        document.published.isoformat() if document.published else None,
        document.model_dump_json(),
    )
