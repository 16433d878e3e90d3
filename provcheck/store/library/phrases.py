"""Which phrases of a quotation are looked up: the rarest, out of runs that the source may hold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from math import log

# A letter in brackets belongs to its word; what else stands in them is not the speaker's.
_OTHER_LETTER = re.compile(r"\[(\w)\](?=\w)")
_GAP = re.compile(r"…|\.\s?\.\s?\.|\[[^\[\]]{0,200}\]|[\[\]]")

Phrase = tuple[str, ...]


def stretches(segments: Iterable[str]) -> tuple[str, ...]:
    """Return what stands in the segments between ellipses and brackets, each stretch unbroken."""
    parts = (part for each in segments for part in _GAP.split(_OTHER_LETTER.sub(r"\1", each)))
    return tuple(part for part in parts if part.strip())


def rarest(
    runs: Iterable[Phrase], length: int, most: int, documents: Mapping[str, int]
) -> tuple[Phrase, ...]:
    """Return at most `most` phrases of `length` words out of `runs`, the rarest first, each once.

    `documents` says in how many documents a word stands. A phrase is the rarer, the lower the sum
    of their logarithms; of equals the earlier one. One with a word that no document has cannot
    match, and is left out.
    """
    found = dict.fromkeys(p for run in runs for p in _phrases(run, length))
    known = [phrase for phrase in found if all(map(documents.get, phrase))]
    return tuple(sorted(known, key=lambda p: sum(log(documents[w]) for w in p))[:most])


def _phrases(run: Phrase, length: int) -> Iterator[Phrase]:
    return (run[at : at + length] for at in range(len(run) - length + 1))
