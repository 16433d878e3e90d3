import asyncio
import time
from itertools import pairwise

import pytest

from provcheck.fetch.hosts import Hosts, host_of, turn_of
from provcheck.settings import Limits

WEB = "web.archive.org"


def limits(**known: float) -> Limits:
    return Limits(**{"host_interval": 0.0, **known})


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("https://wire.example/a", "wire.example", id="the usual port"),
        pytest.param("http://wire.example:80/a", "wire.example", id="the usual port, written"),
        pytest.param("https://WIRE.example/b?c", "wire.example", id="capitals"),
        pytest.param("http://127.0.0.1:8080/", "127.0.0.1:8080", id="a server beside another"),
        pytest.param("http://[::1]:8080/", "::1:8080", id="IPv6"),
        pytest.param("https://bücher.example/", "xn--bcher-kva.example", id="not ASCII"),
    ],
)
def test_a_host_is_named_once(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "turn"),
    [
        pytest.param("https://wire.example/web/x", "wire.example", id="a host"),
        pytest.param("https://web.archive.org/robots.txt", "web.archive.org", id="the rest"),
        pytest.param("https://web.archive.org/cdx/search/cdx?url=x", f"{WEB}/cdx/", id="an index"),
        pytest.param("https://web.archive.org/web/2025/x", f"{WEB}/web/", id="its pages"),
    ],
)
def test_parts_of_an_archive_take_turns_of_their_own(url: str, turn: str) -> None:
    assert turn_of(url) == turn


async def _run(hosts: Hosts, host: str, seconds: float, log: list[tuple[str, float]]) -> None:
    async with hosts.turn(host) as up:
        if up:
            log.append((host, time.monotonic()))
            await asyncio.sleep(seconds)


def test_a_slow_host_holds_up_no_other() -> None:
    async def run() -> float:
        hosts, log = Hosts(limits()), list[tuple[str, float]]()
        slow = [asyncio.ensure_future(_run(hosts, "slow.example", 0.5, log)) for _ in range(9)]
        began = time.monotonic()
        await asyncio.gather(*(_run(hosts, f"{i}.example", 0.0, log) for i in range(20)))
        took = time.monotonic() - began
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)
        return took

    assert asyncio.run(run()) < 0.3


def test_a_host_has_two_connections_at_most() -> None:
    open_now = most = 0

    async def one(hosts: Hosts) -> None:
        nonlocal open_now, most
        async with hosts.turn("wire.example"):
            open_now += 1
            most = max(most, open_now)
            await asyncio.sleep(0.01)
            open_now -= 1

    async def run() -> None:
        hosts = Hosts(limits())
        await asyncio.gather(*(one(hosts) for _ in range(20)))

    asyncio.run(run())
    assert most == 2


def test_requests_to_a_host_start_an_interval_apart() -> None:
    log: list[tuple[str, float]] = []

    async def run() -> None:
        hosts = Hosts(limits(host_interval=0.1, sockets=1))
        await asyncio.gather(*(_run(hosts, "wire.example", 0.0, log) for _ in range(5)))

    asyncio.run(run())
    starts = [at for _, at in log]
    assert len(starts) == 5
    assert min(b - a for a, b in pairwise(starts)) >= 0.099


def test_a_host_with_a_pace_of_its_own_is_asked_at_that() -> None:
    async def run() -> list[float]:
        hosts = Hosts(limits(host_interval=1.0), {"slow.example": 6.0, "quick.example": 0.5})
        names = ("slow.example", "quick.example", "other.example")
        for name in names:
            async with hosts.turn(name):
                pass
        now = asyncio.get_running_loop().time()
        return [hosts._host(name).next_start - now for name in names]

    assert asyncio.run(run()) == pytest.approx([6.0, 0.5, 1.0], abs=0.2)


def test_all_hosts_share_the_sockets() -> None:
    open_now = most = 0

    async def one(hosts: Hosts, host: str) -> None:
        nonlocal open_now, most
        async with hosts.turn(host):
            open_now += 1
            most = max(most, open_now)
            await asyncio.sleep(0.01)
            open_now -= 1

    async def run() -> None:
        hosts = Hosts(limits(sockets=3))
        await asyncio.gather(*(one(hosts, f"{i}.example") for i in range(20)))

    asyncio.run(run())
    assert most == 3


def test_a_host_is_down_after_failures_in_a_row_and_not_before() -> None:
    async def run() -> list[bool]:
        hosts = Hosts(limits(hard_failures=3))
        for failed in (True, True, False, True, True):
            hosts.note("wire.example", "it hung" if failed else None)
        before = hosts.is_down("wire.example")
        hosts.note("wire.example", "it hung")
        async with hosts.turn("wire.example") as up, hosts.turn("other.example") as other:
            return [before, up, other]

    assert asyncio.run(run()) == [False, False, True]


def test_a_pause_and_a_slower_pace_are_kept() -> None:
    log: list[tuple[str, float]] = []

    async def run() -> float:
        hosts = Hosts(limits())
        began = time.monotonic()
        hosts.pause("wire.example", 0.2)
        hosts.slow_down("wire.example", 0.1)
        await asyncio.gather(*(_run(hosts, "wire.example", 0.0, log) for _ in range(2)))
        return began

    began = asyncio.run(run())
    assert log[0][1] - began >= 0.199
    assert log[1][1] - log[0][1] >= 0.099


def test_the_interval_counts_from_when_a_request_goes_out() -> None:
    log: list[tuple[str, float]] = []

    async def run() -> float:
        hosts = Hosts(limits(host_interval=0.1))
        async with hosts.turn("wire.example"):
            await asyncio.sleep(0.3)  # connecting
            hosts.sent("wire.example")
            sent = time.monotonic()
        await _run(hosts, "wire.example", 0.0, log)
        return sent

    sent = asyncio.run(run())
    assert log[0][1] - sent >= 0.099


def test_waits_side_by_side_count_once_and_have_an_end() -> None:
    async def run() -> list[bool]:
        hosts = Hosts(limits(waits=10))
        waits = [("a.example", 6), ("a.example", 6), ("a.example", 9), ("a.example", 12)]
        return [hosts.pause(*wait) for wait in (*waits, ("b.example", 9))]

    assert asyncio.run(run()) == [True, True, True, False, True]


def test_an_index_is_asked_at_its_pace_and_holds_up_no_page() -> None:
    log: list[tuple[str, float]] = []

    async def run() -> None:
        hosts = Hosts(limits())
        turns = [f"{WEB}/cdx/", f"{WEB}/cdx/", *[f"{WEB}/web/"] * 4]
        await asyncio.gather(*(_run(hosts, turn, 0.0, log) for turn in turns))

    asyncio.run(run())
    starts = {turn: [at for each, at in log if each == turn] for turn, _ in log}
    queries, pages = starts[f"{WEB}/cdx/"], starts[f"{WEB}/web/"]
    assert queries[1] - queries[0] >= 2.49
    assert min(b - a for a, b in pairwise(pages)) >= 0.124
    assert pages[-1] < queries[1]


def test_what_a_host_asks_to_wait_holds_for_all_its_parts() -> None:
    async def run() -> list[bool]:
        hosts = Hosts(limits())
        began = time.monotonic()
        hosts.pause(f"{WEB}/cdx/", 0.2)
        log: list[tuple[str, float]] = []
        await _run(hosts, f"{WEB}/web/", 0.0, log)
        hosts.give_up(f"{WEB}/cdx/", "it answered 429")
        parts = (WEB, f"{WEB}/cdx/", f"{WEB}/web/", "wire.example")
        assert hosts.why_down(WEB) == "not asked, since in this run it answered 429"
        return [log[0][1] - began >= 0.199, *map(hosts.is_down, parts)]

    assert asyncio.run(run()) == [True, True, True, True, False]
