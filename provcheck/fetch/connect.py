"""Where connections are opened: only to addresses that were judged, each name looked up once."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Sequence
from itertools import chain, zip_longest

import httpcore
import httpx

from provcheck.fetch.addresses import Address, read_address, why_not_public
from provcheck.fetch.private import Private
from provcheck.fetch.problems import (
    RefusedError,
    TlsFailedError,
    UnresolvedError,
    UnresolvedInTimeError,
)
from provcheck.fetch.resolver import Resolver

Connector = Callable[[str, int, float | None], Awaitable[httpcore.AsyncNetworkStream]]

_UNRESOLVED = "the host name cannot be resolved"
_TRIES = 3  # addresses of a name that are dialled
_GRACE = 1.1  # times its seconds, for a connector that overstays them
_FAILURES = (OSError, httpcore.NetworkError, httpcore.TimeoutException, httpx.TransportError)


async def system_connector(
    address: str, port: int, seconds: float | None
) -> httpcore.AsyncNetworkStream:
    """Return a TCP connection to `address`; raises httpcore's ConnectError or ConnectTimeout."""
    return await httpcore.AnyIOBackend().connect_tcp(address, port, timeout=seconds)


class Deadline:
    """Seconds that several steps share; None means as long as they take."""

    def __init__(self, seconds: float | None) -> None:
        now = asyncio.get_running_loop().time()
        self._end = None if seconds is None else now + seconds

    def left(self, among: int = 1) -> float | None:
        """Return the seconds for the next of `among` steps, never negative."""
        if self._end is None:
            return None
        return max(0.0, self._end - asyncio.get_running_loop().time()) / among


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """The network as httpcore sees it: no connection but to a judged address.

    A name is looked up once a connection, and the addresses that were judged are those dialled:
    a second answer of the name cannot lead elsewhere. One address that is not public refuses the
    name, unless `private` allows the host. At most three addresses share the time for connecting.
    """

    def __init__(self, resolver: Resolver, connector: Connector, private: Private) -> None:
        self._resolver, self._connector, self._private = resolver, connector, private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (the interface of httpcore)
        *_: object,
        **_options: object,
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection; raises RefusedError, or the httpx or httpcore error of a failure."""
        deadline = Deadline(timeout)
        answers = [host] if read_address(host) else await self._looked_up(host, deadline)
        if not answers:
            raise UnresolvedError(_UNRESOLVED)
        addresses = _judged(answers, allowed=self._private.allows(host, port))
        return await self._dialled(addresses, port, deadline)

    async def connect_unix_socket(
        self, *_: object, **_options: object
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: no page is behind a socket of this machine."""
        why = "sockets of this machine are not asked"
        raise RefusedError(why)

    async def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        await asyncio.sleep(seconds)

    async def _looked_up(self, host: str, deadline: Deadline) -> Sequence[str]:
        try:
            async with asyncio.timeout(deadline.left()):
                return await self._resolver(host)
        except TimeoutError as problem:
            raise UnresolvedInTimeError(_UNRESOLVED) from problem
        except (OSError, ValueError) as problem:
            raise UnresolvedError(_UNRESOLVED) from problem

    async def _dialled(
        self, addresses: Sequence[Address], port: int, deadline: Deadline
    ) -> httpcore.AsyncNetworkStream:
        tried = addresses[:_TRIES]
        failures: list[Exception] = []
        for place, address in enumerate(tried):
            seconds = deadline.left(among=len(tried) - place)
            try:
                async with asyncio.timeout(None if seconds is None else seconds * _GRACE):
                    stream = await self._connector(str(address), port, seconds)
                return Dialled(stream, str(address), deadline)
            except TimeoutError:
                failures.append(httpcore.ConnectTimeout())
            except _FAILURES as problem:
                failures.append(problem)
        raise _most_telling(failures)


class Dialled(httpcore.AsyncNetworkStream):
    """A connection that knows the judged address it leads to: its extra info "peer".

    TLS is agreed on within what is left of the time for connecting.
    """

    def __init__(
        self, stream: httpcore.AsyncNetworkStream, address: str, deadline: Deadline
    ) -> None:
        self._stream, self._address, self._deadline = stream, address, deadline

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109 (the interface of httpcore)
    ) -> bytes:
        """Return what came, empty at the end."""
        return await self._stream.read(max_bytes, timeout)

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109 (the interface of httpcore)
    ) -> None:
        """Send `buffer` whole."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109, ARG002 (the interface of httpcore)
    ) -> httpcore.AsyncNetworkStream:
        """Return the connection with TLS; raises TlsFailedError or httpcore's ConnectTimeout."""
        try:
            stream = await self._stream.start_tls(
                ssl_context, server_hostname, self._deadline.left()
            )
        except (httpcore.ConnectError, ssl.SSLError) as problem:
            why = "TLS failed"
            raise TlsFailedError(why) from problem
        except BaseException:
            # When cancelled, neither httpcore nor its stream closes a half-made connection.
            await self.aclose()
            raise
        return Dialled(stream, self._address, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """Return what is known of the connection; "peer" is the address that was dialled."""
        return self._address if info == "peer" else self._stream.get_extra_info(info)


def _judged(answers: Sequence[str], *, allowed: bool) -> tuple[Address, ...]:
    """Return the addresses to dial, families in turn so that one that is down costs one try.

    Raises RefusedError for the first of the bad ones in sorted order: the order of answers varies.
    """
    parsed = dict.fromkeys(map(read_address, answers))
    if None in parsed or not allowed:
        refusals = sorted(filter(None, map(why_not_public, answers)))
        if refusals:
            raise RefusedError(refusals[0])
    known = [address for address in parsed if address is not None]
    first = [a for a in known if a.version == known[0].version]
    second = [a for a in known if a.version != known[0].version]
    return tuple(a for a in chain(*zip_longest(first, second)) if a is not None)


def _most_telling(failures: Sequence[Exception]) -> Exception:
    """Return the first failure that is an answer, not a silence."""
    answers = (f for f in failures if not isinstance(f, httpcore.TimeoutException))
    return next(answers, failures[0])
