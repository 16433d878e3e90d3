"""What the records of a store need of its objects."""

from collections.abc import Iterable
from typing import NamedTuple

from provcheck.store.record import (
    Added,
    Chained,
    Fetch,
    Gap,
    Loss,
    Reading,
    Redaction,
    Run,
    Timestamp,
    objects_of,
)


class Needs(NamedTuple):
    """Names of objects by what the records say of them.

    `present` must be there and sound, with the number of the record that names them last;
    `redacted` must not be there; `lost` may come back; `mentioned` may be there or not (what was
    given by hand at a run, and its article, need not have been kept). `gaps` tells whether records
    were lost, so that an object that none names may be evidence all the same.
    """

    present: dict[str, int]
    redacted: dict[str, str]
    lost: dict[str, str]
    mentioned: frozenset[str]
    gaps: tuple[Gap, ...]

    def names(self, name: str) -> bool:
        """Tell whether any record names the object."""
        known = (self.present, self.redacted, self.lost, self.mentioned)
        return any(name in among for among in known)


def needs(records: Iterable[Chained]) -> Needs:
    """Return what `records`, in their order, need."""
    present: dict[str, int] = {}
    redacted: dict[str, str] = {}
    lost: dict[str, str] = {}
    mentioned: set[str] = set()
    gaps: list[Gap] = []
    for seq, record in ((one.seq, one.record) for one in records):
        match record:
            case Fetch() | Reading() | Timestamp() | Added():
                present.update(dict.fromkeys(objects_of(record), seq))
                for name in objects_of(record):  # it was there again when this was written
                    lost.pop(name, None)
            case Redaction(sha256=name, reason=reason):
                redacted.setdefault(name, reason)
            case Loss(sha256=name, reason=reason):
                lost[name] = reason
            case Run(article_sha256=article, given=given):
                mentioned |= {article, *(file.sha256 for file in given if file.sha256)}
            case Gap():
                gaps.append(record)
    standing = {n: seq for n, seq in present.items() if n not in redacted and n not in lost}
    return Needs(standing, redacted, lost, frozenset(mentioned), tuple(gaps))
