"""`ledger.jsonl`: every record once more, a line each, written before the database takes it.

Why twice: a page of a database that goes bad takes many records with it; here a line that goes bad
takes one, and either copy mends the other. A process killed between the two writings leaves a line
more than the database has: it is read like all others, and the next writing takes it up. What
stands after the last line feed was never acknowledged; the next writing cuts it off.
"""

import os
from pathlib import Path
from typing import NamedTuple

from provcheck.errors import StoreError
from provcheck.store.chain import START, Written, line, lines
from provcheck.store.files import open_regular, refuse_link, sync
from provcheck.store.layout import DATABASE, JOURNAL, OBJECTS

_FLAGS = os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Head(NamedTuple):
    """A last record: its number, its link, and where its line ends, in bytes."""

    seq: int
    link: str
    until: int


NOTHING = Head(0, START, 0)


def tail(root: Path, head: Head) -> list[tuple[Written, int]]:
    """Return the records whose lines stand after that of `head`, each with where its line ends.

    Raises StoreError when the file is missing or too short, or its lines do not follow; OSError.
    """
    data = content(root, head.until)
    if data is None:
        raise _broken(root, "missing, or shorter than it was")
    found: list[tuple[Written, int]] = []
    seq, link, until = head
    for held, text in lines(data):
        if held is None or not held.follows(seq, link):
            raise _broken(root, f"damaged in the line after record {seq}")
        seq, link, until = held.seq, held.link, until + len(text) + 1
        found.append((held, until))
    return found


def add(root: Path, head: Head, held: Written) -> int:
    """Write `held` after the line of `head`, durably, and return where its line ends.

    Anything that stood after that is gone. Raises OSError, and then leaves what was there before.
    """
    refuse_link(root / JOURNAL)
    handle = os.open(root / JOURNAL, _FLAGS)
    try:
        os.ftruncate(handle, head.until)
        try:
            _write(handle, line(held), head.until)
            os.fsync(handle)
        except BaseException:
            os.ftruncate(handle, head.until)
            raise
    finally:
        os.close(handle)
    if head == NOTHING:  # whoever made the file may have died before its name was durable
        sync(root)
    return head.until + len(line(held))


def content(root: Path, start: int = 0) -> bytes | None:
    """Return the bytes of the file from `start`, None where it was lost or does not reach there.

    In a store yet to be made it is empty. Raises OSError.
    """
    try:
        with open_regular(root / JOURNAL) as file:
            reaches = file.seek(0, os.SEEK_END) >= start
            file.seek(start)
            return file.read() if reaches else None
    except FileNotFoundError:
        made = any((root / name).exists() for name in (DATABASE, OBJECTS))
        return None if made else b""


def _broken(root: Path, how: str) -> StoreError:
    return StoreError(f"{root / JOURNAL}: {how}; `provcheck store repair` mends it")


def _write(handle: int, data: bytes, start: int) -> None:
    os.lseek(handle, start, os.SEEK_SET)
    while data:
        data = data[os.write(handle, data) :]
