import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.tokens import Tokens, tokens


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("It's over", "It’s over", id="apostrophes"),
        pytest.param("the ﬁne print", "the fine print", id="ligatures"),
        pytest.param("cafe\u0301 talk", "café talk", id="composed accents"),
        pytest.param("har\u00adbour", "harbour", id="soft hyphen"),
        pytest.param("har\u200bbour", "harbour", id="zero width"),
        pytest.param("the hаrbоur", "the harbour", id="look-alike letters"),
        pytest.param("har-\nbour", "harbour", id="hyphen at a line's end"),
        pytest.param("two—three", "two - three", id="dashes"),
        pytest.param("Cats & Co", "cats and co", id="ampersand"),
        pytest.param("a\u00a0b", "a b", id="hard space"),
        pytest.param("[W]e (w)e [un]able", "We we unable", id="brackets round first letters"),
        pytest.param("الميـــناء", "الميناء", id="an Arabic word drawn out"),
        pytest.param("لَنْ", "لن", id="Arabic vowel signs"),
        pytest.param("hаrbour", "harbour", id="a Cyrillic letter in a Latin word"),
        pytest.param("вiйна", "війна", id="a Latin letter in a Cyrillic word"),
        pytest.param("KIRIM Kırım", "kırım kirim", id="the dotless i"),
        pytest.param("2½", "2.5", id="a whole number and a fraction"),
        pytest.param("“Yes,” no", "yes no", id="marks"),
    ],
)
def test_are_the_same_words(one: str, two: str) -> None:
    assert Tokens(one).norms == Tokens(two).norms


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("4.3", "43", id="a decimal point"),
        pytest.param("-0.4", "0.4", id="a sign"),
        pytest.param("p < 5", "p = 5", id="a relation"),
        pytest.param("5%", "5", id="per cent"),
        pytest.param("$5", "€5", id="a currency"),
        pytest.param("1.5", "1 5", id="one number or two"),
        pytest.param("か", "が", id="a kana that is voiced"),
        pytest.param("कि", "की", id="a vowel sign of Hindi"),
        pytest.param("มา", "ม้า", id="a tone of Thai"),
        pytest.param("2½", "21", id="a fraction"),
        pytest.param("quay[12]", "quay12", id="the figure of a note"),
        pytest.param("the [old] quay", "the oldquay", id="a word in brackets"),
        pytest.param("война", "boйha", id="a word that only looks alike in part"),
        pytest.param("co-op", "coop", id="a hyphen within a line"),
    ],
)
def test_are_other_words(one: str, two: str) -> None:
    assert Tokens(one).norms != Tokens(two).norms


def test_spans_lead_back_to_the_original() -> None:
    text = "The “har\u00adbour”, it’s 4.3 % full."
    found = Tokens(text)

    assert [found.span(i, i + 1).of(text) for i in range(len(found))] == [
        "The",
        "har\u00adbour",
        "it’s",
        "4.3",
        "%",
        "full",
    ]


def test_an_empty_stretch_is_a_place() -> None:
    found = Tokens("one two")

    assert found.span(1, 1).start == 4
    assert found.span(2, 2).start == 7


def test_occurrences_are_whole_words() -> None:
    found = Tokens("the art of the cart, the art")

    assert found.occurrences(["the", "art"], 9) == [0, 5]
    assert found.occurrences(["the", "art"], 1) == [0]
    assert found.occurrences(["art", "of", "the", "car"], 9) == []
    assert found.occurrences([], 9) == []


def test_texts_are_remembered() -> None:
    assert tokens("some words") is tokens("some words")


@given(st.text(max_size=80))
def test_any_text_has_words_within_it_in_order(text: str) -> None:
    found = Tokens(text)
    spans = [found.span(i, i + 1) for i in range(len(found))]

    assert all(s.end <= len(text) and len(s) for s in spans)
    assert [s.start for s in spans] == sorted(s.start for s in spans)
