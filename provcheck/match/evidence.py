"""How much evidence matching words are that one text comes from the other, in bits.

A word that few texts hold is more evidence than "the". Where the share of a word among all words is
p, meeting it by chance is worth -log2 p bits (Shannon); rules/frequencies/ holds them.
"""

from functools import lru_cache
from math import log2

from provcheck.rulebook.frequencies import Frequencies, WordBits
from provcheck.rulebook.tag import base_of

_UNKNOWN = 16.0  # bits of a word in a language without a list
_LETTER, _PER_LETTER = 6.0, 3.0  # an unlisted word of one to three signs is worth less
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

    def __init__(self, listed: WordBits | None) -> None:
        table = listed.bits if listed else {}
        self._bits = {word: bits for bits, words in table.items() for word in words.split()}
        # A word that is not listed is rarer than all that are; by how much, no list tells.
        self._unlisted = max(self._bits.values(), default=_UNKNOWN)

    def bits(self, norm: str) -> float:
        """Return the evidence of one folded word; a lone letter or digit is worth little."""
        known = self._bits.get(norm)
        return self._unknown(norm) if known is None else known

    def _unknown(self, norm: str) -> float:
        return min(self._unlisted, _LETTER + _PER_LETTER * len(norm))

    def total(self, norms: list[str]) -> float:
        """Return the evidence of several words."""
        return sum(map(self.bits, norms))


def weights(frequencies: Frequencies, lang: str) -> Weights:
    """Return the weights of a language; of one without a list every word is worth 16 bits."""
    return _weights(_Listed(frequencies.languages.get(base_of(lang))))


class _Listed:
    """A word list by identity, so that remembering it does not mean hashing it."""

    def __init__(self, listed: WordBits | None) -> None:
        self.listed = listed

    def __hash__(self) -> int:
        return id(self.listed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Listed) and other.listed is self.listed


@lru_cache(maxsize=16)
def _weights(listed: _Listed) -> Weights:
    return Weights(listed.listed)
