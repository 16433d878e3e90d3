"""What is sound in two copies of a ledger, and how their gaps are told of."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from provcheck.store.chain import BEGINNING, START, Written, line, lines, meaning, written
from provcheck.store.copies import Copies
from provcheck.store.record import Gap

_REASON = "neither copy of the records was sound"


def recovered(both: Copies) -> list[Written]:
    """Return every record that is sound in either copy, in order, each number once.

    Where both have a sound one and they differ, that which follows the one before is taken.
    """
    found: dict[int, list[Written]] = {}
    in_lines = (held for held, _ in lines(both.journal or b""))
    for held in (*(row.held for row in both.rows), *in_lines):
        if held is not None and held.seq > 0 and held.is_sound and meaning(held) is not None:
            found.setdefault(held.seq, []).append(held)
    chosen: list[Written] = []
    for _, candidates in sorted(found.items()):
        before = chosen[-1].link if chosen else START
        chosen.append(next((c for c in candidates if c.prev == before), candidates[0]))
    return chosen


def jumps(records: Iterable[Written]) -> Iterator[tuple[Written, Written]]:
    """Return each sound record that does not follow the one before, with that one.

    A jump that a record of the kind `Gap` tells of is none.
    """
    held = (BEGINNING, *records)
    known = {(gap.first, gap.last, gap.after, gap.before) for gap in map(_gap, held) if gap}
    for one, then in pairwise(held):
        jump = (one.seq + 1, then.seq - 1, one.link, then.prev)
        if not then.follows(one.seq, one.link) and jump not in known:
            yield one, then


def told_in_full(both: Copies, at: datetime, *, orphans: bool) -> list[Written]:
    """Return the sound records of both copies, with records at the end that tell of what is lost.

    `orphans`: objects lie in the store, so that a ledger without any record lost some.
    """
    records = recovered(both)
    lost: list[tuple[int, int | None, str, str]] = [
        (one.seq + 1, then.seq - 1, one.link, then.prev) for one, then in jumps(records)
    ]
    last = records[-1] if records else BEGINNING
    if _lost_at_end(both, last) or (orphans and not records):
        lost.append((last.seq + 1, None, last.link, last.link))
    for first, until, after, before in lost:
        gap = Gap(first=first, last=until, after=after, before=before, reason=_REASON, at=at)
        last = written(gap, last.seq + 1, last.link)
        records.append(last)
    return records


def stretch(gap: Gap) -> str:
    """Return which records a gap tells of, in words."""
    if gap.last is None:
        return f"whatever came after record {gap.first - 1}"
    if gap.last < gap.first:
        return f"what joins record {gap.first} to the one before"
    return f"record {gap.first}" + (f" to {gap.last}" if gap.last > gap.first else "")


def _lost_at_end(both: Copies, last: Written) -> bool:
    """Tell whether something stood after the `last` sound record and is sound in neither copy.

    Where the table cannot be read to its end and the journal breaks off, something may have.
    """
    if any(row.held.seq > last.seq for row in both.rows):
        return True
    data = both.journal or b""
    if both.complaints and data[-1:] != b"\n":
        return True
    end = max((row.until for row in both.rows if row.held == last), default=0)
    if last.seq and line(last) in data:
        end = data.index(line(last)) + len(line(last))
    return not all(held and held.is_sound for held, _ in lines(data[end:]))


def _gap(held: Written | None) -> Gap | None:
    said = meaning(held) if held else None
    return said if isinstance(said, Gap) else None
