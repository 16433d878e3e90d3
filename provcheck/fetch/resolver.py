"""The resolver of the system, asked in threads that nobody waits for."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from threading import Thread

Outcome = tuple[str, ...] | Exception
Resolver = Callable[[str], Awaitable[Sequence[str]]]


def system_resolver(at_once: int) -> Resolver:
    """Return what looks up the addresses of a name, in the system's order, each once.

    At most `at_once` names are looked up at a time. A lookup that is cancelled frees its place at
    once, so names that hang hold up neither the others nor the end of the run. It raises OSError
    for a name without address, and UnicodeError for what is no name.
    """
    places = asyncio.Semaphore(at_once)

    async def resolve(host: str) -> tuple[str, ...]:
        async with places:
            return await _looked_up(host)

    return resolve


async def _looked_up(host: str) -> tuple[str, ...]:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def ask() -> None:
        outcome: Outcome
        try:
            outcome = _addresses(host)
        except (OSError, ValueError) as problem:
            outcome = problem
        with suppress(RuntimeError):  # the loop is closed: the run ended without this answer
            loop.call_soon_threadsafe(_settle, answer, outcome)

    # A daemon, not a worker of asyncio or anyio: those are joined when the program ends, which
    # would wait for a dead name server for half a minute.
    Thread(target=ask, name="provcheck resolver", daemon=True).start()
    return await answer


def _addresses(host: str) -> tuple[str, ...]:
    # As bytes: text would go through Python's codec for names, which is of 2003.
    found = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


def _settle(answer: asyncio.Future[tuple[str, ...]], outcome: Outcome) -> None:
    if answer.done():
        return  # cancelled meanwhile
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)
