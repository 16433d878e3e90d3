import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.answer import Response
from provcheck.fetch.robots import SiteRules, ours
from provcheck.model.evidence import Hop, Unavailable

PAGE = "https://wire.example/politics/a?x=1"


def rules_of(answer: Response | Unavailable, asked: list[str] | None = None) -> SiteRules:
    async def get(url: str) -> Response | Unavailable:
        if asked is not None:
            asked.append(url)
        await asyncio.sleep(0)
        return answer

    return SiteRules(get)


def said(text: str | bytes) -> Response:
    url = "https://wire.example/robots.txt"
    body = text if isinstance(text, bytes) else text.encode()
    hops = (Hop(url=url, status=200),)
    return Response(
        url=url, final_url=url, hops=hops, media_type="text/plain", charset=None, body=body
    )


def answered(status: int) -> Unavailable:
    hop = Hop(url="https://wire.example/robots.txt", status=status)
    return Unavailable(
        reason=f"https://wire.example/robots.txt: answered {status}", attempts=(hop,)
    )


def forbidden(answer: Response | Unavailable, url: str = PAGE) -> str | None:
    return asyncio.run(rules_of(answer).forbid(url))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(said(""), id="an empty file"),
        pytest.param(said("<html><p>Not here</html>"), id="a page instead"),
        pytest.param(said(b"\xff\xfe\x00"), id="no text"),
        pytest.param(said("User-agent: *\nDisallow: /admin"), id="another part"),
        pytest.param(said("User-agent: *\nDisallow:"), id="nothing disallowed"),
        pytest.param(said("User-agent: GPTBot\nDisallow: /"), id="another program"),
        pytest.param(said("User-agent: provchecker\nDisallow: /"), id="a name that begins alike"),
        pytest.param(
            said("User-agent: *\nDisallow: /\n\nUser-agent: provcheck\nAllow: /"), id="but for us"
        ),
        pytest.param(said("User-agent: *\nDisallow: /\nAllow: /politics/"), id="the longer rule"),
        pytest.param(answered(404), id="no such file"),
        pytest.param(answered(403), id="any other 4xx"),
    ],
)
def test_a_page_may_be_read(answer: Response | Unavailable) -> None:
    assert forbidden(answer) is None


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        pytest.param(said("User-agent: *\nDisallow: /"), "asks programs not", id="everybody"),
        pytest.param(said("User-agent: provcheck\nDisallow: /pol"), "asks programs", id="us"),
        pytest.param(said("user agent provcheck/0.1\ndisallow /"), "asks", id="written loosely"),
        pytest.param(
            said("User-agent: a\nUser-agent: *\nUser-agent: b\nDisallow: /"), "asks", id="a group"
        ),
        pytest.param(said("User-agent: *\rDisallow: /\r"), "asks", id="lines that end in CR"),
        pytest.param(said("\ufeffUser-agent: *\nDisallow: /"), "asks", id="a byte order mark"),
        pytest.param(answered(503), "cannot be read: answered 503", id="5xx"),
        pytest.param(
            Unavailable(reason="https://wire.example/robots.txt: the connection was refused"),
            "the connection was refused (asked for its robots.txt)",
            id="no answer",
        ),
    ],
)
def test_a_page_may_not_be_read(answer: Response | Unavailable, why: str) -> None:
    assert why in (forbidden(answer) or "")


def test_a_site_is_asked_once_however_many_pages_it_has() -> None:
    asked: list[str] = []

    async def run() -> None:
        rules = rules_of(said(""), asked)
        pages = (f"https://wire.example/{i}" for i in range(9))
        await asyncio.gather(*map(rules.forbid, pages), rules.forbid("http://wire.example/"))

    asyncio.run(run())
    assert sorted(asked) == ["http://wire.example/robots.txt", "https://wire.example/robots.txt"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("User-agent: *\nCrawl-delay: 3", 3),
        ("User-agent: *\nCrawl-delay: 30\n\nUser-agent: provcheck\nCrawl-delay: 2", 2),
        ("User-agent: *\nCrawl-delay: soon", 0),
    ],
)
def test_the_delay_is_what_the_site_says(text: str, seconds: float) -> None:
    assert asyncio.run(rules_of(said(text)).delay(PAGE)) == seconds


@given(st.text(max_size=300), st.text(max_size=40))
def test_no_file_breaks_the_reading_of_it(text: str, agent: str) -> None:
    hostile = said((f"User-agent: {agent}\n{text}").encode("utf-8", "replace"))

    assert forbidden(hostile) in {None, "its robots.txt asks programs not to read it"}


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: {i}\n" for i in range(9_000)) + "Disallow: /\n" * 30_000,
        "User-agent: *\n" + "Disallow: /" + "*a" * 100_000 + "$\n",
        "User-agent: " * 40_000,
        " " * 500_000,
    ],
    ids=["agents times rules", "wildcards", "one line", "blanks"],
)
def test_a_hostile_file_takes_no_time(text: str) -> None:
    began = time.process_time()
    forbidden(said(text), PAGE + "a" * 5_000)

    assert time.process_time() - began < 3


def test_a_large_file_is_parsed_once_however_many_pages_the_site_has() -> None:
    rules = rules_of(said("User-agent: *\n" + "Disallow: /x*y$\n" * 30_000))

    async def run() -> None:
        for number in range(20):
            await rules.forbid(f"https://wire.example/{number}")
            await rules.delay(f"https://wire.example/{number}")

    began = time.process_time()
    asyncio.run(run())
    assert time.process_time() - began < 5


def test_groups_stay_as_they_are() -> None:
    text = (
        "User-agent: GPTBot # no\nUser-agent: Provcheck/2\nDisallow: /x\r\n"
        "User-agent: *\r\nAllow: /"
    )

    assert ours(text).splitlines() == [
        "User-agent: -", "User-agent: provcheck", "Disallow: /x", "User-agent: *", "Allow: /",
    ]  # fmt: skip
