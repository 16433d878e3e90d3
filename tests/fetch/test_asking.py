import asyncio
import time
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from serving import Request, Site, answer

from provcheck.fetch.answer import Answer
from provcheck.fetch.asking import Asker, status_told
from provcheck.fetch.budget import Budget
from provcheck.fetch.failures import Failure
from provcheck.fetch.transport import guarded_transport
from provcheck.settings import Limits, Settings


def asked(site: Site, *paths: str, budget: float = 20, **limits: Any) -> list[Answer | Failure]:
    """What paths of a site on loopback answer, one after another, by one Asker."""

    async def run() -> list[Answer | Failure]:
        told = Limits(**{"host_interval": 0.0, "retry_wait": 0.01, **limits})
        settings = Settings(private=(site.host,), limits=told)
        async with site, aclosing(guarded_transport(settings)) as transport:
            asker = Asker(transport, settings)
            return [await asker.ask(f"{site.url}{path}", {}, Budget(budget)) for path in paths]

    return asyncio.run(run())


class InTurn:
    """Answers each request with the next of several answers, the last one again and again."""

    def __init__(self, *answers: bytes) -> None:
        self._answers = list(answers)

    async def __call__(self, _request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(self._answers.pop(0) if len(self._answers) > 1 else self._answers[0])


BUSY = answer(b"", status="503 Busy")
GONE = answer(b"", status="404 Not Found")


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(answer(), id="a page"),
        pytest.param(GONE, id="gone"),
        pytest.param(answer(status="403 Forbidden"), id="forbidden"),
        pytest.param(answer(status="429 Too Many"), id="too many, without a time"),
        pytest.param(answer(status="501 No"), id="will not"),
        pytest.param(answer(status="505 No"), id="cannot"),
        pytest.param(answer(status="302 Found", location="/b"), id="a redirect"),
        pytest.param(b"nonsense\r\n\r\n", id="no HTTP"),
    ],
)
def test_these_are_asked_once(first: bytes) -> None:
    site = Site({"/a": first})
    asked(site, "/a")

    assert len(site.seen) == 1


@pytest.mark.parametrize("status", ["500 Oh", "502 Bad", "503 Busy", "504 Late"])
def test_servers_that_fail_are_asked_again(status: str) -> None:
    site = Site({"/a": InTurn(answer(status=status), answer(status=status), answer())})

    assert asked(site, "/a")[0].status == 200
    assert len(site.seen) == 3


def test_and_not_for_ever() -> None:
    site = Site({"/a": BUSY})

    assert asked(site, "/a")[0].status == 503
    assert len(site.seen) == 3


def test_a_refused_connection_is_tried_again_and_then_told() -> None:
    async def closed() -> int:
        async with Site() as site:
            return site.port

    port = asyncio.run(closed())

    async def run() -> Answer | Failure:
        settings = Settings(private=("127.0.0.1",), limits=Limits(host_interval=0, retry_wait=0.01))
        async with aclosing(guarded_transport(settings)) as transport:
            asker = Asker(transport, settings)
            outcome = await asker.ask(f"http://127.0.0.1:{port}/", {}, Budget(20))
            down = await asker.ask(f"http://127.0.0.1:{port}/", {}, Budget(20))
            assert isinstance(down, Failure)
            assert "failed 3 times in a row" in down.clause
            assert down.clause.endswith(": the connection was refused")
            return outcome

    assert asyncio.run(run()) == Failure(clause="the connection was refused", hard=True, retry=True)


@pytest.mark.parametrize(
    "wait",
    [
        pytest.param("0", id="seconds"),
        pytest.param(format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True), id="a date"),
    ],
)
@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
def test_retry_after_is_waited_for(wait: str, status: str) -> None:
    site = Site({"/a": InTurn(answer(status=status, retry_after=wait), answer())})

    assert asked(site, "/a")[0].status == 200


def test_nobody_asks_before_the_time_is_up() -> None:
    site = Site({"/a": InTurn(answer(status="429 Too Many", retry_after="1"), answer())})
    asked(site, "/a")

    assert site.seen[1].at - site.seen[0].at >= 0.99


def test_a_host_cannot_hold_up_a_run_by_waits_for_each_page() -> None:
    busy = answer(status="503 Busy", retry_after="1")
    site = Site({f"/{number}": busy for number in range(5)})
    began = time.monotonic()
    ends = asked(site, *site.routes, waits=1.5)

    assert time.monotonic() - began < 2.5
    assert [getattr(end, "clause", None) for end in ends] == [
        "it answered 503 Service Unavailable, to wait too often"
    ] * 5
    assert len(site.seen) == 6


def test_an_address_cannot_hold_up_a_run_from_host_to_host() -> None:
    busy = InTurn(answer(status="503 Busy", retry_after="1"), answer())

    async def run() -> Answer | Failure:
        limits = Limits(host_interval=0.0)
        settings = Settings(private=("127.0.0.1",), limits=limits)
        async with Site({"/a": busy}) as site, aclosing(guarded_transport(settings)) as transport:
            budget = Budget(20, waits=0.5)
            return await Asker(transport, settings).ask(f"{site.url}/a", {}, budget)

    began = time.monotonic()
    end = asyncio.run(run())
    assert isinstance(end, Failure)
    assert "to wait too often" in end.clause
    assert time.monotonic() - began < 0.9


def test_a_wait_that_is_too_long_is_an_answer() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    site = Site({"/a": answer(status="429 Too Many", retry_after=later)})

    gone = asked(site, "/a")[0]
    assert isinstance(gone, Failure)
    assert "wait more than 60 s" in gone.clause
    assert len(site.seen) == 1


async def hang(_request: Request, _writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def drip(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(300):
        writer.write(b"x")
        await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("handler", "limits", "why"),
    [
        pytest.param(hang, {"read_seconds": 0.2}, "no data for 0.2 s", id="silence"),
        pytest.param(drip, {"total_seconds": 0.4}, "within 0.4 s", id="one byte at a time"),
    ],
)
def test_slow_servers_end_at_their_limit(handler: Any, limits: dict[str, float], why: str) -> None:
    began = time.monotonic()
    gone = asked(Site({"/a": handler}), "/a", budget=limits.get("total_seconds", 20), **limits)[0]

    assert isinstance(gone, Failure)
    assert why in gone.clause
    assert gone.hard
    assert time.monotonic() - began < 2


def test_an_answer_makes_a_host_well_again() -> None:
    site = Site({"/slow": hang, "/gone": GONE})
    paths = ["/slow", "/slow", "/gone", "/slow", "/slow", "/gone"]

    assert [isinstance(end, Answer) for end in asked(site, *paths, read_seconds=0.1)] == [
        False, False, True, False, False, True,
    ]  # fmt: skip


def test_a_host_that_keeps_failing_is_left_alone() -> None:
    site = Site({"/slow": hang})
    ends = asked(site, *["/slow"] * 5, read_seconds=0.05)

    assert len(site.seen) == 3
    assert {end.clause for end in ends[3:] if isinstance(end, Failure)} == {
        "not asked, since its host failed 3 times in a row in this run: no data for 0.05 s"
    }
    assert not any(end.hard for end in ends[3:] if isinstance(end, Failure))


@pytest.mark.parametrize(
    ("route", "limits", "why"),
    [
        pytest.param(
            answer(**{f"X-{i}": "1" for i in range(60)}),
            {"header_fields": 50},
            "more than 50 header fields",
            id="many fields",
        ),
        pytest.param(answer(b"x" * 5000), {"source_bytes": 4000}, "larger than", id="a long body"),
        pytest.param(answer(content_encoding="br"), {}, "encoding", id="not asked for"),
    ],
)
def test_answers_beyond_the_limits_are_failures(
    route: bytes, limits: dict[str, int], why: str
) -> None:
    gone = asked(Site({"/a": route}), "/a", **limits)[0]

    assert isinstance(gone, Failure)
    assert why in gone.clause
    assert not gone.hard


def test_a_status_is_told_by_its_name() -> None:
    assert [status_told(404), status_told(499)] == ["404 Not Found", "499"]
