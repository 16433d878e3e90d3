"""Days that a text names: a date, a month, a year, a weekday, or one counted from its own day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from provcheck.language.words import WORD
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.days import Counted, Days, any_of

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?![.,]\d)")
_ISO = re.compile(r"\b(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_BEHIND = re.compile(r"\.?,?\s+(?:de\s+|of\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b")
_SHORT = 3  # letters of a month cut short, which may be a name or a verb: Jan, Mar
_AMBIGUOUS = {"may", "mai", "march", "mars", "august", "augusti"}
_WEEK = 7
_MONTHS = 12


class Day(Value):
    """What a text says of a day; a part that it leaves open is None. `weekday` counts from 0."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def days_in(text: str, days: Days, anchor: date | None) -> tuple[Day, ...]:
    """Return the days that `text` names, in order, none within another.

    "last year", "yesterday" and the like are counted from `anchor`, the day of the text, and are
    left out without one. A month's name that is a word as well counts with a capital or a number.
    """
    found: list[Day] = []
    for day in (*_dates(text, days), *_relative(text, days.shifts, anchor), *_single(text, days)):
        if not any(day.span.meets(other.span) for other in found):
            found.append(day)
    return tuple(sorted(found, key=lambda day: day.span.start))


def _dates(text: str, days: Days) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        parts = {name: int(value) for name, value in match.groupdict().items()}
        yield Day(span=Span(start=match.start(), end=match.end()), **parts)
    low = _lowered(text)
    for match in days.date.finditer(low):
        which = "1" if match["m1"] else "2"
        year = match[f"y{which}"]
        yield Day(
            span=Span(start=match.start(), end=match.end()),
            year=int(year) if year else None,
            month=days.month_of[match[f"m{which}"]],
            day=int(match[f"d{which}"]),
        )


def _relative(text: str, shifts: Counted, anchor: date | None) -> Iterator[Day]:
    if anchor is None:
        return
    low = _lowered(text)
    for phrase, at in _phrases(low, shifts.years):
        yield Day(span=at, year=anchor.year + phrase)
    for phrase, at in _phrases(low, shifts.months):
        count = anchor.year * _MONTHS + anchor.month - 1 + phrase
        yield Day(span=at, year=count // _MONTHS, month=count % _MONTHS + 1)
    for phrase, at in _phrases(low, shifts.days):
        day = anchor + timedelta(days=phrase)
        yield Day(span=at, year=day.year, month=day.month, day=day.day)


def _phrases(low: str, table: dict[int, tuple[str, ...]]) -> Iterator[tuple[int, Span]]:
    for shift, phrases in table.items():
        for match in _pattern(phrases).finditer(low):
            yield shift, Span(start=match.start(), end=match.end())


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(phrases))


def _single(text: str, days: Days) -> Iterator[Day]:
    for word in WORD.finditer(text):
        low, span = word.group().casefold(), Span(start=word.start(), end=word.end())
        if low in days.weekday_of:
            yield Day(span=span, weekday=days.weekday_of[low])
        elif low in days.month_of and _is_month(low, word.group(), text, word.start()):
            behind = _BEHIND.match(text, word.end())
            end = behind.end() if behind else word.end()
            year = int(behind["year"]) if behind else None
            yield Day(span=Span(start=span.start, end=end), year=year, month=days.month_of[low])
    for match in _YEAR.finditer(text):
        yield Day(span=Span(start=match.start(), end=match.end()), year=int(match.group()))


def _is_month(low: str, written: str, text: str, at: int) -> bool:
    if low in _AMBIGUOUS or len(low) <= _SHORT:
        opens = not text[:at].strip() or text[:at].rstrip()[-1:] in ".!?"
        return written[0].isupper() and len(low) > _SHORT - (low in _AMBIGUOUS) and not opens
    return True


def _lowered(text: str) -> str:
    """Return `text` in small letters, each at its place (İ would become two)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Fit(StrEnum):
    """How a day of a claim stands to one of its source."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    OPEN = "open"  # the one says what the other leaves open


def fit(ours: Day, theirs: Day, anchor: date | None) -> Fit:
    """Return how a claim's day stands to its source's, published on `anchor`.

    A weekday is compared with a date that lies within a week of `anchor` only. A claim that is
    vaguer than its source agrees; one that says more leaves the matter open.
    """
    if ours.weekday is not None or theirs.weekday is not None:
        return _fit_weekdays(ours, theirs, anchor)
    more = False
    for mine, its in ((ours.year, theirs.year), (ours.month, theirs.month), (ours.day, theirs.day)):
        if mine is not None and its is not None and mine != its:
            return Fit.CONFLICTS
        more = more or (mine is not None and its is None)
    bare = ours.year is not None and ours.month is None
    if more and bare and anchor is not None and theirs.month is not None:
        return Fit.AGREES if ours.year == anchor.year else Fit.OPEN
    if more and ours.month is not None and ours.day == theirs.day and theirs.month == ours.month:
        return Fit.AGREES  # only the year is added
    return Fit.OPEN if more else Fit.AGREES


def _fit_weekdays(ours: Day, theirs: Day, anchor: date | None) -> Fit:
    if ours.weekday is not None and theirs.weekday is not None:
        return Fit.AGREES if ours.weekday == theirs.weekday else Fit.CONFLICTS
    weekday, dated = (ours.weekday, theirs) if ours.weekday is not None else (theirs.weekday, ours)
    if anchor is None or dated.day is None or weekday is None:
        return Fit.OPEN
    near = [anchor + timedelta(days=shift) for shift in range(-_WEEK, _WEEK + 1)]
    same = [d for d in near if (d.month, d.day) == (dated.month, dated.day)]
    if not same:
        return Fit.OPEN
    return Fit.AGREES if same[0].weekday() == weekday else Fit.CONFLICTS
