import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.rulebook.places import Places

PLACES = load_rulebook().places


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Halvik", id="a town"),
        pytest.param("Norwegian", id="an adjective"),
        pytest.param("norway", id="small letters"),
        pytest.param("Norway’s", id="an owner"),
        pytest.param("", id="nothing"),
    ],
)
def test_is_no_country(rules: Rulebook, name: str) -> None:
    assert not rules.places.is_place(name)


@pytest.mark.parametrize(
    "name", ["Norway", "United Kingdom", "South Korea", "Saudi Arabia", "New Zealand"]
)
def test_is_a_country(rules: Rulebook, name: str) -> None:
    assert rules.places.is_place(name)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("Norway", id="a country"),
        pytest.param("norwegian", id="small letters"),
        pytest.param("Halvikian", id="made of a town"),
        pytest.param("Northern", id="another adjective"),
        pytest.param("", id="nothing"),
    ],
)
def test_is_no_demonym(rules: Rulebook, word: str) -> None:
    assert not rules.places.is_demonym(word)


@pytest.mark.parametrize("word", ["Norwegian", "U.S.", "South Korean", "Filipino", "Swiss"])
def test_is_a_demonym(rules: Rulebook, word: str) -> None:
    assert rules.places.is_demonym(word)


@pytest.mark.parametrize(
    ("adjective", "countries"),
    [
        pytest.param("halvikian", set(), id="of no country"),
        pytest.param("norway", set(), id="a country itself"),
        pytest.param("Norwegian", set(), id="a capital"),
        pytest.param("", set(), id="nothing"),
        pytest.param("norwegian", {"norway"}, id="one country"),
        pytest.param("british", {"britain", "united kingdom"}, id="two names of a country"),
        pytest.param("american", {"america", "united states"}, id="long and short"),
        pytest.param("u.s.", {"united states"}, id="an abbreviation"),
        pytest.param("south korean", {"south korea"}, id="two words"),
    ],
)
def test_countries_of_an_adjective(rules: Rulebook, adjective: str, countries: set[str]) -> None:
    assert rules.places.countries_of(adjective) == countries


def test_every_adjective_leads_back_to_its_country(rules: Rulebook) -> None:
    for country, words in rules.places.demonyms.items():
        assert words
        for word in words:
            assert rules.places.is_demonym(word)
            assert country.casefold() in rules.places.countries_of(word.casefold())


def test_no_adjective_stands_twice_with_a_country(rules: Rulebook) -> None:
    twice = [c for c, words in rules.places.demonyms.items() if len(set(words)) < len(words)]

    assert twice == []


def test_without_countries_nothing_is_one() -> None:
    empty = Places(demonyms={})

    assert not empty.is_place("Norway")
    assert not empty.is_demonym("Norwegian")
    assert empty.countries_of("norwegian") == set()


@given(st.text(max_size=20))
@settings(max_examples=100)
def test_only_adjectives_have_countries(word: str) -> None:
    known = {each.casefold() for words in PLACES.demonyms.values() for each in words}

    assert bool(PLACES.countries_of(word)) == (word in known)
