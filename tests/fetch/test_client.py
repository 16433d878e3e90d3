import asyncio
import gzip
import json
import time
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from serving import Request, Site, answer, redirect

from provcheck.fetch.answer import Response, Validators
from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.transport import guarded_transport
from provcheck.model.evidence import Unavailable
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Limits, Robots, Settings
from provcheck.store.given import Given, given

HOST = "https://wire.example"
PLATFORMS = load_rulebook().platforms


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
    return asyncio.run(Client(given((root,)), None, settings).get(url))


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


@pytest.mark.parametrize(
    ("short", "end", "statuses"),
    [
        pytest.param("https://t.co/page", f"{HOST}/a", [200, 302, 302, 200], id="to a page"),
        pytest.param("https://t.co/post", "https://x.com/a/status/20/photo/1", [200], id="a post"),
        pytest.param("https://t.co/own", "https://t.co/own", [200], id="a page that leads nowhere"),
        pytest.param(f"{HOST}/no-t.co", f"{HOST}/no-t.co", [200], id="a page with such a title"),
    ],
)
def test_short_links_lead_on_by_a_page(
    sources: Path, short: str, end: str, statuses: list[int]
) -> None:
    pages = {
        "https://t.co/page": f"<title>{HOST}/old</title>",
        "https://t.co/post": "<title>https://x.com/a/status/20/photo/1</title>",
        "https://t.co/own": "<title>Sign in</title>",
        f"{HOST}/no-t.co": f"<title>{HOST}/old</title>",
    }
    (sources / "short").mkdir()
    (sources / "short" / "page.html").write_text(pages[short])
    entry = {"file": "page.html", "url": short, "content_type": "text/html"}
    (sources / "short" / "sources.json").write_text(json.dumps([entry]))
    settings = Settings(offline=True)
    client = Client(given((sources,)), None, settings, PLATFORMS)
    page = asyncio.run(client.get(short))

    assert isinstance(page, Response)
    assert page.final_url == end
    assert [hop.status for hop in page.hops] == statuses


def test_a_body_over_the_limit_is_not_read(sources: Path) -> None:
    answer = got(sources, f"{HOST}/a", limits=Limits(source_bytes=20))

    assert isinstance(answer, Unavailable)
    assert "larger than 20 bytes" in answer.reason


def live(site: Site, path: str, *, known: Validators | None = None, **settings: Any) -> Any:
    """What a client gets from `path` of a site on loopback, robots.txt left alone by default."""

    async def run() -> Response | Unavailable:
        limits = Limits(**{"host_interval": 0.0, "retry_wait": 0.01, **settings.pop("limits", {})})
        told = Settings(
            **{"robots": Robots.IGNORE, "private": (site.host,), "limits": limits, **settings}
        )
        async with site, aclosing(guarded_transport(told)) as transport:
            url = path if path.startswith("http") else f"{site.url}{path}"
            return await Client(Given(), Asker(transport, told), told).get(url, known)

    return asyncio.run(run())


def test_a_live_page_comes_decoded_with_all_that_is_said_of_it() -> None:
    body = gzip.compress(b"<p>words" * 1000)
    page = live(
        Site({"/a": answer(body, content_encoding="gzip", ETag='"1"', Last_Modified="Mon")}), "/a"
    )

    assert page.body == b"<p>words" * 1000
    assert (page.media_type, page.charset, page.live) == ("text/html", "utf-8", True)
    assert (page.etag, page.last_modified, page.peers) == ('"1"', "Mon", ("127.0.0.1",))


def test_a_request_says_who_asks_and_nothing_else() -> None:
    site = Site({"/a": answer(set_cookie="a=b")})
    live(site, "/a")

    assert set(site.seen[0].headers) == {
        "host", "user-agent", "accept", "accept-encoding", "connection",
    }  # fmt: skip
    assert site.seen[0].headers["user-agent"].startswith("provcheck/")
    assert site.seen[0].headers["host"] == f"127.0.0.1:{site.port}"


def test_live_redirects_are_walked_without_cookies() -> None:
    site = Site({"/a": answer(b"", status="301 Moved", location="b c", set_cookie="a=b")})
    site.routes["/b%20c"] = redirect("?q=1")
    site.routes["/b%20c?q=1"] = answer()
    page = live(site, "/a")

    assert page.final_url == f"{site.url}/b%20c?q=1"
    assert [hop.status for hop in page.hops] == [301, 302, 200]
    assert not any("cookie" in request.headers for request in site.seen)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://127.0.0.2/", "not a public one"),
        ("http://user:pw@127.0.0.1/", "user name"),
        ("ftp://127.0.0.1/", "kind ftp"),
        ("http://[", "not a valid one"),
        ("http://a\\b/", "read differently"),
        ("//localhost/", "local"),
    ],
)
def test_each_hop_is_judged(target: str, why: str) -> None:
    site = Site({"/a": redirect(target)})
    gone = live(site, "/a")

    assert isinstance(gone, Unavailable)
    assert why in gone.reason
    assert gone.attempts[0].status == 302
    assert len(site.seen) == 1


def test_a_refusal_is_told_before_any_robots_txt_is_asked_for() -> None:
    site = Site()
    gone = live(site, "http://10.0.0.1/a", robots=Robots.RESPECT)

    assert gone.reason.startswith("http://10.0.0.1/a: its address 10.0.0.1 is not a public one")
    assert "robots" not in gone.reason


def test_a_page_may_lead_to_itself_once() -> None:
    gone = live(Site({"/a": redirect("")}), "/a")

    assert "in a circle" in gone.reason
    assert [hop.status for hop in gone.attempts] == [302, 302]


def test_an_unchanged_page_is_told_only_to_who_asked_for_changes() -> None:
    site = Site({"/a": answer(b"", status="304 Not Modified")})
    known = Validators(url="", etag='"1"')

    async def unchanged() -> Response | Unavailable:
        limits = Limits(host_interval=0.0)
        told = Settings(robots=Robots.IGNORE, private=(site.host,), limits=limits)
        async with site, aclosing(guarded_transport(told)) as transport:
            client = Client(Given(), Asker(transport, told), told)
            asked = known.model_copy(update={"url": f"{site.url}/a"})
            return await client.get(f"{site.url}/a", asked)

    page = asyncio.run(unchanged())
    assert isinstance(page, Response)
    assert page.unchanged
    assert site.seen[0].headers["if-none-match"] == '"1"'
    assert "answered 304" in live(Site(dict(site.routes)), "/a").reason


@pytest.mark.parametrize(
    "leads_to",
    [pytest.param("/b", id="another page"), pytest.param("/a?x", id="the same with a query")],
)
def test_nobody_else_may_say_that_a_page_is_unchanged(leads_to: str) -> None:
    unchanged = answer(b"", status="304 Not Modified")
    site = Site({"/a": redirect(leads_to), leads_to: unchanged})

    async def asked() -> Response | Unavailable:
        limits = Limits(host_interval=0.0)
        told = Settings(robots=Robots.IGNORE, private=(site.host,), limits=limits)
        async with site, aclosing(guarded_transport(told)) as transport:
            client = Client(Given(), Asker(transport, told), told)
            return await client.get(f"{site.url}/a", Validators(url=f"{site.url}/a", etag='"1"'))

    end = asyncio.run(asked())
    assert isinstance(end, Unavailable)
    assert "answered 304" in end.reason


CLOSED = b"User-agent: *\nDisallow: /"


@pytest.mark.parametrize(
    ("robots", "policy", "read"),
    [
        pytest.param(answer(b""), Robots.RESPECT, True, id="nothing against it"),
        pytest.param(answer(status="404 Not Found"), Robots.RESPECT, True, id="no robots.txt"),
        pytest.param(answer(CLOSED), Robots.WARN, True, id="closed, and passed over with a word"),
        pytest.param(answer(CLOSED), Robots.IGNORE, True, id="closed, and not asked"),
        pytest.param(answer(CLOSED), Robots.RESPECT, False, id="closed"),
        pytest.param(answer(status="503 Busy"), Robots.RESPECT, False, id="robots.txt fails"),
    ],
)
def test_robots_txt_is_what_the_policy_makes_of_it(
    robots: bytes,
    policy: Robots,
    read: bool,  # noqa: FBT001
) -> None:
    site = Site({"/robots.txt": robots, "/a": answer()})
    page = live(site, "/a", robots=policy)

    assert isinstance(page, Response) is read
    assert ("/a" in site.paths()) is read
    assert ("/robots.txt" in site.paths()) is (policy is not Robots.IGNORE)
    if isinstance(page, Response):
        assert bool(page.warned) is (policy is Robots.WARN)
    else:
        assert "robots.txt" in page.reason


def test_a_way_through_another_site_minds_its_robots_txt() -> None:
    async def run() -> Any:
        limits = Limits(host_interval=0.0)
        told = Settings(private=("127.0.0.1",), limits=limits)
        async with Site() as one, Site({"/robots.txt": answer(CLOSED)}) as two:
            one.routes["/a"] = redirect(f"{two.url}/b")
            async with aclosing(guarded_transport(told)) as transport:
                return await Client(Given(), Asker(transport, told), told).get(f"{one.url}/a")

    assert "robots.txt" in asyncio.run(run()).reason


def test_one_deadline_holds_for_all_redirects() -> None:
    async def late(_request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(redirect("/a?" + "x" * len(site.seen)))

    site = Site()
    site.routes = {"/a?" + "x" * i: late for i in range(9)}
    began = time.monotonic()
    gone = live(site, "/a?", limits={"total_seconds": 0.7})

    assert "within 0.7 s" in gone.reason
    assert time.monotonic() - began < 2
