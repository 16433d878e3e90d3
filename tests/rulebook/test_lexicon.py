import pytest

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.figures import figure_rules


def test_forms_lead_to_their_base(rules: Rulebook) -> None:
    assert rules.lexicon.bases["went"] == "go"
    assert rules.lexicon.bases["was"] == "be"
    assert rules.lexicon.bases["chosen"] == "choose"
    assert rules.lexicon.bases["sunk"] == "sink"
    assert "go" not in rules.lexicon.bases


def test_entries_are_in_small_letters_without_apostrophes(rules: Rulebook) -> None:
    lists = rules.lexicon.classes
    for name in ("negations", "modals", "qualifiers", "pronouns", "function_words", "fillers"):
        assert [w for w in lists[name] if w != w.casefold() or "’" in w or "'" in w] == []


@pytest.mark.parametrize(("one", "other"), [("negations", "pronouns"), ("modals", "auxiliaries")])
def test_classes_do_not_overlap(rules: Rulebook, one: str, other: str) -> None:
    lists = rules.lexicon.classes

    assert not lists[one] & lists[other]


@pytest.mark.parametrize("word", ["both", "beide", "sept", "cent", "null", "six-pack", "funfund"])
def test_no_number(rules: Rulebook, word: str) -> None:
    assert rules.lexicon.number(word) == ""
    assert word not in rules.lexicon.multipliers


@pytest.mark.parametrize(
    ("word", "digits"),
    [
        pytest.param("twelve", "12", id="a cardinal"),
        pytest.param("funfundzwanzig", "25", id="unit and tens in one word, folded"),
        pytest.param("third", "3rd", id="an ordinal"),
        pytest.param("once", "1x", id="English before Spanish"),
        pytest.param("4.30", "4.30", id="digits as they stand"),
    ],
)
def test_numbers(rules: Rulebook, word: str, digits: str) -> None:
    assert rules.lexicon.number(word) == digits


def test_magnitudes_multiply(rules: Rulebook) -> None:
    assert rules.lexicon.multipliers["millones"] == rules.lexicon.multipliers["mio"] == "1000000"
    assert rules.lexicon.figures >= {"million", "dozens", "mrd"}


def test_no_number_is_listed_again(rules: Rulebook) -> None:
    lexicon = rules.lexicon
    listed = [figure_rules().languages[lang] for lang in lexicon.number_languages]

    again = {*lexicon.numbers} & {word for words in listed for word in words.numbers}
    assert again == {"once"}
    assert not {*lexicon.powers, *lexicon.magnitudes} & {
        w for words in listed for w in words.magnitudes
    }


def test_spellings_lead_away_from_themselves(rules: Rulebook) -> None:
    spellings = rules.lexicon.spellings

    assert len(spellings) >= 120
    assert [uk for uk, us in spellings.items() if uk == us] == []
    assert [us for us in spellings.values() if us in spellings] == []


@pytest.mark.parametrize("word", ["may", "hardly", "not", "think", "theory"])
def test_what_is_no_qualifier(rules: Rulebook, word: str) -> None:
    assert word not in rules.lexicon.classes["qualifiers"]


@pytest.mark.parametrize("word", ["very", "allegedly", "angeblich", "hochstens", "probablement"])
def test_qualifiers_hold_the_hedges_of_every_language(rules: Rulebook, word: str) -> None:
    assert word in rules.lexicon.classes["qualifiers"]


def test_no_qualifier_is_listed_again(rules: Rulebook) -> None:
    assert {*rules.lexicon.qualifiers} & rules.limits.hedging() == set()
