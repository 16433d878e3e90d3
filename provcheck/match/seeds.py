"""Where a part of a quotation may stand: by the pairs of words that it shares with the source."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from provcheck.match.evidence import Weights
from provcheck.match.pairs import Hashes, Index
from provcheck.match.tokens import Tokens

_PROBES = 96  # words or pairs of a part that are looked up, the rarest ones
_HITS = 256  # places looked at of each
_TELLING = 7.0  # bits of a word that is looked up on its own
_WINDOWS = 3  # places aligned of those where seeds agree
_LEAST = 16.0  # bits that seeds must come to before a place is worth aligning,
_SHARE = 0.25  # or this share of what the part's words are worth

Pair = tuple[int, int]
Bits = npt.NDArray[np.float64]
Hits = tuple[npt.NDArray[np.intp], Bits]


def windows(ours: Tokens, part: Pair, source: Tokens, weights: Weights) -> Iterator[Pair]:
    """Yield the stretches of source words in which the words of `part` may stand, best first.

    A pair of words that both sides have votes with its bits for where the part would begin; votes
    that lie close together, as far as words put in or left out may move them, are one place. Where
    no pair is shared single words vote. At most three places are yielded, each of the part's length
    and a margin; the work is bounded by 96 look-ups of 256 places.
    """
    single = np.array([weights.bits(norm) for norm in ours.stretch(*part)])
    hashes = ours.index.pair_hashes[part[0] : part[1] - 1]
    hits = _hits(hashes, single[:-1] + single[1:], source.index.pairs)
    if len(hits[0]):
        return _agreed(hits, part, source, least_of_pairs(float(single.sum())))
    return windows_of_words(ours, part, source, weights)


def windows_of_words(ours: Tokens, part: Pair, source: Tokens, weights: Weights) -> Iterator[Pair]:
    """Yield what `windows` does, by single words: where every other word may be misspelt.

    A place must have a quarter of the evidence that the part could have.
    """
    bits = np.array([weights.bits(norm) for norm in ours.stretch(*part)])
    hits = _hits(ours.index.hashes[slice(*part)], telling(bits), source.index.singles)
    return _agreed(hits, part, source, least_of_words(float(bits.sum())))


def reach_of(length: int) -> int:
    """Return how many words apart two hits of a part of `length` words may still agree."""
    return 8 + length // 3


def telling(bits: Bits) -> Bits:
    """Return the bits of words looked up on their own, nothing for those that tell little."""
    return np.where(bits < _TELLING, 0.0, bits)


def least_of_pairs(total: float) -> float:
    """Return the bits that shared pairs must come to, of words that are worth `total`."""
    return min(_LEAST, _SHARE * total)


def least_of_words(total: float) -> float:
    """Return the bits that shared words must come to, of words that are worth `total`."""
    return _SHARE * total


def _agreed(hits: Hits, part: Pair, source: Tokens, least: float) -> Iterator[Pair]:
    length = part[1] - part[0]
    reach = reach_of(length)
    taken: list[int] = []
    for begins in _voted(*hits, reach, least):
        if all(abs(begins - other) > reach for other in taken):
            taken.append(begins)
            yield max(begins - 2 * reach, 0), min(begins + length + 2 * reach, len(source))
        if len(taken) == _WINDOWS:
            return


def _hits(hashes: Hashes, bits: Bits, index: Index) -> Hits:
    wanted, first = np.unique(hashes, return_index=True)
    rarest = np.argsort(-bits[first], kind="stable")[:_PROBES] if len(wanted) else first
    wanted, first = wanted[rarest], first[rarest]
    which, where = index.places(wanted, _HITS)
    weight = bits[first[which]] if len(which) else np.zeros(0)
    return (where - first[which])[weight > 0], weight[weight > 0]


def _voted(at: npt.NDArray[np.intp], bits: Bits, reach: int, least: float) -> Iterator[int]:
    """Yield where votes within `reach` words come to the most bits, best first."""
    order = np.argsort(at, kind="stable")
    at, upto = at[order], np.cumsum(bits[order])
    before = np.searchsorted(at, at - reach)
    votes = upto - np.where(before > 0, upto[before - 1], 0.0)
    enough = np.flatnonzero(votes >= least)
    for i in enough[np.lexsort((at[enough], -np.round(votes[enough], 6)))]:
        yield int(at[i])
