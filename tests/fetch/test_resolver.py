"""Look-ups by the system; hanging ones are stood in for, as no name server may be asked."""

import asyncio
import socket
import subprocess
import sys
import threading
import time

import pytest

from provcheck.fetch.resolver import system_resolver


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch):
    """Names of our own, of which those that begin with "hang" are not answered till the end."""
    end = threading.Event()

    def look_up(host: bytes, *_: object, **__: object) -> list[tuple]:
        if host.startswith(b"hang"):
            end.wait(20)
        if host == b"gone.example":
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [(0, 0, 0, "", ("192.0.2.7", 0)), (0, 0, 0, "", ("192.0.2.7", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield
    end.set()
    for thread in threading.enumerate():
        if thread.name == "provcheck resolver":
            thread.join()


def test_this_machine_is_found_without_a_name_server() -> None:
    assert set(asyncio.run(system_resolver(4)("localhost"))) <= {"127.0.0.1", "::1"}


@pytest.mark.usefixtures("names")
def test_each_address_comes_once() -> None:
    assert asyncio.run(system_resolver(4)("wire.example")) == ("192.0.2.7",)


@pytest.mark.usefixtures("names")
def test_a_name_without_address_is_an_error() -> None:
    with pytest.raises(socket.gaierror):
        asyncio.run(system_resolver(4)("gone.example"))


@pytest.mark.usefixtures("names")
def test_letters_do_not_reach_the_codec_of_2003() -> None:
    with pytest.raises(UnicodeError):
        asyncio.run(system_resolver(4)("faß.example"))


@pytest.mark.usefixtures("names")
def test_names_that_hang_do_not_stall_the_others() -> None:
    async def work() -> float:
        resolve = system_resolver(8)
        hanging = [asyncio.create_task(resolve(f"hang{i}.example")) for i in range(7)]
        started = time.monotonic()
        for _ in range(20):
            await resolve("wire.example")
        took = time.monotonic() - started
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)
        return took

    assert asyncio.run(work()) < 1


@pytest.mark.usefixtures("names")
def test_a_cancelled_look_up_frees_its_place() -> None:
    async def work() -> tuple[str, ...]:
        resolve = system_resolver(1)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await resolve("hang.example")
        async with asyncio.timeout(1):
            return tuple(await resolve("wire.example"))

    assert asyncio.run(work()) == ("192.0.2.7",)


def test_a_late_answer_is_dropped_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, end, complaints = threading.Event(), threading.Event(), []

    def look_up(*_: object, **__: object) -> list[tuple]:
        asked.set()
        end.wait(20)
        return [(0, 0, 0, "", ("192.0.2.7", 0))]

    async def work() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, what: complaints.append(what))
        task = asyncio.create_task(system_resolver(1)("late.example"))
        while not asked.is_set():  # noqa: ASYNC110 (an event of threads)
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        end.set()
        await asyncio.sleep(0.1)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    asyncio.run(work())
    assert complaints == []


@pytest.mark.usefixtures("names")
def test_a_late_answer_after_the_end_is_dropped() -> None:
    async def work() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await system_resolver(1)("hang.example")

    asyncio.run(work())  # the fixture lets the thread go on to a closed loop: no warning


HANGING = """
import asyncio, socket, time
socket.getaddrinfo = lambda *a, **k: time.sleep(30)
from provcheck.fetch.resolver import system_resolver
async def work():
    try:
        async with asyncio.timeout(0.1):
            await system_resolver(1)("hang.example")
    except TimeoutError:
        print("gave up")
asyncio.run(work())
"""


def test_the_program_ends_while_a_name_hangs() -> None:
    run = subprocess.run(
        [sys.executable, "-c", HANGING], capture_output=True, text=True, timeout=10, check=True
    )

    assert (run.stdout, run.stderr) == ("gave up\n", "")
