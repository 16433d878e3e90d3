"""Reads sources where they do no harm: small ones here, others in processes of their own."""

import asyncio
import re
from functools import cached_property

from provcheck.fetch.child import Child
from provcheck.fetch.jobs import Start
from provcheck.fetch.quoting import read_quoting
from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.read import type_of

_MOST_AT_ONCE = 2  # processes, of 256 MB each
# What is read here: whatever it is, it takes less than a second.
_SMALL = 64 << 10
_FEW_TAGS = 3000
_FEW_MARKS = 2000  # of quotation; those that are three bytes in UTF-8 begin with the same two
_MARKS = (b'"', b"'", b"\xe2\x80")
_LONG_TAG = re.compile(rb"<[^<>]{4000}")  # attributes take time by the square of their number
_TEXTS = ("text/", "application/xhtml+xml", "application/x-subrip")


class Apart:
    """Reads the sources of a run, each within its limits of processor time and memory.

    What a source is read to does not depend on where it is read. `aclose` it when the run is over.
    """

    def __init__(self, rules: Rulebook, limits: Limits) -> None:
        self._rules, self._limits = rules, limits
        self._turns, self._here = asyncio.Semaphore(_MOST_AT_ONCE), asyncio.Lock()
        self._children: set[Child] = set()
        self._idle: list[Child] = []

    async def read(self, body: Body) -> tuple[SourceText, Completeness]:
        """Return the words of a source with what it quotes, and how much of it they are.

        Raises Unreadable, with one plain clause, and nothing else: also for a source that takes
        more time or memory to read than it may.
        """
        if is_small(body):
            async with self._here:  # in a thread, so that requests do not wait for it
                return await asyncio.to_thread(read_quoting, body, self._rules)
        async with self._turns:
            child = await self._ready()
            try:
                answer = await child.read(body)
            finally:
                await self._back(child)
        if answer.text is None:
            raise Unreadable(answer.why)
        return answer.text, answer.completeness

    async def aclose(self) -> None:
        """End all processes, those that still read too."""
        for child in tuple(self._children):
            await child.end()
        self._children.clear()
        self._idle.clear()

    @cached_property
    def _start(self) -> Start:
        return Start(rules=self._rules, limits=self._limits)

    async def _ready(self) -> Child:
        while self._idle:
            child = self._idle.pop()
            if child.is_alive:
                return child
            await self._gone(child)
        child = await Child.started(self._start)
        self._children.add(child)
        return child

    async def _back(self, child: Child) -> None:
        if child.is_alive and not child.has_grown:
            self._idle.append(child)
        else:
            await self._gone(child)

    async def _gone(self, child: Child) -> None:
        await child.end()
        self._children.discard(child)


def is_small(body: Body) -> bool:
    """Tell whether a source can be read at once: text of no great size, with nothing odd in it."""
    data = body.data
    if len(data) > _SMALL or not type_of(body).startswith(_TEXTS):
        return False
    if data.count(b"<") > _FEW_TAGS or _LONG_TAG.search(data):
        return False
    return sum(data.count(mark) for mark in _MARKS) <= _FEW_MARKS
