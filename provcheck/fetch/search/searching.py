"""Asks the services that a run may ask, keeps their answers, and tells what was sent."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, date, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from provcheck.fetch.client import OFFLINE
from provcheck.fetch.gate import refused
from provcheck.fetch.page import Page
from provcheck.fetch.search.asked import (
    Answered,
    Asked,
    Further,
    Problem,
    Sent,
    Telling,
    asked_for,
)
from provcheck.fetch.search.providers import Provider, named
from provcheck.fetch.shelf import Shelf
from provcheck.model.article import Article
from provcheck.model.claim import Claim
from provcheck.model.evidence import Mode, Unavailable
from provcheck.model.query import Query, Result
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.search import Service
from provcheck.settings import Settings
from provcheck.store.address import address_key

_MOST_PAGES = 7  # for one query, with those that answers lead to
_WRONG_KEY = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


class Searched(Value):
    """What came of searching for one claim, and what was asked for that."""

    results: tuple[Result, ...] = ()
    queries: tuple[Query, ...] = ()


class Searching:
    """The searches of one run; without `settings.search` nobody is ever asked.

    What comes is kept on `shelf`, so that a run without a network goes by the same answers.
    Raises SettingsError for a service that does not exist.
    """

    def __init__(
        self, shelf: Shelf, settings: Settings, rules: Rulebook, *, today: date | None = None
    ) -> None:
        self._shelf, self._settings, self._rules = shelf, settings, rules
        self._today = today or datetime.now(UTC).date()
        self._providers = named(settings.search)
        self._pages: dict[str, Page | Problem] = {}  # what addresses led to in this run
        self._turns: dict[str, asyncio.Lock] = {}
        self._tried_again: set[str] = set()

    async def for_claims(self, claims: Iterable[Claim], article: Article) -> tuple[Searched, ...]:
        """Return what came of searching for each claim, in their order; raises StoreError.

        They are searched for side by side, each service at its pace. A claim that is never searched
        for, or that nobody can be asked for, has neither results nor queries.
        """
        waiting = (asked_for(claim, article, self._rules) for claim in claims)
        found = await asyncio.gather(*(self._searched(asked) for asked in waiting))
        return tuple(found)

    async def results(self, asked: Asked) -> tuple[tuple[Result, ...], tuple[Query, ...]]:
        """Return the pages that the services tell of, each once, and what they were asked.

        In the order of PROVIDERS and then of each service; no order depends on who was quicker.
        Raises StoreError; a service that does not answer is told of in its query.
        """
        heard = await asyncio.gather(*(self._heard(each, asked) for each in self._providers))
        found: dict[tuple[str, bool], Result] = {}
        for result in (each for results, _ in heard for each in results):
            if refused(result.url) is None:
                key = (address_key(result.url), result.rating is not None)
                found.setdefault(key, result)
        return tuple(found.values()), tuple(query for _, query in heard if query)

    async def _searched(self, asked: Asked | None) -> Searched:
        if asked is None:
            return Searched()
        results, queries = await self.results(asked)
        return Searched(results=results, queries=queries)

    async def _heard(
        self, provider: Provider, asked: Asked
    ) -> tuple[tuple[Result, ...], Query | None]:
        """Put one query to one service."""
        sent = provider.query(asked, self._rules)
        if sent is None:
            return (), None
        service = self._rules.search.of(provider.id)
        why = self._too_old(service, asked)
        if why and not self._settings.offline:
            return (), _query(provider, sent, why, went_out=False)
        results, problems = await self._walked(provider, sent, asked)
        if why and problems == (OFFLINE,):  # it was too old when there was a network, too
            problems = (why,)
        went_out = problems not in {(OFFLINE,), (why,)}
        outcome = "; ".join((*_counted(results, problems), *problems[:1]))
        return results, _query(provider, sent, outcome, went_out=went_out)

    def _too_old(self, service: Service, asked: Asked) -> str | None:
        """Return why the service has nothing of so long ago, None where it may."""
        back = service.days_back
        if back is None or asked.day is None or (self._today - asked.day).days <= back:
            return None
        return f"not asked: it searches the last {back} days, and the article is of {asked.day}"

    async def _walked(
        self, provider: Provider, sent: Sent, asked: Asked
    ) -> tuple[tuple[Result, ...], tuple[str, ...]]:
        """Return what a query leads to, and what was wrong with the answers on the way."""
        waiting = [(sent.url, 0)]
        results: list[Result] = []
        problems: list[str] = []
        for _ in range(_MOST_PAGES):
            if not waiting:
                break
            url, depth = waiting.pop(0)
            match await self._told(provider, Answered(url=url, data=b"", depth=depth), asked):
                case Problem(reason=reason):
                    problems.append(reason)
                case Further(urls=urls):
                    waiting.extend((each, depth + 1) for each in urls)
                case tuple() as found:
                    results.extend(found)
        if waiting:
            problems.append("not all that it leads to was looked through")
        return tuple(results[: self._rules.search.most_results]), tuple(problems)

    async def _told(self, provider: Provider, bare: Answered, asked: Asked) -> Telling:
        """Return what an address tells; put again what was refused, once a run and service."""
        service = self._rules.search.of(provider.id)
        async with self._turns.setdefault(bare.url, asyncio.Lock()):
            page = self._pages.get(bare.url) or await self._page(bare.url, service)
            telling = await self._read(provider, page, bare, asked)
            if (
                isinstance(telling, Problem)
                and telling.again
                and self._may_ask_again(service, page)
            ):
                await asyncio.sleep(0 if _is_kept(page) else service.again)
                page = await self._page(bare.url, service, anew=True)
                telling = await self._read(provider, page, bare, asked)
            self._pages[bare.url] = page
        return telling

    def _may_ask_again(self, service: Service, page: Page | Problem) -> bool:
        """Tell whether a refusal may be followed by another attempt, and note that it is."""
        if self._settings.offline or not service.again:
            return False
        if isinstance(page, Page) and page.snapshot.mode is not Mode.LIVE:
            return False  # what was given by hand stays what it is
        if _is_kept(page):
            return True
        is_first = service.id not in self._tried_again
        self._tried_again.add(service.id)
        return is_first

    async def _page(self, url: str, service: Service, *, anew: bool = False) -> Page | Problem:
        page = await self._shelf.page(url, anew=anew)
        if not isinstance(page, Unavailable):
            return page
        reason = page.reason.removeprefix(f"{url}: ")
        status = page.attempts[-1].status if page.attempts else 0
        if service.key_variable and status in _WRONG_KEY:
            reason = f"{reason}; check the key in {service.key_variable}"
        return Problem(reason=reason, again=status == HTTPStatus.TOO_MANY_REQUESTS)

    async def _read(
        self, provider: Provider, page: Page | Problem, bare: Answered, asked: Asked
    ) -> Telling:
        if isinstance(page, Problem):
            return page
        data = await asyncio.to_thread(self._shelf.bytes_of, page)
        if isinstance(data, Unavailable):
            return Problem(reason=data.reason.removeprefix(f"{bare.url}: "))
        where = page.snapshot
        update = {"url": where.final_url, "data": data, "media_type": where.media_type}
        answered = bare.model_copy(update=update)
        # Reading takes up to a second, in which other hosts would wait.
        return await asyncio.to_thread(provider.results, answered, asked, self._rules)


def _is_kept(page: Page | Problem) -> bool:
    """Tell whether a page was asked for in a run before this one."""
    return isinstance(page, Page) and page.seq is not None and not page.is_new


def _counted(results: tuple[Result, ...], problems: tuple[str, ...]) -> tuple[str, ...]:
    """Return how many results there are; nothing where there may be some that were not seen."""
    if not results:
        return () if problems else ("no results",)
    return (f"{len(results)} results" if len(results) > 1 else "1 result",)


def _query(provider: Provider, sent: Sent, outcome: str, *, went_out: bool) -> Query:
    host = urlsplit(sent.url).hostname or ""
    words = sent.words if went_out else ""
    return Query(provider=provider.id, sent=words, host=host, outcome=outcome)
