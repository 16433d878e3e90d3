"""From leads to evidence: each source is fetched and read once a run, many hosts at a time."""

import asyncio
from collections.abc import Coroutine, Iterable
from datetime import date
from typing import Any

from provcheck.fetch.account import Answer, Key, account
from provcheck.fetch.archives import Archives
from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.ends import read_otherwise
from provcheck.fetch.inside import Inside
from provcheck.fetch.local import copy_of, local, local_of, said_of
from provcheck.fetch.page import Page, is_broken_off
from provcheck.fetch.posts import Posts
from provcheck.fetch.reader import Reader, in_part
from provcheck.fetch.search.searching import Searching
from provcheck.fetch.shelf import Shelf
from provcheck.fetch.stacks import Stacks
from provcheck.fetch.transport import guarded_transport
from provcheck.fetch.watch import Waiting, Watch
from provcheck.model.article import Article
from provcheck.model.evidence import Found, Mode, Unavailable
from provcheck.model.lead import Lead, LeadKind
from provcheck.model.post import Post
from provcheck.model.report import SourceRead
from provcheck.rulebook.archives import archive_rules
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings
from provcheck.sources.body import Body
from provcheck.store.address import address_key
from provcheck.store.given import Given


class Desk:
    """Where sources are read for one run, each once; remembers what was read and how it went.

    `aclose` it when the run is over. Raises StoreError when what was given by hand, or a store
    that was asked for, cannot be read or written.
    """

    def __init__(
        self, given: Given, settings: Settings, rules: Rulebook, watch: Watch | None = None
    ) -> None:
        self.given, self.settings, self.rules = given, settings, rules
        self.watch = watch or Watch()
        self._transport = None if settings.offline else guarded_transport(settings)
        asker = (
            Asker(self._transport, settings, rules.search.intervals) if self._transport else None
        )
        self.shelf = Shelf(given, Client(given, asker, settings, rules.platforms), settings)
        self.stacks = Stacks(self.shelf.store)
        self.searching = Searching(self.shelf, settings, rules)
        self._posts = Posts(self.shelf, rules)
        self._inside = Inside(rules.addresses, settings)
        self._archives = Archives(self.shelf, settings)
        self.reader = Reader(rules, settings.limits)
        self._answers: dict[Key, Answer] = {}
        self._waiting = Waiting()
        self._warned: dict[Key, str] = {}  # what sites have against being read, and were read

    async def aclose(self) -> None:
        """End connections and child processes."""
        await self.reader.aclose()
        if self._transport:
            await self._transport.aclose()

    def known(self, lead: Lead) -> Answer:
        """Return what `lead` led to; it was among those gathered."""
        return self._answers[_key(lead)]

    def archives_may_have(self, lead: Lead, day: date | None) -> bool:
        """Tell whether public archives may be asked for the page of a lead that was gathered.

        Not for the article itself: it may not have appeared yet.
        """
        if (
            lead.kind != LeadKind.URL
            or self._inside.holds(lead.target)
            or self.reader.is_own(lead.target)
        ):
            return False
        return self._archives.may_have(lead.target, day)

    async def gather(self, leads: Iterable[Lead]) -> None:
        """Get and read what `leads` lead to, side by side; `known` has them then.

        When the run is stopped, what was not read by then is unavailable for that reason.
        """
        missing = {_key(lead): lead for lead in leads if _key(lead) not in self._answers}
        if missing and not self.watch.is_stopped:
            await self._together([self._settled(key, lead) for key, lead in missing.items()])
        for key, lead in missing.items():
            reason = f"{lead.target}: interrupted before it was read"
            self._answers.setdefault(key, Unavailable(reason=reason, interrupted=True))

    @property
    def found(self) -> tuple[Found, ...]:
        """Return what this run took from the web or from what is kept of it, sorted by hash."""
        live = {
            answer.snapshot.sha256: answer
            for _, answer in sorted(self._answers.items())
            if isinstance(answer, Found) and answer.snapshot.mode in {Mode.LIVE, Mode.ARCHIVE}
        }
        return tuple(live[key] for key in sorted(live))

    @property
    def read(self) -> tuple[SourceRead, ...]:
        """Return what was read in this run and how it went, sorted by name."""
        return account(self._answers, self._warned)

    async def _together(self, work: list[Coroutine[Any, Any, None]]) -> None:
        """Do all the work at once, until it is done, one part fails, or the run is stopped."""
        tasks = [asyncio.ensure_future(part) for part in work]
        done = asyncio.ensure_future(asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION))
        stopped = asyncio.ensure_future(self.watch.stopped())
        try:
            await asyncio.wait((done, stopped), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*tasks, done, stopped):
                task.cancel()
            ended = await asyncio.gather(*tasks, done, stopped, return_exceptions=True)
        for end in ended:
            if isinstance(end, Exception):
                raise end

    async def _settled(self, key: Key, lead: Lead) -> None:
        if self._is_at_hand(lead):
            self._answers[key] = await self._looked_up(lead)
            return
        host = address_key(lead.address).partition("/")[0]
        self.watch.tell(self._waiting.begin(host))
        self._answers[key] = answer = await self._looked_up(lead)
        if lead.kind == LeadKind.URL:
            self._inside.note(lead.target, answer)
        self.watch.tell(self._waiting.end(host))

    def _is_at_hand(self, lead: Lead) -> bool:
        match lead.kind:
            case LeadKind.URL:
                return self.given.at(lead.target) is not None
            case LeadKind.ARCHIVE:
                return _is_given(lead)
            case LeadKind.GIVEN | LeadKind.LIBRARY | LeadKind.NAME:
                return True

    async def _looked_up(self, lead: Lead) -> Answer:
        match lead.kind:
            case LeadKind.URL:
                return await self._at_address(lead)
            case LeadKind.ARCHIVE if _is_given(lead):
                found = copy_of(self.given, lead.target)
            case LeadKind.ARCHIVE:
                return await self._in_archives(lead)
            case LeadKind.GIVEN:
                found = local_of(self.given, lead.target)
            case LeadKind.LIBRARY:
                return await self._in_library(lead.target)
            case LeadKind.NAME:
                return Unavailable(reason=f"{lead.target} is named, and no copy of it is at hand")
        return found if isinstance(found, Unavailable) else await self.reader.read(*found)

    async def _in_library(self, key: str) -> Answer:
        """Return a document of the library, as this run read it if it did."""
        read = next((found for found in self.found if found.snapshot.sha256 == key), None)
        if read is not None:
            self.stacks.look_into(key)
            return read
        brought = self.stacks.brought(key)
        if brought is not None:
            return brought
        shelved = self.stacks.body_of(key)
        return shelved if isinstance(shelved, Unavailable) else await self.reader.read(*shelved)

    async def note_run(self, path: str) -> None:
        """Record what the run on the article at `path` used."""
        looked_into = tuple(self.stacks.looked_into[key] for key in sorted(self.stacks.looked_into))
        digest, searched = self.stacks.article_sha256, self.stacks.searched
        await self.shelf.note_run(path, digest, looked_into, searched if looked_into else 0)

    async def open_library(self, article: Article) -> None:
        """Make the library ready for the article under check, with what a bundle brings of it."""
        self.reader.article = article
        self.stacks.article_sha256 = article.sha256
        for source in self.given.shelved():
            kept = local(source)
            found = kept if isinstance(kept, Unavailable) else await self.reader.read(*kept)
            if isinstance(found, Found):
                self.stacks.bring(found, self.given.searched)

    def _is_special(self, url: str) -> bool:
        """Tell whether `url` is of a post or of a copy in an archive, and not given as a page."""
        return read_otherwise(url, self.rules.platforms) and self.given.at(url) is None

    def _given_of(self, post: Post) -> str | None:
        """Return the address under which somebody gave `post` by hand, None where nobody did.

        What stands for the answer of a witness is asked for by its address.
        """
        platforms, witnesses = self.rules.platforms, self._posts.addresses(post)
        for source in self.given.documents():
            other = platforms.post_at(source.url or "")
            is_it = other is not None and platforms.is_same(post, other)
            if source.url and is_it and address_key(source.url) not in witnesses:
                return source.url
        return None

    async def _at_address(self, lead: Lead) -> Answer:
        """Read the page at an address, or the post or copy that it is of or leads to."""
        where = lead.target
        if self._is_special(where):
            return await self._specially(where, lead)
        page = await self.shelf.page(where)
        if isinstance(page, Unavailable):
            return page
        self._inside.note_page(page)
        end = page.snapshot.final_url
        if self._is_special(end):
            return await self._specially(end, lead)
        copy = archive_rules().capture_at(end)
        if copy is not None:
            return await self._copied(self._archives.copy(page, copy.original), lead)
        return await self._page(page, lead)

    async def _specially(self, url: str, lead: Lead) -> Answer:
        """Read what is not read as a page at its address; `lead` led to it."""
        why = archive_rules().why_unread(url)
        if why:
            return Unavailable(reason=f"{lead.target}: {why}")
        post = self.rules.platforms.post_at(url)
        if post is not None:
            given = self._given_of(post)
            if given is not None:
                return await self._page(await self.shelf.page(given), lead)
            return await self._posts.read(post, lead.target)
        return await self._copied(await self._archives.captured(url), lead)

    async def _in_archives(self, lead: Lead) -> Answer:
        """Read the copy that public archives have nearest to a day, or the latest."""
        if self._inside.holds(lead.address):
            reason = f"{lead.address}: its host is not on the open web: no archive is asked for it"
            return Unavailable(reason=reason)
        day = date.fromisoformat(lead.moment) if lead.moment else None
        return await self._copied(await self._archives.nearest(lead.address, day), lead)

    async def _copied(self, page: Page | Unavailable, lead: Lead) -> Answer:
        """Read a copy in an archive, as a post where it is of one."""
        if isinstance(page, Unavailable):
            return page
        post = self.rules.platforms.post_at(page.snapshot.url)
        copied = self._posts.copied(page, post) if post else None
        return copied or await self._page(page, lead)

    async def _page(self, page: Page | Unavailable, lead: Lead) -> Answer:
        if isinstance(page, Unavailable):
            return page
        if page.warned:
            self._warned[_key(lead)] = page.warned
        where = page.snapshot
        address = where.url if where.mode is Mode.ARCHIVE else where.final_url
        entry = self.given.at(where.hops[-1].url if where.hops else where.final_url)
        data = await asyncio.to_thread(self.shelf.bytes_of, page)
        if isinstance(data, Unavailable):
            return data
        body = Body(
            data=data,
            media_type=where.media_type,
            charset=page.charset,
            url=address,
            name=entry.key if entry else address,
            **said_of(entry),
        )
        found = await self.reader.read(body, where)
        if isinstance(found, Found) and is_broken_off(page, data):
            found = in_part(found)
        if page.is_new and isinstance(found, Found):
            await self.shelf.note_reading(found)
        return found


def _is_given(lead: Lead) -> bool:
    """Tell whether the copy that a lead is to was given by hand: it has a moment, not a day."""
    return "T" in lead.moment


def _key(lead: Lead) -> Key:
    if lead.kind == LeadKind.URL:
        return (lead.kind, address_key(lead.target))
    return (lead.kind, lead.target)
