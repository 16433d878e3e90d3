import pytest
from housing import a_look, in_house, remarked

from provcheck.judge.house.rules import HOUSE_RULES, in_house_style
from provcheck.model.finding import Remark
from provcheck.model.verdict import Level
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.houses import Severity, StyleRule

SAID = "We counted the geese at dawn with a clicker in each hand, and then we went home."
WORDS = "We counted the geese...and then we went home"
TEXT = f"“{WORDS},” she said."


@pytest.mark.parametrize("house", ["default", "guardian"])
def test_houses_that_say_nothing_of_points(rules: Rulebook, house: str) -> None:
    assert remarked(a_look(in_house(rules, house), TEXT, WORDS, SAID)) == []


@pytest.mark.parametrize("house", ["strict", "ap", "reuters"])
def test_houses_that_ask_for_spaces(rules: Rulebook, house: str) -> None:
    look = a_look(in_house(rules, house), TEXT, WORDS, SAID)

    assert remarked(look) == [("ellipsis-spacing", "note")]


@pytest.mark.parametrize("words", ["We counted the geese at dawn", "home"])
def test_claims_without_a_source_are_held_to_style_too(rules: Rulebook, words: str) -> None:
    told = remarked(a_look(in_house(rules, "ap"), f"“{words}” she said.", words))

    assert [rule for rule, _ in told] == (["fragmentary-quote"] if words == "home" else [])


def said_by_house(rules: Rulebook, level: Severity) -> list[tuple[str, str]]:
    """What comes of a remark that was made elsewhere, in a house that gives it a level."""
    rule = StyleRule(level=level, origin="ours")
    house = rules.house.model_copy(update={"rules": {"second-hand": rule}})
    look = a_look(rules, WORDS, WORDS)
    made = Remark(rule="second-hand", level=Level.NOTE, message="m")
    finding = look.finding.model_copy(update={"remarks": (made,)})
    book = rules.model_copy(update={"house": house})
    told = in_house_style(look.article, finding, (), book).remarks
    return [(r.rule, str(r.level)) for r in told if r.rule == "second-hand"]


def test_a_house_sets_the_level_of_every_remark(rules: Rulebook) -> None:
    assert said_by_house(rules, Severity.OFF) == []
    assert said_by_house(rules, Severity.ERROR) == [("second-hand", "error")]


def test_a_remark_that_no_house_mentions_keeps_its_level(rules: Rulebook) -> None:
    look = a_look(rules, TEXT, WORDS, SAID)
    made = Remark(rule="hidden-characters", level=Level.WARNING, message="m")
    finding = look.finding.model_copy(update={"remarks": (made,)})

    assert in_house_style(look.article, finding, (), rules).remarks == (made,)


def test_no_function_serves_two_rules() -> None:
    assert len({rule for rule, _ in HOUSE_RULES}) == len({tells for _, tells in HOUSE_RULES})
