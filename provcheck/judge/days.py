"""On which day the words were said: by the article, by the source, and whether the two agree."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from provcheck.judge.case import Case
from provcheck.judge.posts import posted_on
from provcheck.judge.reports import reporter_of
from provcheck.judge.speakers import voice_at
from provcheck.model.interval import Interval
from provcheck.model.source_text import SourceText
from provcheck.rulebook.days import Days

ZONES = timedelta(days=1)  # a date without a zone may be a day off
_HEAD = 600  # code points before a transcript's first turn in which its day stands
_NUMERIC = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_DAY_FIRST = re.compile(
    r"\b([0-9]{1,2})\.?(?:st|nd|rd|th)? (?:de |of )?([^\W\d_]+)\.?,? (?:de )?([0-9]{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\b")


def date_conflict(case: Case) -> str | None:
    """Return how the article's day of the words and the source's disagree, or None.

    The source's is the day that it gives for these words, or a transcript for itself; a day off
    is no conflict. Where it gives none, it must not have appeared before the words were said.
    """
    said = case.claim.said_on
    if said is None:
        return None
    stated = _stated(case)
    if stated is not None:
        apart = not _near(said, stated)
        return f"the article dates the words {said}, the source {stated}" if apart else None
    published = case.found.text.published_on
    if published is not None and published + ZONES < said.first:
        return f"the article dates the words {said}, the source is of {published}"
    return None


def day_in(head: str, days: Days) -> date | None:
    """Return the one full date that stands in `head`; None where there is none, or several."""
    found = set(_dates_in(head, days))
    return found.pop() if len(found) == 1 else None


def _stated(case: Case) -> Interval | None:
    source, place = case.found.text, case.alignment.pieces[0].source
    posted = posted_on(case)
    if posted is not None:
        return posted
    voice = voice_at(source, place)
    told = voice.quotation if voice is not None else reporter_of(source, place)
    if told is not None:
        return told.said_on
    if source.post is not None and source.published_on is not None:  # said when it was posted
        return Interval(first=source.published_on, last=source.published_on)
    day = day_in(_head(source), case.rules.days) if source.turns else None
    return Interval(first=day, last=day) if day is not None else None


def _head(source: SourceText) -> str:
    """Return a transcript's title and what stands before its first turn."""
    first = min(turn.span.start for turn in source.turns)
    return f"{source.title or ''}\n{source.text[: min(first, _HEAD)]}"


def _near(one: Interval, two: Interval) -> bool:
    return Interval(first=one.first - ZONES, last=one.last + ZONES).meets(two)


def _dates_in(head: str, days: Days) -> Iterator[date]:
    for match in _NUMERIC.finditer(head):
        yield from _date(int(match[1]), int(match[2]), int(match[3]))
    for match in _DAY_FIRST.finditer(head):
        yield from _date(int(match[3]), days.month_of.get(match[2].casefold(), 0), int(match[1]))
    for match in _MONTH_FIRST.finditer(head):
        yield from _date(int(match[3]), days.month_of.get(match[1].casefold(), 0), int(match[2]))


def _date(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
