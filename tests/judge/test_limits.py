import pytest

from provcheck.judge import limits as judged
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.rulebook.limits import LimitExample, LimitWords


def bounds(words: str, known: LimitWords) -> bool:
    """The rule on an example whose bar parts what was quoted from what was cut off."""
    said, rest = words.split(" |")
    return judged.bounds(said, rest, known)


RULES = {
    "openers": judged.opens_limit,
    "corrections": judged.opens_correction,
    "conditions": judged.opens_condition,
    "denials": judged.denies,
    "limits": judged.limits,
    "closers": judged.closes_with_limit,
    "bounds": bounds,
    "suppositions": judged.supposes,
    "voices": judged.lends_voice,
    "questions": judged.asks,
    "dismissals": judged.dismisses,
    "weakeners": judged.weakens,
}
EXAMPLES = load_rulebook().limits.examples


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.silent}")
def test_examples_that_limit_nothing(rules: Rulebook, example: LimitExample) -> None:
    assert not RULES[example.rule](example.silent, rules.limits.of(example.lang))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.fires}")
def test_examples_that_limit(rules: Rulebook, example: LimitExample) -> None:
    assert RULES[example.rule](example.fires, rules.limits.of(example.lang))


def test_every_rule_has_an_example() -> None:
    assert {example.rule for example in EXAMPLES} == set(RULES)


def test_words_inside_other_words_limit_nothing(rules: Rulebook) -> None:
    assert not judged.denies("The nobility noted ", rules.limits.english)
    assert not judged.opens_limit("butter and bread", rules.limits.english)


def test_contractions_deny(rules: Rulebook) -> None:
    assert judged.denies("I don’t believe that ", rules.limits.english)
