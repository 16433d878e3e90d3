"""All quotations of an article looked for in one source at once, before any is laid along it.

Most quotations do not stand in most sources. What two texts share is seen from an index of the
source and one look-up for all quotations, in a small part of the time of laying out each.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provcheck.match.evidence import Weights
from provcheck.match.pairs import Hashes, Index
from provcheck.match.seeds import Pair, least_of_pairs, least_of_words, reach_of, telling
from provcheck.match.tokens import Tokens

_HITS = 256  # places looked at of each word or pair
_BINS = 1 << 40  # more than there are places in a source


@dataclass(frozen=True)
class Place:
    """Where a quotation may stand: words of the source, half-open, and the bits that say so."""

    words: Pair
    bits: float


@dataclass(frozen=True, eq=False)
class Probes:
    """What is looked up of several quotations: hashes, of which quotation, where, worth what."""

    hashes: Hashes
    quote: npt.NDArray[np.intp]
    at: npt.NDArray[np.intp]
    bits: npt.NDArray[np.float64]


class Sweep:
    """The quotations of an article, ready to be looked for in one source after another."""

    def __init__(self, quotes: tuple[Tokens, ...], weights: Weights) -> None:
        self._lengths = np.array([len(quote) for quote in quotes], np.intp)
        self._reach = np.array([reach_of(len(quote)) for quote in quotes], np.intp)
        single = [np.array([weights.bits(n) for n in q.norms]) for q in quotes]
        double = [bits[:-1] + bits[1:] for bits in single]
        self._pairs = _probes([quote.index.pair_hashes for quote in quotes], double)
        self._words = _probes(
            [quote.index.hashes for quote in quotes], [telling(b) for b in single]
        )
        totals = [float(bits.sum()) for bits in single]
        self._least_of_pairs = np.array([least_of_pairs(bits) for bits in totals])
        self._least_of_words = np.array([least_of_words(bits) for bits in totals])

    def places(self, source: Tokens) -> tuple[Place | None, ...]:
        """Return for each quotation the best place in `source`, None where laying out finds none.

        The place is where most evidence agrees; the words there may differ from the quotation's.
        """
        found = self._best(self._pairs, source.index.pairs, self._least_of_pairs)
        if any(place is None for place in found):
            others = self._best(self._words, source.index.singles, self._least_of_words)
            found = [place or other for place, other in zip(found, others, strict=True)]
        return tuple(found)

    def _best(
        self, probes: Probes, index: Index, least: npt.NDArray[np.float64]
    ) -> list[Place | None]:
        """Return each quotation's place with the most votes, counted in strips twice its reach."""
        best: list[Place | None] = [None] * len(self._lengths)
        which, where = index.places(probes.hashes, _HITS)
        if not len(which):
            return best
        quote, begins, bits = probes.quote[which], where - probes.at[which], probes.bits[which]
        strip = quote * _BINS + begins // self._reach[quote] + _BINS // 2
        order = np.argsort(strip, kind="stable")
        strip, begins, bits = strip[order], begins[order], bits[order]
        first = np.flatnonzero(np.concatenate(([True], strip[1:] != strip[:-1])))
        votes = np.add.reduceat(bits, first)
        strips = strip[first]
        # What agrees may lie across the border of two strips.
        together = votes + np.append(np.where(strips[1:] == strips[:-1] + 1, votes[1:], 0.0), 0.0)
        owner = (strips // _BINS).astype(np.intp)
        for i in np.lexsort((-together, owner)).tolist():
            number = int(owner[i])
            if best[number] is None and together[i] >= least[number]:
                best[number] = self._place(number, int(begins[first[i]]), float(together[i]))
        return best

    def _place(self, quote: int, begins: int, bits: float) -> Place:
        start = max(begins, 0)
        return Place(words=(start, start + int(self._lengths[quote])), bits=bits)


def _probes(hashes: list[Hashes], bits: list[npt.NDArray[np.float64]]) -> Probes:
    """Return what to look up, each hash of a quotation once, at its first place."""
    kept = [np.sort(np.unique(each, return_index=True)[1]) for each in hashes]
    worth = [each[at] for each, at in zip(bits, kept, strict=True)]
    told = np.concatenate([np.zeros(0), *worth]) > 0
    return Probes(
        hashes=np.concatenate([np.zeros(0, np.uint64), *_taken(hashes, kept)])[told],
        quote=np.repeat(np.arange(len(kept)), [len(at) for at in kept])[told],
        at=np.concatenate([np.zeros(0, np.intp), *kept])[told],
        bits=np.concatenate([np.zeros(0), *worth])[told],
    )


def _taken(hashes: list[Hashes], kept: list[npt.NDArray[np.intp]]) -> list[Hashes]:
    return [each[at] for each, at in zip(hashes, kept, strict=True)]
