from datetime import date

import pytest

from provcheck.match.names import bears, names_in, replaced
from provcheck.match.reading import Reading, language_in
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def reading(text: str, lang: str = "en") -> Reading:
    return Reading(text, language_in(lang, RULES), date(2025, 3, 14))


def names(text: str, *, lang: str = "en", opens: bool = False) -> list[str]:
    return [span.of(text) for span in names_in(reading(text, lang), opens=opens)]


@pytest.mark.parametrize(
    ("text", "lang", "opens"),
    [
        pytest.param("Prices rose in May", "en", True, id="a first word"),
        pytest.param("The board met. Prices rose", "en", True, id="a second sentence"),
        pytest.param("der Hafen und das Boot", "de", False, id="German nouns"),
        pytest.param("on Tuesday I met her", "en", False, id="a day and a pronoun"),
    ],
)
def test_capitals_that_make_no_name(text: str, lang: str, opens: bool) -> None:  # noqa: FBT001
    assert names(text, lang=lang, opens=opens) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ilse Marwick sold the mill in Halvik", ["Ilse Marwick", "Halvik"]),
        ("Marwick sold it to Jan van der Olm", ["Marwick", "Jan van der Olm"]),
        ("the ferry of the Bank of Ostreva", ["Bank of Ostreva"]),
        ("Halvik, Sandry and Kelby", ["Halvik", "Sandry", "Kelby"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ilse Marwick", "Ms Marwick left"),
        ("Chancellor Marwick", "Ilse Marwick left"),
        ("Volodymyr Zelenko", "Zelenkos lease"),
        ("Ostrevan", "the army of Ostreva"),
        ("NMA", "the National Meteorological Agency"),
        ("National Meteorological Agency", "the NMA said"),
    ],
)
def test_a_text_bears_a_name(name: str, text: str) -> None:
    assert bears(name, text, tuple(names(text, opens=True)))


@pytest.mark.parametrize(
    ("name", "text"),
    [("Ilse Marwick", "Hanne Tolland left"), ("Peter Marwick", "then Anna Marwick left")],
)
def test_a_text_lacks_a_name(name: str, text: str) -> None:
    assert not bears(name, text, tuple(names(text)))


def replacing(ours: str, theirs: str) -> str | None:
    one, two = reading(ours), reading(theirs)
    found = replaced(one, names_in(one, opens=False)[0], two, names_in(two, opens=True))
    return found.of(theirs) if found else None


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("Ilse Marwick resigned", "Hanne Tolland joined", id="another verb"),
        pytest.param("it was sold by Ilse Marwick", "it was sold to Hanne Tolland", id="by and to"),
        pytest.param(
            "the board chose Ilse Marwick", "the board chose Ms Tolland. It chose Mr Olm", id="two"
        ),
        pytest.param("Ilse Marwick resigned", "they resigned in Sandry", id="a place"),
        pytest.param("it met Ilse Marwick", "it met Marwick", id="the same"),
    ],
)
def test_no_other_name_stands_in_the_place(ours: str, theirs: str) -> None:
    assert replacing(ours, theirs) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "other"),
    [
        ("Peter Marwick sold the mill", "Anna Marwick sold the mill", "Anna Marwick"),
        ("it was sold by Ilse Marwick", "it was sold by Hanne Tolland", "Hanne Tolland"),
        ("it moves to Kelby", "it moved to Sandry", "Sandry"),
    ],
)
def test_another_name_stands_in_the_place(ours: str, theirs: str, other: str) -> None:
    assert replacing(ours, theirs) == other
