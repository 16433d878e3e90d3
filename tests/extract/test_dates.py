from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.extract.dates import said_on
from provcheck.rulebook.book import load_rulebook

DAYS = load_rulebook().days
FRIDAY = date(2025, 3, 14)


def told(words: str, published: date | None = FRIDAY) -> str | None:
    found = said_on(words, published, DAYS)
    return str(found) if found else None


@pytest.mark.parametrize(
    ("words", "published"),
    [
        pytest.param("she said in a speech", FRIDAY, id="no time at all"),
        pytest.param("there are reports this week", FRIDAY, id="too vague"),
        pytest.param("as she has long said", FRIDAY, id="long since"),
        pytest.param("she said on Wednesday", None, id="no day of publication"),
        pytest.param("on March 5", None, id="no year anywhere"),
        pytest.param("on February 31, 2025", FRIDAY, id="no such day"),
        pytest.param("she may march on", FRIDAY, id="months that are verbs"),
        pytest.param("the doc’s 2025-13-40 stamp", FRIDAY, id="no such month"),
        pytest.param("the mondayish mood", FRIDAY, id="part of a word"),
        pytest.param("on 2 and 3 occasions", FRIDAY, id="numbers alone"),
        pytest.param("the friday-night crowd of 1999 cranes", None, id="no date words"),
    ],
)
def test_nothing_is_invented(words: str, published: date | None) -> None:
    assert told(words, published) is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        pytest.param("she said on Wednesday", "2025-03-12", id="weekday before"),
        pytest.param("a Friday report reads", "2025-03-14", id="the day itself"),
        pytest.param("she said last Friday", "2025-03-07", id="last weekday"),
        pytest.param(
            "Earlier this week, she told", "2025-03-10/2025-03-14", id="earlier this week"
        ),
        pytest.param("she said yesterday", "2025-03-13", id="yesterday"),
        pytest.param("she said today", "2025-03-14", id="today"),
        pytest.param("she said last week", "2025-03-03/2025-03-09", id="last week"),
        pytest.param("she said last month", "2025-02-01/2025-02-28", id="last month"),
        pytest.param("earlier this month", "2025-03-01/2025-03-14", id="earlier this month"),
        pytest.param("on March 5", "2025-03-05", id="this year"),
        pytest.param("on Dec. 30", "2024-12-30", id="the year before"),
        pytest.param("on 5 March 2024", "2024-03-05", id="with its year"),
        pytest.param("on 2024-03-05", "2024-03-05", id="ISO"),
        pytest.param("am Mittwoch sagte sie", "2025-03-12", id="German weekday"),
        pytest.param("am 5. März", "2025-03-05", id="German day"),
        pytest.param("le 5 mars 2025", "2025-03-05", id="French day"),
        pytest.param("el 5 de marzo de 2025", "2025-03-05", id="Spanish day"),
        pytest.param("5 марта 2025", "2025-03-05", id="Russian day"),
        pytest.param("det sade han i onsdags", "2025-03-12", id="Swedish weekday"),
        pytest.param("zei hij woensdag", "2025-03-12", id="Dutch weekday"),
        pytest.param("powiedział w środę", "2025-03-12", id="Polish weekday"),
        pytest.param("сказав у середу", "2025-03-12", id="Ukrainian weekday"),
        pytest.param("disse na quarta-feira", "2025-03-12", id="Portuguese weekday"),
        pytest.param("ha detto mercoledì", "2025-03-12", id="Italian weekday"),
        pytest.param("市長は水曜日に述べた", "2025-03-12", id="Japanese weekday"),
        pytest.param("3月5日に述べた", "2025-03-05", id="Japanese day"),
        pytest.param("a-t-il dit vendredi dernier", "2025-03-07", id="French last weekday"),
        pytest.param("Anfang der Woche sagte er", "2025-03-10/2025-03-14", id="German this week"),
        pytest.param("la semana pasada dijo", "2025-03-03/2025-03-09", id="Spanish last week"),
        pytest.param("в прошлом месяце", "2025-02-01/2025-02-28", id="Russian last month"),
    ],
)
def test_days_that_words_name(words: str, days: str) -> None:
    assert told(words) == days


@given(st.text(max_size=60), st.dates(date(1000, 1, 8), date(9999, 1, 1)))
def test_any_words_give_days_in_order(words: str, published: date) -> None:
    found = said_on(words, published, DAYS)

    assert found is None or found.first <= found.last


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("on 29 February", "2024-02-29", id="the last leap year"),
        pytest.param("on 31 February", None, id="no such day"),
        pytest.param("woensdagavond", "2025-03-12", id="a part of the day joined to it"),
        pytest.param("am Mittwochabend", "2025-03-12", id="German"),
        pytest.param("13日、", "2025-03-13", id="a day of this month"),
        pytest.param("20日、", "2025-02-20", id="a day of the month before"),
        pytest.param("13日間", None, id="so many days"),
    ],
)
def test_days_of_the_month_and_parts_of_the_day(words: str, day: str | None) -> None:
    assert told(words) == day


def test_a_word_means_a_day_in_its_language_alone() -> None:
    days, friday = DAYS, FRIDAY

    assert said_on("hier im Hafen", friday, days.of("de-AT")) is None
    assert str(said_on("hier au port", friday, days.of("fr"))) == "2025-03-13"


@pytest.mark.parametrize("words", ["yesterday", "on Tuesday", "last month", "earlier this week"])
def test_before_the_first_day_of_the_calendar_lies_none(words: str) -> None:
    assert told(words, date(1, 1, 1)) is None
