"""When something is said to have been said, as days."""

import re
from datetime import date, timedelta
from functools import lru_cache

from provcheck.model.interval import Interval
from provcheck.rulebook.quotation import Quotation

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_AHEAD = timedelta(days=1)  # a post's day may be tomorrow in the writer's zone
_EARLIER = re.compile(
    r"\b(?:earlier|erst|plus tôt|antes)\s+(?:this|in the|diese|cette|esta)"
    r"\s+(?:week|woche|semaine|semana)\b",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(r"\b(?:yesterday|gestern|hier|ayer)\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|heute|aujourd’hui|hoy)\b", re.IGNORECASE)
_LAST_WEEK = re.compile(r"\blast week\b", re.IGNORECASE)
_LAST_MONTH = re.compile(r"\blast month\b|\bearlier this month\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")


def said_on(words: str, published: date | None, names: Quotation) -> Interval | None:
    """Return the days that a time expression in `words` names, or None.

    A weekday is the latest such day up to the day of publication; "earlier this week" runs from
    Monday to that day; a day and month without a year is the latest one up to it. Without a day of
    publication only a full date says anything. Nothing is guessed from vaguer words.
    """
    whole = _dated(words, published, names)
    if whole is not None:
        return Interval(first=whole, last=whole)
    return None if published is None else _relative(words, published, names)


def _relative(words: str, published: date, names: Quotation) -> Interval | None:
    if _EARLIER.search(words):
        return Interval(first=published - _DAY * published.weekday(), last=published)
    if _YESTERDAY.search(words):
        return Interval(first=published - _DAY, last=published - _DAY)
    if _LAST_WEEK.search(words):
        monday = published - _DAY * published.weekday() - _WEEK
        return Interval(first=monday, last=monday + 6 * _DAY)
    if _LAST_MONTH.search(words):
        return _month(words, published)
    return _weekday(words, published, names) or _today(words, published)


def full_date(words: str, names: Quotation) -> date | None:
    """Return the day that `words` name with its year, in any of the listed languages, or None."""
    return _dated(words, None, names)


def _dated(words: str, published: date | None, names: Quotation) -> date | None:
    numbers = _NUMBER.search(words)
    if numbers:
        return _day(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
    match = _day_and_month(tuple(names.month_of)).search(words)
    if not match:
        return None
    month = names.month_of[(match["m1"] or match["m2"]).casefold()]
    day, year = int(match["d1"] or match["d2"]), match["y1"] or match["y2"]
    if year:
        return _day(int(year), month, day)
    if published is None:
        return None
    found = _day(published.year, month, day)
    return (
        found
        if found is None or found <= published + _AHEAD
        else _day(published.year - 1, month, day)
    )


@lru_cache(maxsize=4)
def _day_and_month(names: tuple[str, ...]) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"\b(?:(?P<m1>{months})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>\d{{4}}))?"
        rf"|(?P<d2>\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s+(?:of\s+|de\s+)?(?P<m2>{months})\b\.?"
        rf"(?:,?\s+(?:de\s+)?(?P<y2>\d{{4}}))?)",
        re.IGNORECASE,
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _weekdays(names: tuple[str, ...]) -> re.Pattern[str]:
    days = "|".join(map(re.escape, names))
    return re.compile(
        rf"\b(?:(?P<last>last|letzten|vergangenen)\s+)?(?P<day>{days})\b(?!\s+morning’s)",
        re.IGNORECASE,
    )


def _weekday(words: str, published: date, names: Quotation) -> Interval | None:
    match = _weekdays(tuple(names.weekday_of)).search(words)
    if not match:
        return None
    back = (published.weekday() - names.weekday_of[match["day"].casefold()]) % 7
    day = published - _DAY * back
    if match["last"] and back == 0:
        day -= _WEEK
    return Interval(first=day, last=day)


def _today(words: str, published: date) -> Interval | None:
    return Interval(first=published, last=published) if _TODAY.search(words) else None


def _month(words: str, published: date) -> Interval:
    first = published.replace(day=1)
    if "earlier" in words.casefold():
        return Interval(first=first, last=published)
    last = first - _DAY
    return Interval(first=last.replace(day=1), last=last)
