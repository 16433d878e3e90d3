import asyncio
import json
from pathlib import Path

import httpx
import pytest

from provcheck.fetch.replay import NotRecordedError, ReplayTransport
from provcheck.store.given import given


def answered(root: Path, url: str) -> tuple[int, dict[str, str], bytes]:
    transport = ReplayTransport(given((root,)))

    async def ask() -> tuple[int, dict[str, str], bytes]:
        response = await transport.handle_async_request(httpx.Request("GET", url))
        return response.status_code, dict(response.headers), await response.aread()

    return asyncio.run(ask())


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_bytes(b"<p>words")
    entries = [
        {"file": "a.html", "url": "https://wire.example/a", "content_type": "text/html"},
        {"url": "https://wire.example/old", "redirect_to": "https://wire.example/a"},
        {"url": "https://wire.example/gone", "status": 410},
    ]
    (tmp_path / "sources.json").write_text(json.dumps(entries))
    return tmp_path


def test_what_is_not_recorded_fails_loudly_and_as_no_web_failure(sources: Path) -> None:
    with pytest.raises(NotRecordedError):
        answered(sources, "https://wire.example/b")
    assert not issubclass(NotRecordedError, httpx.HTTPError)


def test_a_recorded_page(sources: Path) -> None:
    status, headers, body = answered(sources, "https://wire.example/a")

    assert (status, headers["content-type"], body) == (200, "text/html", b"<p>words")


def test_a_recorded_redirect(sources: Path) -> None:
    status, headers, _ = answered(sources, "https://wire.example/old")

    assert (status, headers["location"]) == (302, "https://wire.example/a")


def test_a_recorded_error_without_a_body(sources: Path) -> None:
    assert answered(sources, "https://wire.example/gone")[0::2] == (410, b"")
