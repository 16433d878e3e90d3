"""Our side of a process that reads sources: starting it, asking it, watching it, ending it."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from time import monotonic

from pydantic import ValidationError

from provcheck.fetch.jobs import LENGTH, SPENT, Answer, Start
from provcheck.fetch.memory import binding, peak
from provcheck.fetch.quoting import FAILED
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable

_COMMAND = (sys.executable, "-P", "-m", "provcheck.fetch.worker")
# What a Python needs to start on some systems, and no more of the environment: no secrets.
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_LONGEST = 64 << 20  # bytes of an answer
_STARTING = 60.0  # seconds; it takes one on an idle machine
_PATIENCE = 12  # times the processor time: machines are busy
_KILLING = getattr(signal, "SIGKILL", signal.SIGTERM)
_LOOK = 0.05  # seconds between two looks at its memory


class Child:
    """A process that reads sources one after another, each within the limits of a run.

    One that has ended, by itself or at our hands, reads no more: `is_alive` tells. `end` it.
    """

    def __init__(self, process: asyncio.subprocess.Process, limits: Limits) -> None:
        if process.stdin is None or process.stdout is None:
            message = "a process without pipes answers nothing"
            raise ValueError(message)
        self._process, self._limits = process, limits
        self._jobs, self._answers = process.stdin, process.stdout
        self._turn = asyncio.Lock()  # to use the pipes
        self._why = ""  # we ended it, where we did

    @classmethod
    async def started(cls, start: Start) -> "Child":
        """Return a process that is ready to read; raises Unreadable when none can be started."""
        try:
            process = await asyncio.create_subprocess_exec(
                *_COMMAND,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,  # Ctrl-C is for us to answer
            )
        except OSError as problem:
            message = f"the process that reads it cannot be started ({problem.strerror})"
            raise Unreadable(message) from None
        child = cls(process, start.limits)
        await child._exchanged(_STARTING, start.model_dump_json().encode())
        return child

    @property
    def is_alive(self) -> bool:
        """Tell whether the process still runs."""
        return self._process.returncode is None and not self._why

    @property
    def has_grown(self) -> bool:
        """Tell whether it has held half of the memory that it may: a new one is better then."""
        return peak(self._process.pid) * 2 > self._limits.reading_bytes

    async def read(self, body: Body) -> Answer:
        """Return how reading `body` ended; raises Unreadable when it took the process with it."""
        head = json.dumps(body.model_dump(mode="json", exclude={"data"})).encode()
        seconds = self._limits.reading_cpu_seconds * _PATIENCE
        told = await self._exchanged(seconds, head, body.data)
        try:
            answer = Answer.model_validate_json(told)
        except ValidationError:
            answer = Answer()
        if answer.text is None and not answer.why:
            await self.end()
            raise Unreadable(FAILED)
        return answer

    async def end(self) -> None:
        """End the process, whatever it does; a reading that is under way fails."""
        self._kill()
        async with self._turn:
            self._jobs.close()
            with contextlib.suppress(ConnectionError):
                await self._jobs.wait_closed()
            await self._answers.read()
            await self._process.wait()

    def _kill(self) -> None:
        # Not by the process's own method: that asks whether it has ended, and takes the answer
        # away from the event loop, which then does not know how.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, _KILLING)

    async def _exchanged(self, seconds: float, *messages: bytes) -> bytes:
        """Return what is answered to messages; the process is ended where nothing good comes."""
        watch = asyncio.create_task(self._watched(seconds))
        try:
            async with self._turn:
                return await self._answered(messages)
        except (ConnectionError, asyncio.IncompleteReadError):
            await self.end()
            raise Unreadable(self._reason()) from None
        except BaseException:
            await self.end()
            raise
        finally:
            watch.cancel()

    async def _answered(self, messages: tuple[bytes, ...]) -> bytes:
        for message in messages:
            self._jobs.write(LENGTH.pack(len(message)))
            self._jobs.write(message)
        await self._jobs.drain()
        (length,) = LENGTH.unpack(await self._answers.readexactly(LENGTH.size))
        if length > _LONGEST:
            raise ConnectionError
        return await self._answers.readexactly(length)

    async def _watched(self, seconds: float) -> None:
        """End the process when it takes too much memory, or too long by the clock."""
        most = binding(self._limits.reading_bytes)
        end = monotonic() + seconds
        while not self._why:
            await asyncio.sleep(_LOOK)
            if peak(self._process.pid) > most:
                self._why = _of_memory(most)
            elif monotonic() > end:
                self._why = f"reading it takes more than {seconds:.0f} s"
        self._kill()

    def _reason(self) -> str:
        """Return why there is no answer, a clause; never that something is not there."""
        code = self._process.returncode
        if self._why:
            return self._why
        if code == -getattr(signal, "SIGPROF", 0):
            return (
                f"reading it takes more than {self._limits.reading_cpu_seconds} s of processor time"
            )
        return _of_memory(binding(self._limits.reading_bytes)) if code == SPENT else FAILED


def _of_memory(most: int) -> str:
    return f"reading it takes more than {most >> 20} MB of memory"


def _environment() -> dict[str, str]:
    """Return the environment of the process: where our modules are, the same on any machine."""
    paths = (str(Path(path).absolute()) for path in sys.path)  # "" is the current folder
    return {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONHASHSEED": "0",
        "OPENBLAS_NUM_THREADS": "1",
        **{name: os.environ[name] for name in _NEEDED if name in os.environ},
    }
