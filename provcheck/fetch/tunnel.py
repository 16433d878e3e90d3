"""An explicit HTTP proxy: a tunnel to an address that was judged before the proxy hears of it."""

import re
from urllib.parse import urlsplit

import httpcore

from provcheck.errors import SettingsError
from provcheck.fetch.connect import Connector, Deadline
from provcheck.fetch.problems import ProxyRefusedError, ProxyUnreachableError
from provcheck.model.value import Value

_REMEDY = 'give it as in "http://proxy.newsroom.test:3128"'
_SIGNING_IN = "run one on this machine that signs in there, and give its address"
_LONGEST_ANSWER = 16 << 10
_END = b"\r\n\r\n"
_STATUS = re.compile(rb"HTTP/1\.[01] ([1-5][0-9][0-9])[ \r]")
_OPENED = range(200, 300)
_WANTS_PASSWORD = 407
_FAILED = range(500, 600)


class Proxy(Value):
    """Where the proxy listens. It is the user's own choice, so it need not be public."""

    host: str
    port: int


def proxy_at(address: str) -> Proxy:
    """Return the proxy at `address`, "http://host:port".

    Raises SettingsError with the remedy. A user name is refused: it would be sent in the clear.
    """
    if "@" in address:  # whatever else is wrong: a password is not repeated
        message = f"--proxy: it is sent no user name or password; {_SIGNING_IN}"
        raise SettingsError(message)
    message = f"--proxy {address!r}: it is not http, host and port; {_REMEDY}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise SettingsError(message) from None
    beyond = parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme != "http" or not host or not port or beyond:
        raise SettingsError(message)
    return Proxy(host=host, port=port)


def through(proxy: Proxy, connector: Connector) -> Connector:
    """Return a connector that reaches addresses by CONNECT through `proxy`, for http too.

    The proxy is told addresses alone, never names. Raises ProxyUnreachableError and
    ProxyRefusedError, whose words are plain clauses.
    """

    async def connect(
        address: str, port: int, seconds: float | None
    ) -> httpcore.AsyncNetworkStream:
        deadline = Deadline(seconds)
        try:
            stream = await connector(proxy.host, proxy.port, deadline.left())
        except (OSError, httpcore.NetworkError, httpcore.TimeoutException) as problem:
            why = "the proxy cannot be reached"
            raise ProxyUnreachableError(why) from problem
        try:
            await _tunnelled(stream, f"[{address}]" if ":" in address else address, port, deadline)
        except BaseException:
            await stream.aclose()
            raise
        return stream

    return connect


async def _tunnelled(
    stream: httpcore.AsyncNetworkStream, host: str, port: int, deadline: Deadline
) -> None:
    asked = f"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n"
    answer = b""
    try:
        await stream.write(asked.encode("ascii"), deadline.left())
        while _END not in answer and len(answer) <= _LONGEST_ANSWER:
            came = await stream.read(_LONGEST_ANSWER, deadline.left())
            if not came:
                break
            answer += came
    except (httpcore.NetworkError, httpcore.TimeoutException) as problem:
        silent = "the proxy does not answer"
        raise ProxyUnreachableError(silent) from problem
    why = _why_closed(answer)
    if why:
        raise ProxyRefusedError(why)


def _why_closed(answer: bytes) -> str | None:
    """Return why the answer opens no tunnel, one plain clause, or None when it does."""
    status = _STATUS.match(answer)
    if status is None or _END not in answer:
        return "the proxy's answer breaks the HTTP protocol"
    code = int(status[1])
    if code in _OPENED:
        # Nobody has spoken yet, so words after the head are none of the host's.
        spoken = answer.partition(_END)[2]
        return "the proxy's answer breaks the HTTP protocol" if spoken else None
    if code == _WANTS_PASSWORD:
        return "the proxy asks for a password"
    if code in _FAILED:
        return f"the proxy cannot reach the host ({code})"
    return f"the proxy refuses to connect ({code})"
