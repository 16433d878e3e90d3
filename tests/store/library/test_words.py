import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.store.library.words import Tokenizer, prepared

TOKENIZER = Tokenizer()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Nobody sang, “never”.", id="Latin letters and marks"),
        pytest.param("Никто не пел", id="Cyrillic letters"),
        pytest.param("아무도 노래하지 않았다", id="Korean, which has spaces"),
    ],
)
def test_most_texts_stay_as_they_are(text: str) -> None:
    assert prepared(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Don’t – STOP!", "don t stop", id="marks and capitals"),
        pytest.param("naïve Ünder", "naive under", id="accents"),
        pytest.param("nai\u0308ve", "naive", id="combining accents"),
        pytest.param("4.3 or −0.42", "4 3 or 0 42", id="figures, of which matching knows more"),
        pytest.param("har\u00adbour\u200b", "harbour", id="what nobody sees"),
        pytest.param("ﬁnal Ａ１", "final a1", id="ligatures and full width"),
        pytest.param("東京は寒い", "東 京 は 寒 い", id="Chinese letters and kana"),
        pytest.param("cold 寒い day", "cold 寒 い day", id="beside Latin letters"),
        pytest.param("สวน", "ส ว น", id="Thai"),
        pytest.param("one\ud800two \x00", "one two", id="halves of letters and NUL"),
    ],
)
def test_words_are_folded_as_the_index_does(text: str, words: str) -> None:
    assert TOKENIZER.words(text) == tuple(words.split())


@given(st.text(st.characters()))
def test_folded_words_stay_as_they_are(text: str) -> None:
    for word in TOKENIZER.words(text):
        assert TOKENIZER.words(word) == (word,)


def test_texts_with_a_word_are_counted() -> None:
    found = dict(TOKENIZER.frequencies(("One, two, two.", "two")))
    assert found == {"one": 1, "two": 2}
    assert TOKENIZER.frequencies(()) == []
