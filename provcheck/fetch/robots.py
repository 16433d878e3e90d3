"""What a site's robots.txt says of us, read once a run and site, by RFC 9309."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from provcheck.fetch.answer import Response
from provcheck.fetch.asking import AGENT
from provcheck.model.evidence import Unavailable

MOST = 500 * 1024  # bytes that are looked at, the least that RFC 9309 asks for
_OURS = "provcheck"
_NOBODY = "-"
_LINE = re.compile(
    r"^[ \t]*user[- ]?agent[ \t]*:?[ \t]*([^#\r\n]*).*$", re.IGNORECASE | re.MULTILINE
)
_CLIENT_ERROR, _SERVER_ERROR = 400, 500


@dataclass(frozen=True)
class Site:
    """What a site allows: `closed` says why nothing, else what `rules` forbid, None for nothing."""

    closed: str | None = None
    rules: Protego | None = None


class SiteRules:
    """The robots.txt of each site of one run; `get` fetches an address, redirects included."""

    def __init__(self, get: Callable[[str], Awaitable[Response | Unavailable]]) -> None:
        self._get = get
        self._sites: dict[str, Site] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def forbid(self, url: str) -> str | None:
        """Return why `url` must not be read by programs, one clause, or None when it may.

        A site that answers 4xx to robots.txt allows everything, one that answers 5xx or nothing
        allows nothing (RFC 9309, 2.3.1.3 and 2.3.1.4).
        """
        site = await self._site(url)
        if site.closed:
            return site.closed
        if site.rules is None or site.rules.can_fetch(url, AGENT):
            return None
        return "its robots.txt asks programs not to read it"

    async def delay(self, url: str) -> float:
        """Return the seconds that the site wants between two requests, 0 where it says nothing."""
        rules = (await self._site(url)).rules
        return float(rules.crawl_delay(AGENT) or 0) if rules else 0.0

    async def _site(self, url: str) -> Site:
        parsed = httpx.URL(url)
        origin = f"{parsed.scheme}://{parsed.netloc.decode('ascii')}"
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._sites:
                answer = await self._get(f"{origin}/robots.txt")
                # Parsing takes up to a second, in which other hosts would wait.
                self._sites[origin] = await asyncio.to_thread(_site, answer)
            return self._sites[origin]


def _site(answer: Response | Unavailable) -> Site:
    if isinstance(answer, Response):
        return Site(rules=Protego.parse(ours(answer.body[:MOST].decode("utf-8-sig", "replace"))))
    status = answer.attempts[-1].status if answer.attempts else 0
    if _CLIENT_ERROR <= status < _SERVER_ERROR:
        return Site()
    _, _, why = answer.reason.partition(": ")
    if status == 0:  # nothing answered: what is wrong is the way there, not robots.txt
        return Site(closed=f"{why} (asked for its robots.txt)")
    return Site(closed=f"its robots.txt cannot be read: {why}")


def ours(text: str) -> str:
    """Return robots.txt with every user agent but ours and `*` under one name.

    Groups stay as they are; lines end in a line feed, whichever end of RFC 9309 they had. Protego
    takes time by agents times rules, and a hostile file can name tens of thousands of each.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LINE.sub(lambda line: f"User-agent: {_named(line.group(1))}", lines)


def _named(agents: str) -> str:
    agent = agents.strip().casefold()
    if agent == "*":
        return agent
    return _OURS if re.match(rf"{_OURS}(?![a-z0-9_-])", agent) else _NOBODY
