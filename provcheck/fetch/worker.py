"""The process in which sources are read: jobs come on standard input until that ends.

`child.py` starts it; what is said is in `jobs.py`. A reading that takes too much processor time
or memory ends the process: whoever waits for the answer sees how.
"""

import contextlib
import gc
import json
import os
import signal
import sys
from typing import BinaryIO

from pydantic_core import PydanticSerializationError

from provcheck.fetch.jobs import LENGTH, SPENT, Answer, Start
from provcheck.fetch.memory import binding, bound, peak
from provcheck.fetch.quoting import FAILED, read_quoting
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Body, Unreadable


def main() -> None:
    """Read sources until standard input ends."""
    jobs, answers = sys.stdin.buffer, _answers()
    start = Start.model_validate_json(_received(jobs))
    _warm_up(start)
    bound(start.limits.reading_bytes)
    _send(answers, b"")
    while head := _received(jobs):
        told = _told(Body(data=_received(jobs), **json.loads(head)), start)
        _send(answers, told)
        gc.collect()


def _answers() -> BinaryIO:
    """Return where answers go; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    return answers


def _warm_up(start: Start) -> None:
    """Load what reading most sources needs, so that no source is charged with it."""
    page = Body(data=b"<p>\xe2\x80\x9cThe pier is shut,\xe2\x80\x9d she said.", name="warm.html")
    with contextlib.suppress(Unreadable):
        read_quoting(page, start.rules)
    page_rules()
    # What lives as long as the process is looked at no more, and a reading ends before it
    # leaves much behind: collecting takes a quarter of its time.
    gc.collect()
    gc.freeze()
    gc.disable()


def _told(body: Body, start: Start) -> bytes:
    """Return the answer for one source; ends the process when it takes too much."""
    _clock(start.limits.reading_cpu_seconds)
    try:
        told = _answer(body, start).model_dump_json().encode()
    except PydanticSerializationError:  # words that are no characters
        told = Answer(why=FAILED).model_dump_json().encode()
    except MemoryError:
        os._exit(SPENT)
    _clock(0)
    if peak() > binding(start.limits.reading_bytes):
        os._exit(SPENT)
    return told


def _answer(body: Body, start: Start) -> Answer:
    try:
        text, completeness = read_quoting(body, start.rules)
    except Unreadable as problem:
        return Answer(why=str(problem))
    return Answer(text=text, completeness=completeness)


def _clock(seconds: float) -> None:
    """End the process by SIGPROF after so many seconds of processor time; 0: never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _received(stream: BinaryIO) -> bytes:
    """Return the next message, b"" at the end."""
    head = stream.read(LENGTH.size)
    return stream.read(*LENGTH.unpack(head)) if len(head) == LENGTH.size else b""


def _send(stream: BinaryIO, message: bytes) -> None:
    stream.write(LENGTH.pack(len(message)) + message)
    stream.flush()


if __name__ == "__main__":
    main()
