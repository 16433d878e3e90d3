import pytest

from provcheck.rulebook.figures import figure_rules

RULES = figure_rules()


def test_tens_and_units_are_joined_where_a_language_joins_them() -> None:
    assert RULES.of("de").spoken["fünfundzwanzig"] == 25
    assert RULES.of("nl").spoken["vijfentwintig"] == 25
    assert "twentyfive" not in RULES.of("en").spoken


def test_a_language_without_rules_is_read_as_english() -> None:
    assert RULES.of("xx") == RULES.of("en-GB")


def test_no_word_names_two_units() -> None:
    words = [word for unit in RULES.units.values() for word in unit.words]

    assert len(words) == len(set(words)) == len(RULES.unit_of)


@pytest.mark.parametrize("lang", sorted(RULES.languages))
def test_words_are_small_and_decimal_marks_known(lang: str) -> None:
    words = RULES.languages[lang]

    assert words.decimal in {".", ","}
    listed = [*words.numbers, *words.magnitudes, *words.fractions, *words.vague, *words.rounding]
    assert [w for w in listed if w != w.casefold() and w != "dreißig"] == []
    assert words.rounding.keys() - {*words.between}


def test_rounding_phrases_have_one_meaning() -> None:
    for words in RULES.languages.values():
        kinds = (words.about, words.nearly, words.over, words.under)
        phrases = [phrase for kind in kinds for phrase in kind]
        assert len(phrases) == len(set(phrases))
