"""How much evidence matching words are that one text comes from the other, in bits.

A word that few texts hold is more evidence than "the". Where the share of a word among all words is
p, meeting it by chance is worth -log2 p bits (Shannon). p is Zipf's law over the rank r that
rules/frequencies.yaml gives: p = 1 / (r * ln(1.78 * R)), R the size of a language's vocabulary.
"""

from functools import lru_cache
from math import log, log2

from provcheck.rulebook.frequencies import Frequencies

_VOCABULARY = 50_000  # words of a language in everyday use; its logarithm is what counts
_UNLISTED = 16.0  # bits of a word that is on no list: about rank 5,000
_BASE = 20.0  # bits beyond the size of the haystack that make a match evidence


def needed(words: int) -> float:
    """Return the bits that make a match evidence among `words` words searched.

    20 + log2(words): the best score of words that are not there grows with the logarithm of the
    text only (Karlin and Altschul), so one rule serves four words and four hundred.
    """
    return _BASE + log2(max(words, 1))


def chance(bits: float, words: int) -> float:
    """Return how many matches of `bits` are to be expected by chance among `words` words."""
    return float(min(words * 2.0**-bits, words))


class Weights:
    """The bits of each word in one language."""

    def __init__(self, ranked: tuple[str, ...]) -> None:
        scale = log(1.78 * _VOCABULARY)
        self._bits = {word: log2((r + 1) * scale) for r, word in reversed(list(enumerate(ranked)))}

    def bits(self, norm: str) -> float:
        """Return the evidence of one folded word; a lone letter or digit is worth little."""
        known = self._bits.get(norm)
        if known is not None:
            return min(known, _UNLISTED)
        return min(_UNLISTED, 6.0 + 3.0 * len(norm)) if len(norm) < 4 else _UNLISTED  # noqa: PLR2004

    def total(self, norms: list[str]) -> float:
        """Return the evidence of several words."""
        return sum(map(self.bits, norms))


def weights(frequencies: Frequencies, lang: str) -> Weights:
    """Return the weights of a language; of one that is not listed every word is unlisted."""
    return _weights(frequencies.ranked.get(lang.partition("-")[0].casefold(), ()))


@lru_cache(maxsize=16)
def _weights(ranked: tuple[str, ...]) -> Weights:
    return Weights(ranked)
