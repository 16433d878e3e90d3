"""How long an article with 40 citations takes on an internet of 100 ms latency; nothing asserted.

Forty quotations, each linked to its page; the pages lie on 20 hosts, two on each, as a host is
asked once a second and for its robots.txt before. Beside it what waiting alone takes: the same
requests, made by hand, one host beside the other, at the same pace. The target is 3 s.
"""

import asyncio
import time
from pathlib import Path

import httpx
import pytest
from internet import World, online
from serving import answer

from provcheck.pipeline import check
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

HOSTS, EACH, LATENCY = 20, 2, 0.1
NOUNS = ["pier", "lamp", "crane", "lock", "barge", "buoy", "ferry", "tide", "quay", "rope", "mast"]


def words(number: int) -> str:
    a, b, c = (NOUNS[(number * step + step) % len(NOUNS)] for step in (1, 3, 5))
    return (
        f"We shall mend the {a} before the {b} comes in, and pay {number + 3} crowns for the {c} "
        "whatever the council says"
    )


def story(number: int) -> bytes:
    filler = "".join(f"<p>Nobody on the quay asked for the {noun} that day.</p>" for noun in NOUNS)
    text = f"<html lang=en><title>Story {number}</title><article>{filler}<p>“{words(number)},” "
    return f"{text}Ada Brandvold said.</p>{filler}</article>".encode()


def an_article() -> str:
    lines = []
    for number in range(HOSTS * EACH):
        url = f"https://h{number % HOSTS}.example/story-{number}"
        lines.append(f"<p>“{words(number)},” Ada Brandvold <a href='{url}'>said</a>.</p>")
    return f"<html lang=en><title>Forty</title><article>{''.join(lines)}</article>"


def hosts() -> dict[str, dict[str, bytes]]:
    return {
        f"h{host}.example": {
            f"/story-{number}": answer(story(number)) for number in range(host, HOSTS * EACH, HOSTS)
        }
        for host in range(HOSTS)
    }


async def by_hand(world: World) -> None:
    """Make the requests that the run makes, and wait between two of a host as it does."""
    limits = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(verify=False, limits=limits) as client:  # noqa: S501

        async def host(number: int) -> None:
            name = {"Host": f"h{number}.example"}
            for at, path in enumerate(["robots.txt", f"story-{number}", f"story-{number + HOSTS}"]):
                await asyncio.sleep(max(0.0, began + at - time.monotonic()))
                await client.get(f"https://127.0.0.1:{world.port}/{path}", headers=name)

        began = time.monotonic()
        await asyncio.gather(*map(host, range(HOSTS)))


def test_forty_citations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "forty.html").write_text(an_article())
    rules = load_rulebook()
    with online(hosts(), tmp_path, monkeypatch) as world:
        world.latency = LATENCY
        times = []
        for run in range(3):
            settings = Settings(authorities=tmp_path / "ca.pem", store=tmp_path / f"kept{run}")
            began = time.monotonic()
            report = check(str(tmp_path / "forty.html"), settings, rules)
            times.append(time.monotonic() - began)
        began = time.monotonic()
        asyncio.run(by_hand(world))
        alone = time.monotonic() - began
    print(f"\n{len(report.findings)} citations, {LATENCY * 1000:.0f} ms latency, {HOSTS} hosts")
    print(f"verdicts: { {str(k): v for k, v in report.counts().items()} }")
    print(f"wall: {' '.join(f'{each:.2f}' for each in times)} s; requests alone {alone:.2f} s")
