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


@pytest.mark.parametrize("words", ["she wrote ", "the wordsmith ", ""])
def test_names_nothing(rules: Rulebook, words: str) -> None:
    assert not rules.quotation.names.search(words)


@pytest.mark.parametrize("words", ["the so-called ", "the word ", "a novel entitled ", "known as "])
def test_names_a_term_or_title(rules: Rulebook, words: str) -> None:
    assert rules.quotation.names.search(words)


def test_imagined_words(rules: Rulebook) -> None:
    assert rules.quotation.imagines.search("as if to say ")
    assert not rules.quotation.imagines.search("she had to say ")


def test_announcing_words(rules: Rulebook) -> None:
    assert rules.quotation.introduces.search("The reports this week are grim:")
    assert not rules.quotation.introduces.search("The reasons are plain:")


def test_months_and_weekdays_are_whole(rules: Rulebook) -> None:
    assert set(rules.quotation.month_of.values()) == set(range(1, 13))
    assert set(rules.quotation.weekday_of.values()) == set(range(7))
