"""What failures are called; the real ones are made in test_transport.py."""

import errno
import socket
import ssl

import httpcore
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.failures import Failure, told
from provcheck.fetch.problems import (
    ProxyRefusedError,
    ProxyUnreachableError,
    RefusedError,
    TlsFailedError,
    UnresolvedError,
    UnresolvedInTimeError,
)
from provcheck.settings import Limits

LIMITS = Limits(connect_seconds=2.5, read_seconds=7, total_seconds=30)


def because(problem: Exception, *causes: Exception) -> Exception:
    """The problem with what led to it."""
    nearest = problem
    for cause in causes:
        nearest.__cause__ = cause
        nearest = cause
    return problem


def certificate(code: int) -> ssl.SSLCertVerificationError:
    problem = ssl.SSLCertVerificationError(1, "at 0x7f: 10.0.0.1")
    problem.verify_code = code
    return problem


SEVERAL = ExceptionGroup("both", [ConnectionRefusedError(), OSError(errno.ENETUNREACH, "x")])
BUSY = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
GONE = socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize(
    ("problem", "clause"),
    [
        (httpx.ConnectTimeout("x"), "no connection within 2.5 s"),
        (httpcore.ConnectTimeout(), "no connection within 2.5 s"),
        (UnresolvedInTimeError("x"), "the host name was not resolved within 2.5 s"),
        (because(UnresolvedError("x"), BUSY), "the host name cannot be resolved"),
        (because(httpx.ConnectError("x"), OSError(), ConnectionRefusedError()),
         "the connection was refused"),
        (because(httpx.ConnectError("x"), OSError(), SEVERAL), "the connection was refused"),
        (because(httpcore.ConnectError(), ConnectionResetError()), "the connection was reset"),
        (because(TlsFailedError("x"), ConnectionResetError()), "the connection was reset"),
        (TlsFailedError("x"), "TLS failed"),
        (because(httpx.ConnectError("x"), OSError(errno.EHOSTUNREACH, "x")),
         "the host cannot be reached"),
        (because(httpx.ConnectError("x"), TimeoutError(errno.ETIMEDOUT, "x")),
         "the host cannot be reached"),
        (httpx.ConnectError("x"), "no connection could be made"),
        (ProxyUnreachableError("the proxy cannot be reached"), "the proxy cannot be reached"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)  # fmt: skip
def test_may_be_tried_again(problem: Exception, clause: str) -> None:
    assert told(problem, LIMITS) == Failure(clause=clause, hard=True, retry=True)


@pytest.mark.parametrize(
    ("problem", "clause"),
    [
        (httpx.ReadTimeout("x"), "no data for 7 s"),
        (httpx.WriteTimeout("x"), "the request was not taken within 7 s"),
        (TimeoutError(), "not read whole within 30 s"),
        (because(UnresolvedError("x"), GONE), "the host name cannot be resolved"),
        (UnresolvedError("x"), "the host name cannot be resolved"),
        (because(httpx.ReadError("x"), BrokenPipeError()), "the connection was reset"),
        (httpx.ReadError("x"), "the connection broke off"),
        (because(httpx.ConnectError("x"), ssl.SSLError(1, "x")), "TLS failed"),
        (ProxyRefusedError("the proxy asks for a password"), "the proxy asks for a password"),
        (httpx.ProxyError(""), "the proxy failed"),
        (certificate(10), "the certificate is expired"),
        (because(TlsFailedError("x"), httpcore.ConnectError(), certificate(62)),
         "the certificate is for another name"),
        (certificate(64), "the certificate is for another address"),
        (certificate(9), "the certificate is not valid yet"),
        (certificate(18), "the certificate is not from a known authority"),
        (certificate(19), "the certificate is not from a known authority"),
        (certificate(20), "the certificate is not from a known authority"),
        (certificate(99), "the certificate cannot be verified"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)  # fmt: skip
def test_is_hard_and_not_tried_again(problem: Exception, clause: str) -> None:
    assert told(problem, LIMITS) == Failure(clause=clause, hard=True)


@pytest.mark.parametrize(
    ("problem", "clause"),
    [
        (RefusedError("its address is not a public one"), "its address is not a public one"),
        (httpx.PoolTimeout("x"), "no connection came free for it"),
        (httpx.RemoteProtocolError("x"), "the answer breaks the HTTP protocol"),
        (httpx.LocalProtocolError("x"), "the request cannot be sent in the HTTP protocol"),
        (httpx.DecodingError("x"), "its encoding is broken"),
        (httpx.TooManyRedirects("x"), "too many redirects"),
        (httpx.InvalidURL("x"), "the address is not a valid one"),
        (httpx.UnsupportedProtocol("x"), "the address is not a valid one"),
        (UnicodeError("x"), "the address is not a valid one"),
        (LookupError("x"), "no answer"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_is_not_the_hosts_connection(problem: Exception, clause: str) -> None:
    assert told(problem, LIMITS) == Failure(clause=clause)


KINDS = [
    kind
    for module in (httpx, httpcore)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Exception) and kind is not httpx.HTTPStatusError
]
OTHERS = [OSError, ConnectionResetError, ssl.SSLError, socket.gaierror, UnicodeError, KeyError]
WORDLESS = {
    httpx.StreamConsumed,
    httpx.StreamClosed,
    httpx.ResponseNotRead,
    httpx.RequestNotRead,
}
NOISE = "[Errno 111] <object at 0x7f00> 10.0.0.1:443 4.2s"


@given(st.lists(st.sampled_from([*KINDS, *OTHERS]), min_size=1, max_size=5))
def test_no_words_of_the_problem_are_repeated(kinds: list[type[Exception]]) -> None:
    made = [kind() if kind in WORDLESS else kind(NOISE) for kind in kinds]
    failure = told(because(*made), LIMITS)

    assert failure.clause
    assert not set(failure.clause) & set("[]<>:")
    assert failure == told(because(*made), LIMITS)


def test_a_circle_of_causes_ends() -> None:
    one, two = httpx.ConnectError("x"), OSError()
    one.__cause__, two.__cause__ = two, one

    assert told(one, LIMITS).clause == "no connection could be made"
