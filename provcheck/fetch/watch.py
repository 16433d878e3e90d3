"""What a caller sees of a run while it goes on, and how it stops it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from itertools import islice

from provcheck.model.value import Value

_NAMED = 10  # hosts of a step; a step is told for each address, so it must not grow with them


class Progress(Value):
    """How far fetching is: addresses done and wanted so far, and the hosts still waited for.

    `hosts` are those waited for longest, `more` counts the others.
    """

    done: int
    total: int
    hosts: tuple[str, ...] = ()
    more: int = 0


class Waiting:
    """Counts the addresses of a run by host, in a time that does not depend on their number."""

    def __init__(self) -> None:
        self._hosts: dict[str, int] = {}  # in the order in which they were begun
        self._done = self._open = 0

    def begin(self, host: str) -> Progress:
        """Note that an address of `host` is waited for, and return how far fetching is."""
        self._open += 1
        self._hosts[host] = self._hosts.get(host, 0) + 1
        return self._step()

    def end(self, host: str) -> Progress:
        """Note that an address of `host`, which was begun, is done, and return the same."""
        self._open -= 1
        self._done += 1
        self._hosts[host] -= 1
        if not self._hosts[host]:
            del self._hosts[host]
        return self._step()

    def _step(self) -> Progress:
        named = tuple(islice(self._hosts, _NAMED))
        more = len(self._hosts) - len(named)
        return Progress(done=self._done, total=self._done + self._open, hosts=named, more=more)


class Watch:
    """Tells `tell` of each step; after `stop` nothing more is fetched and the run ends in order.

    `stop` may be called from a signal handler or another thread, any number of times.
    """

    def __init__(self, tell: Callable[[Progress], None] = lambda _: None) -> None:
        self.tell = tell
        self.is_stopped = False
        self.has_begun = False  # fetching: from then on there is something to report
        self._wake: Callable[[], object] | None = None

    def stop(self) -> None:
        """End fetching: what was not read by now is unavailable, for that reason."""
        self.is_stopped = True
        if self._wake:
            with suppress(RuntimeError):  # the loop is closed: there is nothing left to end
                self._wake()

    async def stopped(self) -> None:
        """Return when `stop` was called."""
        self.has_begun = True
        loop, event = asyncio.get_running_loop(), asyncio.Event()
        self._wake = lambda: loop.call_soon_threadsafe(event.set)
        if not self.is_stopped:
            await event.wait()
