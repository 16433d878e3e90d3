"""What a caller sees of a run while it goes on, and how it stops it."""

import asyncio
from collections.abc import Callable

from provcheck.model.value import Value


class Progress(Value):
    """How far fetching is: addresses done and wanted so far, and the hosts still waited for."""

    done: int
    total: int
    hosts: tuple[str, ...] = ()


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
            self._wake()

    async def stopped(self) -> None:
        """Return when `stop` was called."""
        self.has_begun = True
        loop, event = asyncio.get_running_loop(), asyncio.Event()
        self._wake = lambda: loop.call_soon_threadsafe(event.set)
        if not self.is_stopped:
            await event.wait()
