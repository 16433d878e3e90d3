import pytest
from building import an_alignment
from hypothesis import given
from hypothesis import strategies as st

from provcheck.report.strength import strength


def said(**known: object) -> str:
    return strength(an_alignment("we go", "we go", ("we go", "we go"), **known))


@pytest.mark.parametrize(
    ("known", "words"),
    [
        pytest.param({"exact": True}, "Every word stands unbroken in the source. They", id="exact"),
        pytest.param({"coverage": 0.625}, "62% of the words stand in the source. They", id="part"),
        pytest.param({"bits": 40.0}, "too many or too rare to be there by chance: ", id="strong"),
        pytest.param({"bits": 9.6, "exact": True}, "few or common", id="exact-but-few"),
        pytest.param({"bits": 9.6}, "prove little", id="weak"),
    ],
)
def test_strength_in_words(known: dict[str, float], words: str) -> None:
    assert words in said(**known)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        pytest.param(1.6e-49, ": less than one text in a billion of", id="never"),
        pytest.param(0.95e-9, ": less than one text in a billion of", id="just under a billion"),
        pytest.param(1e-9, ": about one text in 1 billion of", id="a billion"),
        pytest.param(3.1e-6, ": about one text in 300 thousand of", id="thousands"),
        pytest.param(1.04e-6, ": about one text in 1 million of", id="rounded up to the next name"),
        pytest.param(0.012, ": about one text in 80 of", id="tens"),
        pytest.param(0.4, ": about one text in 2 of", id="often"),
        pytest.param(0.5, ": most texts of", id="as likely as not"),
        pytest.param(812.0, ": most texts of", id="everywhere"),
    ],
)
def test_chance_is_told_in_texts(chance: float, words: str) -> None:
    assert words in said(chance=chance)


@given(st.floats(min_value=0, max_value=1e12))
def test_any_chance_is_told_in_few_words(chance: float) -> None:
    assert len(said(chance=chance)) < 260


def test_the_figures_stand_behind_the_words() -> None:
    assert said(bits=9.6, needed=27.2).endswith("(10 bits of evidence, 27 asked for).")


def test_nothing_aligned_is_weak() -> None:
    assert "prove little" in strength(an_alignment("", "", bits=0.0, coverage=0.0))
