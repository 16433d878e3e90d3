"""A network of our own for tests: any public address is a server on this machine."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpcore
import httpx

from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.connect import system_connector
from provcheck.fetch.problems import RefusedError
from provcheck.fetch.transport import guarded_transport, host_header
from provcheck.model.evidence import Unavailable
from provcheck.settings import Limits, Robots, Settings
from provcheck.store.given import Given

PUBLIC = "93.184.216.34"
OTHER = "151.101.1.140"
SIX = "2606:4700:4700::1111"
HELLO = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"


@asynccontextmanager
async def listening(talk, *, tls=None):
    """A server on loopback that talks with each connection; yields its port.

    At the end nothing of it stays open, whatever the connections are at.
    """
    talks: set[asyncio.Task | None] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.current_task())
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await talk(reader, writer)
        writer.close()
        with suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()
        writer.transport.abort()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        # A server that is closed between accepting a connection and talking with it leaks it.
        for _ in range(10):
            await asyncio.sleep(0)
        server.close()
        for task in filter(None, talks):
            task.cancel()
        await asyncio.gather(*filter(None, talks))
        await asyncio.sleep(0)


@asynccontextmanager
async def serving(speak=lambda _head: HELLO, *, tls=None):
    """A server that answers the head of one request a connection with what `speak` returns.

    Yields its port and the list of the heads that it got.
    """
    heads: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        said = speak(heads[-1])
        writer.write(await said if asyncio.iscoroutine(said) else said)
        await writer.drain()

    async with listening(talk, tls=tls) as port:
        yield port, heads


async def silent(_head: bytes) -> bytes:
    """What a server says that never says anything."""
    await asyncio.sleep(3600)
    return b""


def redirecting(locations: Sequence[str]) -> Callable[[bytes], bytes]:
    """What a server says that serves `locations` one after the other, then a page."""
    waiting = list(locations)

    def speak(_head: bytes) -> bytes:
        if not waiting:
            return HELLO
        place = waiting.pop(0).encode()
        return b"HTTP/1.1 302 Found\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n"

    return speak


class Network:
    """Names and what they resolve to; all addresses lead to `port` of this machine.

    A name maps to addresses, or to a list of such answers, one a look-up, the last repeated.
    `hanging` and `refusing` are addresses that do so. Records every look-up and every dial.
    With `plain`, TLS is left out, for tests of where connections go.
    """

    def __init__(self, port: int, names: Mapping[str, Sequence] | None = None, **how: Any) -> None:
        self._port, self._names = port, dict(names or {})
        self._hanging, self._refusing = how.get("hanging", ()), how.get("refusing", ())
        self._plain = how.get("plain", False)
        self.lookups: list[str] = []
        self.dials: list[str] = []

    async def resolve(self, host: str) -> list[str]:
        self.lookups.append(host)
        known = self._names.get(host)
        if known is None:
            raise OSError(host)
        if known and not isinstance(known[0], str):
            return list(known[min(self.lookups.count(host), len(known)) - 1])
        return list(known)

    async def connect(
        self, address: str, port: int, seconds: float | None
    ) -> httpcore.AsyncNetworkStream:
        self.dials.append(f"{address} {port}")
        if address in self._hanging:
            await asyncio.sleep(3600)
        if address in self._refusing:
            raise httpcore.ConnectError from ConnectionRefusedError()
        stream = await system_connector("127.0.0.1", self._port, seconds)
        return Plain(stream) if self._plain else stream

    def transport(self, settings: Settings | None = None) -> httpx.AsyncBaseTransport:
        return guarded_transport(
            settings or Settings(), resolver=self.resolve, connector=self.connect
        )


class Plain(httpcore.AsyncNetworkStream):
    """A stream on which TLS is agreed on at once, and is none."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self.read, self.write, self.aclose = stream.read, stream.write, stream.aclose
        self.get_extra_info = stream.get_extra_info

    async def start_tls(self, *_: object) -> httpcore.AsyncNetworkStream:
        return self


def request(url: str, **more: Any) -> httpx.Request:
    """A GET as the client builds it."""
    parsed = httpx.URL(url)
    return httpx.Request("GET", parsed, headers={"Host": host_header(parsed)}, **more)


async def asked(transport: httpx.AsyncBaseTransport, url: str) -> httpx.Response:
    """The answer to one request, its body read, both closed."""
    async with transport:
        response = await transport.handle_async_request(request(url))
        try:
            await response.aread()
        finally:
            await response.aclose()
        return response


async def walked(transport: httpx.AsyncBaseTransport, url: str) -> int:
    """The status that the client ends with; raises RefusedError where there is no page."""
    limits = Limits(host_interval=0.0, attempts=1)
    settings = Settings(robots=Robots.IGNORE, limits=limits)
    async with transport:
        end = await Client(Given(), Asker(transport, settings), settings).get(url)
    if isinstance(end, Unavailable):
        raise RefusedError(end.reason)
    return end.hops[-1].status


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """The outcome of a coroutine, in a loop of its own."""
    return asyncio.run(work)
