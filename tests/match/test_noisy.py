import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.match.evidence import weights
from provcheck.match.locate import Run
from provcheck.match.noisy import noisy
from provcheck.match.tokens import Tokens
from provcheck.rulebook.book import load_rulebook

SCALE = weights(load_rulebook().frequencies, "en")
BEFORE = (
    "The session opened with a prayer. Members asked about drainage and about the price of coal. "
    "A motion to adjourn was lost by two votes, and the chair thanked the clerk for her patience."
)
PASSAGE = (
    "Every lantern on the northern quay was sold to the dredger captain from the outer islands "
    "before anybody on the harbour board had thought of asking for the receipts"
)
AFTER = "Nothing else was settled that evening. The minutes were read and signed at half past ten."
SOURCE = Tokens(f"{BEFORE} {PASSAGE}. {AFTER}")
STANDS = (len(Tokens(BEFORE)), len(Tokens(BEFORE + " " + PASSAGE)))


def found(words: str, source: Tokens = SOURCE) -> Run | None:
    ours = Tokens(words)
    return noisy(ours, (0, len(ours)), source, SCALE)


def misspelt(text: str, share: float, seed: int) -> str:
    """Return `text` with a share of its letters changed, as a bad scan has them."""
    chance = random.Random(seed)  # noqa: S311
    letters = list(text)
    at = [i for i, letter in enumerate(letters) if letter != " "]
    for i in chance.sample(at, round(share * len(at))):
        letters[i] = chance.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != letters[i]])
    return "".join(letters)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "Our schools need teachers far more than they need another round of inspections",
            id="other words",
        ),
        pytest.param(
            "The board of the bank was told on the evening before that the asking price had risen",
            id="the same common words",
        ),
        pytest.param("Evry lantrn", id="too few words"),
        pytest.param("", id="no words"),
    ],
)
def test_absent_words_are_not_found(words: str) -> None:
    assert found(words) is None


@pytest.mark.parametrize("seed", range(8))
def test_absent_words_misspelt_are_not_found(seed: int) -> None:
    words = "Our schools need teachers far more than they need another round of inspections"

    assert found(misspelt(words, 0.1, seed)) is None


def test_nothing_is_found_in_an_empty_source() -> None:
    assert found(PASSAGE, Tokens("")) is None


@pytest.mark.parametrize("seed", range(8))
def test_a_passage_with_a_tenth_of_its_letters_changed_is_found(seed: int) -> None:
    run = found(misspelt(PASSAGE, 0.1, seed))

    assert run is not None
    assert STANDS[0] <= run.source[0] < run.source[1] <= STANDS[1]
    assert len(run.pairs) > (STANDS[1] - STANDS[0]) // 2


def test_misspelt_words_are_coupled_with_their_likes() -> None:
    words = "Evry lantern onn the northen quay was solt to the dredger captan"
    run = found(words)

    assert run is not None
    assert {place - word for word, place in run.pairs} == {STANDS[0]}
    assert any(Tokens(words).norm(a) != SOURCE.norm(b) for a, b in run.pairs)


def test_a_misspelt_word_is_worth_less_than_the_word() -> None:
    whole, bad = found(PASSAGE), found(PASSAGE.replace("lantern", "lantrn"))

    assert whole is not None
    assert bad is not None
    assert bad.bits < whole.bits


WORDS = st.lists(st.text("abe", min_size=1, max_size=6), max_size=20).map(" ".join)


@given(WORDS, WORDS)
@settings(max_examples=60)
def test_couples_ascend_and_lie_within_both_texts(quote: str, text: str) -> None:
    run = found(quote, Tokens(text))
    pairs = run.pairs if run else ()

    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert all(a < len(Tokens(quote)) and b < len(Tokens(text)) for a, b in pairs)
