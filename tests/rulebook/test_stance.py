import pytest

from provcheck.rulebook.pages import page_rules
from provcheck.rulebook.stance import stance_rules

RULES = stance_rules()


def test_a_language_without_rules_has_no_words_at_all() -> None:
    assert RULES.of("xx").cues == {}
    assert RULES.of("xx").empty == frozenset()


@pytest.mark.parametrize("lang", sorted(RULES.languages))
def test_cues_are_in_small_letters_and_every_language_denies(lang: str) -> None:
    words = RULES.languages[lang]

    assert words.denials
    assert [cue for cue in words.cues if cue != cue.casefold()] == []
    assert set(words.objects) <= set(words.denials)


def test_a_denial_is_no_strength() -> None:
    words = RULES.of("en")

    assert words.cues["not"] == "denials"
    assert words.cues["wont"] == "denials"  # it says that it will be, and denies
    assert words.cues["may"] == "possible"


def test_opposites_are_two_words() -> None:
    assert [pair for pair in RULES.of("en").opposites if len(set(pair)) != 2] == []


@pytest.mark.parametrize("lang", sorted(RULES.languages))
def test_no_small_word_is_listed_twice(lang: str) -> None:
    small = RULES.languages[lang].small

    assert {*small} & {*page_rules().languages[lang]} == set()
    assert len(small) == len(set(small))
