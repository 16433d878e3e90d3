"""From a quotation to the documents that may hold it, the likeliest first.

Six rare phrases of three words find 97 % of quotations among 100,000 documents, altered ones too.
A document's rank is the weight of the phrases that it holds, and not their share of its length:
all copies of a syndicated text are equal then, and the earliest comes first.
"""

from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import NamedTuple

from provcheck.store.library.document import Hit, Within
from provcheck.store.library.index import Index
from provcheck.store.library.phrases import Phrase, rarest, stretches
from provcheck.store.library.rows import folded, unpacked, whole

_STAGES = ((3, 6), (2, 8), (1, 6))  # words of a phrase, and how many phrases of them
_FEW, _SHARE = 50, 0.01  # documents that have a rare word: so many, or this share of them
_SURE = 2  # phrases that a document holds when no further ones need be looked up
_QUERY = (
    "select published, key from text cross join document "
    "on document.id = text.rowid where text match ?"
)
_AT_HOST = "(host_of(url) <> '' and substr('.' || host_of(url), -length(?)) = ?)"
_NO_DAY = "~"  # comes after all days
_Narrowed = tuple[str, tuple[str, ...]]


class _Copy(NamedTuple):
    """What documents of one weight are ranked by."""

    published: str
    key: str


def found(index: Index, segments: Sequence[str], within: Within, limit: int) -> tuple[Hit, ...]:
    """Return at most `limit` documents, the likeliest first.

    Of equals the one published first, of those by key. Raises sqlite3.Error.
    """
    runs = [run for each in stretches(segments) if (run := index.tokenizer.words(each))]
    documents = index.frequencies({word for run in runs for word in run})
    narrowed = _narrowed(within)
    weights: dict[_Copy, float] = {}
    held: Counter[_Copy] = Counter()
    for length, most in _STAGES:
        known = documents if length > 1 else _rare(documents, index.size)
        phrases = rarest(runs, length, most, known)
        for phrase in phrases:
            copies = _holding(index, phrase, narrowed)
            for copy in copies:
                weights[copy] = weights.get(copy, 0.0) + log1p(index.size / len(copies))
            held.update(copies)
        if held and max(held.values()) >= min(_SURE, len(phrases)):
            break
    ranked = sorted(weights, key=lambda copy: (-weights[copy], copy))[:limit]
    bodies = (index.document(copy.key) for copy in ranked)
    there = (body for body in bodies if body is not None)
    return tuple(Hit(document=body, rank=rank) for rank, body in enumerate(there))


def _rare(documents: dict[str, int], size: int) -> dict[str, int]:
    """Return the words that tell something by themselves: few of all documents have them."""
    most = max(_FEW, _SHARE * size)
    return {word: times for word, times in documents.items() if times <= most}


def _holding(index: Index, phrase: Phrase, narrowed: _Narrowed) -> list[_Copy]:
    """Return the documents that hold `phrase`, as narrowed."""
    condition, values = narrowed
    # The condition is made of the words below alone; whatever comes from outside is a value.
    query = f"{_QUERY} and {condition}"
    rows = index.database.execute(query, (f'"{" ".join(phrase)}"', *values))
    return [_Copy(published or _NO_DAY, unpacked(key)) for published, key in rows]


def _narrowed(within: Within) -> _Narrowed:
    """Return the condition that a document fits `within`, and the values in it."""
    hosts = [f".{folded(host).strip('.')}" for host in within.hosts]
    publishers = [folded(name) for name in within.publishers]
    fits: list[_Narrowed] = [
        *((_AT_HOST, (host, host)) for host in hosts),
        *(("(publisher <> '' and folded(publisher) = ?)", (name,)) for name in publishers),
        *(("wire = ?", (whole(wire),)) for wire in within.wires),
    ]
    days = ((">=", within.first), ("<=", within.last))
    of_days = [
        (f"(published is null or published {sign} ?)", (day.isoformat(),))
        for sign, day in days
        if day
    ]
    any_of = " or ".join(condition for condition, _ in fits)
    conditions = [f"({any_of})"] if fits else []
    conditions += [condition for condition, _ in of_days]
    values = tuple(value for _, each in (*fits, *of_days) for value in each)
    return " and ".join(conditions) or "true", values
