"""Where a page is taken from: given by hand, kept in the store, or fetched now."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from provcheck.errors import StoreError
from provcheck.fetch.client import Client
from provcheck.fetch.gate import refused
from provcheck.fetch.local import bytes_of
from provcheck.fetch.page import (
    Page,
    doubted,
    fetch_of,
    page_of,
    replayed_page,
    validators_of,
)
from provcheck.model.evidence import Found, Unavailable
from provcheck.model.version import VERSION
from provcheck.settings import Settings
from provcheck.store.entry import Entry
from provcheck.store.evidence import Kept, Lost, Store
from provcheck.store.given import Given, GivenSource
from provcheck.store.imprint import reading_of
from provcheck.store.library.document import Document
from provcheck.store.record import Added, Fetch, GivenFile, Run

_SKEW = timedelta(minutes=10)  # between clocks that are right


class Shelf:
    """Gets the pages of one run; what the network brings goes into `store`, and failures too."""

    def __init__(self, given: Given, client: Client, settings: Settings) -> None:
        self._given, self._client, self._settings = given, client, settings
        self.store = Store(settings.store) if settings.store else None
        self._writing = asyncio.Lock()
        self._used: set[int] = set()  # records of this run

    async def page(self, url: str, *, anew: bool = False) -> Page | Unavailable:
        """Return the page at `url`, or why it could not be got.

        What was given by hand comes first; then a kept page younger than `max_age`; then the
        network, asked whether the kept page changed where there is one; then, when that fails or
        must not be asked, the kept page however old, with a word on what failed. `anew`: a kept
        page only where the network must not be asked. Raises StoreError.
        """
        if self._given.at(url) is not None:
            return await self._asked(url, None)
        given = self._given.recorded(url)
        if isinstance(given, Kept):
            return doubted(page_of(given, stored=False), self._given.failure(url))
        kept = given or await self._kept(url)
        before = kept if isinstance(kept, Kept) else None
        if before and (self._settings.offline or self._is_fresh(before, anew)):
            return await self._taken(url, before)
        if self._settings.offline:
            return await self._missing(url, kept if isinstance(kept, Lost) else None)
        page = await self._asked(url, before)
        if before and isinstance(page, Unavailable) and not anew:
            return await self._taken(url, before)
        return page

    def gives(self, url: str) -> bool:
        """Tell whether sources given by hand hold anything of `url`, be it that nothing came."""
        given = self._given
        return bool(given.at(url) or given.recorded(url) or given.failure(url))

    def knows(self, url: str) -> bool:
        """Tell whether anything is recorded of `url`, given by hand or in the store."""
        if self.gives(url):
            return True
        return bool(self.store and (self.store.latest(url) or self.store.failed(url)))

    def bytes_of(self, page: Page) -> bytes | Unavailable:
        """Return the bytes of `page`, as they came or from the store, or why they are gone.

        Somebody may remove them on purpose at any time, also before they came.
        """
        if page.seq is None or self.store is None:
            return page.data
        data = self.store.bytes_of(page.snapshot.sha256)
        if isinstance(data, Lost):
            return Unavailable(reason=f"{page.snapshot.url}: {data.reason}")
        return data

    async def note_reading(self, found: Found) -> None:
        """Keep the words that were made of a page's bytes, with what made them of it."""
        if self.store is None:
            return
        async with self._writing:
            await asyncio.to_thread(self.store.note, *reading_of(found))

    async def note_run(
        self,
        article: str,
        article_sha256: str,
        shelved: tuple[Document, ...] = (),
        searched: int = 0,
    ) -> None:
        """Record what the run on an article used, so that it can be exported and run again.

        `shelved` are the documents of the library that it looked into, `searched` the words there.

        A run that used neither the network nor, where that is to be kept, sources given by hand or
        the library leaves nothing behind.
        """
        given = (*self._given.entries, *shelved) if self._settings.keep_given else ()
        is_new = (*self._used, *shelved) if not self._settings.offline else ()
        if self.store is None or not (is_new or given):
            return
        run = Run(
            article=article,
            article_sha256=article_sha256,
            tool=VERSION,
            given=(
                *filter(None, map(self._kept_file, self._given.entries)),
                *map(self._shelved_file, shelved),
            ),
            fetches=tuple(sorted(self._used)),
            searched=searched,
        )
        async with self._writing:
            await asyncio.to_thread(self.store.note, run)
            with suppress(StoreError):  # all that counts is kept already
                await asyncio.to_thread(self.store.seal)

    def _kept_file(self, source: GivenSource) -> GivenFile | None:
        """Keep the bytes of a source given by hand, and return its entry; raises StoreError.

        Of a WARC, what is broken is left out, and the pictures and scripts that belong to pages.
        """
        entry = Entry(**source.model_dump(include=set(Entry.model_fields)))
        if not source.has_content or self.store is None:
            return GivenFile(key=source.key, entry=entry, shelved=source.shelved)
        if source.capture and source.is_trimming:
            return None
        data = bytes_of(source)
        if isinstance(data, Unavailable):
            return None
        name = self.store.objects.put(data)
        return GivenFile(key=source.key, entry=entry, sha256=name, shelved=source.shelved)

    def _shelved_file(self, document: Document) -> GivenFile:
        """Return a document of the library as something that a run was given.

        Of its title and publisher what was said by hand; what it says of itself is an object beside
        its text, and goes with that when it is removed on purpose.
        """
        records = self.store.ledger.of_object(document.key) if self.store else ()
        said = [one.record.entry for one in records if isinstance(one.record, Added)]
        charset = f"; charset={document.charset}" if document.charset else ""
        entry = Entry(
            url=document.url,
            content_type=f"{document.media_type}{charset}",
            publisher=document.publisher
            if document.publisher in {e.publisher for e in said}
            else None,
            published=document.published,
            title=document.title if document.title in {e.title for e in said} else None,
            fetched_at=document.fetched_at,
        )
        return GivenFile(key=document.name, entry=entry, sha256=document.key, shelved=True)

    async def _kept(self, url: str) -> Kept | Lost | None:
        return await asyncio.to_thread(self.store.latest, url) if self.store else None

    def _is_fresh(self, kept: Kept, anew: bool) -> bool:  # noqa: FBT001  (private)
        if anew or self._settings.refresh:
            return False
        age = datetime.now(UTC) - kept.fetch.fetched_at
        # A clock that was wrong may have dated a page years ahead: that is not young for years.
        return -_SKEW < age < self._settings.max_age

    async def _missing(self, url: str, kept: Lost | None) -> Unavailable:
        """Return why a page is not there: what was found when it was last asked for, if ever."""
        if kept is not None:
            self._used.update([] if kept.seq is None else [kept.seq])
            return Unavailable(reason=f"{url}: {kept.reason}")
        failed = self._given.failure(url)
        if failed is None and self.store is not None:
            known = await asyncio.to_thread(self.store.failed, url)
            if known is not None:
                seq, failed = known
                self._used.add(seq)
        if failed is not None and failed.failure:
            return Unavailable(reason=failed.failure, attempts=failed.hops)
        answer = await self._client.get(url)
        return answer if isinstance(answer, Unavailable) else Unavailable(reason=f"{url}: offline")

    async def _asked(self, url: str, kept: Kept | None) -> Page | Unavailable:
        """Return what the web, or what stands for it, answers; keep it, or why there is nothing."""
        answer = await self._client.get(url, validators_of(kept))
        if isinstance(answer, Unavailable):
            await self._record_failure(url, answer)
            return answer
        if not answer.live:
            entry = self._given.at(answer.final_url)
            return replayed_page(answer, entry.fetched_at if entry else None)
        fetch = fetch_of(answer, kept)
        if self.store is None:
            data = kept.data if kept and answer.unchanged else answer.body
            return page_of(Kept(seq=0, fetch=fetch, data=data), stored=False)
        return await self._shelved(self.store, fetch, None if answer.unchanged else answer.body)

    async def _shelved(self, store: Store, fetch: Fetch, body: bytes | None) -> Page | Unavailable:
        """Return the page once it is kept; what was removed on purpose is not read again either."""
        async with self._writing:
            seq = await asyncio.to_thread(store.keep, fetch, body)
            withheld = await asyncio.to_thread(store.withheld, fetch.sha256 or "")
        self._used.add(seq)
        if withheld:
            return Unavailable(reason=f"{fetch.url}: {withheld.reason}")
        page = page_of(Kept(seq=seq, fetch=fetch, data=b""))
        return page.model_copy(update={"is_new": body is not None})

    async def _taken(self, url: str, kept: Kept) -> Page:
        """Return a kept page, with a word on asking for it again in vain, in this run or before."""
        self._used.add(kept.seq)
        failed = await asyncio.to_thread(self.store.failure, url) if self.store else None
        return doubted(page_of(kept), failed)

    async def _record_failure(self, url: str, answer: Unavailable) -> None:
        """Keep in the store that and why `url` could not be read, for runs without a network.

        Not of an address that is never asked: that shows without a record, and it may hold a
        password, or be as long as a page.
        """
        if self.store is None or self._settings.offline or refused(url):
            return
        final = answer.attempts[-1].url if answer.attempts else url
        fetch = Fetch(
            url=url,
            final_url=final,
            hops=answer.attempts,
            fetched_at=datetime.now(UTC),
            failure=answer.reason,
        )
        async with self._writing:
            self._used.add(await asyncio.to_thread(self.store.keep, fetch, None))
