"""What is dialled, and what is not: the oracle is the list of dials."""

import asyncio
import ssl
import time

import httpcore
import httpx
import pytest
from dialling import OTHER, PUBLIC, SIX, Network, run, serving, silent

from provcheck.fetch.connect import GuardedBackend, system_connector
from provcheck.fetch.private import Private, private
from provcheck.fetch.problems import (
    ProxyRefusedError,
    RefusedError,
    TlsFailedError,
    UnresolvedError,
    UnresolvedInTimeError,
)

NOTHING = Private()


def connected(network: Network, host: str, *, seconds: float | None = 5.0, allowed=NOTHING):
    """The address that a connection to `host` leads to."""

    async def work() -> str:
        async with serving() as (port, _):
            network._port = port
            backend = GuardedBackend(network.resolve, network.connect, allowed)
            stream = await backend.connect_tcp(host, 80, timeout=seconds)
            peer = stream.get_extra_info("peer")
            assert stream.get_extra_info("server_addr")[0] == "127.0.0.1"
            await stream.aclose()
            return peer

    return run(work())


@pytest.mark.parametrize(
    ("answers", "peer", "dials"),
    [
        pytest.param([PUBLIC], PUBLIC, [PUBLIC], id="one"),
        pytest.param([SIX], SIX, [SIX], id="IPv6"),
        pytest.param([PUBLIC, SIX], PUBLIC, [PUBLIC], id="both families"),
        pytest.param([PUBLIC, PUBLIC], PUBLIC, [PUBLIC], id="the same twice"),
        pytest.param([f"::ffff:{PUBLIC}"], PUBLIC, [PUBLIC], id="IPv4 inside IPv6"),
        pytest.param(["64:ff9b::808:808"], "64:ff9b::808:808", ["64:ff9b::808:808"], id="NAT64"),
        pytest.param(["8.8.8.8", PUBLIC], PUBLIC, ["8.8.8.8", PUBLIC], id="the first refuses"),
    ],
)
def test_a_judged_address_is_dialled(answers: list[str], peer: str, dials: list[str]) -> None:
    network = Network(0, {"wire.example": answers}, refusing=["8.8.8.8"])

    assert connected(network, "wire.example") == peer
    assert network.dials == [f"{address} 80" for address in dials]
    assert network.lookups == ["wire.example"]


@pytest.mark.parametrize("literal", [PUBLIC, SIX])
def test_a_literal_is_not_looked_up(literal: str) -> None:
    network = Network(0)

    assert connected(network, literal) == literal
    assert network.lookups == []


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param(["10.0.0.1"], "10.0.0.1", id="private"),
        pytest.param([PUBLIC, "127.0.0.1"], "127.0.0.1", id="the last of two"),
        pytest.param(["127.0.0.1", PUBLIC], "127.0.0.1", id="the first of two"),
        pytest.param([PUBLIC, "::1"], "::1", id="the other family"),
        pytest.param([PUBLIC] * 9 + ["10.0.0.1"], "10.0.0.1", id="beyond those dialled"),
        pytest.param(["10.0.0.9", "10.0.0.1"], "10.0.0.1", id="told in one order"),
        pytest.param(["::ffff:10.0.0.1"], "10.0.0.1", id="inside IPv6"),
        pytest.param(["64:ff9b::a00:1"], "64:ff9b::a00:1", id="through NAT64"),
        pytest.param(["fe80::1%eth0"], "is not a valid one", id="with a zone"),
        pytest.param([PUBLIC, "garbage"], "is not a valid one", id="no address"),
    ],
)
def test_one_closed_address_refuses_the_name(answers: list[str], told: str) -> None:
    network = Network(0, {"wire.example": answers})

    with pytest.raises(RefusedError, match=told):
        connected(network, "wire.example")

    assert network.dials == []


@pytest.mark.parametrize("literal", ["127.0.0.1", "::1", "::ffff:7f00:1", "169.254.169.254"])
def test_a_closed_literal_is_refused(literal: str) -> None:
    network = Network(0)

    with pytest.raises(RefusedError):
        connected(network, literal)

    assert network.dials == []


def test_an_allowed_host_may_be_anywhere() -> None:
    network = Network(0, {"wiki": ["10.0.0.7", PUBLIC]})

    assert connected(network, "wiki", allowed=private(["wiki:80"])) == "10.0.0.7"


@pytest.mark.parametrize(
    ("values", "host"),
    [
        pytest.param(["wiki"], "other", id="another name at that address"),
        pytest.param(["wiki:8080"], "wiki", id="another port"),
        pytest.param(["10.0.0.7", "10.0.0.0/8"], "other", id="a name that leads to it"),
    ],
)
def test_nothing_but_the_allowed_host(values: list[str], host: str) -> None:
    network = Network(0, {"wiki": ["10.0.0.7"], "other": ["10.0.0.7"]})

    with pytest.raises(RefusedError):
        connected(network, host, allowed=private(values))

    assert network.dials == []


def test_an_allowed_host_has_no_zone() -> None:
    network = Network(0, {"wiki": ["fe80::1%eth0"]})

    with pytest.raises(RefusedError, match="not a valid one"):
        connected(network, "wiki", allowed=private(["wiki"]))


def test_a_second_answer_leads_nowhere_else() -> None:
    network = Network(0, {"rebind.example": [[PUBLIC], ["127.0.0.1"]]})

    assert connected(network, "rebind.example") == PUBLIC
    assert network.lookups == ["rebind.example"]
    with pytest.raises(RefusedError):  # the next connection looks it up anew
        connected(network, "rebind.example")
    assert network.dials == [f"{PUBLIC} 80"]


def test_a_hanging_address_leaves_time_for_the_next() -> None:
    network = Network(0, {"wire.example": ["8.8.8.8", PUBLIC]}, hanging=["8.8.8.8"])
    started = time.monotonic()

    assert connected(network, "wire.example", seconds=0.4) == PUBLIC
    assert time.monotonic() - started < 0.9


def test_three_addresses_are_dialled_and_both_families_among_them() -> None:
    six = [f"2606:4700::{n}" for n in range(1, 6)]
    network = Network(0, {"wire.example": [*six, OTHER, PUBLIC]}, refusing=[*six, OTHER])

    with pytest.raises(httpcore.ConnectError):
        connected(network, "wire.example")

    assert network.dials == [f"{six[0]} 80", f"{OTHER} 80", f"{six[1]} 80"]


def test_all_hanging_addresses_share_the_time() -> None:
    hanging = ["8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1"]
    network = Network(0, {"wire.example": hanging}, hanging=hanging)
    started = time.monotonic()

    with pytest.raises(httpcore.ConnectTimeout):
        connected(network, "wire.example", seconds=0.2)

    assert time.monotonic() - started < 0.7


def test_a_refusal_is_told_rather_than_a_silence() -> None:
    network = Network(
        0, {"wire.example": ["8.8.8.8", PUBLIC]}, hanging=["8.8.8.8"], refusing=[PUBLIC]
    )

    with pytest.raises(httpcore.ConnectError):
        connected(network, "wire.example", seconds=0.1)


@pytest.mark.parametrize(
    "names", [{}, {"wire.example": []}], ids=["no such name", "a name without address"]
)
def test_a_name_that_is_not_known(names: dict[str, list[str]]) -> None:
    with pytest.raises(UnresolvedError):
        connected(Network(0, names), "wire.example")


@pytest.mark.parametrize("problem", [OSError(), UnicodeError("x"), ValueError("x")], ids=repr)
def test_a_resolver_that_fails(problem: Exception) -> None:
    async def fails(_host: str) -> list[str]:
        raise problem

    backend = GuardedBackend(fails, system_connector, NOTHING)
    with pytest.raises(UnresolvedError):
        run(backend.connect_tcp("wire.example", 80))


def test_a_resolver_that_hangs() -> None:
    async def hangs(_host: str) -> list[str]:
        await asyncio.sleep(60)
        return []

    async def work() -> None:
        backend = GuardedBackend(hangs, system_connector, NOTHING)
        await backend.connect_tcp("wire.example", 80, timeout=0.05)

    with pytest.raises(UnresolvedInTimeError):
        run(work())


def test_a_proxy_that_refuses_one_address_is_asked_for_the_next() -> None:
    network = Network(0, {"wire.example": ["8.8.8.8", PUBLIC]})
    connect = network.connect

    async def picky(address: str, port: int, seconds: float | None):
        if address == "8.8.8.8":
            raise ProxyRefusedError(address)
        return await connect(address, port, seconds)

    network.connect = picky  # type: ignore[method-assign]

    assert connected(network, "wire.example") == PUBLIC


def test_the_real_connector_refuses_and_reaches() -> None:
    async def work() -> None:
        async with serving() as (port, _):
            stream = await system_connector("127.0.0.1", port, 1.0)
            await stream.aclose()
        with pytest.raises(httpcore.ConnectError):
            await system_connector("127.0.0.1", port, 1.0)

    run(work())


def test_sockets_of_this_machine_are_refused() -> None:
    backend = GuardedBackend(Network(0).resolve, system_connector, NOTHING)

    with pytest.raises(RefusedError):
        run(backend.connect_unix_socket("/var/run/docker.sock"))


async def _secured(seconds: float, *, cancel_after: float) -> None:
    """A connection to a server that takes it and never speaks TLS."""
    async with serving(silent) as (port, _):
        network = Network(port, {"wire.example": [PUBLIC]})
        backend = GuardedBackend(network.resolve, network.connect, NOTHING)
        stream = await backend.connect_tcp("wire.example", 443, timeout=seconds)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        async with asyncio.timeout(cancel_after):
            await stream.start_tls(context, "wire.example", 60)


def test_tls_has_what_is_left_of_the_time_for_connecting() -> None:
    with pytest.raises(httpcore.ConnectTimeout):
        run(_secured(0.1, cancel_after=2))


def test_cancelled_in_the_middle_of_tls_nothing_stays_open() -> None:
    with pytest.raises(TimeoutError):
        run(_secured(60, cancel_after=0.1))


def test_a_host_that_speaks_no_tls() -> None:
    async def work() -> None:
        async with serving(lambda _: b"") as (port, _heads):
            network = Network(port, {"wire.example": [PUBLIC]})
            backend = GuardedBackend(network.resolve, network.connect, NOTHING)
            stream = await backend.connect_tcp("wire.example", 443, timeout=2)
            await stream.write(b"GET / HTTP/1.0\r\n\r\n")
            await stream.start_tls(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), "wire.example")

    with pytest.raises(TlsFailedError):
        run(work())


def test_problems_are_errors_of_httpx() -> None:
    for kind in (RefusedError, UnresolvedError, UnresolvedInTimeError, TlsFailedError):
        assert issubclass(kind, httpx.TransportError)
    assert not issubclass(RefusedError, httpx.ConnectError)  # so that it is never tried again
