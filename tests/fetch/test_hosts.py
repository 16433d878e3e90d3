import asyncio
import time
from itertools import pairwise

import pytest

from provcheck.fetch.hosts import Hosts, host_of
from provcheck.settings import Limits


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
