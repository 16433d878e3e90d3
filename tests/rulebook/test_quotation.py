import pytest

from provcheck.rulebook.book import Rulebook


def test_an_unknown_language_has_english_marks(rules: Rulebook) -> None:
    assert rules.quotation.pairs_of("xx") == rules.quotation.pairs_of("en-GB")


def test_every_pair_is_two_marks(rules: Rulebook) -> None:
    assert all(len(p) == 2 for pairs in rules.quotation.pairs.values() for p in pairs)


@pytest.mark.parametrize(
    ("lang", "first"),
    [("en", "“”"), ("de", "„“"), ("fr", "«»"), ("sv", "””"), ("ja", "「」"), ("nl", "‘’")],
)
def test_outer_marks_by_language(rules: Rulebook, lang: str, first: str) -> None:
    assert rules.quotation.pairs_of(lang)[0] == first


def test_announcing_words(rules: Rulebook) -> None:
    assert rules.quotation.introduces.search("The reports this week are grim:")
    assert not rules.quotation.introduces.search("The reasons are plain:")
