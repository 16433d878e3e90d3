import asyncio
import json
from pathlib import Path

import httpx
import pytest

from provcheck.fetch.client import Client, Response
from provcheck.fetch.replay import ReplayTransport
from provcheck.model.evidence import Unavailable
from provcheck.settings import Limits, Settings
from provcheck.store.given import given

HOST = "https://wire.example"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_bytes(b"<p>words" * 10)
    entries = [
        {"file": "a.html", "url": f"{HOST}/a", "content_type": "text/html; charset=iso-8859-1"},
        {"url": f"{HOST}/old", "redirect_to": f"{HOST}/older"},
        {"url": f"{HOST}/older", "redirect_to": "/a"},
        {"url": f"{HOST}/circle", "redirect_to": f"{HOST}/circle2"},
        {"url": f"{HOST}/circle2", "redirect_to": f"{HOST}/circle"},
        {"url": f"{HOST}/gone", "status": 404},
        {"url": f"{HOST}/odd", "status": 499},
        {"url": f"{HOST}/file", "redirect_to": "file:///etc/passwd"},
        *({"url": f"{HOST}/{i}", "redirect_to": f"{HOST}/{i + 1}"} for i in range(30)),
    ]
    (tmp_path / "sources.json").write_text(json.dumps(entries))
    return tmp_path


def got(root: Path, url: str, **known: object) -> Response | Unavailable:
    settings = Settings(**{"offline": True, **known})
    return asyncio.run(Client(ReplayTransport(given((root,))), settings).get(url))


def test_a_page_comes_with_its_type_and_charset(sources: Path) -> None:
    page = got(sources, f"{HOST}/a")

    assert isinstance(page, Response)
    assert (page.media_type, page.charset) == ("text/html", "iso-8859-1")
    assert page.body.startswith(b"<p>words")


def test_redirects_are_walked_and_told(sources: Path) -> None:
    page = got(sources, f"{HOST}/old")

    assert isinstance(page, Response)
    assert page.final_url == f"{HOST}/a"
    assert [hop.status for hop in page.hops] == [302, 302, 200]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        pytest.param("/gone", "404 Not Found", id="gone"),
        pytest.param("/odd", "499", id="a status without a name"),
        pytest.param("/circle", "circle", id="a circle"),
        pytest.param("/0", "too many redirects", id="a long chain"),
        pytest.param("/file", "kind file", id="to a file"),
        pytest.param("/nowhere", "offline", id="not recorded"),
    ],
)
def test_failures_are_reasons(sources: Path, path: str, why: str) -> None:
    answer = got(sources, HOST + path)

    assert isinstance(answer, Unavailable)
    assert why in answer.reason
    assert "\n" not in answer.reason


def test_without_offline_an_unrecorded_page_says_what_to_do(sources: Path) -> None:
    answer = got(sources, f"{HOST}/nowhere", offline=False)

    assert isinstance(answer, Unavailable)
    assert "--sources" in answer.reason
    assert "offline" not in answer.reason


def test_a_body_over_the_limit_is_not_read(sources: Path) -> None:
    answer = got(sources, f"{HOST}/a", limits=Limits(source_bytes=20))

    assert isinstance(answer, Unavailable)
    assert "larger than 20 bytes" in answer.reason


class Broken(httpx.AsyncBaseTransport):
    """A transport that fails as networks do."""

    def __init__(self, problem: Exception) -> None:
        self._problem = problem

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:  # noqa: ARG002
        raise self._problem


@pytest.mark.parametrize(
    "problem",
    [httpx.ConnectError("x"), httpx.ReadTimeout("x"), OSError("x"), UnicodeError("x")],
    ids=lambda p: type(p).__name__,
)
def test_a_failing_network_is_a_reason(problem: Exception) -> None:
    answer = asyncio.run(Client(Broken(problem), Settings()).get(f"{HOST}/a"))

    assert isinstance(answer, Unavailable)
    assert type(problem).__name__ in answer.reason
