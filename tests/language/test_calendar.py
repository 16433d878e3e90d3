from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.language.calendar import Day, days_in, fit
from provcheck.rulebook.book import load_rulebook

DAYS, FRIDAY = load_rulebook().days, date(2025, 3, 14)


def days(text: str, anchor: date | None = FRIDAY) -> tuple[Day, ...]:
    return days_in(text, DAYS, anchor)


def told(day: Day) -> dict[str, int]:
    return day.model_dump(exclude_none=True, exclude={"span"})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("it may snow", id="a verb"),
        pytest.param("May we come?", id="a verb that opens a sentence"),
        pytest.param("they march on", id="to march"),
        pytest.param("jan and sun", id="letters"),
        pytest.param("the 4 men", id="a figure"),
    ],
)
def test_no_day(text: str) -> None:
    assert days(text) == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 14 October 2025", {"year": 2025, "month": 10, "day": 14}),
        ("October 14, they", {"month": 10, "day": 14}),
        ("on 2025-03-01", {"year": 2025, "month": 3, "day": 1}),
        ("in March 2023", {"year": 2023, "month": 3}),
        ("it opens in May", {"month": 5}),
        ("on Tuesday", {"weekday": 1}),
        ("in 2019", {"year": 2019}),
        ("last year", {"year": 2024}),
        ("next month", {"year": 2025, "month": 4}),
        ("yesterday", {"year": 2025, "month": 3, "day": 13}),
        ("tonight", {"year": 2025, "month": 3, "day": 14}),
        ("i går", {"year": 2025, "month": 3, "day": 13}),
        ("il mese scorso", {"year": 2025, "month": 2}),
        ("am Dienstag", {"weekday": 1}),
        ("am 14. Oktober", {"month": 10, "day": 14}),
    ],
)
def test_days(text: str, parts: dict[str, int]) -> None:
    (day,) = days(text)

    assert told(day) == parts


def test_a_word_is_a_day_in_its_language_only() -> None:
    assert days_in("die Schiffe liegen hier", DAYS.of("de"), FRIDAY) == ()
    assert [told(day)["day"] for day in days_in("il est parti hier", DAYS.of("fr"), FRIDAY)] == [13]


def test_a_text_without_a_date_says_no_day_of_its_own() -> None:
    assert days("yesterday and last year", anchor=None) == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "how"),
    [
        pytest.param("in September", "on 8 September", "agrees", id="vaguer"),
        pytest.param("on 18 March", "on Tuesday", "agrees", id="a weekday and its date"),
        pytest.param("in 2024", "last year", "agrees", id="counted from the source's day"),
        pytest.param("on 8 September 2025", "on 8 September", "agrees", id="the year is added"),
        pytest.param("on 8 September", "in September", "open", id="the source is vaguer"),
        pytest.param("on Tuesday", "in September", "open", id="a weekday and a month"),
        pytest.param("on Tuesday", "on 8 September", "open", id="a weekday far off"),
        pytest.param("in 2019", "on 8 September", "open", id="another year than the source's"),
        pytest.param("on Thursday", "on Tuesday", "conflicts", id="weekdays"),
        pytest.param("on Thursday", "on 18 March", "conflicts", id="a weekday and another date"),
        pytest.param("on 14 October", "on 24 October", "conflicts", id="days"),
        pytest.param("in May", "on 8 June", "conflicts", id="months"),
        pytest.param("in 2022", "last year", "conflicts", id="years"),
    ],
)
def test_fit(ours: str, theirs: str, how: str) -> None:
    assert fit(days(ours)[0], days(theirs)[0], FRIDAY) == how


@given(st.text(max_size=100))
def test_no_day_lies_within_another(text: str) -> None:
    found = days(text)

    assert not any(a.span.meets(b.span) for a in found for b in found if a is not b)
