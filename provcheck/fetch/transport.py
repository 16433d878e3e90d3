"""The transport of the live web: nothing passes it that the gate and the dialler did not judge."""

import ssl
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from types import MappingProxyType

import httpcore
import httpx

from provcheck.fetch.connect import Connector, GuardedBackend, system_connector
from provcheck.fetch.failures import told
from provcheck.fetch.gate import host_and_port, unreachable
from provcheck.fetch.private import Private, private
from provcheck.fetch.problems import RefusedError
from provcheck.fetch.resolver import Resolver, system_resolver
from provcheck.fetch.trust import tls_context
from provcheck.fetch.tunnel import proxy_at, through
from provcheck.settings import Limits, Settings

# In order: the special stand before the general.
_NAMES: Mapping[type[Exception], type[httpx.TransportError]] = MappingProxyType(
    {
        httpcore.ConnectTimeout: httpx.ConnectTimeout,
        httpcore.ReadTimeout: httpx.ReadTimeout,
        httpcore.WriteTimeout: httpx.WriteTimeout,
        httpcore.PoolTimeout: httpx.PoolTimeout,
        httpcore.ConnectError: httpx.ConnectError,
        httpcore.ReadError: httpx.ReadError,
        httpcore.WriteError: httpx.WriteError,
        httpcore.LocalProtocolError: httpx.LocalProtocolError,
        httpcore.RemoteProtocolError: httpx.RemoteProtocolError,
        httpcore.ProxyError: httpx.ProxyError,
        httpcore.UnsupportedProtocol: httpx.UnsupportedProtocol,
        httpcore.TimeoutException: httpx.TimeoutException,
        httpcore.NetworkError: httpx.NetworkError,
        httpcore.ProtocolError: httpx.ProtocolError,
    }
)


def guarded_transport(
    settings: Settings,
    *,
    resolver: Resolver | None = None,
    connector: Connector = system_connector,
) -> "GuardedTransport":
    """Return the transport that `settings` ask for: their limits, private hosts, proxy, trust.

    For tests: `resolver` takes a host name (ASCII, lower case, no last dot) and returns the
    addresses as text, raising OSError where there are none; `connector` takes an address, a port
    and seconds, and returns a stream of httpcore, raising its ConnectError or ConnectTimeout. Only
    judged addresses reach the connector, and the proxy's, which is the user's own.
    Raises SettingsError for private hosts, a proxy or a file of certificates that is wrong.
    """
    limits, allowed = settings.limits, private(settings.private)
    if settings.proxy:
        connector = through(proxy_at(settings.proxy), connector)
    backend = GuardedBackend(resolver or system_resolver(limits.sockets), connector, allowed)
    pool = httpcore.AsyncConnectionPool(
        ssl_context=tls_context(settings.authorities),
        max_connections=limits.sockets,
        max_keepalive_connections=0,
        http1=True,
        http2=False,
        retries=0,
        network_backend=backend,
    )
    return GuardedTransport(pool, allowed, limits)


def host_header(url: httpx.URL) -> str:
    """Return the Host header for a gated address: brackets for IPv6, a port that is no default.

    To be given to httpx.Request, which raises for the A-labels of emoji when it makes its own.
    """
    host = url.raw_host.decode("ascii")
    _, port = host_and_port(url)
    usual = port == {"http": 80, "https": 443}.get(url.scheme)
    return (f"[{host}]" if ":" in host else host) + ("" if usual else f":{port}")


class GuardedTransport(httpx.AsyncBaseTransport):
    """An httpx transport that reaches the open web alone, one connection a request.

    No cookie, no .netrc, no variable of the environment but SSL_CERT_FILE, no redirect is
    followed. Timeouts that a request does not bring are those of the limits. The extensions of a
    response have "peer", the address that was dialled, and "certificate", the SHA-256 in hex of the
    certificate of the host, None without TLS.
    """

    def __init__(
        self, pool: httpcore.AsyncConnectionPool, allowed: Private, limits: Limits
    ) -> None:
        self._pool, self._allowed, self._limits = pool, allowed, limits

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, its body yet to come.

        Raises RefusedError for what may not be asked, and errors of httpx for failures, also while
        the body is read; their words are those of `told`.
        """
        why = unreachable(str(request.url), self._allowed)
        if why:
            raise RefusedError(why, request=request)
        with _as_httpx(self._limits):
            answer = await self._pool.handle_async_request(self._asked(request))
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer, self._limits),
            extensions=_extensions(answer),
        )

    async def aclose(self) -> None:
        """Close all connections."""
        with _as_httpx(self._limits):
            await self._pool.aclose()

    def _asked(self, request: httpx.Request) -> httpcore.Request:
        """Return the request as it is sent: Host and the name for TLS are those of the address."""
        url = request.url
        host, port = host_and_port(url)
        others = [(k, v) for k, v in request.headers.raw if k.lower() != b"host"]
        return httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=host.encode("ascii"), port=port, target=url.raw_path
            ),
            headers=[(b"Host", host_header(url).encode("ascii")), *others],
            content=request.stream,
            extensions={
                **request.extensions,
                "timeout": self._timeouts(request),
                "sni_hostname": host,
            },
        )

    def _timeouts(self, request: httpx.Request) -> dict[str, float | None]:
        limits = self._limits
        return {
            "connect": limits.connect_seconds,
            "read": limits.read_seconds,
            "write": limits.read_seconds,
            "pool": limits.total_seconds,
            **request.extensions.get("timeout", {}),
        }


class _Body(httpx.AsyncByteStream):
    """The body as it comes over the wire, its failures those of httpx."""

    def __init__(self, answer: httpcore.Response, limits: Limits) -> None:
        self._answer, self._limits = answer, limits

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx(self._limits):
            async for part in self._answer.aiter_stream():
                yield part

    async def aclose(self) -> None:
        with _as_httpx(self._limits):
            await self._answer.aclose()


@contextmanager
def _as_httpx(limits: Limits) -> Iterator[None]:
    """Turn what httpcore, sockets and codecs raise into errors of httpx with plain words."""
    try:
        yield
    except tuple(_NAMES) as problem:
        raise _named(problem)(told(problem, limits).clause) from problem
    except OSError as problem:  # TLS that breaks in the middle of a body is not caught by httpcore
        raise httpx.NetworkError(told(problem, limits).clause) from problem
    except ValueError as problem:
        why = "the address is not a valid one"
        raise RefusedError(why) from problem


def _named(problem: Exception) -> type[httpx.TransportError]:
    return next(ours for theirs, ours in _NAMES.items() if isinstance(problem, theirs))


def _extensions(answer: httpcore.Response) -> dict[str, object]:
    stream = answer.extensions["network_stream"]
    tls = stream.get_extra_info("ssl_object")
    shown = tls.getpeercert(binary_form=True) if isinstance(tls, ssl.SSLObject) else None
    return {
        **answer.extensions,
        "peer": stream.get_extra_info("peer"),
        "certificate": sha256(shown).hexdigest() if shown else None,
    }
