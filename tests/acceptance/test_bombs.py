"""Every hostile source ends in a named way, soon, and in little memory."""

import asyncio
import os
import resource
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from acceptance.bombs import BOMBS, ENCODED, MB, PORT, Bomb, Encoded, aliases
from discoursing import RULES
from sources.files import a_pdf

from provcheck.errors import RuleError
from provcheck.fetch.apart import Apart
from provcheck.fetch.decoding import BodyError, Decoder
from provcheck.fetch.memory import peak
from provcheck.model.evidence import Completeness
from provcheck.rulebook.book import load_house
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable

LIMITS = Limits()
SECONDS = LIMITS.reading_cpu_seconds + 0.7  # what taking the answer takes, and being stopped
TICKS = os.sysconf("SC_CLK_TCK")
ORDINARY = Body(data=a_pdf(["The pier is shut until the spring, she said."]), name="a.pdf")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and limits it")


@dataclass(frozen=True)
class Read:
    """How a reading ended, and what it cost the process that read and us."""

    ends: Completeness | str
    seconds: float  # of processor time, of both
    held: int  # bytes, by the process
    grown: int  # bytes, by which we grew


class Bench:
    """One reader for all bombs, and what each of them cost it."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self.run = runner.run
        self.reader = Apart(RULES, LIMITS)

    async def read(self, body: Body) -> Read:
        """Read a source in a process that was ready before."""
        await self.reader.read(ORDINARY)
        for pid in ("self", *self._pids()):
            _forget(pid)
        spent, size = self._spent(), peak()
        reading = asyncio.create_task(self._ended(body))
        held = 0
        while not reading.done():
            held = max(held, *(peak(pid) for pid in self._pids()), 0)
            await asyncio.sleep(0.01)
        return Read(await reading, self._spent() - spent, held, peak() - size)

    async def _ended(self, body: Body) -> Completeness | str:
        try:
            _, completeness = await self.reader.read(body)
        except Unreadable as problem:
            return str(problem)
        return completeness

    def _pids(self) -> list[int]:
        return [child._process.pid for child in self.reader._children]

    def _spent(self) -> float:
        """The processor seconds of this process and all its children, the living and the dead."""
        gone = resource.getrusage(resource.RUSAGE_CHILDREN)
        live = sum(_seconds(pid) for pid in self._pids())
        return time.process_time() + gone.ru_utime + gone.ru_stime + live


def _forget(pid: int | str) -> None:
    """Let the peak of a process begin anew, where the system lets us."""
    with suppress(OSError):
        Path(f"/proc/{pid}/clear_refs").write_text("5")


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with asyncio.Runner() as runner:
        made = Bench(runner)
        yield made
        runner.run(made.reader.aclose())


@pytest.fixture(scope="module")
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


def test_there_are_enough_of_them() -> None:
    assert len(BOMBS) + len(ENCODED) >= 30


@pytest.mark.parametrize("bomb", [pytest.param(b, id=name) for name, b in BOMBS.items()])
def test_a_hostile_source_ends_soon(bomb: Bomb, bench: Bench, server: socket.socket) -> None:
    data = bomb.made().replace(PORT.encode(), str(server.getsockname()[1]).encode())
    body = Body(data=data, name=bomb.name, media_type=bomb.media_type, charset=bomb.charset)
    read = bench.run(bench.read(body))

    assert read.ends in bomb.ends
    assert read.seconds < SECONDS
    assert read.held <= LIMITS.reading_bytes
    assert read.grown <= 160 * MB
    with pytest.raises(BlockingIOError):  # nobody has called
        server.accept()


@pytest.mark.parametrize("bomb", [pytest.param(b, id=name) for name, b in ENCODED.items()])
def test_a_hostile_body_is_not_unpacked(bomb: Encoded) -> None:
    raw = bomb.made()
    begun, size = time.process_time(), peak()
    with pytest.raises(BodyError) as caught:
        _unpacked(raw, bomb.encoding)

    assert str(caught.value) == bomb.ends
    assert time.process_time() - begun < 1
    assert peak() - size <= 64 * MB


def _unpacked(raw: bytes, encoding: str) -> None:
    decoder = Decoder(encoding, LIMITS)
    for at in range(0, len(raw), 64 << 10):
        decoder.feed(raw[at : at + (64 << 10)])
    decoder.finish()


def test_a_house_of_aliases_is_refused(tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    house.write_bytes(aliases())

    with pytest.raises(RuleError, match="aliases are not taken"):
        load_house(str(house))


def test_after_all_of_them_a_source_is_read(bench: Bench) -> None:
    assert bench.run(bench.read(ORDINARY)).ends == Completeness.WHOLE
