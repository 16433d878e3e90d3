"""The library in a run: what it read goes in, what a search found there comes out to be read."""

from collections.abc import Iterable
from functools import cached_property

from provcheck.fetch.local import Local
from provcheck.model.evidence import Found, Mode, Snapshot, Unavailable
from provcheck.sources.body import Body
from provcheck.store.evidence import Lost, Store
from provcheck.store.library.document import Document
from provcheck.store.library.library import Library
from provcheck.store.library.visible import Visible, brought_in


class Stacks:
    """The library of the store, or one of this run alone where there is no store.

    A run that is made again from an exported folder has the documents that this brings along and
    no others, as then. `article_sha256` is of the article under check.
    """

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._is_looked_through = False
        self._brought: dict[str, Found] = {}
        self.article_sha256 = ""
        self.searched = 0  # words of the library, as it was when it was first looked through
        self.looked_into: dict[str, Document] = {}

    @cached_property
    def _library(self) -> Library:
        """The library, opened when it is first needed: until then there may be no store."""
        there = self._store is not None and self._store.is_there and not self._brought
        return Library(self._store.root if self._store and there else None)

    @cached_property
    def library(self) -> Visible:
        """What of the library a run on the article sees."""
        if self._store is None or self._brought or not self._store.is_there:
            return Visible(self._library)
        return Visible(self._library, brought_in(self._store, self.article_sha256))

    def bring(self, found: Found, words: int) -> None:
        """Take in a document that was brought along, from a library that had so many words."""
        self._brought[found.snapshot.sha256] = found
        self.searched = words

    def take_in(self, read: Iterable[Found]) -> bool:
        """Add the sources that a run read, and tell whether there is something to look through.

        That is so when there are documents, and new ones since it was last asked.
        """
        documents = [(_document(found), found.text.text) for found in read]
        if not self._is_looked_through:  # what is told by hand comes before what a page tells
            self._library.add((_document(f), f.text.text) for f in self._brought.values())
        shown = [self.library.reveal(document.key) for document, _ in documents]
        new = self._library.add(documents)
        if self._is_looked_through:
            return bool(new) or any(shown)
        self.library.settle(self.searched)
        self.searched = self.library.words
        self._is_looked_through = True
        return bool(self.searched)

    def brought(self, key: str) -> Found | None:
        """Return a document that was brought along, None for others."""
        return self._brought.get(key)

    def look_into(self, key: str) -> Document | None:
        """Return what the library tells of a document, and note that the run looked into it."""
        document = self._library.document(key)
        if document is not None:
            self.looked_into[key] = document
        return document

    def body_of(self, key: str) -> Local | Unavailable:
        """Return the bytes of a document of the library, or why they are not there any more."""
        document = self.look_into(key)
        if document is None or self._store is None:
            return Unavailable(reason=f"{key}: no longer in the library")
        data = self._store.bytes_of(key)
        if isinstance(data, Lost):
            return Unavailable(reason=f"{document.name}: {data.reason}")
        return _body(document, data), _where(document)


def _body(document: Document, data: bytes) -> Body:
    return Body(
        data=data,
        media_type=document.media_type,
        charset=document.charset,
        url=document.url,
        name=document.name,
        publisher=document.publisher,
        published=document.published,
        title=document.title,
    )


def _where(document: Document) -> Snapshot:
    address = document.url or document.name
    return Snapshot(
        url=address,
        final_url=address,
        fetched_at=document.fetched_at,
        media_type=document.media_type,
        mode=Mode.STORE,
        sha256="",
        text_sha256="",
    )


def _document(found: Found) -> Document:
    text, where = found.text, found.snapshot
    address = text.post.url if text.post else where.final_url
    return Document(
        key=where.sha256,
        text_sha256=where.text_sha256,
        url=address,
        title=text.title,
        publisher=text.publisher,
        published=text.published_on,
        lang=text.lang,
        media_type=where.media_type,
        wire=text.wire,
        name=address,
        fetched_at=where.fetched_at,
    )
