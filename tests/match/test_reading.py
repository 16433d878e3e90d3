from datetime import date

import pytest
from building import span_in
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.reading import Reading, language_in
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def reading(text: str, lang: str = "en") -> Reading:
    return Reading(text, language_in(lang, RULES), date(2025, 3, 14))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("county", "country"),
        ("harbour", "harvest"),
        ("resident", "resign"),
    ],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    language = language_in("en", RULES)

    assert language.stem(one) != language.stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("close", "closing"),
        ("vote", "voted"),
        ("company", "companies"),
        ("stop", "stopped"),
        ("choose", "chosen"),
        ("sink", "sank"),
        ("harbour", "harbors"),
        ("raise", "raising"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    language = language_in("en", RULES)

    assert language.stem(one) == language.stem(other)


@pytest.mark.parametrize(
    ("text", "figures", "days"),
    [
        pytest.param("in 2019 prices rose", 0, 1, id="a year"),
        pytest.param("the storm felled 2000 trees", 1, 0, id="a count"),
        pytest.param("on 3 May 40 men left", 1, 1, id="a day and a count"),
        pytest.param("more than 500 men left", 1, 0, id="a count"),
    ],
)
def test_figures_and_days_are_parted(text: str, figures: int, days: int) -> None:
    read = reading(text)

    assert (len(read.figures), len(read.days)) == (figures, days)


def test_rounding_words_say_nothing_of_their_own() -> None:
    assert [term.norm for term in reading("fewer than 50 whales were left").terms] == [
        "whales",
        "left",
    ]


def test_what_is_cut_short_before_a_word_is_no_part_of_it() -> None:
    assert [t.norm for t in reading("l’usine d’avril", "fr").terms] == ["usine", "avril"]


def test_the_nearest_terms_stand_in_the_same_sentence() -> None:
    text = "The quay fell. In May 12 tugs sank"
    span = span_in(text, "12")
    read = reading(text)

    assert read.before(span) is None
    assert read.after(span).norm == "tugs"
    assert read.sentence(span) == {"tug", "sink"}


def test_rough_stems_hold_figures_too() -> None:
    assert {"quay", "12", "tug"} <= reading("The quay: 12 tugs").roughly()


def test_a_language_is_read_once() -> None:
    assert language_in("en-GB", RULES) is language_in("en", RULES)


@given(st.text(max_size=80), st.sampled_from(["en", "de", "xx"]))
def test_terms_are_words_of_the_text_in_order(text: str, lang: str) -> None:
    read = reading(text, lang)

    assert [term.at for term in read.terms] == sorted({term.at for term in read.terms})
