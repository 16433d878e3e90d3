import pytest
from housing import a_look

from provcheck.judge.house.insertions import needless, unfounded
from provcheck.rulebook.book import Rulebook

SOURCE = (
    "Chief Pilot Corvin Lathe had marked the bank on 4 May. I thanked him on the quay for the "
    "marks and the buoys that he had laid there, and he told the International Harbour Union "
    "of Andrii Velkorenko."
)
START, END = "I thanked ", " on the quay for the marks and the buoys"


@pytest.mark.parametrize(
    "inserted",
    [
        pytest.param("him [Corvin Lathe]", id="a name that the source has"),
        pytest.param("him [Captain Lathe]", id="one word of it"),
        pytest.param("him [Lathe’s deputy]", id="its possessive"),
        pytest.param("him [the chief pilot]", id="no name"),
        pytest.param("him [IHU]", id="an abbreviation"),
        pytest.param("him [Andriy Velkorenko]", id="another spelling"),
        pytest.param("him [on 4 May]", id="a figure that the source has"),
        pytest.param("him [sic]", id="sic"),
        pytest.param("him [The pilot]", id="a capital that is no name"),
    ],
)
def test_borne_out(rules: Rulebook, inserted: str) -> None:
    words = f"{START}{inserted}{END}"

    assert list(unfounded(a_look(rules, f"“{words},” she said.", words, SOURCE))) == []


@pytest.mark.parametrize(
    ("inserted", "told"),
    [
        pytest.param("[Mayor Otto Brink]", "Mayor Otto Brink", id="another man"),
        pytest.param("him [in 2019]", "2019", id="a figure"),
    ],
)
def test_not_borne_out(rules: Rulebook, inserted: str, told: str) -> None:
    words = f"{START}{inserted}{END}"
    (message,) = unfounded(a_look(rules, f"“{words},” she said.", words, SOURCE))

    assert f"“{told}”" in message


def test_nothing_is_said_where_capitals_prove_no_name(rules: Rulebook) -> None:
    words = f"{START}[Otto Brink]{END}"

    assert list(unfounded(a_look(rules, words, words, SOURCE, lang="de"))) == []
    assert list(unfounded(a_look(rules, words, words, SOURCE, lang="fr"))) == []
    assert list(unfounded(a_look(rules, words, words))) == []


@pytest.mark.parametrize(
    ("lead_in", "inserted"),
    [
        pytest.param("Nobody was there.", "[Lathe]", id="not named before"),
        pytest.param("The mayor, Otto Brink, met Corvin Lathe.", "[Lathe]", id="two about"),
        pytest.param("There was Lathe.", "him [Lathe]", id="explained, not replaced"),
        pytest.param("There was Lathe.", "[the pilot]", id="no name put in"),
    ],
)
def test_a_replacement_that_helps(rules: Rulebook, lead_in: str, inserted: str) -> None:
    words = f"{START}{inserted}{END}"

    assert list(needless(a_look(rules, f"{lead_in} “{words},” she said.", words, SOURCE))) == []


def test_a_replacement_of_a_plain_pronoun(rules: Rulebook) -> None:
    words = f"{START}[Lathe]{END}"
    (told,) = needless(a_look(rules, f"Then came Lathe. “{words},” she said.", words, SOURCE))

    assert "“him” was plain" in told
    assert list(needless(a_look(rules, f"Then came Lathe. “{words}”", words))) == []
