"""Names, numbers and days in what somebody is reported to have said: what can be checked in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from provcheck.extract.discourse import Discourse
from provcheck.extract.phrases import NAME
from provcheck.model.claim import Claim, ClaimKind, Fact, FactKind
from provcheck.model.span import Span

_NUMBER = re.compile(
    r"[$€£]?\d+(?:[.,:]\d+)*(?:\s?(?:%|percent|per cent|million|billion|Prozent|Millionen|Milliarden))?"
)
_ENOUGH = 7  # words of a reported statement without name, number or day
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


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
            if not any(span.meets(other) for other in held):
                held.append(span)
                yield Fact(kind=kind, span=span)


def _matches(pattern: re.Pattern[str], text: str, segment: Span) -> Iterator[Span]:
    for match in pattern.finditer(text, segment.start, segment.end):
        yield Span(start=match.start(), end=match.end())


def _days(segment: Span, discourse: Discourse) -> Iterator[Span]:
    """Yield months and weekdays with the numbers beside them, and years."""
    quotation = discourse.rules.quotation
    text = discourse.prose.text
    day = _day_pattern((*quotation.month_of, *quotation.weekday_of))
    for match in day.finditer(text, segment.start, segment.end):
        if match.group().lstrip("0123456789. ")[:1].isupper():
            yield Span(start=match.start(), end=match.end())
    for match in re.finditer(rf"\b{_YEAR.pattern}\b", text[segment.start : segment.end]):
        yield Span(start=segment.start + match.start(), end=segment.start + match.end())


@lru_cache(maxsize=4)
def _day_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, set(names)), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?:\b\d{{1,2}}\.?\s)?\b(?:{words})\b\.?(?:\s\d{{1,2}}\b)?(?:,?\s(?:{_YEAR.pattern}))?",
        re.IGNORECASE,
    )


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
