import asyncio
import json
from pathlib import Path

import pytest

from provcheck.fetch.desk import Desk
from provcheck.model.evidence import Found, Mode, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits, Settings
from provcheck.store.evidence import Store
from provcheck.store.given import given

URL = "https://wire.example/talks"
PAGE = (
    "<html lang=en><title>Talks</title><p>“We will open the pier in May,” Ada Brandvold said.</p>"
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "talks.html").write_text(PAGE)
    (folder / "note.txt").write_text("Nobody sang on the quay that night.")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    entries = [
        {"file": "talks.html", "url": URL, "publisher": "Wire", "published": "2025-03-10"},
        {"file": "talks.html", "url": URL, "archived_at": "2024-12-01T00:00:00Z"},
    ]
    (folder / "sources.json").write_text(json.dumps(entries))
    return folder


def a_lead(kind: LeadKind, target: str) -> Lead:
    return Lead(kind=kind, target=target, standing=Standing.CITED, reason="test")


def a_desk(root: Path, rules: Rulebook, **known: object) -> Desk:
    return Desk(given((root,)), Settings(offline=True, **known), rules)


def seen(desk: Desk, kind: LeadKind, target: str) -> Found | Unavailable:
    return asyncio.run(desk.evidence(a_lead(kind, target)))


def test_a_page_is_found_with_what_it_quotes(sources: Path, rules: Rulebook) -> None:
    page = seen(a_desk(sources, rules), LeadKind.URL, URL)

    assert isinstance(page, Found)
    assert page.text.publisher == "Wire"
    assert page.snapshot.mode == Mode.REPLAY
    assert page.snapshot.fetched_at is None
    assert len(page.snapshot.sha256) == len(page.snapshot.text_sha256) == 64
    assert [q.speaker.resolved for q in page.text.quotations if q.speaker] == ["Ada Brandvold"]


def test_an_archived_copy_says_when_it_was_taken(sources: Path, rules: Rulebook) -> None:
    copy = seen(a_desk(sources, rules), LeadKind.ARCHIVE, f"{URL}@2024-12-01T00:00:00+00:00")

    assert isinstance(copy, Found)
    assert copy.snapshot.mode == Mode.ARCHIVE
    assert copy.snapshot.url == URL
    assert str(copy.snapshot.fetched_at) == "2024-12-01 00:00:00+00:00"


def test_a_local_file_goes_by_its_name(sources: Path, rules: Rulebook) -> None:
    note = seen(a_desk(sources, rules), LeadKind.GIVEN, "note.txt")

    assert isinstance(note, Found)
    assert (note.snapshot.url, note.snapshot.mode) == ("note.txt", Mode.LOCAL)


@pytest.mark.parametrize(
    ("kind", "target", "why"),
    [
        pytest.param(LeadKind.NAME, "Halden Broadcasting", "no copy of it is at hand", id="a name"),
        pytest.param(LeadKind.URL, "https://wire.example/x", "offline", id="not recorded"),
        pytest.param(LeadKind.GIVEN, "no.txt", "not given", id="no such file"),
        pytest.param(LeadKind.GIVEN, "broken.pdf", "broken.pdf", id="unreadable"),
        pytest.param(
            LeadKind.ARCHIVE, f"{URL}@2020-01-01T00:00:00+00:00", "no archived copy", id="no copy"
        ),
    ],
)
def test_what_cannot_be_read_has_a_reason(  # noqa: PLR0913, PLR0917
    sources: Path, rules: Rulebook, kind: LeadKind, target: str, why: str
) -> None:
    answer = seen(a_desk(sources, rules), kind, target)

    assert isinstance(answer, Unavailable)
    assert why in answer.reason


def test_a_source_over_the_limit_is_not_read(sources: Path, rules: Rulebook) -> None:
    desk = a_desk(sources, rules, limits=Limits(source_bytes=10))

    assert isinstance(seen(desk, LeadKind.GIVEN, "note.txt"), Unavailable)


def test_each_source_is_read_once_and_told(sources: Path, rules: Rulebook) -> None:
    desk = a_desk(sources, rules)

    assert seen(desk, LeadKind.URL, URL) is seen(desk, LeadKind.URL, URL)
    seen(desk, LeadKind.NAME, "Halden Broadcasting")
    seen(desk, LeadKind.GIVEN, "note.txt")
    assert [read.status for read in desk.read] == ["found", "found"]
    assert [read.name for read in desk.read] == sorted(read.name for read in desk.read)


def test_a_store_keeps_what_was_read(sources: Path, rules: Rulebook, tmp_path: Path) -> None:
    desk = a_desk(sources, rules, store=tmp_path / "store")
    page = seen(desk, LeadKind.URL, URL)

    assert isinstance(page, Found)
    store = Store(tmp_path / "store")
    assert len(list(store.ledger.chained())) == 1
    assert store.objects.get(page.snapshot.sha256) == PAGE.encode()
