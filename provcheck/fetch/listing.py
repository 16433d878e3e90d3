"""Which copies of a page an archive says that it has: its index, and the hint of availability."""

import json
from datetime import date

from provcheck.rulebook.archives import Archive, Capture, moment_of, noon
from provcheck.store.address import address_key

_LARGEST = 1 << 20  # bytes of an answer; a query asks for five lines
_DIGITS = 14
# A revisit (status "-") is a copy whose bytes were the same as those of an earlier one.
_PLAYABLE = {"200", "-"}

Listing = tuple[Capture, ...] | str  # copies, or one clause on why the answer tells none


def listed(data: bytes, archive: Archive, url: str) -> Listing:
    """Return the copies of the page at `url` that an answer of the index tells, in its order.

    The answer is JSON: rows of text, of which the first names the columns; none for no copies.
    Rows that make no sense, or are of another page, are passed over. Takes any bytes.
    """
    rows = _json(data)
    if isinstance(rows, str):
        return rows
    if rows == []:
        return ()
    table = rows if isinstance(rows, list) else [None]
    header = table[0]
    if not isinstance(header, list) or not {"timestamp", "original"} <= set(map(str, header)):
        return "its index answered with something else than a list of copies"
    found = (_row(header, row, archive) for row in table[1:])
    return tuple(each for each in found if each and _same_page(each.original, url))


def closest(data: bytes, archive: Archive, url: str) -> Listing:
    """Return the one copy that an answer on availability tells of, or none. Takes any bytes."""
    told = _json(data)
    if isinstance(told, str):
        return told
    snapshots = told.get("archived_snapshots") if isinstance(told, dict) else None
    if not isinstance(snapshots, dict):
        return "its answer on availability makes no sense"
    copy = snapshots.get("closest")
    if not isinstance(copy, dict) or str(copy.get("status", "200")) != "200":
        return ()
    digits = str(copy.get("timestamp"))
    is_whole = len(digits) == _DIGITS and moment_of(digits)
    return (Capture(archive=archive, original=url, digits=digits),) if is_whole else ()


def nearest(captures: tuple[Capture, ...], day: date | None) -> tuple[Capture, ...]:
    """Return copies in the order of their distance to the noon of `day`; the latest first for None.

    Of two as far from it, the earlier one comes first.
    """
    if day is None:
        return tuple(sorted(captures, key=lambda copy: copy.digits, reverse=True))
    middle = noon(day)
    return tuple(sorted(captures, key=lambda copy: (abs(copy.moment - middle), copy.digits)))


def _row(header: list[object], row: object, archive: Archive) -> Capture | None:
    if not isinstance(row, list) or len(row) != len(header):
        return None
    told = dict(zip(map(str, header), map(str, row), strict=True))
    digits = told["timestamp"]
    if told.get("statuscode", "200") not in _PLAYABLE or len(digits) != _DIGITS:
        return None
    if moment_of(digits) is None:  # a few have a month or day of 00
        return None
    return Capture(archive=archive, original=told["original"], digits=digits)


def _same_page(original: str, url: str) -> bool:
    """Tell whether two addresses are of one page, capitals, `www.` and the last slash apart."""
    return _plain(original) == _plain(url)


def _plain(url: str) -> str:
    return address_key(url).removeprefix("www.").removesuffix("/").casefold()


def _json(data: bytes) -> object:
    """Return what JSON means, or a clause on why it is none."""
    if len(data) > _LARGEST:
        return "its answer is larger than a list of copies may be"
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return "its answer is no JSON"
    return "its answer is no list of copies" if isinstance(told, str) else told
