import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.figures import Figure, Shape, figures
from provcheck.rulebook.figures import figure_rules

RULES = figure_rules()


def read(text: str, lang: str = "en") -> tuple[Figure, ...]:
    return figures(text, RULES, lang)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("room 12 and page 40", id="labels"),
        pytest.param("one of them", id="a lone one"),
        pytest.param("the third man came first", id="ordinals"),
        pytest.param("in the second half", id="a half of a match"),
        pytest.param("at 10:30", id="a time"),
        pytest.param("the million dreams", id="a magnitude alone"),
        pytest.param("no figure at all", id="words"),
        pytest.param("a² and ²", id="raised digits"),
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "measures"),
    [
        pytest.param("4.3 million euros", 4.3e6, 4.3e6, "EUR", id="a magnitude"),
        pytest.param("€4.3m", 4.3e6, 4.3e6, "EUR", id="a sign and a letter"),
        pytest.param("4,300,000 euros", 4.3e6, 4.3e6, "EUR", id="written out"),
        pytest.param("40m long", 40, 40, "length", id="a letter for metres"),
        pytest.param("half of them", 50, 50, "share", id="a half"),
        pytest.param("two thirds of them", 66.67, 66.67, "share", id="two thirds"),
        pytest.param("half a million men", 5e5, 5e5, "", id="half a million"),
        pytest.param("half a mile", 804.67, 804.67, "length", id="half a mile"),
        pytest.param("ten per cent", 10, 10, "share", id="per cent"),
        pytest.param("four percentage points", 4, 4, "points", id="points"),
        pytest.param("between four and six weeks", 28, 42, "time", id="between"),
        pytest.param("4-6 weeks", 28, 42, "time", id="a range with a hyphen"),
        pytest.param("twenty-five men", 25, 25, "", id="two words"),
        pytest.param("two hundred and forty men", 240, 240, "", id="hundreds"),
        pytest.param("a dozen men", 12, 12, "", id="a dozen"),
        pytest.param("dozens of men", 24, 150, "", id="dozens"),
        pytest.param("at -0.4 degrees", -0.4, -0.4, "degrees", id="below zero"),
    ],
)
def test_values(text: str, low: float, high: float, measures: str) -> None:
    (figure,) = read(text)

    assert (figure.low, figure.high) == pytest.approx((low, high), rel=1e-3)
    assert figure.measures == measures


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        pytest.param("de", "4,3 Millionen Euro", 4.3e6, id="German comma"),
        pytest.param("de", "4.300 Menschen", 4300, id="German point"),
        pytest.param("de", "fünfundzwanzig Boote", 25, id="German number word"),
        pytest.param("fr", "4 300 000 habitants", 4.3e6, id="French spaces"),
        pytest.param("fr", "4,3 millions d’euros", 4.3e6, id="French elision"),
        pytest.param("es", "4,3 millones de euros", 4.3e6, id="Spanish"),
        pytest.param("ru", "4,3 миллиона рублей", 4.3e6, id="Russian"),
        pytest.param("uk", "40 тисяч гривень", 40_000, id="Ukrainian"),
        pytest.param("fi", "40 veneet", 40, id="a language without rules"),
    ],
)
def test_languages(lang: str, text: str, value: float) -> None:
    (figure,) = read(text, lang)

    assert figure.low == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "shape", "whole"),
    [
        pytest.param("500 men", Shape.EXACT, "500", id="no word"),
        pytest.param("about 500 men", Shape.ABOUT, "about 500", id="about"),
        pytest.param("nearly 500 men", Shape.NEARLY, "nearly 500", id="nearly"),
        pytest.param("more than 500 men", Shape.OVER, "more than 500", id="more than"),
        pytest.param("no fewer than 500 men", Shape.OVER, "no fewer than 500", id="no fewer"),
        pytest.param("fewer than 500 men", Shape.UNDER, "fewer than 500", id="fewer than"),
        pytest.param("almost a third of", Shape.NEARLY, "almost a third", id="before an article"),
    ],
)
def test_rounding_words(text: str, shape: Shape, whole: str) -> None:
    (figure,) = read(text)

    assert figure.shape == shape
    assert figure.whole.of(text) == whole


def test_four_digits_may_be_a_year() -> None:
    assert [figure.year for figure in read("in 2019, of 2,019 trees")] == [True, True]
    assert not read("2019 euros")[0].year


@given(st.text(max_size=120), st.sampled_from(["en", "de", "fr", "ru", "xx"]))
def test_figures_stand_in_order_within_the_text(text: str, lang: str) -> None:
    found = read(text, lang)

    assert all(f.low <= f.high and f.whole.start <= f.span.start for f in found)
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)
