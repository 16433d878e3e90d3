import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.words import abridged, normalised, spelt, word_count, word_spans
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


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("We will\n close\u00a0it", "We will close it", id="white space"),
        pytest.param("It’s “fine” – now …", 'It\'s "fine" - now ...', id="marks"),
        pytest.param("We will close it,", "We will close it.", id="the sentence goes on"),
        pytest.param("har\u00adbour", "harbour", id="a hyphen that shows nothing"),
        pytest.param("cafe\u0301", "café", id="composed"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a character"),
    ],
)
def test_spelt_alike(one: str, two: str) -> None:
    assert spelt(one) == spelt(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("We’re in", "Were in", id="an apostrophe makes another word"),
        pytest.param("by 5%", "by 5", id="per cent"),
        pytest.param("it is -6", "it is 6", id="minus"),
        pytest.param("$5", "5", id="a currency"),
        pytest.param("5²", "52", id="a power"),
        pytest.param("We will … close", "We will close", id="something is left out"),
        pytest.param("We [the crews] will", "We the crews will", id="something is put in"),
        pytest.param("Close it!", "Close it?", id="a question"),
        pytest.param("the US", "the us", id="capitals"),
    ],
)
def test_spelt_otherwise(one: str, two: str) -> None:
    assert spelt(one) != spelt(two)


@given(st.text())
def test_spelling_settles_at_once(words: str) -> None:
    assert spelt(spelt(words)) == spelt(words)
