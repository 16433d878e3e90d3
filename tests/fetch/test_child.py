import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from discoursing import RULES
from sources.files import a_pdf

from provcheck.fetch.child import Child
from provcheck.fetch.jobs import LENGTH, Start
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable

LIMITS = Limits(reading_cpu_seconds=1)
EASY = Body(data=a_pdf(["The pier is shut until the spring, she said."]), name="a.pdf")
# One tag with more attributes than a parser gets through.
DEAR = Body(data=b"<p " + b" ".join(b"a%d" % n for n in range(100_000)) + b">x", name="a.html")
# Paragraphs of a letter: many values of little text.
LARGE = Body(data=b"a\n" * 400_000, name="a.txt")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and limits it")


def with_child(
    then: Callable[[Child], Awaitable[object]], limits: Limits = LIMITS, rules: object = RULES
) -> object:
    """What comes of doing something with a process that is ready to read."""

    async def run() -> object:
        child = await Child.started(Start(rules=rules, limits=limits))
        try:
            return await then(child)
        finally:
            await child.end()
            assert not child.is_alive

    return asyncio.run(run())


async def refused(child: Child, body: Body) -> str:
    with pytest.raises(Unreadable) as caught:
        await child.read(body)
    return str(caught.value)


def test_reads_one_source_after_another() -> None:
    async def twice(child: Child) -> bool:
        first = await child.read(EASY)
        assert first.text is not None
        assert "The pier is shut" in first.text.text
        assert first == await child.read(EASY)
        return child.is_alive and not child.has_grown

    assert with_child(twice)


@pytest.mark.parametrize(
    ("body", "limits", "why"),
    [
        pytest.param(
            DEAR, LIMITS, "reading it takes more than 1 s of processor time", id="processor time"
        ),
        pytest.param(
            LARGE,
            Limits(reading_bytes=128 << 20),
            "reading it takes more than 112 MB of memory",
            id="memory",
            marks=linux,
        ),
    ],
)
def test_a_reading_beyond_its_limits_is_told_from_one_without_words(
    body: Body, limits: Limits, why: str
) -> None:
    async def ends(child: Child) -> bool:
        assert await refused(child, body) == why
        return child.is_alive

    assert with_child(ends, limits) is False


async def _meanwhile(child: Child, sent: signal.Signals) -> str:
    """Send a signal to the process while it reads; return what comes of the reading."""
    reading = asyncio.create_task(refused(child, DEAR))
    await asyncio.sleep(0.2)
    os.kill(child._process.pid, sent)
    return await reading


def test_a_process_that_dies_is_told() -> None:
    assert with_child(lambda child: _meanwhile(child, signal.SIGKILL)) == "reading it failed"


def test_a_process_that_stands_still_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provcheck.fetch.child._PATIENCE", 1)
    why = "reading it takes more than 1 s"

    assert with_child(lambda child: _meanwhile(child, signal.SIGSTOP)) == why


def test_a_reading_that_is_given_up_ends_its_process() -> None:
    async def cancelled(child: Child) -> bool:
        reading = asyncio.create_task(child.read(DEAR))
        await asyncio.sleep(0.1)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        return child.is_alive

    assert with_child(cancelled) is False


@linux
def test_the_process_has_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "hunter2")

    async def environment(child: Child) -> str:
        told = Path(f"/proc/{child._process.pid}/environ")
        return await asyncio.to_thread(told.read_text)

    told = with_child(environment)
    names = {line.partition("=")[0] for line in str(told).split("\0") if line}

    assert "hunter2" not in str(told)
    assert names <= {"PYTHONPATH", "PYTHONHASHSEED", "OPENBLAS_NUM_THREADS", "LD_LIBRARY_PATH"}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(LENGTH.pack(5) + b"no js", id="no JSON"),
        pytest.param(LENGTH.pack(2) + b"{}" + b"x" * 99, id="more than it says"),
        pytest.param(LENGTH.pack(1 << 40), id="a length beyond all bounds"),
        pytest.param(LENGTH.pack(99) + b"{", id="less than it says"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_a_process_that_lies_is_not_believed(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first message, that it is ready, is right; what it answers to a source is `said`."""
    code = f"""import sys
ours, theirs = sys.stdin.buffer, sys.stdout.buffer
for reply in (bytes(8), {said!r}):
    ours.read(int.from_bytes(ours.read(8), "big"))
    theirs.write(reply)
    theirs.flush()
"""
    monkeypatch.setattr("provcheck.fetch.child._COMMAND", (sys.executable, "-c", code))

    async def answer(child: Child) -> str:
        return await refused(child, EASY)

    assert with_child(answer) == "reading it failed"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        pytest.param(("/no/such/python",), "cannot be started", id="no such program"),
        pytest.param((sys.executable, "-c", "exit(3)"), "reading it failed", id="one that ends"),
    ],
)
def test_a_process_that_does_not_start_is_told(
    command: tuple[str, ...], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provcheck.fetch.child._COMMAND", command)

    with pytest.raises(Unreadable, match=why):
        asyncio.run(Child.started(Start(rules=RULES, limits=LIMITS)))
