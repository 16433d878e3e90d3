"""All quotations of an article looked for in one source at once, before any is laid along it.

Most quotations do not stand in most sources. What two texts share is seen from an index of the
source and one look-up for all quotations, in a small part of the time of laying out each.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from provcheck.match.evidence import Weights, weights
from provcheck.match.pairs import Hashes, Index
from provcheck.match.parts import ELLIPSIS
from provcheck.match.seeds import Pair, reach_of, telling
from provcheck.match.tokens import Tokens, tokens
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook

_FEWEST = 5  # words of a quotation that is screened
_HITS = 256  # places looked at of each word or pair
# Shares of a quotation's evidence that must agree on one place, in pairs of words or in words. Of
# 150 quotations of news prose each, in 60,000 characters: spliced from three, pairs 0.50 and more;
# every fifth word changed, 0.92; every tenth letter wrong, words 0.27 in nine of ten; absent, half
# of them below 0.14 in pairs and 0.21 in words.
_OF_PAIRS, _OF_WORDS = 0.3, 0.25
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

    def of(self, quotes: list[int]) -> "Probes":
        """Return what is looked up of some of the quotations."""
        kept = np.isin(self.quote, quotes)
        return Probes(self.hashes[kept], self.quote[kept], self.at[kept], self.bits[kept])


class Sweep:
    """The quotations of an article, ready to be looked for in one source after another."""

    def __init__(self, quotes: tuple[Tokens, ...], scale: Weights) -> None:
        self._lengths = np.array([len(quote) for quote in quotes], np.intp)
        self._reach = np.array([reach_of(len(quote)) for quote in quotes], np.intp)
        single = [np.array([scale.bits(n) for n in q.norms]) for q in quotes]
        double = [bits[:-1] + bits[1:] for bits in single]
        self._pairs = _probes([quote.index.pair_hashes for quote in quotes], double)
        self._words = _probes(
            [quote.index.hashes for quote in quotes], [telling(b) for b in single]
        )
        totals = [float(bits.sum()) for bits in single]
        self._least_of_pairs = _OF_PAIRS * np.array(totals)
        self._least_of_words = _OF_WORDS * np.array(totals)

    def places(self, source: Tokens) -> tuple[Place | None, ...]:
        """Return for each quotation the best place in `source`, None where too little is shared.

        The place is where most evidence agrees; the words there may differ from the quotation's.
        """
        found = self._best(self._pairs, source.index.pairs, self._least_of_pairs)
        missing = [number for number, place in enumerate(found) if place is None]
        if missing:
            words = self._words.of(missing)
            others = self._best(words, source.index.singles, self._least_of_words)
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
        joins = np.append(strips[1:] == strips[:-1] + 1, [False])
        together = votes + np.where(joins, np.append(votes[1:], 0.0), 0.0)
        owner = (strips // _BINS).astype(np.intp)
        ends = np.append(first[1:], len(strip))
        ends[joins] = ends[1:][joins[:-1]]
        for i in np.lexsort((-together, owner)).tolist():
            number = int(owner[i])
            if best[number] is None and together[i] >= least[number]:
                start = max(_most_voted(begins[first[i] : ends[i]], bits[first[i] : ends[i]]), 0)
                words = start, start + int(self._lengths[number])
                best[number] = Place(words=words, bits=float(together[i]))
        return best


def _most_voted(begins: npt.NDArray[np.intp], bits: npt.NDArray[np.float64]) -> int:
    """Return the place within a strip that most bits speak for."""
    places, which = np.unique(begins, return_inverse=True)
    return int(places[np.argmax(np.bincount(which, bits))])


class Screen:
    """Which claims of an article may stand in a source that is at hand, before laying them out."""

    def __init__(self, claims: tuple[Claim, ...], rules: Rulebook) -> None:
        self._claims = tuple(claim for claim in claims if _screened(claim))
        self._rules = rules
        self._sweeps: dict[str, Sweep] = {}
        self._standing: dict[str, frozenset[str]] = {}

    def may_stand(self, claim: Claim, source: SourceText) -> bool:
        """Tell whether `claim` shares enough with `source` to be laid along it; True in doubt.

        A paraphrase, a quotation of a few words and one in several parts are always laid out.
        """
        if not _screened(claim):
            return True
        if source.text not in self._standing:
            places = self._sweep(source.lang).places(tokens(source.text))
            standing = (c.id for c, place in zip(self._claims, places, strict=True) if place)
            self._standing[source.text] = frozenset(standing)
        return claim.id in self._standing[source.text]

    def _sweep(self, lang: str) -> Sweep:
        if lang not in self._sweeps:
            quotes = tuple(tokens(claim.text) for claim in self._claims)
            self._sweeps[lang] = Sweep(quotes, weights(self._rules.frequencies, lang))
        return self._sweeps[lang]


def _screened(claim: Claim) -> bool:
    whole = claim.kind != ClaimKind.PARAPHRASE and len(claim.segments) == 1
    return whole and len(tokens(claim.text)) >= _FEWEST and not ELLIPSIS.search(claim.text)


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
