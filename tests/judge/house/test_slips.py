import pytest
from housing import a_look

from provcheck.judge.house.slips import slip_of
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.rulebook.houses import Slip

LEAD, TAIL = "On the quay that morning ", " before the winter tide turned round again"
EXAMPLES = load_rulebook().usage.examples


def slips(rules: Rulebook, said: str, printed: str) -> list[Slip | None]:
    """What each edit amounts to between what was said and what is printed."""
    words = f"{LEAD}{printed}{TAIL}"
    look = a_look(rules, f"“{words},” she said.", words, f"{LEAD}{said}{TAIL}.")
    case = look.case
    assert case is not None
    assert case.alignment.edits
    return [slip_of(case, edit) for edit in case.alignment.edits]


@pytest.mark.parametrize("example", [pytest.param(e, id=" > ".join(e.silent)) for e in EXAMPLES])
def test_what_is_no_slip(rules: Rulebook, example) -> None:
    assert Slip(example.slip) not in slips(rules, *example.silent)


@pytest.mark.parametrize("example", [pytest.param(e, id=" > ".join(e.fires)) for e in EXAMPLES])
def test_what_is_a_slip(rules: Rulebook, example) -> None:
    told = slips(rules, *example.fires)

    assert Slip(example.slip) in told
    assert None not in told


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        pytest.param("she said it is safe", "she said it was safe", id="another tense"),
        pytest.param("we have sold the barge", "we had sold the barge", id="a tense of perfect"),
        pytest.param("we will mend the lock", "we would mend the lock", id="another degree"),
        pytest.param("we mended the bank", "we mended the banks", id="one or several things"),
        pytest.param("we saw the barge go", "we seen the barge go", id="a slip put in"),
        pytest.param("the crews was tired", "the sailors were tired", id="a slip and a synonym"),
        pytest.param("we owe Osmere money", "we owe Velden money", id="another name"),
        pytest.param("we lost 4 crews", "we lost 5 crews", id="another figure"),
        pytest.param("a lot were saved", "lot were saved", id="an amount"),
        pytest.param("We Were Glad of it", "we were glad of it", id="capitals"),
    ],
)
def test_silence(rules: Rulebook, said: str, printed: str) -> None:
    assert set(slips(rules, said, printed)) == {None}


def test_a_slip_beside_a_change_of_meaning_excuses_only_itself(rules: Rulebook) -> None:
    assert slips(rules, "nobody were there", "somebody was there") == [None, Slip.GRAMMAR]


def test_a_language_without_rules_of_usage_has_no_slips(rules: Rulebook) -> None:
    words = f"{LEAD}the crews were tired{TAIL}"
    look = a_look(rules, words, words, f"{LEAD}the crews was tired{TAIL}.")
    case = look.case
    assert case is not None
    text = case.found.text.model_copy(update={"lang": "fi"})
    foreign = case.model_copy(update={"found": case.found.model_copy(update={"text": text})})

    assert slip_of(foreign, case.alignment.edits[0]) is None
