import pytest

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.people import People


def some_people(**known: tuple[str, ...]) -> People:
    lists = {"men": (), "women": (), "his": (), "hers": (), "titles": (), "bodies": ()}
    lists |= {"honorifics": (), "ranks": (), "particles": (), **known}
    return People(**lists)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Brandvold", id="a family name"),
        pytest.param("Halvik", id="a town"),
        pytest.param("Ada", id="a capital"),
        pytest.param("ada brandvold", id="two names"),
        pytest.param("", id="nothing"),
    ],
)
def test_is_no_given_name(rules: Rulebook, name: str) -> None:
    assert name not in rules.people.given


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        pytest.param("per", "m", id="a man's"),
        pytest.param("ada", "f", id="a woman's"),
        pytest.param("jürgen", "m", id="an umlaut"),
        pytest.param("søren", "m", id="a letter of its own"),
        pytest.param("jean-marie", "f", id="a hyphen"),
        pytest.param("zsófia", "f", id="an accent"),
    ],
)
def test_given_names_tell_a_gender(rules: Rulebook, name: str, gender: str) -> None:
    assert rules.people.given[name] == gender


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        pytest.param("mr", "m", id="a title"),
        pytest.param("frau", "f", id="a German title"),
        pytest.param("spokeswoman", "f", id="a calling"),
        pytest.param("brother", "m", id="kin"),
        pytest.param("sprecherin", "f", id="a German calling"),
        pytest.param("councilman", "m", id="an office"),
    ],
)
def test_words_beside_a_name_tell_a_gender(rules: Rulebook, word: str, gender: str) -> None:
    assert rules.people.telling[word] == gender


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("dr", id="a title of anybody"),
        pytest.param("mayor", id="an office of anybody"),
        pytest.param("they", id="a pronoun"),
        pytest.param("Mr", id="a capital"),
    ],
)
def test_words_that_tell_no_gender(rules: Rulebook, word: str) -> None:
    assert word not in rules.people.telling


@pytest.mark.parametrize("word", ["mr", "dr", "sen", "prime", "rev"])
def test_titles_stand_before_names(rules: Rulebook, word: str) -> None:
    assert word in rules.people.before_names


@pytest.mark.parametrize("word", ["lind", "kingston", "sen", "rep"])
def test_words_of_names_are_compared(rules: Rulebook, word: str) -> None:
    assert word not in rules.people.beside_names


@pytest.mark.parametrize("word", ["mr", "señora", "president", "king", "van", "the"])
def test_words_beside_a_name_are_not(rules: Rulebook, word: str) -> None:
    assert word in rules.people.beside_names


@pytest.mark.parametrize("word", ["harbour", "council", "llc", "bundestag", "wire"])
def test_words_of_bodies(rules: Rulebook, word: str) -> None:
    assert word in rules.people.body_words


def test_lists_are_compared_in_small_letters() -> None:
    people = some_people(men=("PER",), hers=("Straße",), titles=("Mc",), bodies=("LLC",))

    assert people.given == {"per": "m"}
    assert people.telling == {"strasse": "f"}
    assert people.before_names == {"mc"}
    assert people.body_words == {"llc"}


@pytest.mark.parametrize(("one", "other"), [("men", "women"), ("his", "hers")])
def test_no_word_tells_both_genders(rules: Rulebook, one: str, other: str) -> None:
    first, second = getattr(rules.people, one), getattr(rules.people, other)

    assert {word.casefold() for word in first} & {word.casefold() for word in second} == set()


def test_no_given_name_is_a_word_of_bodies(rules: Rulebook) -> None:
    assert rules.people.body_words & rules.people.given.keys() == set()
