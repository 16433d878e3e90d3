import asyncio
import json
import time
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from serving import Request, Site, answer
from storing import filled

from provcheck.fetch.desk import Desk
from provcheck.fetch.watch import Progress, Watch
from provcheck.model.evidence import Completeness, Found, Mode, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits, Robots, Settings
from provcheck.store.evidence import Store
from provcheck.store.given import Given, given
from provcheck.store.library.document import Document
from provcheck.store.record import Run

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
    lead = a_lead(kind, target)
    asyncio.run(desk.gather([lead]))
    return desk.known(lead)


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


def test_a_store_keeps_what_was_given(sources: Path, rules: Rulebook, tmp_path: Path) -> None:
    desk = a_desk(sources, rules, store=tmp_path / "store")
    page = seen(desk, LeadKind.URL, URL)
    asyncio.run(desk.shelf.note_run("a.txt", "0" * 64))

    assert isinstance(page, Found)
    store = Store(tmp_path / "store")
    (noted,) = store.ledger.chained()
    assert isinstance(noted.record, Run)
    assert [file.key for file in noted.record.given] == [e.key for e in given((sources,)).entries]
    assert store.objects.get(page.snapshot.sha256) == PAGE.encode()


def test_a_run_that_used_nothing_new_leaves_no_store(
    sources: Path, rules: Rulebook, tmp_path: Path
) -> None:
    desk = a_desk(sources, rules, store=tmp_path / "store", keep_given=False)
    seen(desk, LeadKind.URL, URL)
    asyncio.run(desk.shelf.note_run("a.txt", "0" * 64))

    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("is_kept", [True, False], ids=["in a store that is named", "else"])
def test_a_run_without_a_network_that_went_by_the_library_is_recorded(
    rules: Rulebook, tmp_path: Path, *, is_kept: bool
) -> None:
    store = Store(tmp_path)
    key = store.objects.put(PAGE.encode())
    document = Document(
        key=key, text_sha256=key, url=URL, title=None, publisher="Wire", published=None, lang="en",
        media_type="text/html", wire=None, name=URL,
    )  # fmt: skip
    settings = Settings(offline=True, store=tmp_path, keep_given=is_kept)
    desk = Desk(Given(), settings, rules)
    asyncio.run(desk.shelf.note_run("a.txt", "0" * 64, (document,), 9))

    runs = [said.record for said in store.ledger.chained() if isinstance(said.record, Run)]
    noted = [(run.searched, [(f.sha256, f.shelved) for f in run.given]) for run in runs]
    assert noted == ([(9, [(key, True)])] if is_kept else [])


def live(rules: Rulebook, site: Site, *paths: str, **known: Any) -> tuple[Desk, list[Any]]:
    """Gather pages of a site on loopback side by side; return the desk and what they came to."""

    async def run() -> tuple[Desk, list[Any]]:
        limits = Limits(host_interval=0.0, retry_wait=0.01)
        policy = known.get("robots", Robots.IGNORE)
        settings = Settings(robots=policy, private=(site.host,), limits=limits)
        async with site, aclosing(Desk(Given(), settings, rules, known.get("watch"))) as desk:
            leads = [a_lead(LeadKind.URL, f"{site.url}{path}") for path in paths]
            await desk.gather(leads)
            return desk, [desk.known(lead) for lead in leads]

    return asyncio.run(run())


async def hang(_request: Request, _writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


def test_live_pages_are_fetched_side_by_side_and_told(rules: Rulebook) -> None:
    steps: list[Progress] = []
    site = Site({"/a": answer(PAGE.encode()), "/b": answer(b"<p>Nobody sang on the quay.")})
    desk, (a, b, gone) = live(rules, site, "/a", "/b", "/no", watch=Watch(steps.append))

    assert isinstance(a, Found)
    assert isinstance(b, Found)
    assert isinstance(gone, Unavailable)
    assert a.snapshot.mode is Mode.LIVE
    assert [q.speaker.resolved for q in a.text.quotations if q.speaker] == ["Ada Brandvold"]
    assert steps[-1] == Progress(done=3, total=3)
    assert steps[0].hosts == (f"127.0.0.1:{site.port}",)
    assert {read.status for read in desk.read} == {"found", "unavailable"}


def test_a_stopped_run_says_so_of_what_it_did_not_read(rules: Rulebook) -> None:
    site = Site({"/a": answer(PAGE.encode()), "/slow": hang})
    watch = Watch(lambda step: watch.stop() if step.done else None)
    began = time.monotonic()
    _, (a, slow) = live(rules, site, "/a", "/slow", watch=watch)

    assert time.monotonic() - began < 5
    assert isinstance(a, Found)
    assert "interrupted before it was read" in slow.reason


def test_thousands_of_links_hold_up_nobody(rules: Rulebook, tmp_path: Path) -> None:
    desk = Desk(Given(), Settings(offline=True, store=filled(tmp_path / "s", 1).root), rules)

    async def run() -> None:
        hosts = (f"https://{number}.example/" for number in range(1_500))
        await desk.gather([a_lead(LeadKind.URL, host) for host in hosts])

    began = time.process_time()
    asyncio.run(run())
    assert time.process_time() - began < 12


def test_two_spellings_of_an_address_are_one_page(rules: Rulebook) -> None:
    site = Site({"/a": answer(PAGE.encode())})
    _, (a, same) = live(rules, site, "/a", "/a?utm_source=x#top")

    assert a is same
    assert len(site.seen) == 1


def test_what_was_read_against_the_wish_of_a_site_is_told(rules: Rulebook) -> None:
    closed = answer(b"User-agent: *\nDisallow: /")
    site = Site({"/a": answer(PAGE.encode()), "/robots.txt": closed})
    desk, (a,) = live(rules, site, "/a", robots=Robots.WARN)

    assert isinstance(a, Found)
    assert desk.read[0].detail == "read whole"
    assert desk.read[0].warned == "its robots.txt asks programs not to read it"


@pytest.mark.parametrize(
    ("end", "completeness"), [("</html>", Completeness.WHOLE), ("", Completeness.TRUNCATED)]
)
def test_a_page_that_may_have_been_broken_off_is_no_whole_one(
    rules: Rulebook, end: str, completeness: Completeness
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    site = Site({"/a": head + PAGE.encode() + end.encode()})
    _, (a,) = live(rules, site, "/a")

    assert isinstance(a, Found)
    assert a.completeness is completeness
