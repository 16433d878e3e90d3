import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.folding import folded, is_accent, is_mark
from provcheck.match.tokens import Tokens


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("か", "が", id="a kana and its voiced one"),
        pytest.param("कि", "की", id="two signs of a vowel"),
        pytest.param("4.3", "43", id="a point in a figure"),
        pytest.param("2½", "21/2", id="a fraction behind a whole number"),
        pytest.param("‑5", "5", id="a sign, whatever hyphen it is set with"),
    ],
)
def test_words_that_differ_stay_apart(one: str, two: str) -> None:
    assert folded(one) != folded(two)
    assert list(Tokens(one).norms) != list(Tokens(two).norms)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Café", "cafe", id="case and accents"),
        pytest.param("straße", "STRASSE", id="sharp s"),
        pytest.param("−5", "‑5", id="minus and hyphen"),
        pytest.param("ISTANBUL", "ıstanbul", id="dotless i"),
        pytest.param("كتاب", "كتـــاب", id="a lengthened Arabic word"),
        pytest.param("hаrbour", "harbour", id="a look-alike letter"),
        pytest.param("𝐛𝐨𝐥𝐝", "bold", id="letters of mathematics"),
        pytest.param("½", "1/2", id="a fraction"),
    ],
)
def test_one_word_has_one_form(one: str, two: str) -> None:
    assert folded(one) == folded(two)


@pytest.mark.parametrize(("character", "accent"), [("\u0301", True), ("ि", False), ("e", False)])
def test_accents_are_told_from_signs_of_vowels(character: str, accent: bool) -> None:  # noqa: FBT001
    assert is_accent(character) == accent
    assert not accent or is_mark(character)


@given(st.text(min_size=1, max_size=12))
def test_folding_is_done_once(word: str) -> None:
    assert folded(folded(word)) == folded(folded(folded(word)))
