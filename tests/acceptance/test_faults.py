"""Every kind of fault on every way to a page: each ends in time, with its reason."""

import asyncio
import ssl
import time
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import trustme
from faults import FAULTS, PAGE, Fault, reset
from serving import Request, Site, answer, redirect

from provcheck.fetch.answer import Response
from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.transport import guarded_transport
from provcheck.model.evidence import Unavailable
from provcheck.settings import Limits, Robots, Settings
from provcheck.store.given import Given

LIMITS = Limits(
    connect_seconds=0.5, read_seconds=0.5, total_seconds=1.5, host_interval=0.0, retry_wait=0.01,
)  # fmt: skip
# The ways to a page: straight, behind a redirect, as an archive's copy, and robots.txt before it.
WAYS = ("page", "redirect", "archive", "robots")


async def met(fault: Fault, way: str, through: httpx.AsyncBaseTransport) -> Any:
    """What a client makes of a fault on the way to a page, and in how many seconds."""
    path = "/web/20250123000000id_/https://gone.example/x" if way == "archive" else "/faulty"
    robots = Robots.RESPECT if way == "robots" else Robots.IGNORE
    settings = Settings(robots=robots, private=("127.0.0.1",), limits=LIMITS)
    async with Site() as site:
        site.routes = {path: fault.sends, "/before": redirect(path)}
        if way == "robots":
            site.routes = {"/robots.txt": fault.sends, "/faulty": answer(PAGE)}
        client = Client(Given(), Asker(through, settings), settings)
        began = time.monotonic()
        end = await client.get(f"{site.url}{'/before' if way == 'redirect' else path}")
        return end, time.monotonic() - began


async def all_met(*every: tuple[Fault, str]) -> list[Any]:
    """What faults come to, met side by side in groups."""
    settings = Settings(private=("127.0.0.1",), limits=LIMITS)
    async with aclosing(guarded_transport(settings)) as through:
        found = []
        for at in range(0, len(every), 16):
            group = (met(fault, way, through) for fault, way in every[at : at + 16])
            found += await asyncio.gather(*group)
        return found


@pytest.fixture(scope="module")
def ends() -> dict[tuple[str, str], Any]:
    every = [(name, way) for name in FAULTS for way in WAYS]
    found = asyncio.run(all_met(*((FAULTS[name], way) for name, way in every)))
    return dict(zip(every, found, strict=True))


def test_there_are_more_than_forty_kinds() -> None:
    assert len([fault for fault in FAULTS.values() if fault.ends is not None]) >= 40


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_in_time_and_with_its_reason(
    ends: dict[tuple[str, str], Any], name: str, way: str
) -> None:
    end, seconds = ends[name, way]
    expected = FAULTS[name].ends

    assert isinstance(end, Response | Unavailable)
    assert seconds < LIMITS.total_seconds * 2 + 2
    if isinstance(end, Unavailable):
        assert end.reason.count("\n") == 0
        assert "Error(" not in end.reason
        assert "object at" not in end.reason
    if way == "robots":
        return  # what robots.txt came to decides, and is tested with it; here it only has to end
    if expected is None:
        assert isinstance(end, Response), end
        return
    assert isinstance(end, Unavailable)
    assert expected in end.reason


TLS = {
    "an expired certificate": "expired",
    "a certificate for another name": "another name",
    "an unknown authority": "known authority",
    "no TLS on the port": "TLS failed",
    "a reset in the handshake": "connection",
    "silence in the handshake": "within",
}


@pytest.mark.parametrize("name", TLS)
def test_faults_of_tls_are_told_by_their_names(name: str, tmp_path: Any) -> None:
    known, unknown = trustme.CA(), trustme.CA()
    known.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    past = datetime.now(UTC) - timedelta(days=1)
    certificate = {
        "an expired certificate": lambda: known.issue_cert("localhost", not_after=past),
        "a certificate for another name": lambda: known.issue_cert("other.example"),
        "an unknown authority": lambda: unknown.issue_cert("localhost"),
    }

    writers: list[asyncio.StreamWriter] = []

    async def broken(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        if name.startswith("silence"):
            await asyncio.sleep(3)
        elif name.startswith("no TLS"):
            writer.write(answer())
        else:
            reset(writer)
        writer.close()

    async def run() -> Any:
        settings = Settings(
            robots=Robots.IGNORE, private=("localhost",), limits=LIMITS,
            authorities=tmp_path / "ca.pem",
        )  # fmt: skip
        tls = None
        if name in certificate:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate[name]().configure_cert(tls)
            site: Any = Site(tls=tls, routes={"/": answer()})
            async with site:
                return await got(site.port, settings)
        server = await asyncio.start_server(broken, "127.0.0.1", 0)
        try:
            return await got(server.sockets[0].getsockname()[1], settings)
        finally:
            server.close()
            for writer in writers:
                writer.transport.abort()
            await asyncio.sleep(0)

    async def got(port: int, settings: Settings) -> Any:
        async with aclosing(guarded_transport(settings)) as transport:
            client = Client(Given(), Asker(transport, settings), settings)
            return await client.get(f"https://localhost:{port}/")

    began = time.monotonic()
    end = asyncio.run(run())
    assert isinstance(end, Unavailable)
    assert TLS[name] in end.reason
    assert time.monotonic() - began < 5


def test_a_robots_txt_without_end_is_cut_and_kept_to() -> None:
    async def endless(_request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\n")
        while True:
            writer.write(b"Disallow: /x\n" * 5000)
            await writer.drain()

    ((end, seconds),) = asyncio.run(all_met((Fault(endless, ""), "robots")))
    assert isinstance(end, Response)
    assert seconds < 2
