import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.numerals import digits, numerals
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ONES = f"{ONES} fifteen sixteen seventeen eighteen nineteen".split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


WORDS = ["0", "1", "20", "1.5", "-4", "half", "a", "hundred", "third", "st", "m", "$", "%", "and"]


def spoken(number: int) -> list[str]:
    """The number in English words."""
    if number < 20:
        return [ONES[number]]
    if number < 100:
        ten, one = divmod(number, 10)
        return [TENS[ten], *([ONES[one]] if one else [])]
    for power, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= power:
            head, rest = divmod(number, power)
            joint = ["and"] if 0 < rest < 100 else []
            return [*spoken(head), name, *joint, *(spoken(rest) if rest else [])]
    raise AssertionError(number)


def read(words: str) -> str:
    return " ".join(numerals(words.split(), LEXICON))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("hundreds of boats", id="no amount"),
        pytest.param("million", id="a lone magnitude"),
        pytest.param("20 5", id="two figures"),
        pytest.param("5 and 6", id="two figures joined"),
        pytest.param("1.000", id="one point: English and German differ"),
        pytest.param("10:30", id="a time"),
        pytest.param("the pier and the mill", id="no number"),
        pytest.param("5 %", id="a share"),
        pytest.param("40 m", id="million or metres"),
        pytest.param("", id="nothing"),
    ],
)
def test_stays_as_it_is(words: str) -> None:
    assert read(words) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("twenty five", "25", id="tens and ones"),
        pytest.param("one hundred and twenty", "120", id="with and"),
        pytest.param("a thousand", "1000", id="a for one"),
        pytest.param("half a million", "500000", id="half of it"),
        pytest.param("2.5 million", "2500000", id="a decimal and a magnitude"),
        pytest.param("2.5bn", "2500000000", id="glued to it"),
        pytest.param("twenty first", "21st", id="an ordinal in words"),
        pytest.param("21 st", "21st", id="an ordinal in two words"),
        pytest.param("twelfth", "12th", id="an ordinal in a word"),
        pytest.param("minus five", "-5", id="a sign in words"),
        pytest.param("1 000 000", "1000000", id="thousands apart"),
        pytest.param("20 1000", "20 1000", id="two figures, not thousands"),
        pytest.param("2020 300", "2020 300", id="a year and a figure"),
        pytest.param("3.30 pm", "3:30 pm", id="a time of day with a point"),
        pytest.param("3.30 percent", "3.30 percent", id="a figure with a point"),
        pytest.param("$ 5 million", "5000000 dollar", id="a currency before"),
        pytest.param("5 million dollars", "5000000 dollar", id="a currency behind"),
        pytest.param("$ 5 m", "5 m dollar", id="a currency round an abbreviation"),
        pytest.param("funfundzwanzig", "25", id="German, in one word"),
        pytest.param("1.5 milliarden", "1500000000", id="German, a milliard"),
        pytest.param("one and two", "1 and 2", id="two numbers stay two"),
    ],
)
def test_is_read_as_digits(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("12,500", "12500"),
        ("1,000.5", "1000.5"),
        ("4,3", "4.3"),
        ("1.000.000", "1000000"),
        ("1.000,5", "1000.5"),
        ("-0,42", "-0.42"),
        ("4.3", "4.3"),
        ("43", "43"),
        ("1⁄2", "1/2"),
        ("pier", "pier"),
    ],
)
def test_marks_within_a_figure(word: str, expected: str) -> None:
    assert digits(word) == expected


@given(st.integers(0, 999_999_999))
def test_every_spoken_number_is_its_digits(number: int) -> None:
    assert numerals(spoken(number), LEXICON) == [str(number)]
    assert numerals([f"{number:,}"], LEXICON) == [str(number)]


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_are_read_once(words: list[str]) -> None:
    once = numerals(words, LEXICON)

    assert all(once)
    assert bool(once) == bool(words)
