import asyncio
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import warcs
from bundling import GONE, SHORT, TALKS_PAGE, name_of, two_runs
from serving import Request, Site, answer
from storing import NOON
from warcs import moved, record, written

from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.page import Page
from provcheck.fetch.shelf import Shelf
from provcheck.fetch.transport import guarded_transport
from provcheck.model.evidence import Hop, Mode, Unavailable
from provcheck.settings import Limits, Robots, Settings
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Store
from provcheck.store.given import Given, given
from provcheck.store.record import Fetch, Redaction, Run
from provcheck.store.redact import redact

BODY = b"<p>The cranes go first."


async def got(url: str, store: Path | None, **known: Any) -> Any:
    """What a shelf gives for `url`, and the bytes of it."""
    limits = Limits(host_interval=0.0, retry_wait=0.01)
    told = Settings(
        **{"robots": Robots.IGNORE, "private": ("127.0.0.1",), "limits": limits, "store": store}
        | known
    )
    async with aclosing(guarded_transport(told)) as transport:
        asker = None if told.offline else Asker(transport, told)
        shelf = Shelf(Given(), Client(Given(), asker, told), told)
        page = await shelf.page(url)
        return page, shelf.bytes_of(page) if isinstance(page, Page) else b""


def visits(*steps: dict[str, Any], routes: dict[str, Any], store: Path | None) -> list[Any]:
    """What comes of several visits to /a, each with its settings; `routes` changes the site."""

    async def run() -> list[Any]:
        ends = []
        async with Site({"/a": answer(BODY, ETag='"1"')}) as site:
            url = f"{site.url}/a"
            for number, step in enumerate(steps):
                site.routes |= routes.get(str(number), {})
                ends.append(await got(url, store, **step))
        return [*ends, site]

    return asyncio.run(run())


def test_a_page_is_kept_and_taken_from_the_store_while_it_is_young(tmp_path: Path) -> None:
    (first, data), (second, again), site = visits({}, {}, routes={}, store=tmp_path / "s")

    assert (data, again) == (BODY, BODY)
    assert len(site.seen) == 1
    assert first.snapshot == second.snapshot
    assert first.snapshot.mode is Mode.LIVE
    assert (first.is_new, second.is_new) == (True, False)


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"refresh": True}, id="when asked to"),
        pytest.param({"max_age": timedelta(0)}, id="when it is too old"),
    ],
)
def test_a_kept_page_is_asked_for_again(tmp_path: Path, settings: dict[str, Any]) -> None:
    changed = {"1": {"/a": answer(b"<p>Changed.", ETag='"2"')}}
    first, (page, data), site = visits({}, settings, routes=changed, store=tmp_path / "s")

    assert data == b"<p>Changed."
    assert site.seen[1].headers["if-none-match"] == '"1"'
    assert page.snapshot.fetched_at > first[0].snapshot.fetched_at


def test_a_page_that_did_not_change_is_a_new_record_of_the_same_bytes(tmp_path: Path) -> None:
    routes = {"1": {"/a": answer(b"", status="304 Not Modified")}}
    first, (page, data), _ = visits({}, {"refresh": True}, routes=routes, store=tmp_path / "s")

    assert data == BODY
    assert page.snapshot.sha256 == first[0].snapshot.sha256
    assert page.snapshot.media_type == "text/html"
    assert [hop.status for hop in page.snapshot.hops] == [304]
    assert page.snapshot.fetched_at > first[0].snapshot.fetched_at
    assert Store(tmp_path / "s").latest(page.snapshot.url).fetch.etag == '"1"'


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oh", "403 Forbidden"])
def test_when_asking_again_fails_the_kept_page_stands(tmp_path: Path, status: str) -> None:
    routes = {"1": {"/a": answer(b"", status=status)}}
    first, (page, data), _ = visits({}, {"refresh": True}, routes=routes, store=tmp_path / "s")

    assert data == BODY
    assert page.snapshot == first[0].snapshot
    assert page.warned == f"a kept copy, as asking for it again failed: answered {known(status)}"


def known(status: str) -> str:
    """A status as it is told: with the name that the standard gives it."""
    return status.replace("500 Oh", "500 Internal Server Error")


def test_that_asking_again_failed_is_told_from_a_bundle_of_that_run_alone(tmp_path: Path) -> None:
    store, gone = tmp_path / "s", {"1": {"/a": answer(b"", status="410 Gone")}}
    _, (page, _), _ = visits({}, {"refresh": True}, routes=gone, store=store)
    url = page.snapshot.url
    for name, fetches in (("before", (1,)), ("after", (1, 2))):
        run = Run(article=name, article_sha256=name_of(name.encode()), tool="1", fetches=fetches)
        write_bundle(Store(store), tmp_path / name, (Store(store).note(run),))

    assert asyncio.run(shelved(tmp_path / "before").page(url)).warned is None
    assert asyncio.run(shelved(tmp_path / "after").page(url)).warned == page.warned


def test_without_a_network_the_kept_page_stands_however_old(tmp_path: Path) -> None:
    offline = {"offline": True, "max_age": timedelta(0)}
    first, (page, data), site = visits({}, offline, routes={}, store=tmp_path / "s")

    assert data == BODY
    assert page.snapshot == first[0].snapshot
    assert len(site.seen) == 1


def test_without_a_network_a_failure_is_told_as_it_was_told(tmp_path: Path) -> None:
    routes = {"0": {"/a": answer(b"", status="410 Gone")}}
    (first, _), (again, _), _ = visits({}, {"offline": True}, routes=routes, store=tmp_path / "s")

    assert isinstance(first, Unavailable)
    assert "410 Gone" in first.reason
    assert first == again


def test_a_failure_is_tried_again_when_there_is_a_network(tmp_path: Path) -> None:
    routes = {"0": {"/a": answer(b"", status="410 Gone")}, "1": {"/a": answer(BODY)}}
    _, (_, data), _ = visits({}, {}, routes=routes, store=tmp_path / "s")

    assert data == BODY


def test_a_page_that_is_dated_years_ahead_is_not_young_for_years(tmp_path: Path) -> None:
    async def run() -> list[Request]:
        async with Site({"/a": answer(BODY)}) as site:
            ahead = datetime.now(UTC) + timedelta(days=3_000)
            early = Fetch(url=f"{site.url}/a", final_url=f"{site.url}/a", fetched_at=ahead)
            Store(tmp_path / "s").keep(early, b"<p>Long ago.")
            await got(f"{site.url}/a", tmp_path / "s")
            return site.seen

    assert [request.path for request in asyncio.run(run())] == ["/a"]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://ada:secret@127.0.0.1/a", id="a password"),
        pytest.param("http://127.0.0.1/" + "a" * 9_000, id="as long as a page"),
    ],
)
def test_an_address_that_is_never_asked_is_not_kept(tmp_path: Path, url: str) -> None:
    page, _ = asyncio.run(got(url, tmp_path / "s"))
    again, _ = asyncio.run(got(url, tmp_path / "s", offline=True))

    assert isinstance(page, Unavailable)
    assert page == again
    assert not (tmp_path / "s").exists()


def test_what_nobody_ever_asked_for_is_offline(tmp_path: Path) -> None:
    (page, _), _ = visits({"offline": True}, routes={}, store=tmp_path / "s")

    assert isinstance(page, Unavailable)
    assert "offline, and no copy" in page.reason
    assert not (tmp_path / "s").exists()


def test_a_copy_that_was_removed_on_purpose_is_no_absence(tmp_path: Path) -> None:
    async def run() -> Any:
        async with Site({"/a": answer(BODY)}) as site:
            page, _ = await got(f"{site.url}/a", tmp_path / "s")
            store = Store(tmp_path / "s")
            redaction = Redaction(
                sha256=page.snapshot.sha256, reason="court order", at=page.snapshot.fetched_at
            )
            store.note(redaction)
            store.objects.remove(page.snapshot.sha256)
            return await got(f"{site.url}/a", tmp_path / "s", offline=True)

    page, _ = asyncio.run(run())
    assert isinstance(page, Unavailable)
    assert "removed on purpose: court order" in page.reason


@pytest.mark.parametrize(
    "how",
    [pytest.param({}, id="asked again"), pytest.param({"offline": True}, id="offline")],
)
def test_what_was_removed_on_purpose_is_no_broken_store(tmp_path: Path, how: dict) -> None:
    async def run() -> Any:
        async with Site({"/a": answer(BODY)}) as site:
            page, _ = await got(f"{site.url}/a", tmp_path / "s")
            redact(Store(tmp_path / "s"), page.snapshot.sha256, "court order")
            page, data = await got(f"{site.url}/a", tmp_path / "s", **how)
            return page if isinstance(page, Unavailable) else data, f"{site.url}/a"

    end, url = asyncio.run(run())
    assert end == Unavailable(reason=f"{url}: the stored copy was removed on purpose: court order")
    (kept, *_) = Store(tmp_path / "s").ledger.chained()
    assert not Store(tmp_path / "s").objects.has(kept.record.sha256)


def test_a_page_that_was_redacted_is_not_read_anew_while_others_are(tmp_path: Path) -> None:
    async def run() -> list[Any]:
        async with Site({"/a": answer(BODY), "/b": answer(b"<p>Other.")}) as site:
            page, _ = await got(f"{site.url}/a", tmp_path / "s")
            redact(Store(tmp_path / "s"), page.snapshot.sha256, "court order")
            online = [await got(f"{site.url}{at}", tmp_path / "s") for at in ("/b", "/a")]
            return [*online, await got(f"{site.url}/a", tmp_path / "s", offline=True)]

    (_, other), (anew, _), (offline, _) = asyncio.run(run())
    assert other == b"<p>Other."
    assert isinstance(anew, Unavailable)
    assert anew.reason.endswith("/a: the stored copy was removed on purpose: court order")
    assert anew == offline


def test_a_run_offline_is_recorded_with_the_failures_that_it_went_by(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    url = "https://wire.example/gone"
    store.keep(Fetch(url=url, final_url=url, fetched_at=NOON, failure="answered 404"), None)
    (tmp_path / "note.txt").write_bytes(BODY)

    async def run() -> None:
        shelf = shelved(tmp_path / "note.txt", store.root)
        assert isinstance(await shelf.page(url), Unavailable)
        await shelf.note_run("a.txt", "0" * 64)

    asyncio.run(run())
    *_, noted = store.ledger.chained()
    assert isinstance(noted.record, Run)
    assert noted.record.fetches == (1,)


def test_without_a_store_nothing_is_kept(tmp_path: Path) -> None:
    (first, data), (_, again), site = visits({}, {}, routes={}, store=None)

    assert (data, again) == (BODY, BODY)
    assert first.seq is None
    assert len(site.seen) == 2
    assert not list(tmp_path.iterdir())


def shelved(sources: Path, store: Path | None = None) -> Shelf:
    """A shelf with sources given by hand, and no network."""
    told, found = Settings(offline=True, store=store), given((sources,))
    return Shelf(found, Client(found, None, told), told)


def test_a_page_of_a_warc_is_of_the_time_that_it_says(tmp_path: Path) -> None:
    url = "https://wire.example/a"
    web = moved("https://t.example/a", url) + warcs.page(BODY, url)
    shelf = shelved(written(tmp_path / "web.warc", web))

    page = asyncio.run(shelf.page("https://t.example/a"))

    assert isinstance(page, Page)
    assert shelf.bytes_of(page) == BODY
    assert page.snapshot.mode is Mode.REPLAY
    assert page.snapshot.fetched_at == NOON


def test_a_page_of_a_bundle_is_as_it_was_kept(tmp_path: Path) -> None:
    write_bundle(two_runs(tmp_path / "store"), tmp_path / "bundle")
    shelf = shelved(tmp_path / "bundle")

    page = asyncio.run(shelf.page(SHORT))
    failed = asyncio.run(shelf.page(GONE))

    assert isinstance(page, Page)
    assert shelf.bytes_of(page) == TALKS_PAGE
    assert (page.snapshot.mode, page.snapshot.fetched_at) == (Mode.LIVE, NOON)
    told = f"{GONE}: answered 404 Not Found"
    assert failed == Unavailable(reason=told, attempts=(Hop(url=GONE, status=404),))


def test_a_run_keeps_what_was_given_but_for_what_holds_no_words(tmp_path: Path) -> None:
    url = "https://wire.example"
    web = [
        warcs.page(BODY, f"{url}/a"),
        record(uri=f"{url}/logo", block=warcs.answer(b"PNG", Content_Type="image/png")),
        record(uri=f"{url}/packed", block=warcs.answer(b"x", Content_Encoding="br")),
        moved(f"{url}/old", f"{url}/a"),
    ]
    shelf = shelved(written(tmp_path / "web.warc", b"".join(web)), tmp_path / "store")

    asyncio.run(shelf.note_run("pier.txt", "0" * 64))

    (said,) = Store(tmp_path / "store").ledger.chained()
    assert isinstance(said.record, Run)
    kept = {file.entry.url: file.sha256 for file in said.record.given}
    assert kept == {f"{url}/a": name_of(BODY), f"{url}/old": None}
    assert Store(tmp_path / "store").objects.get(name_of(BODY)) == BODY


def test_a_shelf_knows_what_was_asked_and_how_it_ended(tmp_path: Path) -> None:
    async def run() -> list[bool]:
        async with Site({"/a": answer(BODY)}) as site:
            pages = [f"{site.url}/{name}" for name in ("a", "gone", "never")]
            for page in pages[:2]:
                await got(page, tmp_path / "s")
            told = Settings(offline=True, store=tmp_path / "s")
            shelf = Shelf(Given(), Client(Given(), None, told), told)
            return [shelf.knows(page) for page in pages]

    assert asyncio.run(run()) == [True, True, False]


def test_a_shelf_knows_what_was_given(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text('[{"url": "https://gone.example/", "status": 404}]')

    assert shelved(tmp_path).knows("http://gone.example")
    assert not shelved(tmp_path).knows("http://gone.example/x")
