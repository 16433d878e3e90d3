import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcs import answer, page, record, written

from provcheck.errors import StoreError
from provcheck.fetch.local import bytes_of, copy_of, local_of, said_of
from provcheck.model.evidence import Mode, Unavailable
from provcheck.store.given import Given, given

URL = "https://wire.example/a"


@pytest.fixture
def sources(tmp_path: Path) -> Given:
    (tmp_path / "note.txt").write_text("Nobody sang.")
    (tmp_path / "a.html").write_text("<p>Nobody sang.")
    copy = {"file": "a.html", "url": URL, "archived_at": "2024-12-01T00:00:00Z"}
    named = {"file": "a.html", "url": URL, "publisher": "Wire", "content_type": "text/html; x=y"}
    (tmp_path / "sources.json").write_text(json.dumps([named, copy]))
    return given((tmp_path,))


def test_a_file_that_nobody_names_goes_by_its_name(sources: Given) -> None:
    body, where = local_of(sources, "note.txt")

    assert (body.data, body.name) == (b"Nobody sang.", "note.txt")
    assert where.mode is Mode.LOCAL


def test_what_the_manifest_says_comes_along(sources: Given) -> None:
    body, where = local_of(sources, "a.html")

    assert (body.publisher, body.media_type, where.url) == ("Wire", "text/html", URL)
    assert where.mode is Mode.REPLAY


def test_an_archived_copy_is_the_one_of_its_moment(sources: Given) -> None:
    body, where = copy_of(sources, f"{URL}@2024-12-01T00:00:00+00:00")

    assert body.data == b"<p>Nobody sang."
    assert where.mode is Mode.ARCHIVE


def test_what_is_not_there_has_a_reason(sources: Given) -> None:
    gone = local_of(sources, "no.txt"), copy_of(sources, f"{URL}@2020-01-01T00:00:00+00:00")

    assert all(isinstance(each, Unavailable) for each in gone)


def test_nothing_is_said_where_no_manifest_says_it() -> None:
    assert said_of(None) == {}


def test_a_file_that_went_away_is_named(sources: Given) -> None:
    entry = sources.entries[0]
    assert entry.path
    entry.path.unlink()

    with pytest.raises(StoreError, match=r"a\.html: cannot be read"):
        bytes_of(entry)


def test_a_capture_of_a_warc_that_is_broken_does_not_stop_a_run(tmp_path: Path) -> None:
    block = answer(b"words", Content_Encoding="br")
    web = written(tmp_path / "web.warc", record(uri=URL, block=block) + page(b"sound", f"{URL}/b"))
    found = given((web,))

    broken = local_of(found, f"web.warc#{URL}")
    sound, where = local_of(found, f"web.warc#{URL}/b")

    assert broken == Unavailable(reason=f"web.warc#{URL}: its content encoding 'br' is not read")
    assert (sound.data, where.fetched_at) == (b"sound", datetime(2026, 3, 1, 12, tzinfo=UTC))


def test_an_older_capture_is_an_archived_copy(tmp_path: Path) -> None:
    data = page(b"old", URL) + page(b"new", URL, "2026-04-01T00:00:00Z")
    found = given((written(tmp_path / "web.warc", data),))

    body, where = copy_of(found, f"{URL}@2026-03-01T12:00:00+00:00")

    assert (body.data, where.mode) == (b"old", Mode.ARCHIVE)
