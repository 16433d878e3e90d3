"""Stores made for tests, and ways to die in them; every address and word is invented."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import FrameType

import pytest

from provcheck.store.evidence import Store
from provcheck.store.given import Entry
from provcheck.store.record import Fetch, GivenFile, Reading, Redaction, Run
from provcheck.store.writer import writing

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DEAD = 9
_CODE = str(Path("provcheck") / "store")


def a_fetch(url: str = "https://wire.example/a", **fields: object) -> Fetch:
    """A fetch that went straight to `url`."""
    return Fetch.model_validate({"url": url, "final_url": url, "fetched_at": NOON, **fields})


def page(number: int) -> str:
    return f"https://wire.example/{number}"


def words(number: int) -> bytes:
    return f"words of page {number}".encode()


def name_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def a_reading(data: bytes, text: bytes) -> Reading:
    """The record of `text`, read from `data`."""
    return Reading(
        sha256=name_of(data),
        extractor="plain 1",
        text_sha256=name_of(text),
        completeness="whole",  # type: ignore[arg-type]
    )


def filled(root: Path, count: int) -> Store:
    """A store of `count` pages, numbered from 1 as their records are, one fetched a minute."""
    store = Store(root)
    for number in range(1, count + 1):
        when = NOON + timedelta(minutes=number)
        assert store.keep(a_fetch(page(number), fetched_at=when), words(number)) == number
    return store


def at_rest(root: Path) -> Store:
    """A store with every kind of record, as it lies when nobody uses it."""
    store = filled(root, 7)
    store.keep(a_fetch(page(1), failure="no answer"), None)
    store.note(a_reading(words(2), b"a text"), b"a text")
    given = (GivenFile(key="k", entry=Entry(), sha256=name_of(words(4))),)
    store.note(Run(article="a.txt", article_sha256="b" * 64, tool="t", given=given, fetches=(1,)))
    store.note(Redaction(sha256=name_of(words(3)), reason="private", at=NOON))
    store.objects.remove(name_of(words(3)))
    store.seal()
    return store


def as_killed(root: Path) -> Store:
    """The same, as a killed writer leaves it: with two more records, in SQLite's log."""
    store = at_rest(root)
    for number in (8, 9):
        store.objects.put(words(number))
    child = os.fork()
    if child == 0:
        with writing(root) as writer:
            for number in (8, 9):
                data = words(number)
                writer.append(a_fetch(page(number), sha256=name_of(data), size=len(data)))
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (root / "ledger.sqlite-wal").stat().st_size > 0
    return store


def files(root: Path) -> dict[str, bytes]:
    """Every file below `root` with its bytes."""
    found = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


def syncs(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows by each file or folder below `root` that is made durable, in order."""
    synced: list[str] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        named = path.parent / "unfinished" if path.name.startswith("tmp-") else path
        synced.append(named.relative_to(root).as_posix())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    return synced


def aged(root: Path, hours: float = 2) -> None:
    """Make every file below `root` look as if written so long ago."""
    for path in root.rglob("*"):
        then = path.lstat().st_mtime - 3600 * hours
        os.utime(path, (then, then), follow_symlinks=False)


def stride(usual: int) -> int:
    """How many lines to go on between two deaths: each line in the long form."""
    return 1 if "PROVCHECK_ROUNDS" in os.environ else usual


def dies(action: Callable[[], object], line: int) -> bool:
    """Do `action` in a process that dies, as by kill -9, before the line of the store's code
    that would be the `line`-th to run; tell whether it got that far.
    """
    child = os.fork()
    if child == 0:
        _run_and_die(action, line)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, DEAD}, f"the action failed by itself ({code})"
    return code == DEAD


def _run_and_die(action: Callable[[], object], line: int) -> None:
    left = line

    def trace(frame: FrameType, event: str, _arg: object) -> object:
        nonlocal left
        if _CODE not in frame.f_code.co_filename:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os._exit(DEAD)
        return trace

    code = 1
    try:
        sys.settrace(trace)
        action()
        code = 0
    finally:
        sys.settrace(None)
        os._exit(code)
