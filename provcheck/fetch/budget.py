"""What an address may take: time on the network, not time in the queue, waits, and bytes."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Budget:
    """Seconds of network time, shared by all requests and further attempts for one address.

    `waits` are the seconds that servers on the way may ask to wait beside that, in all. A body
    longer than `enough` bytes is cut there, which is no failure; None to have it whole.
    """

    def __init__(
        self, seconds: float, *, waits: float = math.inf, enough: int | None = None
    ) -> None:
        self.left, self.waits, self.enough = seconds, waits, enough

    @asynccontextmanager
    async def spending(self) -> AsyncIterator[None]:
        """Run the body on what is left; raises TimeoutError when that does not suffice."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(max(0.0, self.left)):
                yield
        finally:
            self.left -= loop.time() - began
