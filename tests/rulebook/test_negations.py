import pytest

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.load import parsed, shipped
from provcheck.rulebook.negations import negation_rules
from provcheck.rulebook.stance import stance_rules

LANGUAGES = sorted(negation_rules().languages)


def test_an_unknown_language_has_none() -> None:
    assert negation_rules().of("xx") == ()
    assert negation_rules().of("de-AT") == negation_rules().of("de")


@pytest.mark.parametrize("word", ["if", "only", "un", "few"])
def test_what_limits_does_not_deny(word: str) -> None:
    assert word not in negation_rules().every()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reader_takes_them(lang: str, rules: Rulebook) -> None:
    words = {*negation_rules().of(lang)}

    assert words
    assert words <= {*rules.limits.languages[lang].negations}
    assert words <= {*stance_rules().of(lang).denials}
    assert {word for word in words if word.isascii()} <= rules.lexicon.classes["negations"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_reader_lists_one_again(lang: str) -> None:
    words = {*negation_rules().of(lang)}
    stance = parsed(shipped() / "stance.yaml")["languages"][lang].get("denials", [])
    limits = parsed(shipped() / "limits.yaml")["languages"][lang].get("negations", [])

    assert words & {*stance, *limits, *parsed(shipped() / "lexicon.yaml")["negations"]} == set()
