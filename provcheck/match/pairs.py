"""An index of a text's pairs of words, by which the place of a quotation is found at once."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]


_TOP = np.uint64(48)
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 divided by the golden ratio: Knuth's multiplier
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)


class Index:
    """Where hashes stand in a sequence of them: by their top sixteen bits, sorted, then whole."""

    def __init__(self, hashes: Hashes) -> None:
        self.hashes = hashes
        keys = (hashes >> _TOP).astype(np.uint16)
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]

    def places(self, wanted: Hashes, most: int) -> tuple[Places, Places]:
        """Return which of `wanted` stands where: two arrays of equal length, one entry a place.

        Of each at most `most` places among those that share its top bits are looked at.
        """
        keys = (wanted >> _TOP).astype(np.uint16)
        low = np.searchsorted(self._keys, keys)
        count = np.minimum(np.searchsorted(self._keys, keys, "right") - low, most)
        which = np.repeat(np.arange(len(wanted)), count)
        nth = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
        where = self._order[low[which] + nth]
        same = self.hashes[where] == wanted[which]
        return which[same], where[same]


class WordIndex:
    """Where in a text each word, and each pair of words that follow each other, stands.

    A word is its first sixteen bytes and its length, hashed to 64 bits; a pair hashes both.
    """

    def __init__(self, words: bytes, spaces: npt.NDArray[np.intp]) -> None:
        self.hashes = _hashes(words, spaces)
        self.pair_hashes = _mixed(self.hashes[:-1] * _ODD + self.hashes[1:])

    @cached_property
    def pairs(self) -> Index:
        """Return where pairs of words stand."""
        return Index(self.pair_hashes)

    @cached_property
    def singles(self) -> Index:
        """Return where single words stand."""
        return Index(self.hashes)


def _hashes(words: bytes, spaces: npt.NDArray[np.intp]) -> Hashes:
    """Return a hash for each word: of its first sixteen bytes and its length."""
    padded = np.frombuffer(words + bytes(16), np.uint8)
    eight = np.lib.stride_tricks.as_strided(
        padded[:8].view(np.uint64),
        shape=(len(padded) - 7,),
        strides=(1,),
        writeable=False,
    )
    starts = spaces[:-1] + 1
    length = spaces[1:] - starts
    head = eight[starts] & _MASKS[np.minimum(length, 8)]
    tail = eight[starts + 8] & _MASKS[np.clip(length - 8, 0, 8)] if len(starts) else head
    return _mixed(_mixed(head) + tail * _ODD + length.astype(np.uint64))


def _mixed(values: Hashes) -> Hashes:
    """Return the values with their bits spread (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    return (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
