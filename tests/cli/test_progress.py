import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provcheck.cli.progress import watched
from provcheck.fetch.watch import Progress

STEPS = (
    "from provcheck.cli.progress import watched\n"
    "from provcheck.fetch.watch import Progress\n"
    "import time\n"
    "hosts = tuple(f'{i}.example' for i in range(5))\n"
    "with watched('pier.txt') as watch:\n"
    "    watch.tell(Progress(done=1, total=6, hosts=hosts))\n"
    "    time.sleep(0.5)\n"
)


def test_nothing_is_shown_where_nobody_looks(capfd: pytest.CaptureFixture[str]) -> None:
    with watched("pier.txt") as watch:
        watch.tell(Progress(done=1, total=2, hosts=("wire.example",)))

    assert capfd.readouterr() == ("", "")


def test_a_terminal_sees_counts_and_hosts_on_standard_error() -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(
        [sys.executable, "-c", STEPS], stdout=subprocess.PIPE, stderr=theirs, env=environment
    ) as run:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other side is closed
                break
            if not part:
                break
            shown += part
        assert run.stdout
        assert run.stdout.read() == b""
    os.close(ours)
    assert b"pier.txt" in shown
    assert b"1/6" in shown
    assert b"0.example, 1.example, 2.example and 2 more" in shown


INTERRUPTED = (
    "from provcheck.cli.progress import watched\n"
    "import asyncio, time\n"
    "with watched('pier.txt') as watch:\n"
    "    {before}\n"
    "    print('ready', flush=True)\n"
    "    for _ in range(100):\n"
    "        if watch.is_stopped: break\n"
    "        time.sleep(0.05)\n"
    "    print('in order', watch.is_stopped, flush=True)\n"
    "    {after}\n"
)


def _interrupted(before: str, after: str, signals: int) -> tuple[int, bytes]:
    code = INTERRUPTED.format(before=before, after=after)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as run:
        assert run.stdout
        run.stdout.readline()
        for _ in range(signals):
            run.send_signal(signal.SIGINT)
            time.sleep(0.3)
        said, _ = run.communicate(timeout=20)
    return run.returncode, said


def test_the_first_interruption_lets_a_run_end_in_order() -> None:
    assert _interrupted("watch.has_begun = True", "pass", 1) == (0, b"in order True\n")


def test_the_second_one_ends_it_at_once() -> None:
    code, _ = _interrupted("watch.has_begun = True", "time.sleep(20)", 2)

    assert code == -signal.SIGINT


def test_before_anything_was_fetched_the_first_one_does() -> None:
    assert _interrupted("pass", "pass", 1) == (-signal.SIGINT, b"")


def test_where_interruptions_are_ignored_they_stay_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with watched("pier.txt"):
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_the_handler_is_put_back(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    with watched(str(tmp_path)):
        pass

    assert signal.getsignal(signal.SIGINT) is before
