"""What a failed request is called: one plain clause, the same words on every run."""

import errno
import socket
import ssl
from collections.abc import Callable, Iterator
from types import MappingProxyType

import httpcore
import httpx

from provcheck.fetch.problems import (
    ProxyRefusedError,
    ProxyUnreachableError,
    RefusedError,
    TlsFailedError,
    UnresolvedError,
    UnresolvedInTimeError,
)
from provcheck.model.value import Value
from provcheck.settings import Limits


class Failure(Value):
    """Why there is no answer. The clause holds no address, time of day or name of a class.

    `hard` failures are those of connections and timeouts, after some of which a host is asked no
    more; `retry` tells that another attempt may go better.
    """

    clause: str
    hard: bool = False
    retry: bool = False


# Codes of OpenSSL's x509_vfy.h. Names of the standard library exist for none of them.
_CERTIFICATES = MappingProxyType(
    {
        9: "the certificate is not valid yet",
        10: "the certificate is expired",
        18: "the certificate is not from a known authority",  # signed by itself
        19: "the certificate is not from a known authority",  # its root is not believed
        20: "the certificate is not from a known authority",  # its issuer is not at hand
        21: "the certificate is not from a known authority",  # it came without its issuer
        23: "the certificate is revoked",
        62: "the certificate is for another name",
        64: "the certificate is for another address",
    }
)
_RESET = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)
_NO_WAY = frozenset(
    {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.ETIMEDOUT}
)
_HEADERS_TOO_LARGE = 431  # what h11 would answer, were it the server
_DEEPEST = 12


def told(problem: Exception, limits: Limits) -> Failure:
    """Return what is said of `problem`, and whether to try again.

    Takes whatever httpx, httpcore, sockets, TLS and name look-ups raise. Never raises; an error
    that it does not know is "no answer".
    """
    for kinds, tell in _TOLD:
        if isinstance(problem, kinds):
            return tell(problem, limits)
    return Failure(clause="no answer")


def _refused(problem: Exception, _: Limits) -> Failure:
    return Failure(clause=str(problem))


def _proxy(problem: Exception, _: Limits) -> Failure:
    ours = isinstance(problem, ProxyRefusedError | ProxyUnreachableError)
    again = isinstance(problem, ProxyUnreachableError)
    return Failure(clause=str(problem) if ours else "the proxy failed", hard=True, retry=again)


def _unresolved(problem: Exception, _: Limits) -> Failure:
    # A resolver that answers "no such name" will say so again; one that fails may not.
    again = any(
        isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_AGAIN
        for cause in _causes(problem)
    )
    return Failure(clause="the host name cannot be resolved", hard=True, retry=again)


def _late(clause: str, limit: str, *, retry: bool) -> Callable[[Exception, Limits], Failure]:
    def tell(_: Exception, limits: Limits) -> Failure:
        seconds = f"{getattr(limits, limit):g} s"
        return Failure(clause=clause.format(seconds), hard=True, retry=retry)

    return tell


def _said(clause: str) -> Callable[[Exception, Limits], Failure]:
    return lambda _problem, _limits: Failure(clause=clause)


def _protocol(problem: Exception, _: Limits) -> Failure:
    """Tell what is wrong with an answer; h11 and httpcore say some of it in words alone."""
    if any(getattr(c, "error_status_hint", 0) == _HEADERS_TOO_LARGE for c in _causes(problem)):
        return Failure(clause="its headers are larger than 100 kB")
    words = " ".join(map(str, _causes(problem)))
    if "peer closed connection without sending complete message body" in words:
        return Failure(clause="the answer broke off before its end", hard=True)
    if "Server disconnected without sending a response" in words:
        return Failure(clause="the connection was closed without an answer", hard=True)
    return Failure(clause="the answer breaks the HTTP protocol")


def _connection(problem: Exception, _: Limits) -> Failure:
    connecting = isinstance(problem, httpx.ConnectError | httpcore.ConnectError)
    causes = tuple(_causes(problem))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Failure(clause=_certificate(cause), hard=True)
    # TLS that cannot be agreed on is a lasting disagreement, unless the line went down under it.
    lasting = any(isinstance(cause, ssl.SSLError) for cause in causes)
    return Failure(clause=_broken(causes), hard=True, retry=connecting and not lasting)


def _certificate(problem: ssl.SSLCertVerificationError) -> str:
    return _CERTIFICATES.get(problem.verify_code, "the certificate cannot be verified")


def _broken(causes: tuple[BaseException, ...]) -> str:
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return "the connection was refused"
    if any(isinstance(cause, _RESET) for cause in causes):
        return "the connection was reset"
    if any(isinstance(cause, OSError) and cause.errno in _NO_WAY for cause in causes):
        return "the host cannot be reached"
    if any(isinstance(cause, ssl.SSLError | TlsFailedError) for cause in causes):
        return "TLS failed"
    if any(isinstance(cause, httpx.ConnectError | httpcore.ConnectError) for cause in causes):
        return "no connection could be made"
    return "the connection broke off"


def _causes(problem: BaseException) -> Iterator[BaseException]:
    """Yield the problem and what led to it, nearest first; of several at once, the first."""
    cause: BaseException | None = problem
    for _ in range(_DEEPEST):
        if cause is None:
            return
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            cause = cause.exceptions[0]
        else:
            cause = cause.__cause__ or cause.__context__


_Tell = Callable[[Exception, Limits], Failure]
# In order: the first that fits is told, so the special stand before the general.
_TOLD: tuple[tuple[tuple[type[Exception], ...], _Tell], ...] = (
    ((RefusedError,), _refused),
    ((httpx.ProxyError, httpcore.ProxyError), _proxy),
    ((UnresolvedError, socket.gaierror), _unresolved),
    (
        (UnresolvedInTimeError,),
        _late("the host name was not resolved within {}", "connect_seconds", retry=True),
    ),
    (
        (httpx.ConnectTimeout, httpcore.ConnectTimeout),
        _late("no connection within {}", "connect_seconds", retry=True),
    ),
    (
        (httpx.ReadTimeout, httpcore.ReadTimeout),
        _late("no data for {}", "read_seconds", retry=False),
    ),
    (
        (httpx.WriteTimeout, httpcore.WriteTimeout),
        _late("the request was not taken within {}", "read_seconds", retry=False),
    ),
    ((httpx.PoolTimeout, httpcore.PoolTimeout), _said("no connection came free for it")),
    ((TimeoutError,), _late("not read whole within {}", "total_seconds", retry=False)),
    (
        (httpx.LocalProtocolError, httpcore.LocalProtocolError),
        _said("the request cannot be sent in the HTTP protocol"),
    ),
    ((httpx.ProtocolError, httpcore.ProtocolError), _protocol),
    ((httpx.DecodingError,), _said("its encoding is broken")),
    ((httpx.TooManyRedirects,), _said("too many redirects")),
    ((OSError, httpx.NetworkError, httpcore.NetworkError), _connection),
    (
        (httpx.InvalidURL, httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol, ValueError),
        _said("the address is not a valid one"),
    ),
)
