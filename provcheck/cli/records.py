"""What `provcheck store` prints: lists, records in full, faults; whatever a page put in them."""

import json
import re
from collections.abc import Iterable, Iterator

from provcheck.errors import StoreError
from provcheck.report.visible import harmless, one_line, visible
from provcheck.store.evidence import Kept, Lost, Store
from provcheck.store.gc import Freed
from provcheck.store.needs import Needs, needs
from provcheck.store.objects import Flaw
from provcheck.store.record import (
    Added,
    Fetch,
    Gap,
    Loss,
    Reading,
    Record,
    Redaction,
    Removed,
    Run,
    Timestamp,
    objects_of,
)
from provcheck.store.recovery import stretch
from provcheck.store.verify import Fault

_SHORT = 12  # digits of a hash, enough to tell objects apart by eye
_DIGITS = re.compile(r"[0-9a-f]{8,64}")


def of_faults(found: Iterable[Fault]) -> str:
    """Return one line a fault; what touches no evidence is a note."""
    return "".join(
        one_line(f"{'' if fault.grave else 'note: '}{fault.place}: {fault.what}") + "\n"
        for fault in found
    )


def of_soundness(store: Store) -> str:
    """Return the line that says how much is sound, and what was lost before and told of."""
    records = list(store.ledger.chained())
    needed = needs(records)
    objects = _count(len(list(store.objects.names())), "object")
    line = f"{_count(len(records), 'record')}, {objects}: all sound, head {store.ledger.head()}"
    earlier = [
        (len(needed.redacted), "object", "redacted"),
        (len(needed.lost), "object", "lost"),
        (len(needed.gaps), "stretch", "of records lost"),
    ]
    told = [f"{_count(number, noun)} {what}" for number, noun, what in earlier if number]
    return line + (f"; told in the ledger: {', '.join(told)}" if told else "") + "\n"


def of_freed(freed: Freed) -> str:
    """Return what gc did, in a line or two."""
    line = f"{_count(freed.files, 'file')} removed, {freed.size} bytes\n"
    if freed.spared:
        line += (
            f"{_count(freed.spared, 'object')} that no record names spared: records were lost, and "
            "may have named them\n"
        )
    return line


def as_lines(store: Store) -> str:
    """Return a line a fetch, oldest first, and one for each stretch of records that is lost."""
    records = list(store.ledger.chained())
    needed = needs(records)
    lines = (_line(one.record, needed) for one in records)
    return "".join(f"{harmless(line)}\n" for line in lines if line)


def as_json(store: Store) -> str:
    """Return the same as one JSON object, for programs."""
    records = list(store.ledger.chained())
    needed = needs(records)
    fetches = [
        {
            "seq": one.seq,
            "link": one.link,
            **one.record.model_dump(mode="json", exclude={"kind"}),
            "status": _status(one.record),
            **dict(_fate(one.record, needed)),
        }
        for one in records
        if isinstance(one.record, Fetch)
    ]
    gaps = [
        {"seq": one.seq, **one.record.model_dump(mode="json", exclude={"kind"})}
        for one in records
        if isinstance(one.record, Gap)
    ]
    whole = {"head": store.ledger.head(), "fetches": fetches, "gaps": gaps}
    return json.dumps(whole, indent=2) + "\n"


def _line(record: Record, needed: Needs) -> str:
    match record:
        case Fetch(sha256=name, size=size) as fetch:
            cells = (
                fetch.fetched_at.isoformat(timespec="seconds"),
                f"{_status(fetch) or '-':>3}",
                f"{(name or '-')[:_SHORT]:<{_SHORT}}",
                f"{'-' if size is None else f'{size:,} B':>12}",
                one_line(fetch.url),
            )
            return "  ".join(cells) + _remarks(fetch, needed)
        case Gap(reason=reason) as gap:
            return f"lost: {stretch(gap)} ({one_line(reason)})"
    return ""


def _remarks(fetch: Fetch, needed: Needs) -> str:
    failure = (fetch.failure or "").removeprefix(f"{fetch.url}: ")  # it stands before already
    remarks = (failure, *(f"{how}: {why}" for how, why in _fate(fetch, needed)))
    return "".join(f"  ({one_line(remark)})" for remark in remarks if remark)


def _fate(fetch: Fetch, needed: Needs) -> Iterator[tuple[str, str]]:
    """Return how the bytes of a fetch went out of the store, and why."""
    for how, among in (("redacted", needed.redacted), ("lost", needed.lost)):
        if fetch.sha256 in among:
            yield how, among[fetch.sha256]


def _status(fetch: Fetch) -> int | None:
    return fetch.hops[-1].status if fetch.hops else None


def in_full(store: Store, what: str) -> str:
    """Return every record of an address, or of the object whose hash begins so, in full.

    Raises StoreError when there is none.
    """
    if _DIGITS.fullmatch(what):
        name = named(store, what)
        found = [one for one in store.ledger.chained() if name in _names(one.record)]
    else:
        found = [*store.ledger.fetches(what)][::-1]
    if not found:
        raise _nothing(store, what)
    shown = "\n".join(json.dumps(one.model_dump(mode="json"), indent=2) for one in found)
    return "".join(f"{harmless(line)}\n" for line in shown.splitlines())


def bytes_of(store: Store, what: str) -> bytes:
    """Return the bytes of an object, or the newest that an address brought; raises StoreError."""
    if _DIGITS.fullmatch(what):
        return _object(store, named(store, what))
    return _newest(store, what).data


def text_of(store: Store, what: str) -> str:
    """Return the text that was last read from those bytes, safe to print; raises StoreError."""
    if _DIGITS.fullmatch(what):
        name = named(store, what)
    else:
        name = _newest(store, what).fetch.sha256 or ""
    readings = (one.record for one in store.ledger.of_object(name))
    last = next((one.text_sha256 for one in readings if isinstance(one, Reading)), None)
    if last is None:
        message = f"{store.root}: no text was read from {what}; --bytes shows what came"
        raise StoreError(message)
    text = visible(_object(store, last).decode("utf-8", "replace"))
    return "".join(f"{harmless(line)}\n" for line in text.removesuffix("\n").split("\n"))


def named(store: Store, digits: str) -> str:
    """Return the one object whose hash begins with `digits`; raises StoreError."""
    known = set(store.objects.names())
    for one in store.ledger.chained():
        known.update(_names(one.record))
    found = [name for name in known if name.startswith(digits.lower())]
    if not found or not _DIGITS.fullmatch(digits.lower()):
        raise _nothing(store, digits)
    if len(found) > 1:
        message = f"{store.root}: {len(found)} objects begin with {digits}; give more digits"
        raise StoreError(message)
    return found[0]


def _names(record: Record) -> set[str]:
    """Return every object that a record names."""
    match record:
        case Fetch(sha256=name):
            return {name} if name else set()
        case Reading():
            return set(objects_of(record))
        case Added(key=name) | Removed(key=name):
            return {name}
        case Redaction(sha256=name) | Loss(sha256=name) | Timestamp(sha256=name):
            return {name}
        case Run(article_sha256=article, given=given):
            return {article, *(file.sha256 for file in given if file.sha256)}
    return set()


def _object(store: Store, name: str) -> bytes:
    data = store.objects.look(name)
    if isinstance(data, Flaw):
        redacted = store.ledger.redaction(name)
        how = f"removed on purpose: {redacted.reason}" if redacted else str(data)
        message = f"{store.objects.place(name)}: {how}; fetch the source again"
        raise StoreError(message)
    return data


def _newest(store: Store, url: str) -> Kept:
    found = store.latest(url)
    if isinstance(found, Lost):
        message = f"{url}: {found.reason}; fetch the source again"
        raise StoreError(message)
    if found is None:
        raise _nothing(store, url)
    return found


def _nothing(store: Store, what: str) -> StoreError:
    return StoreError(f"{store.root}: nothing is kept of {what}; `provcheck store list` tells what")


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}{'es' if noun.endswith('ch') else 's'}"
