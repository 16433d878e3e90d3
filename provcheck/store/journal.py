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

JOURNAL = "ledger.jsonl"
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Head(NamedTuple):
    """A last record: its number, its link, and where its line ends, in bytes."""

    seq: int
    link: str
    until: int


NOTHING = Head(0, START, 0)


def tail(root: Path, head: Head) -> list[tuple[Written, int]]:
    """Return the records whose lines stand after that of `head`, each with where its line ends.

    Raises StoreError when the file is shorter than that, or the lines do not follow; OSError.
    """
    data = _after(root, head.until)
    found: list[tuple[Written, int]] = []
    seq, link, until = head
    for held, text in lines(data):
        if not text.endswith(b"\n"):
            break
        if held is None or not held.follows(seq, link):
            message = (
                f"{root / JOURNAL}: the line after record {seq} is damaged; "
                "`provcheck store repair` mends it"
            )
            raise StoreError(message)
        seq, link, until = held.seq, held.link, until + len(text)
        found.append((held, until))
    return found


def add(root: Path, head: Head, held: Written) -> int:
    """Write `held` after the line of `head`, durably, and return where its line ends.

    Anything that stood after that is gone. Raises OSError, and then leaves what was there before.
    """
    refuse_link(root / JOURNAL)
    new = not (root / JOURNAL).exists()
    handle = os.open(root / JOURNAL, _FLAGS, 0o666)
    try:
        os.ftruncate(handle, head.until)
        try:
            _write(handle, line(held), head.until)
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, head.until)
            raise
    finally:
        os.close(handle)
    if new:
        sync(root)
    return head.until + len(line(held))


def cut(root: Path, head: Head) -> None:
    """Take back what was written after the line of `head`; raises OSError."""
    os.truncate(root / JOURNAL, head.until)


def whole(root: Path) -> bytes:
    """Return all bytes of the file, none where there is no file; raises OSError."""
    return _after(root, 0)


def _after(root: Path, start: int) -> bytes:
    try:
        with open_regular(root / JOURNAL) as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(min(start, size))
            data = file.read()
    except FileNotFoundError:
        size, data = 0, b""
    if size < start:
        message = (
            f"{root / JOURNAL}: {'shorter than it was' if size else 'missing'}; "
            "`provcheck store repair` mends it"
        )
        raise StoreError(message)
    return data


def _write(handle: int, data: bytes, start: int) -> None:
    os.lseek(handle, start, os.SEEK_SET)
    while data:
        data = data[os.write(handle, data) :]
