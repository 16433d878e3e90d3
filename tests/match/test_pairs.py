import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.pairs import Index, WordIndex

MANY = 10_000
LONG = "harbourmasters", "harbourmasterships", "internationalisation", "internationalisations"
WORDS = st.lists(st.sampled_from(("a", "b", "ab", "the", "pier", "piers", *LONG)), max_size=40)


def indexed(words: list[str]) -> WordIndex:
    text = "".join(f" {word}" for word in words).encode() + b" "
    return WordIndex(text, np.flatnonzero(np.frombuffer(text, np.uint8) == ord(" ")))


def places(index: Index, wanted: np.ndarray, most: int = MANY) -> list[tuple[int, int]]:
    which, where = index.places(wanted, most)
    return sorted(zip(which.tolist(), where.tolist(), strict=True))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(["pier", "a"], ["a", "pier"], id="the other order"),
        pytest.param(["ab", "a"], ["a", "ba"], id="other borders of the words"),
        pytest.param(["a", "b"], ["a", "pier", "b"], id="a word between"),
        pytest.param(["pier", "a"], ["piers", "a"], id="a longer word"),
        pytest.param(["pier"], ["pier"], id="one word is no pair"),
        pytest.param([], ["a", "b"], id="no words"),
        pytest.param(["a", "b"], [], id="an empty text"),
    ],
)
def test_no_pair_is_shared(ours: list[str], theirs: list[str]) -> None:
    assert places(indexed(theirs).pairs, indexed(ours).pair_hashes) == []


@given(WORDS, WORDS)
def test_every_place_of_every_pair_is_found(ours: list[str], theirs: list[str]) -> None:
    naive = [
        (a, b)
        for a in range(len(ours) - 1)
        for b in range(len(theirs) - 1)
        if ours[a : a + 2] == theirs[b : b + 2]
    ]

    assert places(indexed(theirs).pairs, indexed(ours).pair_hashes) == naive


@given(WORDS, WORDS)
def test_every_place_of_every_word_is_found(ours: list[str], theirs: list[str]) -> None:
    naive = [(a, b) for a, one in enumerate(ours) for b, two in enumerate(theirs) if one == two]

    assert places(indexed(theirs).singles, indexed(ours).hashes) == naive


@given(WORDS, st.integers(1, 5))
def test_of_each_only_so_many_places_are_looked_at(words: list[str], most: int) -> None:
    index = indexed(words)
    found = places(index.singles, index.hashes, most)

    assert all(words[a] == words[b] for a, b in found)
    assert all(sum(a == which for which, _ in found) <= most for a in range(len(words)))


@given(st.lists(st.integers(0, 2**64 - 1), max_size=30), st.integers(0, 2**48 - 1))
def test_hashes_alike_in_their_top_bits_are_told_apart(hashes: list[int], low: int) -> None:
    near = [(h >> 48 << 48) | low for h in hashes]
    index = Index(np.array(hashes, np.uint64))
    naive = [(a, b) for a, one in enumerate(near) for b, two in enumerate(hashes) if one == two]

    assert places(index, np.array(near, np.uint64)) == naive
