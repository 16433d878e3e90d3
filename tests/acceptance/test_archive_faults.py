"""Every fault at every place where an archive is asked: each ends in time, with a reason."""

import asyncio
import time
from contextlib import aclosing

import pytest
from archiving import DAY, PAGE, WAYBACK, WORDS, index, path_of
from dialling import PUBLIC, Network
from faults import FAULTS, Fault
from internet import Routes
from serving import Site, answer

from provcheck.fetch.archives import Archives
from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.page import Page
from provcheck.fetch.shelf import Shelf
from provcheck.model.evidence import Mode, Unavailable
from provcheck.rulebook.archives import archive_rules, filled
from provcheck.rulebook.pages import page_rules
from provcheck.settings import Limits, Robots, Settings
from provcheck.store.given import Given

LIMITS = Limits(
    connect_seconds=1.0, read_seconds=0.5, total_seconds=2.0, host_interval=0.0,
    retry_wait=0.01, retry_after=0.1, attempts=2,
)  # fmt: skip
SETTINGS = Settings(robots=Robots.IGNORE, limits=LIMITS)
MOMENT = "20250122080000"
GATE = path_of(filled(WAYBACK.timegate, PAGE))
HOSTS = ("web.archive.org", "archive.org", "arquivo.pt")
# Where the fault is met: asking for the copies, asking the TimeGate, and playing a copy.
PLACES = ("index", "timegate", "replay", "hint")
Outcome = tuple[Page | Unavailable, float]


def routes(fault: Fault, place: str) -> Routes:
    """What the archive answers that fails at `place`, and there alone."""
    match place:
        case "index":
            return {path_of(WAYBACK.index(PAGE, DAY)): fault.sends}
        case "timegate":
            return {GATE: fault.sends}
        case "replay":
            return index(MOMENT) | {path_of(filled(WAYBACK.replay, PAGE, MOMENT)): fault.sends}
        case _:
            hint = filled(WAYBACK.availability, PAGE, "20250123120000")
            return {path_of(hint): fault.sends}


async def met(fault: Fault, place: str) -> Outcome:
    async with Site(routes(fault, place)) as site:
        network = Network(site.port, {host: [PUBLIC] for host in HOSTS}, plain=True)
        async with aclosing(network.transport(SETTINGS)) as through:
            client = Client(Given(), Asker(through, SETTINGS), SETTINGS)
            archives = Archives(Shelf(Given(), client, SETTINGS), SETTINGS)
            began = time.monotonic()
            end = await archives.nearest(PAGE, DAY)
            return end, time.monotonic() - began


async def all_met(every: list[tuple[str, str]]) -> list[Outcome]:
    page_rules()  # read now, since it takes a while in which no loop would turn
    turns = asyncio.Semaphore(8)

    async def one(name: str, place: str) -> Outcome:
        async with turns:
            return await met(FAULTS[name], place)

    return await asyncio.gather(*(one(*each) for each in every))


@pytest.fixture(scope="module")
def ends() -> dict[tuple[str, str], Outcome]:
    every = [(name, place) for name in FAULTS for place in PLACES]
    with pytest.MonkeyPatch.context() as patch:
        for at in archive_rules().paces:
            patch.setitem(archive_rules().paces, at, 0.0)
        found = asyncio.run(all_met(every))
    return dict(zip(every, found, strict=True))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_an_archive_ends_in_time_and_with_its_reason(
    ends: dict[tuple[str, str], Outcome], name: str, place: str
) -> None:
    end, seconds = ends[name, place]

    # A fault may be met by two requests: for two spellings, or by a further attempt.
    assert seconds < LIMITS.total_seconds * 2 + 3
    if place == "replay" and FAULTS[name].ends is None:
        assert isinstance(end, Page)
        assert (end.snapshot.url, end.snapshot.mode) == (PAGE, Mode.ARCHIVE)
        return
    assert isinstance(end, Unavailable)
    assert end.reason.startswith(f"{PAGE}: no arch")
    assert end.reason.count("\n") == 0
    assert "Error(" not in end.reason
    assert "object at" not in end.reason


def test_without_a_fault_each_place_leads_to_the_copy() -> None:
    played = Fault(answer(WORDS), None)

    end, _ = asyncio.run(met(played, "replay"))

    assert isinstance(end, Page)
