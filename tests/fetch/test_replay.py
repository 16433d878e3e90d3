import json
from pathlib import Path

import pytest

from provcheck.fetch.answer import Answer
from provcheck.fetch.failures import Failure
from provcheck.fetch.replay import replayed
from provcheck.settings import Limits
from provcheck.store.given import given

HOST = "https://wire.example"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_bytes(b"<p>words")
    entries = [
        {"file": "a.html", "url": f"{HOST}/a", "content_type": "text/html"},
        {"url": f"{HOST}/old", "redirect_to": f"{HOST}/a"},
        {"url": f"{HOST}/older", "redirect_to": f"{HOST}/old", "status": 308},
        {"url": f"{HOST}/gone", "status": 410},
    ]
    (tmp_path / "sources.json").write_text(json.dumps(entries))
    return tmp_path


def answered(root: Path, path: str, limits: Limits | None = None) -> Answer | Failure:
    entry = given((root,)).at(HOST + path)
    assert entry
    return replayed(entry, HOST + path, limits or Limits())


def test_a_page_that_was_given(sources: Path) -> None:
    page = answered(sources, "/a")

    assert isinstance(page, Answer)
    assert (page.status, page.media_type, page.body) == (200, "text/html", b"<p>words")
    assert page.peer is None


@pytest.mark.parametrize(
    ("path", "status", "location"), [("/old", 302, "/a"), ("/older", 308, "/old")]
)
def test_a_redirect_that_was_given(sources: Path, path: str, status: int, location: str) -> None:
    way = answered(sources, path)

    assert isinstance(way, Answer)
    assert (way.status, way.location) == (status, HOST + location)


def test_an_error_that_was_given(sources: Path) -> None:
    gone = answered(sources, "/gone")

    assert isinstance(gone, Answer)
    assert (gone.status, gone.body) == (410, b"")


def test_a_file_that_went_away_is_a_failure(sources: Path) -> None:
    entry = given((sources,)).at(f"{HOST}/a")
    assert entry
    (sources / "a.html").unlink()

    gone = replayed(entry, f"{HOST}/a", Limits())
    assert isinstance(gone, Failure)
    assert gone.clause.startswith("a.html cannot be read")


def test_a_file_that_is_too_large_is_a_failure(sources: Path) -> None:
    assert isinstance(answered(sources, "/a", Limits(source_bytes=5)), Failure)
