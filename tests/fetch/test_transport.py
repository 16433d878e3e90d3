"""The transport over real sockets and real TLS on loopback."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import httpcore
import httpx
import pytest
import trustme
from dialling import HELLO, OTHER, PUBLIC, SIX, Network, asked, listening, request, run, serving

from provcheck.errors import SettingsError
from provcheck.fetch.failures import told
from provcheck.fetch.problems import RefusedError
from provcheck.fetch.transport import guarded_transport, host_header
from provcheck.settings import Limits, Settings

NAMES = {
    "wire.example": [PUBLIC],
    "xn--i-7iq.example": [PUBLIC],
    "xn--i-7iq.wire.example": [PUBLIC],
    "xn--bcher-kva.example": [PUBLIC],
    "xn--fa-hia.example": [PUBLIC],
    "other.example": [OTHER],
}


class Authority:
    """A certificate authority of our own, and servers that show its certificates."""

    def __init__(self, folder: Path) -> None:
        self._ca, self.file = trustme.CA(), folder / "ca.pem"
        self._ca.cert_pem.write_to_path(str(self.file))
        self.names: list[str | None] = []

    def showing(self, *names: str, **how: datetime) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.certificate = self._ca.issue_cert(*names, **how)
        self.certificate.configure_cert(context)
        context.sni_callback = lambda _socket, name, _context: self.names.append(name)
        return context


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def fetched(url: str, settings: Settings | None = None, **how) -> tuple[httpx.Response, bytes]:
    """The answer to one request through the network of this test, and the head that arrived."""

    async def work() -> tuple[httpx.Response, bytes]:
        async with serving(how.get("speak", lambda _: HELLO), tls=how.get("tls")) as (port, heads):
            network = Network(port, NAMES)
            page = await asked(network.transport(settings), url)
            return page, heads[0]

    return run(work())


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("http://wire.example/a?b=c#d", "wire.example", id="a name"),
        pytest.param("http://wire.example:443/a?b=c", "wire.example:443", id="another port"),
        pytest.param("HTTP://wire.example:80/a?b=c", "wire.example", id="the usual port"),
        pytest.param("http://wire.example./a?b=c", "wire.example.", id="a last dot"),
        pytest.param("http://bücher.example/a?b=c", "xn--bcher-kva.example", id="other letters"),
        pytest.param("http://faß.example/a?b=c", "xn--fa-hia.example", id="sharp s"),
        pytest.param("http://xn--i-7iq.example/a?b=c", "xn--i-7iq.example", id="emoji"),
        pytest.param(f"http://{PUBLIC}/a?b=c", PUBLIC, id="IPv4"),
        pytest.param(f"http://[{SIX}]/a?b=c", f"[{SIX}]", id="IPv6"),
    ],
)
def test_a_page_comes_and_its_host_is_kept(url: str, host: str) -> None:
    page, head = fetched(url)

    assert (page.status_code, page.content) == (200, b"hello")
    assert head.startswith(b"GET /a?b=c HTTP/1.1\r\n")
    assert head.lower().count(b"\r\nhost: ") == 1
    assert f"\r\nHost: {host}\r\n".encode() in head
    assert page.extensions["peer"] == (SIX if SIX in host else PUBLIC)
    assert page.extensions["certificate"] is None


def test_a_wrong_host_header_is_set_right() -> None:
    async def work() -> bytes:
        async with serving() as (port, heads):
            transport = Network(port, NAMES).transport()
            wrong = httpx.Request("GET", "http://wire.example/", headers={"Host": "evil.example"})
            async with transport:
                response = await transport.handle_async_request(wrong)
                await response.aread()
                await response.aclose()
            return heads[0]

    assert b"Host: wire.example\r\n" in run(work())


@pytest.mark.parametrize(
    "name", ["wire.example", "xn--bcher-kva.example", "xn--i-7iq.wire.example"]
)
@pytest.mark.parametrize("dot", ["", "."])
def test_tls_names_the_host_and_shows_its_certificate(
    authority: Authority, name: str, dot: str
) -> None:
    tls = authority.showing(name.replace("xn--i-7iq", "*"))  # trustme issues no name with emoji
    page, head = fetched(f"https://{name}{dot}/", Settings(authorities=authority.file), tls=tls)

    assert page.content == b"hello"
    assert authority.names == [name]
    assert f"Host: {name}{dot}\r\n".encode() in head
    shown = ssl.PEM_cert_to_DER_cert(authority.certificate.cert_chain_pems[0].bytes().decode())
    assert page.extensions["certificate"] == sha256(shown).hexdigest()


def test_an_address_has_a_certificate_too(authority: Authority) -> None:
    tls = authority.showing(PUBLIC)

    page, _ = fetched(f"https://{PUBLIC}/", Settings(authorities=authority.file), tls=tls)

    assert page.content == b"hello"


def test_the_authority_of_a_newsroom_by_variable(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))

    page, _ = fetched("https://wire.example/", tls=authority.showing("wire.example"))

    assert page.content == b"hello"


PAST = {
    "not_before": datetime(2020, 1, 1, tzinfo=UTC),
    "not_after": datetime(2021, 1, 1, tzinfo=UTC),
}
AHEAD = {"not_before": datetime.now(UTC) + timedelta(days=9)}


@pytest.mark.parametrize(
    ("names", "how", "why"),
    [
        (("other.example",), {}, "the certificate is for another name"),
        (("wire.example",), PAST, "the certificate is expired"),
        (("wire.example",), AHEAD, "the certificate is not valid yet"),
    ],
    ids=["another name", "expired", "not yet"],
)
def test_a_certificate_that_does_not_hold(
    authority: Authority, names: tuple[str, ...], how: dict, why: str
) -> None:
    settings = Settings(authorities=authority.file)

    with pytest.raises(httpx.ConnectError) as problem:
        fetched("https://wire.example/", settings, tls=authority.showing(*names, **how))

    failure = told(problem.value, settings.limits)
    assert (failure.clause, failure.hard, failure.retry) == (why, True, False)


def test_an_authority_that_nobody_knows(authority: Authority) -> None:
    with pytest.raises(httpx.ConnectError) as problem:
        fetched("https://wire.example/", tls=authority.showing("wire.example"))

    failure = told(problem.value, Limits())
    assert failure.clause == "the certificate is not from a known authority"
    assert (failure.hard, failure.retry) == (True, False)


def test_a_certificate_for_another_address(authority: Authority) -> None:
    settings = Settings(authorities=authority.file)

    with pytest.raises(httpx.ConnectError) as problem:
        fetched(f"https://{PUBLIC}/", settings, tls=authority.showing(OTHER))

    assert told(problem.value, settings.limits).clause == "the certificate is for another address"


def test_a_host_without_tls() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async def work() -> None:
        async with listening(plain) as port:
            network = Network(port, NAMES)
            await asked(network.transport(), "https://wire.example/")

    with pytest.raises(httpx.ConnectError) as problem:
        run(work())
    failure = told(problem.value, Limits())
    assert (failure.clause, failure.hard, failure.retry) == ("TLS failed", True, False)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://10.0.0.1/", "its address 10.0.0.1 is not a public one (10.0.0.0/8)"),
        ("http://wire.example:8080/", "port 8080 is not asked, only 80 and 443"),
        ("http://localhost/", "localhost is a local name"),
        ("http://in.example/", "its address 127.0.0.1 is not a public one (127.0.0.0/8)"),
    ],
)
def test_nothing_passes_the_gate(url: str, why: str) -> None:
    async def work() -> None:
        async with serving() as (port, heads):
            network = Network(port, {"in.example": ["127.0.0.1", PUBLIC]})
            with pytest.raises(RefusedError) as problem:
                await asked(network.transport(), url)
            assert (str(problem.value), network.dials, heads) == (why, [], [])

    run(work())


@pytest.mark.parametrize("url", ["ftp://wire.example/", "http://a:b@wire.example/", "/relative"])
def test_a_request_that_no_client_should_make(url: str) -> None:
    async def work() -> None:
        transport = Network(0, NAMES).transport()
        async with transport:
            await transport.handle_async_request(httpx.Request("GET", url))

    with pytest.raises(RefusedError):
        run(work())


def test_a_private_host_at_its_port() -> None:
    async def work() -> None:
        async with serving() as (port, _):
            settings = Settings(private=(f"127.0.0.1:{port}",))
            transport = guarded_transport(settings)  # the real resolver and connector
            page = await asked(transport, f"http://127.0.0.1:{port}/")
            assert (page.content, page.extensions["peer"]) == (b"hello", "127.0.0.1")
            for other in (f"http://127.0.0.1:{port + 1}/", f"http://127.0.0.2:{port}/"):
                with pytest.raises(RefusedError):
                    await asked(guarded_transport(settings), other)

    run(work())


def test_a_private_name_by_the_real_resolver() -> None:
    async def work() -> bytes:
        async with serving() as (port, _):
            transport = guarded_transport(Settings(private=("localhost",)))
            return (await asked(transport, f"http://localhost:{port}/")).content

    assert run(work()) == b"hello"


@pytest.mark.parametrize(
    "settings",
    [
        {"private": ("http://x/",)},
        {"proxy": "socks5://x:1"},
        {"authorities": Path("/nowhere/ca.pem")},
    ],
    ids=str,
)
def test_wrong_settings_are_told_at_once(settings: dict) -> None:
    with pytest.raises(SettingsError):
        guarded_transport(Settings(**settings))


async def _slowly(head: bytes) -> bytes:
    await asyncio.sleep(0.4 if b"slow" in head else 0)
    return HELLO


QUICK = Settings(limits=Limits(connect_seconds=0.3, read_seconds=0.2))


@pytest.mark.parametrize(
    ("speak", "kind", "why"),
    [
        pytest.param(_slowly, httpx.ReadTimeout, "no data for 0.2 s", id="slow"),
        pytest.param(
            lambda _: b"", httpx.RemoteProtocolError,
            "the connection was closed without an answer", id="closed",
        ),
        pytest.param(
            lambda _: b"SSH-2.0\r\n\r\n", httpx.RemoteProtocolError,
            "the answer breaks the HTTP protocol", id="another protocol",
        ),
        pytest.param(
            lambda _: b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000, httpx.RemoteProtocolError,
            "its headers are larger than 100 kB", id="large headers",
        ),
        pytest.param(
            lambda _: b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf",
            httpx.RemoteProtocolError, "the answer broke off before its end", id="half a body",
        ),
        pytest.param(
            lambda _: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal",
            httpx.RemoteProtocolError, "the answer broke off before its end", id="half a chunk",
        ),
        pytest.param(
            lambda _: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            httpx.RemoteProtocolError, "the answer breaks the HTTP protocol", id="a bad chunk",
        ),
        pytest.param(
            lambda _: b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            httpx.RemoteProtocolError, "the answer breaks the HTTP protocol", id="two lengths",
        ),
    ],
)  # fmt: skip
def test_failures_are_those_of_httpx_in_plain_words(speak, kind, why: str) -> None:
    with pytest.raises(httpx.TransportError) as problem:
        fetched("http://wire.example/slow", QUICK, speak=speak)

    assert type(problem.value) is kind
    assert str(problem.value) == why == told(problem.value, QUICK.limits).clause


class Breaking(httpcore.AsyncNetworkStream):
    """A stream that answers, and breaks in the middle of the body by `problem`."""

    def __init__(self, problem: Exception) -> None:
        self._problem, self._parts = problem, [b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nha"]

    async def read(self, *_: object) -> bytes:
        if self._parts:
            return self._parts.pop()
        raise self._problem

    async def write(self, *_: object) -> None:
        pass

    async def aclose(self) -> None:
        pass


@pytest.mark.parametrize(
    ("problem", "kind", "why"),
    [
        (httpcore.ReadError(), httpx.ReadError, "the connection broke off"),
        (ConnectionResetError(), httpx.NetworkError, "the connection was reset"),
        (ssl.SSLError(1, "bad record mac"), httpx.NetworkError, "TLS failed"),
        (httpcore.ReadTimeout(), httpx.ReadTimeout, "no data for 10 s"),
        (httpcore.NetworkError(), httpx.NetworkError, "the connection broke off"),
        (UnicodeError("x"), RefusedError, "the address is not a valid one"),
    ],
    ids=lambda v: type(v).__name__ if isinstance(v, Exception) else None,
)
def test_nothing_foreign_comes_out_of_a_body(problem: Exception, kind: type, why: str) -> None:
    async def connect(*_: object) -> httpcore.AsyncNetworkStream:
        return Breaking(problem)

    async def work() -> None:
        resolver = Network(0, NAMES).resolve
        transport = guarded_transport(Settings(), resolver=resolver, connector=connect)
        await asked(transport, "http://wire.example/")

    with pytest.raises(kind) as raised:
        run(work())
    assert str(raised.value) == why


def test_a_reset_is_told() -> None:
    async def work() -> None:
        async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.transport.abort()

        async with listening(reset) as port:
            network = Network(port, NAMES)
            await asked(network.transport(), "http://wire.example/")

    with pytest.raises(httpx.TransportError) as problem:
        run(work())
    assert told(problem.value, Limits()).clause in {
        "the connection was reset",
        "the connection was closed without an answer",
    }


def test_each_request_has_a_connection_and_a_look_up_of_its_own() -> None:
    async def patient(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.readline():
            await reader.readuntil(b"\r\n\r\n")
            writer.write(HELLO)

    async def work() -> None:
        async with listening(patient) as port:
            network = Network(port, NAMES)
            transport = network.transport()
            async with transport:
                for _ in range(3):
                    response = await transport.handle_async_request(request("http://wire.example"))
                    await response.aread()
                    await response.aclose()
            assert network.lookups == ["wire.example"] * 3
            assert network.dials == [f"{PUBLIC} 80"] * 3

    run(work())


def test_two_hosts_at_one_address_share_nothing(authority: Authority) -> None:
    async def work() -> None:
        async with serving(tls=authority.showing("wire.example", "other.example")) as (port, _):
            network = Network(port, {"wire.example": [PUBLIC], "other.example": [PUBLIC]})
            transport = network.transport(Settings(authorities=authority.file))
            async with transport:
                for url in ("https://wire.example/", "https://other.example/"):
                    response = await transport.handle_async_request(request(url))
                    await response.aread()
                    await response.aclose()

    run(work())
    assert authority.names == ["wire.example", "other.example"]


def test_a_caller_cannot_ask_for_another_name_in_tls(authority: Authority) -> None:
    async def work() -> None:
        async with serving(tls=authority.showing("wire.example")) as (port, _):
            transport = Network(port, NAMES).transport(Settings(authorities=authority.file))
            async with transport:
                await transport.handle_async_request(
                    request("https://other.example/", extensions={"sni_hostname": "wire.example"})
                )

    with pytest.raises(httpx.ConnectError):
        run(work())
    assert authority.names == ["other.example"]


PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        async with serving() as (trap, trapped), serving() as (port, _):
            for name in PROXIES:
                monkeypatch.setenv(name, f"http://127.0.0.1:{trap}")
            page = await asked(Network(port, NAMES).transport(), "http://wire.example/")
            assert page.content == b"hello"
            assert trapped == []

    run(work())


def test_no_secret_leaves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = "c4n4ry-9f2e"  # noqa: S105 (it is one to look for)
    for name in (
        "GITHUB_TOKEN",
        "AWS_SECRET_ACCESS_KEY",
        "HTTP_AUTHORIZATION",
        "COOKIE",
        "API_KEY",
    ):
        monkeypatch.setenv(name, secret)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    (tmp_path / ".netrc").write_text(f"default login me password {secret}\n")
    (tmp_path / ".gitconfig").write_text(f"[http]\n\textraheader = Authorization: {secret}\n")

    async def work() -> list[bytes]:
        setting = HELLO.replace(b"Content", f"Set-Cookie: a={secret}\r\nContent".encode())
        async with serving(lambda _: setting) as (port, heads):
            network = Network(port, NAMES)
            transport = network.transport()
            async with transport:
                for _ in range(2):
                    response = await transport.handle_async_request(request("http://wire.example"))
                    await response.aread()
                    await response.aclose()
            return heads

    heads = run(work())
    assert len(heads) == 2
    sent = b"".join(heads).lower()
    assert secret.encode() not in sent
    assert b"cookie" not in sent
    assert b"authorization" not in sent


def test_cancelled_in_the_middle_of_a_body_nothing_stays_open() -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(100):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    async def work() -> None:
        async with listening(drip) as port:
            network = Network(port, NAMES)
            async with asyncio.timeout(0.2):
                await asked(network.transport(), "http://wire.example/")

    with pytest.raises(TimeoutError):
        run(work())


@pytest.mark.parametrize(
    ("url", "header"),
    [
        ("https://wire.example/", "wire.example"),
        ("https://wire.example:80/", "wire.example:80"),
        ("HTTPS://wire.example:443/", "wire.example"),
        ("http://[::1]:8080/", "[::1]:8080"),
        ("https://xn--i-7iq.example/", "xn--i-7iq.example"),
    ],
)
def test_host_header(url: str, header: str) -> None:
    assert host_header(httpx.URL(url)) == header
