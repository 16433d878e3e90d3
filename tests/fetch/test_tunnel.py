"""An explicit proxy: a real one on loopback that notes whom it is asked for."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from dialling import PUBLIC, SIX, Network, asked, listening, run, serving, silent

from provcheck.errors import SettingsError
from provcheck.fetch.connect import system_connector
from provcheck.fetch.problems import ProxyRefusedError, ProxyUnreachableError, RefusedError
from provcheck.fetch.transport import guarded_transport
from provcheck.fetch.tunnel import Proxy, proxy_at, through
from provcheck.settings import Limits, Settings

OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"


@asynccontextmanager
async def a_proxy(target: int, answer: bytes = OPENED):
    """A proxy that leads every tunnel to `target`; yields its address and what it was asked."""
    heads: list[bytes] = []

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        if answer == OPENED:
            inward, outward = await asyncio.open_connection("127.0.0.1", target)
            try:
                await asyncio.gather(pump(reader, outward), pump(inward, writer))
            finally:
                outward.close()
                await outward.wait_closed()

    async with listening(talk) as port:
        yield f"http://127.0.0.1:{port}", heads


def test_the_address_of_a_proxy() -> None:
    assert proxy_at("http://proxy.test:3128") == Proxy(host="proxy.test", port=3128)
    assert proxy_at("http://[::1]:3128/") == Proxy(host="::1", port=3128)


@pytest.mark.parametrize(
    "address",
    ["", "proxy.test", "proxy.test:3128", "http://proxy.test", "https://proxy.test:3128",
     "socks5://proxy.test:1080", "http://:3128", "http://proxy.test:3128/x", "http://[::1:3128",
     "http://proxy.test:99999", "http://proxy.test:3128?x"],
)  # fmt: skip
def test_a_wrong_address_is_told_with_the_remedy(address: str) -> None:
    with pytest.raises(SettingsError, match=r"--proxy .*: it is not http, host and port; give it"):
        proxy_at(address)


@pytest.mark.parametrize("address", ["http://me:s3cret@proxy.test:3128", "me:s3cret@proxy.test"])
def test_a_password_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(SettingsError, match="no user name or password") as problem:
        proxy_at(address)

    assert "s3cret" not in str(problem.value)


@pytest.mark.parametrize(
    ("address", "shown"), [(PUBLIC, PUBLIC), (SIX, f"[{SIX}]")], ids=["IPv4", "IPv6"]
)
def test_the_proxy_is_told_addresses_alone(address: str, shown: str) -> None:
    async def work() -> None:
        async with serving() as (port, heads), a_proxy(port) as (proxy, told):
            names = {"wire.example": [address], "in.example": ["10.0.0.1"]}
            network = Network(port, names)
            settings = Settings(proxy=proxy)
            transport = guarded_transport(settings, resolver=network.resolve)
            page = await asked(transport, "http://wire.example/secret?q")

            assert page.content == b"hello"
            assert page.extensions["peer"] == address
            assert told == [f"CONNECT {shown}:80 HTTP/1.1\r\nHost: {shown}:80\r\n\r\n".encode()]
            assert b"Host: wire.example\r\n" in heads[0]

            for closed in ("http://in.example/", "http://127.0.0.1/", "http://localhost/"):
                transport = guarded_transport(settings, resolver=network.resolve)
                with pytest.raises(RefusedError):
                    await asked(transport, closed)
            assert len(told) == 1

    run(work())


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\nno", "the proxy refuses to connect (403)"),
        (b"HTTP/1.0 407 Who\r\nX: y\r\n\r\n", "the proxy asks for a password"),
        (b"HTTP/1.1 502 Bad Gateway\r\n\r\n<p>x", "the proxy cannot reach the host (502)"),
        (b"HTTP/1.1 302 Found\r\nLocation: x\r\n\r\n", "the proxy refuses to connect (302)"),
        (b"HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "answer breaks the HTTP protocol"),
        (b"SSH-2.0-x\r\n\r\n", "answer breaks the HTTP protocol"),
        (b"HTTP/1.1 200", "answer breaks the HTTP protocol"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 40000, "answer breaks the HTTP protocol"),
        (b"", "answer breaks the HTTP protocol"),
    ],
    ids=lambda v: v[:20].decode() if isinstance(v, bytes) else None,
)
def test_a_proxy_that_opens_no_tunnel(answer: bytes, why: str) -> None:
    async def work() -> None:
        async with a_proxy(0, answer) as (proxy, _):
            transport = guarded_transport(
                Settings(proxy=proxy), resolver=Network(0, {"wire.example": [PUBLIC]}).resolve
            )
            await asked(transport, "http://wire.example/")

    with pytest.raises(ProxyRefusedError) as problem:
        run(work())
    assert why in str(problem.value)


def test_a_proxy_that_never_ends_its_answer_is_left() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 40_000)
        await reader.read()  # till the other side goes

    async def work() -> None:
        async with listening(talk) as port:
            connect = through(Proxy(host="127.0.0.1", port=port), system_connector)
            await connect(PUBLIC, 443, 2)

    with pytest.raises(ProxyRefusedError, match="breaks the HTTP protocol"):
        run(work())


def test_a_proxy_that_is_down() -> None:
    async def work() -> None:
        async with serving() as (port, _):
            pass
        resolver = Network(0, {"wire.example": [PUBLIC]}).resolve
        transport = guarded_transport(Settings(proxy=f"http://127.0.0.1:{port}"), resolver=resolver)
        await asked(transport, "http://wire.example/")

    with pytest.raises(ProxyUnreachableError, match="the proxy cannot be reached"):
        run(work())


def test_a_proxy_that_hangs_is_blamed_itself() -> None:
    async def work() -> None:
        async with serving(silent) as (port, _):
            resolver = Network(0, {"wire.example": [PUBLIC]}).resolve
            settings = Settings(proxy=f"http://127.0.0.1:{port}", limits=Limits(connect_seconds=2))
            transport = guarded_transport(settings, resolver=resolver)
            await asked(transport, "http://wire.example/")

    with pytest.raises(ProxyUnreachableError, match="the proxy does not answer"):
        run(work())


def test_cancelled_in_the_middle_nothing_stays_open() -> None:
    async def work() -> None:
        async with serving(silent) as (port, _):
            connect = through(Proxy(host="127.0.0.1", port=port), system_connector)
            async with asyncio.timeout(0.1):
                await connect(PUBLIC, 443, 60)

    with pytest.raises(TimeoutError):
        run(work())
