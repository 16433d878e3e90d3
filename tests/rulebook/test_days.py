from datetime import date

import pytest

from provcheck.rulebook.book import Rulebook


def test_months_and_weekdays_are_whole(rules: Rulebook) -> None:
    assert set(rules.days.month_of.values()) == set(range(1, 13))
    assert set(rules.days.weekday_of.values()) == set(range(7))


def test_no_name_means_two_days(rules: Rulebook) -> None:
    for lists in (rules.days.months, rules.days.weekdays):
        names = [name for each in lists for name in each]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("mondayish", id="more letters behind"),
        pytest.param("deepmonday", id="more letters before"),
        pytest.param("Mon", id="too short"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_weekday(rules: Rulebook, words: str) -> None:
    assert rules.days.weekday.search(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("on monday", "monday", id="plain"),
        pytest.param("市長は月曜日に", "月曜日", id="no spaces"),
        pytest.param("monday’s vote", "monday", id="owned"),
        pytest.param("na segunda-feira", "segunda-feira", id="hyphen"),
    ],
)
def test_weekdays(rules: Rulebook, words: str, day: str) -> None:
    match = rules.days.weekday.search(words)

    assert match
    assert match.group() == day


@pytest.mark.parametrize(
    ("words", "last"),
    [
        pytest.param("on monday she", False, id="nothing beside"),
        pytest.param("monday", False, id="alone"),
        pytest.param("at last, on monday", False, id="a word between"),
        pytest.param("last monday", True, id="word before"),
        pytest.param("lundi dernier", True, id="word behind"),
    ],
)
def test_weekdays_of_the_week_before(rules: Rulebook, words: str, *, last: bool) -> None:
    match = rules.days.weekday.search(words)

    assert match
    assert rules.days.is_before(words, match.start(), match.end()) is last


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("on march 5, 2025, the", "march 5, 2025", id="month first"),
        pytest.param("am 5. märz 2025", "5. märz 2025", id="day first"),
        pytest.param("5 de marzo de 2025", "5 de marzo de 2025", id="with de"),
    ],
)
def test_dates(rules: Rulebook, words: str, found: str) -> None:
    match = rules.days.date.search(words)

    assert match
    assert match.group() == found


@pytest.mark.parametrize("words", ["march on", "may i", "5 apples", "in 2025"])
def test_no_date(rules: Rulebook, words: str) -> None:
    assert rules.days.date.search(words) is None


def test_no_phrase_counts_two_ways(rules: Rulebook) -> None:
    shifts = rules.days.shifts
    phrases = [p.casefold() for by in (shifts.years, shifts.months, shifts.days)
               for listed in by.values() for p in listed]  # fmt: skip

    assert len(phrases) == len(set(phrases))
    assert set(shifts.years) == set(shifts.months) == set(shifts.days) == {-1, 0, 1}


def test_every_kind_of_phrase_is_found(rules: Rulebook) -> None:
    found = {kind for kind, pattern in rules.days.phrases for word in pattern.findall(
        "earlier this week, last week, earlier this month, last month, yesterday, today"
    ) if word}  # fmt: skip

    assert found == {kind for kind, _ in rules.days.phrases}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("March 12", id="no year"),
        pytest.param("2025", id="a year alone"),
        pytest.param("March 2025", id="no day"),
        pytest.param("March 32, 2025", id="no such day"),
        pytest.param("2025-13-01", id="no such month"),
        pytest.param("3月12日", id="no year in signs"),
        pytest.param("03/12/2025", id="March or December"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_full_date(rules: Rulebook, words: str) -> None:
    assert rules.days.full_date(words) is None


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("March 12, 2025", id="month first"),
        pytest.param("4:05 PM - Mar 12, 2025", id="an hour before"),
        pytest.param("March 12, 2025 at 4:05 PM", id="an hour behind"),
        pytest.param("12. März 2025", id="German"),
        pytest.param("12 mars 2025", id="French"),
        pytest.param("12 de marzo de 2025", id="Spanish"),
        pytest.param("12 марта 2025 г.", id="Russian"),
        pytest.param("12 березня 2025 р.", id="Ukrainian"),
        pytest.param("2025年3月12日", id="Japanese"),
        pytest.param("2025-03-12", id="in figures"),
    ],
)
def test_full_dates(rules: Rulebook, words: str) -> None:
    assert rules.days.full_date(words) == date(2025, 3, 12)
