import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.links import only_links
from provcheck.match.tokens import Tokens

LINK = "https://t.co/AbC1"


def told(text: str, words: str) -> bool:
    tokens = Tokens(text)
    start = text.index(words)
    first = list(tokens.starts).index(start)
    return only_links(tokens, (first, first + len(Tokens(words))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Grain is rolling", "is", id="a word"),
        pytest.param(f"Grain is {LINK} rolling", f"is {LINK}", id="a word beside"),
        pytest.param("Grain is rolling.Now", "rolling.Now", id="no space behind a stop"),
        pytest.param("and/or so", "or", id="a stroke"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert not told(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"Grain {LINK} rolls", LINK, id="a short link"),
        pytest.param(f"Grain {LINK} rolls", "AbC1", id="a part of one"),
        pytest.param(f"Grain ({LINK}) rolls", LINK, id="in brackets"),
        pytest.param(f"Grain {LINK} pic.x.com/Xy9", f"{LINK} pic.x.com/Xy9", id="two"),
        pytest.param("Grain halvik.example/a?b=1", "halvik.example/a?b=1", id="without a scheme"),
    ],
)
def test_addresses(text: str, words: str) -> None:
    assert told(text, words)


@given(st.text(st.sampled_from("ab /.:ht\n(…"), max_size=40), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_addresses_or_not(text: str, first: int, last: int) -> None:
    tokens = Tokens(text)
    assert only_links(tokens, (min(first, len(tokens)), min(last, len(tokens)))) in {True, False}
