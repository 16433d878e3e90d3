import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.evidence import weights
from provcheck.match.seeds import Pair, windows, windows_of_words
from provcheck.match.tokens import Tokens
from provcheck.rulebook.book import load_rulebook

SCALE = weights(load_rulebook().frequencies, "en")
FILLING = "The committee heard the report and went on to the next matter of the day. " * 12
PASSAGE = "Every lantern on the northern quay was sold to a dredger captain from the islands."
SOURCE = Tokens(FILLING + PASSAGE + " " + FILLING)
STANDS = (len(Tokens(FILLING)), len(Tokens(FILLING + PASSAGE)))


def places(words: str, source: Tokens = SOURCE) -> list[Pair]:
    ours = Tokens(words)
    return list(windows(ours, (0, len(ours)), source, SCALE))


def holds(window: Pair, words: Pair) -> bool:
    return window[0] <= words[0] and words[1] <= window[1]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Cheese prices rose sharply during spring", id="no word is shared"),
        pytest.param("", id="no words"),
        pytest.param("the", id="one common word"),
        pytest.param(
            "Surveyors measured subsidence while engineers of the water board argued about "
            "drainage, pumping stations and flood barriers",
            id="one common pair in a long quotation",
        ),
    ],
)
def test_no_place_is_worth_aligning(words: str) -> None:
    assert places(words) == []


def test_an_empty_source_has_no_place() -> None:
    assert places(PASSAGE, Tokens("")) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(PASSAGE, id="word for word"),
        pytest.param(PASSAGE.replace("northern ", ""), id="a word left out"),
        pytest.param(PASSAGE.replace("was sold", "was quietly sold"), id="words put in"),
        pytest.param(PASSAGE.replace("dredger", "trawler"), id="a word changed"),
        pytest.param("lantern, quay, dredger, captain, islands", id="single words"),
    ],
)
def test_the_passage_lies_in_the_first_place(words: str) -> None:
    assert holds(places(words)[0], STANDS)


def test_single_words_find_what_no_pair_does() -> None:
    ours = Tokens("Evry lantern onn the norhtern quay wass sold too a dredger captan")
    first = next(windows_of_words(ours, (0, len(ours)), SOURCE, SCALE))

    assert holds(first, STANDS)


def test_the_better_place_comes_first() -> None:
    half = "Every lantern on the northern quay was lit."
    source = Tokens(f"{half} {FILLING} {PASSAGE} {FILLING}")
    first, second = places(PASSAGE, source)[:2]

    assert holds(first, (len(Tokens(half + FILLING)), len(Tokens(half + FILLING + PASSAGE))))
    assert second[0] == 0


WORDS = st.lists(
    st.sampled_from(["pier", "crane", "copper", "lantern", "the", "of", "winter"]), max_size=50
)


@given(WORDS, WORDS)
def test_places_lie_within_the_source_and_are_few(quote: list[str], text: list[str]) -> None:
    source = Tokens(" ".join(text))
    found = places(" ".join(quote), source)

    assert len(found) <= 3
    assert all(0 <= first < last <= len(source) for first, last in found)
    assert found == places(" ".join(quote), source)


def test_repeated_words_do_not_hang() -> None:
    source = Tokens("hello there " * 20_000)
    started = time.perf_counter()

    assert len(places("hello there " * 4_000, source)) <= 3
    assert time.perf_counter() - started < 5
