import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.numerals import Numerals
from provcheck.rulebook.figures import figure_rules

RULES = figure_rules()


def numerals(text: str, lang: str = "en") -> Numerals:
    return Numerals(text, RULES, RULES.of(lang))


@pytest.mark.parametrize("text", ["pier", "", "10:30", "4,3,2", "the", "9" * 40])
def test_no_number(text: str) -> None:
    assert numerals(text).number(0) is None


@pytest.mark.parametrize(
    ("text", "lang", "value", "step"),
    [
        ("4.3", "en", 4.3, 0.1),
        ("4,3", "en", 4.3, 0.1),
        ("4,300", "en", 4300, 100),
        ("4.300", "de", 4300, 100),
        ("41", "en", 41, 1),
        ("500", "en", 500, 15),
        ("1.234.567,8", "de", 1_234_567.8, 0.1),
    ],
)
def test_digits_by_language(text: str, lang: str, value: float, step: float) -> None:
    number = numerals(text, lang).number(0)

    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.step == pytest.approx(step)


def test_words_behind_the_text_are_empty() -> None:
    assert numerals("one").word(7) == ""
    assert numerals("one").word(-1) == ""


@given(st.text(alphabet="0123456789., -m", max_size=40))
def test_any_digits_are_read_without_fault(text: str) -> None:
    reader = numerals(text)

    assert all(reader.number(at) is None or reader.number(at).end > at for at in range(len(text)))
