import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.phrases import ARTICLE, NAME


def names(text: str) -> list[str]:
    return [match.group() for match in NAME.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("the harbour of the old town", id="small letters only"),
        pytest.param("12 of 30 boats", id="numbers"),
        pytest.param("van der of the", id="particles alone"),
        pytest.param("“…” – 7 %", id="marks"),
    ],
)
def test_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("met Ada Brandvold there", ["Ada Brandvold"], id="two words"),
        pytest.param("met Ludwig van der Berg there", ["Ludwig van der Berg"], id="two particles"),
        pytest.param("met Ludwig van Berg there", ["Ludwig van Berg"], id="one particle"),
        pytest.param("met Ada O’Hara-Lind there", ["Ada O’Hara-Lind"], id="marks within"),
        pytest.param("the Harbour Board of Halvik", ["Harbour Board of Halvik"], id="of a place"),
        pytest.param("the Ministry of the Sea", ["Ministry of the Sea"], id="of the"),
        pytest.param("Lind & Olsen sank", ["Lind & Olsen"], id="an ampersand"),
        pytest.param("das Amt für Fische", ["Amt", "Fische"], id="another preposition"),
        pytest.param("met Ada\u00a0Brandvold there", ["Ada\u00a0Brandvold"], id="a hard space"),
        pytest.param("met Édith Ørsted there", ["Édith Ørsted"], id="accents"),
        pytest.param("приехала Ада Брандвольд", ["Ада Брандвольд"], id="Cyrillic"),
        pytest.param("Ada Brandvold, Per Olsen", ["Ada Brandvold", "Per Olsen"], id="a comma"),
        pytest.param("by Ada\nPer Olsen left", ["Ada", "Per Olsen"], id="a line ends a name"),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        pytest.param("Ada Brandvold", "Ada Brandvold", id="none there"),
        pytest.param("Theatre Royal", "Theatre Royal", id="part of a word"),
        pytest.param("Board of The Sea", "Board of The Sea", id="inside"),
        pytest.param("The Harbour Board", "Harbour Board", id="English"),
        pytest.param("Die Reederei", "Reederei", id="German"),
        pytest.param("La Ligue", "Ligue", id="French"),
        pytest.param("El Muelle", "Muelle", id="Spanish"),
    ],
)
def test_an_article_in_front_is_no_part_of_a_name(name: str, rest: str) -> None:
    assert ARTICLE.sub("", name) == rest


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_any_name_begins_with_a_capital_and_keeps_to_its_line(text: str) -> None:
    for name in names(text):
        assert name[0].isupper()
        assert "\n" not in name
