"""When something is said to have been said, as days."""

import re
from datetime import date, timedelta

from provcheck.model.interval import Interval
from provcheck.rulebook.days import Days

_FIRST = 60  # days of the calendar before which no week or month lies
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_AHEAD = timedelta(days=1)  # a post's day may be tomorrow in the writer's zone
_NUMBER = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_SIGNS = re.compile(
    r"(?:(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月|(?<!\d))(?P<day>\d{1,2})日(?!間)"
)


def said_on(words: str, published: date | None, days: Days) -> Interval | None:
    """Return the days that a time expression in `words` names, or None.

    A weekday is the latest such day up to the day of publication; "earlier this week" runs from
    Monday to that day; a day and month without a year is the latest one up to it. Without a day of
    publication only a full date says anything. Nothing is guessed from vaguer words.
    """
    if published is not None and published.toordinal() < _FIRST:
        published = None
    low = words.casefold()
    whole = _dated(low, published, days)
    if whole is not None:
        return Interval(first=whole, last=whole)
    return None if published is None else _relative(low, published, days)


def _relative(words: str, published: date, days: Days) -> Interval | None:
    named = next((kind for kind, pattern in days.phrases if pattern.search(words)), None)
    match named:
        case "this_week":
            return Interval(first=published - _DAY * published.weekday(), last=published)
        case "last_week":
            monday = published - _DAY * published.weekday() - _WEEK
            return Interval(first=monday, last=monday + 6 * _DAY)
        case "this_month":
            return Interval(first=published.replace(day=1), last=published)
        case "last_month":
            last = published.replace(day=1) - _DAY
            return Interval(first=last.replace(day=1), last=last)
        case "yesterday":
            return Interval(first=published - _DAY, last=published - _DAY)
    today = Interval(first=published, last=published) if named == "today" else None
    return _weekday(words, published, days) or today


def _dated(words: str, published: date | None, days: Days) -> date | None:
    numbers = _NUMBER.search(words)
    if numbers:
        return _day(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
    signs = _SIGNS.search(words)
    if signs:
        month = signs["month"] or _month_of_last(int(signs["day"]), published)
        return _latest(signs["year"], int(month), int(signs["day"]), published)
    match = days.date.search(words)
    if not match:
        return None
    month = days.month_of[match["m1"] or match["m2"]]
    day, year = int(match["d1"] or match["d2"]), match["y1"] or match["y2"]
    return _latest(year, month, day, published)


def _latest(year: str | None, month: int, day: int, published: date | None) -> date | None:
    """Return the day of the year given, else of the latest year up to the day of publication."""
    if year:
        return _day(int(year), month, day)
    if published is None:
        return None
    found = _day(published.year, month, day)
    if found is not None and found <= published + _AHEAD:
        return found
    return _day(published.year - 1, month, day)


def _month_of_last(day: int, published: date | None) -> int:
    """Return the month of the latest such day up to the day of publication: 13日."""
    if published is None:
        return 0
    return published.month if day <= published.day else (published.replace(day=1) - _DAY).month


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(words: str, published: date, days: Days) -> Interval | None:
    match = days.weekday.search(words)
    if not match:
        return None
    back = (published.weekday() - days.weekday_of[match["name"]]) % 7
    day = published - _DAY * back
    if back == 0 and days.is_before(words, match.start(), match.end()):
        day -= _WEEK
    return Interval(first=day, last=day)
