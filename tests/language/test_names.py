import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.names import name_key, same_name, surname


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Ada Brandvold", "Tove Brandvold", id="two given names"),
        pytest.param("Ada Brandvold", "Ada Lathe", id="two surnames"),
        pytest.param("Per Olsen", "Per Olsson", id="two surnames that sound alike"),
        pytest.param("interviewer of Ada Brandvold", "Ada Brandvold", id="whoever belongs to her"),
        pytest.param("", "Ada Brandvold", id="no name"),
        pytest.param("The", "Mr", id="no names at all"),
    ],
)
def test_are_two(one: str, two: str) -> None:
    assert not same_name(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Ada Brandvold", "Brandvold", id="a surname"),
        pytest.param("Mr Olsen", "Per Olsen", id="a title"),
        pytest.param("Hafenmeister Per Olsen", "Per Olsen", id="an office of another language"),
        pytest.param("the Kremlin", "Kremlin", id="an article"),
        pytest.param("A. Brandvold", "Ada Brandvold", id="an initial"),
        pytest.param("Zelenskiy", "Volodymyr Zelensky", id="transliterations"),
        pytest.param("Zelenskyy", "Zelensky", id="another transliteration"),
        pytest.param("Renée Lindqvist", "Renee Lindqvist", id="accents"),
    ],
)
def test_may_be_one(one: str, two: str) -> None:
    assert same_name(one, two)
    assert same_name(two, one)


@pytest.mark.parametrize(
    ("name", "last"),
    [("Ada Brandvold", "Brandvold"), ("Ludwig van der Berg", "Berg"), ("", ""), ("Dr", "")],
)
def test_surnames(name: str, last: str) -> None:
    assert surname(name) == last


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names_compare_both_ways(one: str, two: str) -> None:
    assert same_name(one, two) == same_name(two, one)
    assert isinstance(name_key(one), str)
