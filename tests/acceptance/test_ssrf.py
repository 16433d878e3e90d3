"""Addresses that an article's author controls, fetched whole: where the connections go.

The table here, and the list of vectors where it lies beside the checkout. For every one: no dial
but to the addresses that the vector calls public, at most one look-up a connection, no error but
our own, and less than a second.
"""

import json
import time
from pathlib import Path

import httpx
import pytest
from dialling import OTHER, PUBLIC, SIX, Network, redirecting, run, serving, walked

import provcheck.fetch.transport
from provcheck.fetch.trust import tls_context

VECTORS = Path(__file__).parents[2].parent / "shared" / "vectors" / "ssrf.jsonl"
FAR = {PUBLIC, OTHER, SIX}
PAGE = {"wire.example": [PUBLIC]}

ALLOWED = (
    ("plain", "https://wire.example/a?b=c#d", PAGE, ()),
    ("no path", "https://wire.example", PAGE, ()),
    ("a query alone", "http://wire.example?x", PAGE, ()),
    ("the usual port", "https://wire.example:443/", PAGE, ()),
    ("the other port", "https://wire.example:80/", PAGE, ()),
    ("an empty port", "https://wire.example:/", PAGE, ()),
    ("a last dot", "https://wire.example./", PAGE, ()),
    ("capitals", "HTTPS://WIRE.Example/", PAGE, ()),
    ("other letters", "https://bücher.example/ä", {"xn--bcher-kva.example": [PUBLIC]}, ()),
    ("sharp s", "https://faß.example/", {"xn--fa-hia.example": [PUBLIC]}, ()),
    ("emoji", "https://xn--i-7iq.example/", {"xn--i-7iq.example": [PUBLIC]}, ()),
    ("underscore", "https://a_b.wire.example/", {"a_b.wire.example": [PUBLIC]}, ()),
    ("hyphens", "https://-a-.wire.example/", {"-a-.wire.example": [PUBLIC]}, ()),
    ("a public address", f"https://{PUBLIC}/", {}, ()),
    ("a public IPv6 address", f"https://[{SIX}]/", {}, ()),
    ("both families", "https://wire.example/", {"wire.example": [SIX, PUBLIC]}, ()),
    ("an address in the path", "https://wire.example/http://127.0.0.1/", PAGE, ()),
    ("a user name in the query", "https://wire.example/?a:b@10.0.0.1", PAGE, ()),
    ("signs", 'https://wire.example/"<|>%zz', PAGE, ()),
    ("rebinding", "http://wire.example/", {"wire.example": [[PUBLIC], ["127.0.0.1"]]}, ()),
    ("redirect on the host", "http://wire.example/", PAGE, ("/a", "b?c")),
    ("redirect to a host", "http://wire.example/", PAGE, ("//wire.example/", "https://wire.example")),
)  # fmt: skip
TO_IN = {**PAGE, "in.example": ["10.0.0.9"], "mixed.example": [PUBLIC, "10.0.0.9"]}
REBOUND = {"wire.example": [[PUBLIC], ["127.0.0.1"]]}
BLOCKED = (
    *(
        (literal, f"http://{literal}/", {}, ())
        for literal in (
            "127.0.0.1", "127.9.9.9", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.31.0.1",
            "192.168.1.1", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255",
            "168.63.129.16", "[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]",
            "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001::1]", "[fe80::1]",
            "[fd00:ec2::254]", "[ff02::1]", "[3fff::1]", "[4000::]",
            "2130706433", "0x7f000001", "017700000001", "127.1", "0", "0x7f.1", "127.0.0.1.",
            "1.1.1.1.", "1.1.1.256", "127%2e0.0.1", "127。0。0。1", "１２７.0.0.1", "①.0.0.1",
            "localhost", "LOCALHOST.", "localho\ufb06", "a.localhost", "printer.local",
            "metadata.google.internal", "intranet", "wiki.corp", "x.onion", "a:b@wire.example",
            "@wire.example", "wire.example:22", "wire.example:8080", "wire.example:0",
            "wire.example:٨٠", "wire.example\\@evil.example", "wi\tre.example", "wire%00.example",
            "a..example", "wire.example..", "xn--localhost-.example", "a" * 64 + ".example",
        )
    ),
    ("a name of ours", "http://in.example/", TO_IN, ()),
    ("a name of both", "http://mixed.example/", TO_IN, ()),
    ("a name without address", "http://wire.example/", {"wire.example": []}, ()),
    ("a zone", "http://wire.example/", {"wire.example": ["fe80::1%eth0"]}, ()),
    ("NAT64", "http://wire.example/", {"wire.example": ["64:ff9b::a00:1"]}, ()),
    ("another scheme", "gopher://wire.example:80/_x", PAGE, ()),
    ("a file", "file:///etc/passwd", PAGE, ()),
    ("redirect to loopback", "http://wire.example/", PAGE, ("http://127.0.0.1/",)),
    ("redirect, second step", "http://wire.example/", PAGE, ("/a", "//10.0.0.1/")),
    ("redirect to a name of ours", "http://wire.example/", TO_IN, ("http://in.example/",)),
    ("redirect to a name of both", "http://wire.example/", TO_IN, ("http://mixed.example/",)),
    ("redirect to a file", "http://wire.example/", PAGE, ("file:///etc/passwd",)),
    ("redirect to a port", "http://wire.example/", PAGE, ("http://wire.example:22/",)),
    ("redirect to a number", "http://wire.example/", PAGE, ("http://2130706433/",)),
    ("rebinding by a redirect", "http://wire.example/", REBOUND, ("/again",)),
    ("redirects without end", "http://wire.example/", PAGE, ("/a",) * 30),
)  # fmt: skip


def shared() -> list[tuple]:
    """The vectors beside the checkout, in the form of the tables above and with what they want."""
    if not VECTORS.exists():
        return []
    rows = map(json.loads, VECTORS.read_text().splitlines())
    return [
        (r["id"], r["url"], r["dns"] or {}, r["redirects"] or (), r["must"] == "allow")
        for r in rows
    ]


ROWS = [*((*row, True) for row in ALLOWED), *((*row, False) for row in BLOCKED), *shared()]


@pytest.fixture(scope="module")
def _one_trust() -> None:
    """Reading the usual authorities takes longer than all the rest; no vector is about TLS."""
    trust = tls_context(None, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(provcheck.fetch.transport, "tls_context", lambda _: trust)
        yield


def fetched(row: tuple) -> tuple[int | None, int, Network]:
    """The last status, None where an error of our own came, the answers served, the network."""
    _, url, names, locations, _ = row

    async def work() -> tuple[int | None, int, Network]:
        async with serving(redirecting(locations)) as (port, heads):
            network = Network(port, names, plain=True)
            try:
                status = await walked(network.transport(), url)
            except httpx.TransportError:
                status = None
            return status, len(heads), network

    return run(work())


@pytest.mark.usefixtures("_one_trust")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].encode("unicode_escape").decode())
def test_where_connections_go(row: tuple) -> None:
    started = time.monotonic()

    status, answers, network = fetched(row)

    assert time.monotonic() - started < 1
    assert len(network.dials) <= answers
    assert len(network.lookups) <= answers + (status is None)
    dialled = {dial.partition(" ")[0] for dial in network.dials}
    if row[-1]:
        assert status == 200
        assert dialled
        assert dialled <= FAR | _public(row)
    else:
        assert status is None
        assert dialled <= FAR
        assert row[3] or not dialled


def _public(row: tuple) -> set[str]:
    """What an allowed vector may dial: the first answer for each name, or the literal itself."""
    answers = [known[0] if known and isinstance(known[0], list) else known
               for known in row[2].values()]  # fmt: skip
    literal = httpx.URL(row[1]).raw_host.decode("ascii")
    return {address for known in answers for address in known} | {literal}


def test_there_are_vectors() -> None:
    assert len(ALLOWED) + len(BLOCKED) >= 60
    assert len({row[0] for row in ROWS}) == len(ROWS)
