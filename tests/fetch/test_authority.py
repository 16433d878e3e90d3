"""Asking an authority over real sockets on loopback."""

import asyncio
from collections.abc import Iterator

import pytest
from serving import Request, Site, answer, redirect, running

from provcheck.errors import StoreError
from provcheck.fetch.authority import sender
from provcheck.settings import Limits, Settings

ALLOWED = Settings(private=("127.0.0.1",), limits=Limits(total_seconds=0.5, read_seconds=0.3))


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    with running(site):
        yield site


def test_the_answer_comes_as_it_is(site: Site) -> None:
    site.routes["/tsa"] = answer(b"\x30\x00token", content_type="application/timestamp-reply")

    assert sender(f"{site.url}/tsa", ALLOWED)(b"question") == b"\x30\x00token"


def test_nothing_goes_out_but_the_question(site: Site) -> None:
    site.routes["/tsa"] = answer(b"token")
    sender(f"{site.url}/tsa", ALLOWED)(b"question")

    (seen,) = site.seen
    assert seen.raw.startswith(b"POST /tsa HTTP/1.1\r\n")
    assert set(seen.headers) == {
        "host", "user-agent", "accept", "content-type", "connection", "content-length",
    }  # fmt: skip
    assert seen.headers["content-type"] == "application/timestamp-query"
    assert seen.headers["content-length"] == "8"


async def drip(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    ("route", "told"),
    [
        pytest.param(answer(b"", status="503 Service Unavailable"), "answered 503", id="busy"),
        pytest.param(redirect("/elsewhere"), "it answered 302 Found", id="a redirect"),
        pytest.param(answer(b"x" * (1 << 20) + b"x"), "larger than 1048576 bytes", id="large"),
        pytest.param(b"nonsense\r\n\r\n", "breaks the HTTP protocol", id="no HTTP"),
        pytest.param(drip, "not read whole within 0.5 s", id="slow"),
    ],
)
def test_what_is_no_answer_is_told(site: Site, route: object, told: str) -> None:
    site.routes["/tsa"] = route  # type: ignore[assignment]

    with pytest.raises(StoreError, match=told) as problem:
        sender(f"{site.url}/tsa", ALLOWED)(b"question")

    assert str(problem.value).startswith(f"{site.url}/tsa: ")
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        pytest.param("http://127.0.0.1/tsa", "127.0.0.1", id="a private address"),
        pytest.param("http://times.localhost/", "local name", id="a local name"),
        pytest.param("ftp://times.example/", "kind ftp", id="another scheme"),
        pytest.param("times.example", "without scheme", id="no scheme"),
        pytest.param("http://user:pass@times.example/", "user name", id="a password"),
        pytest.param("http://[::1", "not a valid one", id="nonsense"),
    ],
)
def test_addresses_that_may_not_be_asked(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        sender(url, Settings())(b"question")


def test_nobody_there_is_told(site: Site) -> None:
    nobody = site.url.replace(str(site.port), "1")

    with pytest.raises(StoreError, match="connection was refused"):
        sender(nobody, ALLOWED)(b"question")
