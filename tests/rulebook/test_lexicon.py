import pytest

from provcheck.rulebook.book import Rulebook


def test_forms_lead_to_their_base(rules: Rulebook) -> None:
    assert rules.lexicon.bases["went"] == "go"
    assert rules.lexicon.bases["was"] == "be"
    assert rules.lexicon.bases["chosen"] == "choose"
    assert rules.lexicon.bases["sunk"] == "sink"
    assert "go" not in rules.lexicon.bases


def test_entries_are_in_small_letters_without_apostrophes(rules: Rulebook) -> None:
    lists = rules.lexicon.model_dump()
    for name in ("negations", "modals", "qualifiers", "pronouns", "function_words", "fillers"):
        assert [w for w in lists[name] if w != w.casefold() or "’" in w or "'" in w] == []


@pytest.mark.parametrize(("one", "other"), [("negations", "pronouns"), ("modals", "auxiliaries")])
def test_classes_do_not_overlap(rules: Rulebook, one: str, other: str) -> None:
    lists = rules.lexicon.model_dump()

    assert not set(lists[one]) & set(lists[other])


def test_spellings_lead_away_from_themselves(rules: Rulebook) -> None:
    spellings = rules.lexicon.spellings

    assert len(spellings) >= 120
    assert [uk for uk, us in spellings.items() if uk == us] == []
    assert [us for us in spellings.values() if us in spellings] == []
