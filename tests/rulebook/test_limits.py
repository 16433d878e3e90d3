from provcheck.rulebook.book import Rulebook


def test_a_language_is_found_by_its_code_and_english_stands_in(rules: Rulebook) -> None:
    assert "nicht" in rules.limits.of("de-AT").negations
    assert rules.limits.of("xx") == rules.limits.english


def test_entries_are_in_small_letters(rules: Rulebook) -> None:
    for words in rules.limits.languages.values():
        for phrases in words.model_dump().values():
            assert [p for p in phrases if p != p.casefold() and "ß" not in p] == []
