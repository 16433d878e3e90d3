"""How hosts are treated: few connections, few requests, and none to one that keeps failing."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import MappingProxyType

import httpx

from provcheck.rulebook.archives import archive_rules
from provcheck.settings import Limits

_USUAL_PORTS = {None, 80, 443}
_NONE: Mapping[str, float] = MappingProxyType({})
_SLOWEST = 10.0  # seconds a request; a Crawl-delay beyond that is meant for crawlers


def host_of(url: str) -> str:
    """Return the host that `url` asks, with its port where that is an unusual one."""
    parsed = httpx.URL(url)
    host = parsed.raw_host.decode("ascii")
    return host if parsed.port in _USUAL_PORTS else f"{host}:{parsed.port}"


def turn_of(url: str) -> str:
    """Return whose turn a request for `url` takes: a host, or a part of one with its own pace.

    An archive counts queries of its index and pages that it shows apart (rules/archives.yaml): so
    `web.archive.org/cdx/` has turns, an interval and failures of its own.
    """
    host = host_of(url)
    where = host + httpx.URL(url).path
    return next((at for at in archive_rules().paces if where.startswith(at)), host)


@dataclass
class _Host:
    connections: asyncio.Semaphore
    interval: float
    pace: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_start: float = 0.0  # on the clock of the event loop
    waited: float = 0.0  # seconds that it asked to wait, those of waits side by side once
    failures: int = 0  # in a row
    last: str = ""  # of them, as a clause
    given_up: str = ""  # why it is asked no more, as a clause


class Hosts:
    """The hosts of one run, and parts of hosts as `turn_of` names them; requests take turns here.

    A host has at most `limits.host_connections` at a time, and two requests to it start at least
    `limits.host_interval` seconds apart; one that waits holds up no other host. All hosts share
    `limits.sockets`. After `limits.hard_failures` in a row a host is down for the rest of the run.
    Parts of one host share what it asks to wait. `intervals` are the seconds between two requests
    to hosts that are asked at another pace, as the rules give them for archives.
    """

    def __init__(self, limits: Limits, intervals: Mapping[str, float] = _NONE) -> None:
        self._limits, self._intervals = limits, intervals
        self._sockets = asyncio.Semaphore(limits.sockets)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[bool]:
        """Wait for the turn of a request to `host`; give False when the host is down."""
        known = self._host(host)
        async with known.connections:
            if self.is_down(host):
                yield False
                return
            await self._started(known)
            try:
                yield True
            finally:
                self._sockets.release()

    def is_down(self, host: str) -> bool:
        """Tell whether `host` failed so often that it is asked no more."""
        known = self._host(host)
        return bool(known.given_up) or known.failures >= self._limits.hard_failures

    def note(self, host: str, failure: str | None) -> None:
        """Take note of how a request to `host` ended: None for an answer of any status."""
        known = self._host(host)
        known.failures = known.failures + 1 if failure else 0
        known.last = failure or ""

    def why_down(self, host: str) -> str:
        """Return why `host` is asked no more, one clause, with the last of its failures."""
        known = self._host(host)
        if known.given_up:
            return f"not asked, since in this run {known.given_up}"
        times, last = self._limits.hard_failures, known.last
        return f"not asked, since its host failed {times} times in a row in this run: {last}"

    def sent(self, host: str) -> None:
        """Count the interval from now, when a request goes out to `host`: connecting took time."""
        known = self._host(host)
        known.next_start = max(known.next_start, _now() + known.interval)

    def pause(self, host: str, seconds: float) -> bool:
        """Start no further request to `host` for so long, as its Retry-After asks.

        Not so, and False, when it would have asked for more than `limits.waits` in this run.
        """
        known, until = self._host(host), _now() + seconds
        longer = max(0.0, until - max(known.next_start, _now()))
        if known.waited + longer > self._limits.waits:
            return False
        known.waited += longer
        for each in self._parts(host):
            each.next_start = max(each.next_start, until)
        return True

    def give_up(self, host: str, why: str) -> None:
        """Ask no part of `host` any more in this run, for the reason `why`, one clause."""
        for each in self._parts(host):
            each.given_up = why

    def slow_down(self, host: str, seconds: float) -> None:
        """Keep further apart what `host` is asked, as its Crawl-delay asks; 10 s at most."""
        known = self._host(host)
        known.interval = max(known.interval, min(seconds, _SLOWEST))

    def _host(self, host: str) -> _Host:
        if host not in self._hosts:
            connections = asyncio.Semaphore(self._limits.host_connections)
            paces = {**archive_rules().paces, **self._intervals}
            interval = paces.get(host, self._limits.host_interval)
            self._hosts[host] = _Host(connections, interval)
        return self._hosts[host]

    def _parts(self, name: str) -> list[_Host]:
        host = name.partition("/")[0]
        parts = (at for at in archive_rules().paces if at.partition("/")[0] == host)
        return [self._host(part) for part in (host, *parts)]

    async def _started(self, known: _Host) -> None:
        """Take a socket once the host may be asked again, and book the start."""
        async with known.pace:
            while (wait := known.next_start - _now()) > 0:  # noqa: ASYNC110  (`pause` moves it)
                await asyncio.sleep(wait)
            await self._sockets.acquire()
            known.next_start = _now() + known.interval


def _now() -> float:
    return asyncio.get_running_loop().time()
