"""The shape of rules/frequencies/*.yaml: how much meeting a word of a language tells, in bits."""

from provcheck.model.value import Value


class WordBits(Value):
    """One language: bits to the words, parted by blanks, of which each is worth that many.

    Words are folded as matching folds them. A word that is not listed is rarer than all listed.
    """

    lang: str
    bits: dict[float, str]


class Frequencies(Value):
    """Language (its two letters) to its words."""

    languages: dict[str, WordBits]
