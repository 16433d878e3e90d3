"""Names, numbers and days in what somebody is reported to have said: what can be checked in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.phrases import NAME
from provcheck.language.words import WORD
from provcheck.model.claim import Claim, ClaimKind, Fact, FactKind
from provcheck.model.span import Span

_SCALES = (
    "%|percent|per cent|Prozent|pour cent|por ciento|million|billion|Millionen|Milliarden|millions"
    "|milliards|millones"
)
_NUMBER = re.compile(rf"[$€£]?\d+(?:[.,:]\d+)*(?:\s?(?:{_SCALES}))?")
_DAY_BEFORE = re.compile(r"\b\d{1,2}\.?\s(?:de\s)?$")
_DAY_BEHIND = re.compile(r"\.?(?:\s\d{1,2}\b)?(?:,?\s(?:de\s)?\d{4}\b)?")
_SHORT = 3  # letters of a month cut short
_REACH = 8  # characters of "21 de " before a month
_ENOUGH = 7  # words of a reported statement without name, number or day
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def facts(segments: tuple[Span, ...], discourse: Discourse) -> tuple[Fact, ...]:
    """Return the facts within `segments` in order, none within another one."""
    found = [fact for segment in segments for fact in _in(segment, discourse)]
    return tuple(sorted(found, key=lambda fact: fact.span.start))


def _in(segment: Span, discourse: Discourse) -> Iterator[Fact]:
    text = discourse.prose.text
    held: list[Span] = []
    for kind, spans in (
        (FactKind.DATE, _days(segment, discourse)),
        (FactKind.NUMBER, _matches(_NUMBER, text, segment)),
        (FactKind.NAME, _names(segment, discourse)),
    ):
        for span in spans:
            at = bisect_left(held, span.start, key=lambda other: other.end - 1)
            if at == len(held) or not held[at].meets(span):
                held.insert(at, span)
                yield Fact(kind=kind, span=span)


def _matches(pattern: re.Pattern[str], text: str, segment: Span) -> Iterator[Span]:
    for match in pattern.finditer(text, segment.start, segment.end):
        yield Span(start=match.start(), end=match.end())


def _days(segment: Span, discourse: Discourse) -> Iterator[Span]:
    """Yield weekdays, months with the numbers beside them or a capital, and years."""
    days, text = discourse.rules.days, discourse.prose.text
    for word in WORD.finditer(text, segment.start, segment.end):
        low = word.group().casefold()
        if low in days.weekday_of:
            yield Span(start=word.start(), end=word.end())
        elif low in days.month_of:
            span = _with_numbers(text, word.start(), word.end(), segment)
            whole = len(low) > _SHORT or low in {"may", "mai"}  # Jan is a name as well
            if span.end - span.start > len(low) or (whole and word.group()[0].isupper()):
                yield span
    yield from _matches(_YEAR, text, segment)


def _with_numbers(text: str, start: int, end: int, segment: Span) -> Span:
    """Return the span of a month with the day and the year that stand beside it."""
    ahead = _DAY_BEFORE.search(text, max(segment.start, start - _REACH), start)
    behind = _DAY_BEHIND.match(text, end, segment.end)
    return Span(start=ahead.start() if ahead else start, end=behind.end() if behind else end)


def _names(segment: Span, discourse: Discourse) -> Iterator[Span]:
    """Yield the names; a small word at the head of a sentence is none."""
    small = discourse.cues.classes
    text = discourse.prose.text
    for match in NAME.finditer(text, segment.start, segment.end):
        if match.group().casefold() not in small and len(match.group()) > 1:
            yield Span(start=match.start(), end=match.end())


def is_checkable(claim: Claim) -> bool:
    """Tell whether a source can bear a claim out: quoted words always, reported ones if enough.

    A paraphrase must have four words of its own and a name, number or day among them, or seven.
    """
    if claim.kind != ClaimKind.PARAPHRASE:
        return True
    words = len(claim.text.split())
    return not claim.fragment and (bool(claim.facts) or words >= _ENOUGH)
