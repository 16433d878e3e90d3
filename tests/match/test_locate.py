import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.match.evidence import weights
from provcheck.match.locate import exact, runs
from provcheck.match.tokens import Tokens
from provcheck.rulebook.book import load_rulebook

SCALE = weights(load_rulebook().frequencies, "en")
SOURCE = Tokens(
    "The dredgers lay beneath the lanterns all winter. Nobody had paid for the copper. "
    "In spring the council sold the copper and kept the lanterns. The dredgers lay idle."
)


def found(words: str, source: Tokens = SOURCE) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    ours = Tokens(words)
    return [(run.quote, run.source) for run in runs(ours, (0, len(ours)), source, SCALE)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("An entirely unrelated remark about cheese", id="other words"),
        pytest.param("the all and for", id="common words in no order"),
        pytest.param("", id="no words"),
    ],
)
def test_nothing_is_located(words: str) -> None:
    assert found(words) == []


def test_a_quotation_longer_than_its_source_is_never_a_match() -> None:
    assert found("The dredgers lay beneath the lanterns all winter", Tokens("dredgers lay")) == []


def test_every_exact_place_is_found() -> None:
    places = exact(Tokens("the dredgers lay"), (0, 3), SOURCE, SCALE)

    assert [run.source for run in places] == [(0, 3), (27, 30)] or len(places) == 2


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The dredgers lay under the lanterns all winter", id="a word changed"),
        pytest.param("The dredgers lay beneath lanterns all winter", id="a word left out"),
        pytest.param("The dredgers really lay beneath the lanterns all winter", id="a word put in"),
    ],
)
def test_changed_words_are_located_in_one_run(words: str) -> None:
    ((quote, source),) = found(words)

    assert source == (0, 8)
    assert quote == (0, len(Tokens(words)))


def test_joined_passages_are_located_apart() -> None:
    places = found("Nobody had paid for the copper. The dredgers lay idle.")

    assert len(places) >= 1
    assert places[0][1][0] == 8


WORDS = st.lists(
    st.sampled_from(
        ["pier", "crane", "copper", "lantern", "dredger", "the", "of", "and", "winter"]
    ),
    max_size=60,
)


@given(WORDS, WORDS)
@settings(max_examples=60)
def test_runs_couple_equal_words_in_order(quote: list[str], text: list[str]) -> None:
    source = Tokens(" ".join(text))
    for run in runs(Tokens(" ".join(quote)), (0, len(quote)), source, SCALE):
        assert all(quote[a] == source.norms[b] for a, b in run.pairs)
        assert list(run.pairs) == sorted(run.pairs)


def test_repeated_words_do_not_hang() -> None:
    source = Tokens("hello " * 3000)
    started = time.perf_counter()

    exact(source, (0, 3000), source, SCALE)
    runs(Tokens("hello there " * 1000), (0, 2000), source, SCALE)

    assert time.perf_counter() - started < 20
