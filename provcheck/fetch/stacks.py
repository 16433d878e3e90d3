"""The library in a run: what it read goes in, what a search found there comes out to be read."""

from collections.abc import Iterable
from functools import cached_property

from provcheck.fetch.local import Local
from provcheck.model.evidence import Found, Mode, Snapshot, Unavailable
from provcheck.sources.body import Body
from provcheck.store.evidence import Lost, Store
from provcheck.store.library.document import Document
from provcheck.store.library.library import Library


class Stacks:
    """The library of the store, or one of this run alone where there is no store."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._is_looked_through = False

    @cached_property
    def library(self) -> Library:
        """The library, opened when it is first needed: until then there may be no store."""
        there = self._store is not None and self._store.is_there
        return Library(self._store.root if self._store and there else None)

    def take_in(self, read: Iterable[Found]) -> bool:
        """Add the sources that a run read, and tell whether there is something to look through.

        That is so when there are documents, and new ones since it was last asked.
        """
        new = self.library.add((_document(found), found.text.text) for found in read)
        is_first, self._is_looked_through = not self._is_looked_through, True
        return bool(self.library.words) and (is_first or bool(new))

    def body_of(self, key: str) -> Local | Unavailable:
        """Return the bytes of a document of the library, or why they are not there any more."""
        document = self.library.document(key)
        if document is None or self._store is None:
            return Unavailable(reason=f"{key}: no longer in the library")
        data = self._store.bytes_of(key)
        if isinstance(data, Lost):
            return Unavailable(reason=f"{document.name}: {data.reason}")
        body = Body(
            data=data,
            media_type=document.media_type,
            charset=document.charset,
            url=document.url,
            name=document.name,
            publisher=document.publisher,
            published=document.published,
            title=document.title,
        )
        address = document.url or document.name
        where = Snapshot(
            url=address,
            final_url=address,
            fetched_at=document.fetched_at,
            media_type=document.media_type,
            mode=Mode.STORE,
            sha256="",
            text_sha256="",
        )
        return body, where


def _document(found: Found) -> Document:
    text, where = found.text, found.snapshot
    page = where.url if where.mode is Mode.ARCHIVE else where.final_url
    address = text.post.url if text.post else page
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
