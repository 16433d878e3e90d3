"""From the address of a page to the copy of it that a public archive took nearest to a day."""

from collections.abc import Iterator
from datetime import date, timedelta

import httpx

from provcheck.fetch.gate import host_and_port, unreachable
from provcheck.fetch.listing import closest, listed, nearest
from provcheck.fetch.page import Page
from provcheck.fetch.private import Private, private
from provcheck.fetch.shelf import Shelf
from provcheck.model.evidence import Hop, Mode, Unavailable
from provcheck.rulebook.archives import (
    Archive,
    ArchiveRules,
    Capture,
    archive_rules,
    digits_of,
    filled,
    noon,
)
from provcheck.settings import Settings
from provcheck.store.dated import dated

_MOST = 3  # copies of one page that are tried: what an index lists does not always play
_NO_SUCH = 404
_FAR = timedelta(days=366)
_OPEN = Private()  # nothing but the open web


class _Inquiry:
    """What archives said of the page at `url` so far."""

    def __init__(self, url: str, day: date | None) -> None:
        self.url, self.day = url, day
        self.tried: set[str] = set()
        self.troubles: dict[str, dict[str, None]] = {}  # clauses in order, by the archive's name
        self.attempts: list[Hop] = []

    def failed(self, archive: Archive, asked: str, page: Unavailable) -> None:
        self.attempts.extend(page.attempts)
        self.trouble(archive, _clause(page, asked))

    def trouble(self, archive: Archive, clause: str) -> None:
        self.troubles.setdefault(archive.name, {})[clause] = None

    @property
    def end(self) -> Unavailable:
        """Return what it amounts to when none has a copy that could be read."""
        told = "; ".join(f"{name}: {', '.join(why)}" for name, why in self.troubles.items())
        why = f"no archived copy could be read ({told})" if told else "no archive has a copy of it"
        return Unavailable(reason=f"{self.url}: {why}", attempts=tuple(self.attempts))


class Archives:
    """Asks public archives for copies; what they answer is kept on `shelf`, as of any page.

    The address of a page that is not on the open web is told to no archive.
    """

    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        self._shelf, self._settings = shelf, settings
        self._private = private(settings.private)
        self._rules: ArchiveRules = archive_rules()

    def may_have(self, url: str, day: date | None) -> bool:
        """Tell whether `nearest` may come to something: archives may be asked, or were before."""
        if not self._settings.archives or self.why_not_asked(url):
            return False
        if not self._settings.offline:
            return True
        first, *others = self._asked(url, day)  # a run asks the first one in any case
        return self._shelf.knows(first) or any(map(self._shelf.gives, others))

    def why_not_asked(self, url: str) -> str | None:
        """Return why no archive may learn of `url`, one clause; None for pages of the open web."""
        why = self._why_closed(url)
        if why is None and self._rules.holds_secret(url):
            why = "it seems to hold a key"
        return f"{why}: no archive is asked for it" if why else None

    def _why_closed(self, url: str) -> str | None:
        why = unreachable(url, _OPEN)
        if why is None and self._private.allows(*host_and_port(httpx.URL(url))):
            why = "its host is one of your own network"
        return why

    async def nearest(self, url: str, day: date | None) -> Page | Unavailable:
        """Return the copy of the page at `url` nearest to `day`, the latest for None; or why none.

        Its snapshot has the page's address as `url`, the copy's for readers as `final_url`, and the
        moment when the copy was taken. The index of each archive is asked first; where it knows
        nothing or fails, its TimeGate; then what it says of availability, which is a mere hint.
        """
        why = self.why_not_asked(url)
        if why:
            return Unavailable(reason=f"{url}: {why}")
        inquiry = _Inquiry(url, day)
        for ask in (self._by_index, self._by_timegate, self._by_hint):
            for archive in self._rules.archives:
                page = await ask(archive, inquiry)
                if page is not None:
                    return page
        return inquiry.end

    async def captured(self, url: str) -> Page | Unavailable:
        """Return the copy at `url`, the address of one, as `nearest` does; or why there is none."""
        capture = self._rules.capture_at(url)
        if capture is None:
            return Unavailable(reason=f"{url}: it is the address of no archived copy")
        why = self._why_closed(capture.original)
        if why:
            return Unavailable(reason=f"{url}: {why}: no archive is asked for it")
        page = await self._shelf.page(capture.replay)
        if isinstance(page, Unavailable):
            return Unavailable(
                reason=f"{url}: {_clause(page, capture.replay)}", attempts=page.attempts
            )
        return self.copy(page, capture.original)

    async def _by_index(self, archive: Archive, inquiry: _Inquiry) -> Page | None:
        if not archive.cdx:
            return None
        for spelling in self._rules.spellings(inquiry.url):
            found = await self._listed(archive, spelling, inquiry)
            if found is None:
                return None
            if found:
                return await self._played(nearest(found, inquiry.day), inquiry)
        return None

    async def _by_timegate(self, archive: Archive, inquiry: _Inquiry) -> Page | None:
        if not archive.timegate:
            return None
        where = _gate(archive, inquiry.url, inquiry.day)
        page = await self._shelf.page(where)
        if isinstance(page, Unavailable):
            if not _knows_none(page):
                inquiry.failed(archive, where, page)
            return None
        capture = self._rules.capture_at(page.snapshot.final_url)
        if capture is None and page.memento:  # it answered with the copy itself
            moment = digits_of(page.memento)
            capture = Capture(archive=archive, original=inquiry.url, digits=moment)
        if capture is None:
            inquiry.trouble(archive, "its TimeGate answered with something else than a copy")
            return None
        return await self._played((capture,), inquiry)

    async def _by_hint(self, archive: Archive, inquiry: _Inquiry) -> Page | None:
        """Play what an archive says is available; that it says nothing means nothing."""
        if not archive.availability:
            return None
        page = await self._shelf.page(_hint(archive, inquiry.url, inquiry.day))
        data = page if isinstance(page, Unavailable) else self._shelf.bytes_of(page)
        found = () if isinstance(data, Unavailable) else closest(data, archive, inquiry.url)
        if isinstance(found, str):
            return None
        return await self._played(found, inquiry) if found else None

    async def _listed(
        self, archive: Archive, spelling: str, inquiry: _Inquiry
    ) -> tuple[Capture, ...] | None:
        """Return the copies that an index tells of, None when that failed."""
        where = archive.index(spelling, inquiry.day)
        page = await self._shelf.page(where)
        data = page if isinstance(page, Unavailable) else self._shelf.bytes_of(page)
        if isinstance(data, Unavailable):
            inquiry.failed(archive, where, data)
            return None
        found = listed(data, archive, spelling)
        if isinstance(found, str):
            inquiry.trouble(archive, found)
            return None
        return found

    async def _played(self, captures: tuple[Capture, ...], inquiry: _Inquiry) -> Page | None:
        """Return the first copy that can be had; a few are tried, each once."""
        for capture in captures:
            if len(inquiry.tried) >= _MOST or capture.replay in inquiry.tried:
                continue
            inquiry.tried.add(capture.replay)
            page = await self._shelf.page(capture.replay)
            if isinstance(page, Page):
                page = self.copy(page, inquiry.url)
            if isinstance(page, Page) and _is_near(page, capture):
                return page
            if isinstance(page, Page):
                inquiry.trouble(capture.archive, f"it leads to a copy of {_day(page)} instead")
                continue
            inquiry.failed(capture.archive, capture.replay, page)
        return None

    def copy(self, page: Page, original: str) -> Page | Unavailable:
        """Return what a replay answered as evidence of the page at `original`.

        A moment that is not exact leads to the nearest copy: the one that answered counts.
        """
        where = page.snapshot
        capture = self._rules.capture_at(where.final_url)
        if capture is None:
            clause = f"the archive leads out of itself, to {where.final_url}"
            return Unavailable(reason=f"{where.url}: {clause}", attempts=where.hops)
        if page.memento and not capture.is_exact:
            capture = capture.model_copy(update={"digits": digits_of(page.memento)})
        update = {
            "url": original,
            "final_url": capture.shown,
            "fetched_at": capture.moment,
            "mode": Mode.ARCHIVE,
        }
        return page.model_copy(update={"snapshot": where.model_copy(update=update)})

    def _asked(self, url: str, day: date | None) -> Iterator[str]:
        """Yield the addresses at which archives are asked which copies of a page they have."""
        for archive in self._rules.archives:
            if archive.cdx:
                yield from (archive.index(each, day) for each in self._rules.spellings(url))
            if archive.timegate:
                yield _gate(archive, url, day)
            if archive.availability:
                yield _hint(archive, url, day)


def _gate(archive: Archive, url: str, day: date | None) -> str:
    """Return the address by which a TimeGate is asked; without a moment it gives the latest."""
    gate = filled(archive.timegate, url.partition("#")[0])
    return dated(gate, noon(day)) if day else gate


def _hint(archive: Archive, url: str, day: date | None) -> str:
    page = url.partition("#")[0]
    return filled(archive.availability, page, digits_of(noon(day)) if day else "")


def _is_near(page: Page, capture: Capture) -> bool:
    """Tell whether a copy that answered is about as old as the one that was asked for.

    An archive leads on to another one where the first does not play; years later it may be a page
    that has nothing but its address from the first.
    """
    taken = page.snapshot.fetched_at
    return taken is None or abs(taken - capture.moment) <= _FAR


def _day(page: Page) -> str:
    return f"{page.snapshot.fetched_at:%Y-%m-%d}" if page.snapshot.fetched_at else "no day"


def _knows_none(page: Unavailable) -> bool:
    return bool(page.attempts) and page.attempts[-1].status == _NO_SUCH


def _clause(page: Unavailable, asked: str) -> str:
    """Return why a page could not be had, without the address that was asked."""
    return page.reason.removeprefix(f"{asked}: ")
