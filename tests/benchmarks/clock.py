"""Times of a task, and what a task returns in a process of its own within a time."""

import multiprocessing
import time
from collections.abc import Callable
from typing import Any


def milliseconds(task: Callable[[], object], rounds: int = 1) -> float:
    """The shortest of `rounds` runs, in time on the processor: other work does not count."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        task()
        times.append(time.process_time() - started)
    return min(times) * 1000


def in_child(task: Callable[[], Any], seconds: float) -> Any:
    """What `task` returns in a forked process, or None where it takes longer or dies."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=lambda: theirs.send(task()))
    child.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(seconds) else None
    except EOFError:
        return None
    finally:
        child.kill()
        child.join()
        ours.close()


def boxed(task: Callable[[], object], seconds: float) -> str:
    """The milliseconds of one run in a process of its own, or that it took longer."""
    told = in_child(lambda: milliseconds(task), seconds)
    return f"> {seconds:.0f} s" if told is None else f"{told:.1f}"
