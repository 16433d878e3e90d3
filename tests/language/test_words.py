import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.words import abridged, normalised, word_count, word_spans
from provcheck.model.span import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It’s 4.3 per cent.", ["It’s", "4.3", "per", "cent"], id="numbers stay whole"),
        pytest.param("a well-known port", ["a", "well-known", "port"], id="hyphens join"),
        pytest.param("— … “ ”", [], id="marks are no words"),
        pytest.param(
            "1,520 calls at 16:40", ["1,520", "calls", "at", "16:40"], id="thousands and times"
        ),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [s.of(text) for s in word_spans(text, Span(start=0, end=len(text)))] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="none"),
        pytest.param("— … “ ”", 0, id="marks"),
        pytest.param("a well-known port", 3, id="words"),
        pytest.param("港", 1, id="one sign"),
        pytest.param("港は閉まったままだ", 5, id="two signs a word, rounded up"),
        pytest.param("港 Halvik", 2, id="both scripts"),
    ],
)
def test_how_many_words(text: str, count: int) -> None:
    assert word_count(text, Span(start=0, end=len(text))) == count


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("It's OVER.", "it’s over", id="case and apostrophes"),
        pytest.param("“ﬁne”", "fine", id="ligatures and marks"),
        pytest.param("a  b\nc", "a b c", id="white space"),
    ],
)
def test_normalised_alike(one: str, two: str) -> None:
    assert normalised(one) == normalised(two)


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize("text", ["", "   ", "…", "—"])
def test_no_words_are_nothing(text: str) -> None:
    assert normalised(text) == ""
    assert word_spans(text, Span(start=0, end=len(text))) == ()


def test_a_stretch_of_a_text_is_looked_at_alone() -> None:
    text = "one two three"

    assert [s.of(text) for s in word_spans(text, Span(start=4, end=7))] == ["two"]


@pytest.mark.parametrize(
    ("words", "short"),
    [
        pytest.param("we go home", "we go home", id="short enough"),
        pytest.param("we go home and stay", "we … stay", id="cut at blanks"),
        pytest.param("abcdefghijklm", "abcde … ijklm", id="no blank to cut at"),
    ],
)
def test_the_middle_is_left_out(words: str, short: str) -> None:
    assert abridged(words, 10) == short


@given(st.text(max_size=60), st.integers(2, 40))
def test_what_is_left_is_bounded(words: str, most: int) -> None:
    assert len(abridged(words, most)) <= most + 3
