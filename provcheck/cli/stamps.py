"""What is told of the timestamps of a ledger."""

from collections.abc import Iterable
from pathlib import Path

from provcheck.report.visible import one_line
from provcheck.store.objects import Objects
from provcheck.store.record import Chained, Timestamp
from provcheck.store.timestamp import Proven, Unproven, proofs


def of_proofs(
    records: Iterable[Chained], objects: Objects, certificates: Path | None
) -> tuple[str, bool]:
    """Return a line a timestamp, and whether none of them failed to prove what it says.

    Without certificates none is checked, and the line says so. Raises StoreError as `proofs` does.
    """
    known = list(records)
    if certificates is None:
        count = sum(isinstance(said.record, Timestamp) for said in known)
        told = f"{count} not checked; name their authorities with --certificates FILE"
        return (f"timestamps: {told}\n" if count else "", True)
    found = proofs(known, objects, certificates)
    return "".join(map(_line, found)), not any(isinstance(each, Unproven) for each in found)


def _line(found: Proven | Unproven) -> str:
    match found:
        case Proven(seq=seq, head=head, time=time, authority=authority):
            when = f"{time:%Y-%m-%d %H:%M:%S} UTC"
            told = f"records up to {head} existed at {when}, by {authority}"
        case Unproven(seq=seq, reason=reason):
            told = f"proves nothing: {reason}"
    return f"timestamp {seq}: {one_line(told)}\n"
