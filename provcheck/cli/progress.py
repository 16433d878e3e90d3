"""What a person at a terminal sees while pages are fetched, and how Ctrl-C ends a run in order."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from provcheck.cli.colour import wants_colour
from provcheck.fetch.watch import Progress as Step
from provcheck.fetch.watch import Watch
from provcheck.report.visible import one_line

_SHOWN = 3  # hosts that are named
_LONGEST = 40  # characters of their names


@contextmanager
def watched(name: str) -> Iterator[Watch]:
    """Give the Watch of a run on the article `name`.

    On a terminal a bar on standard error counts the addresses and names the hosts that are waited
    for; it is gone when the run ends. Elsewhere nothing is shown. The first Ctrl-C stops fetching
    and lets the run end with a report; the second ends the program as usual.
    """
    console = Console(stderr=True, no_color=not wants_colour("stderr"), highlight=False)
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[hosts]}", markup=False),
        console=console,
        transient=True,
        disable=not (sys.stderr and sys.stderr.isatty()),
    )
    task = bar.add_task(one_line(name)[-_LONGEST:], total=None, visible=False, hosts="")

    def tell(step: Step) -> None:
        bar.update(task, completed=step.done, total=step.total, hosts=_hosts(step), visible=True)

    watch = Watch(tell)
    with bar, _stopping(watch):
        yield watch


def _hosts(step: Step) -> str:
    shown = ", ".join(one_line(host)[:_LONGEST] for host in step.hosts[:_SHOWN])
    more = len(step.hosts) - _SHOWN + step.more
    return f"{shown} and {more} more" if more > 0 else shown


@contextmanager
def _stopping(watch: Watch) -> Iterator[None]:
    """Let the first Ctrl-C stop `watch`; where it is ignored or handled elsewhere, leave it so."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if not watch.has_begun:
            raise KeyboardInterrupt
        watch.stop()

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
