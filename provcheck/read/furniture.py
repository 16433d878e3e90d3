"""What stands round an article's prose in plain text: title, byline, dates, dateline."""

import re
from datetime import date, datetime

from dateutil import parser as dates

from provcheck.model.prose import Block, BlockKind
from provcheck.model.value import Value

_LONGEST = 90  # characters of a line that is a byline or a date
_MONTHS = 12
_TITLE = 160  # characters of a title
_BY = re.compile(r"^(?:by|von|par|por|di|af|av|door)\s+(?P<name>[A-ZÀ-Þ].{1,80})$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*)(?:\s+(?:de|da|di|van|von|der|den|la|le|al|bin|[A-ZÀ-Þ][\w’'.-]*)){1,4}"
)
_DATE_WORDS = re.compile(
    r"^(?:published|updated|posted|date|stand|veröffentlicht|publié|publicado)\b[\s:]*(?:on|am|le|el)?\s*",
    re.IGNORECASE,
)
_DATELIKE = re.compile(
    r"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?\s+[^\W\d_]{3,10}\.?,?\s+\d{4}"
    r"|[^\W\d_]{3,10}\.?\s+\d{1,2},?\s+\d{4})"
    r"(?P<time>[T\s,–—|-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?"
    r"(?P<zone>\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?\s*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,4})"
    r"(?:,\s+(?P<region>[A-ZÀ-Þ][\w .]{1,30}?))?"
    r"(?:,\s+(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\.?\s+[A-Z][a-zä]{2,8}(?:\s+\d{4})?))?"
    r"\s*(?:\((?P<agency>[A-Z][^()\n]{1,40})\))?\s*(?:-{1,2}|–|—)\s"
)


class Furniture(Value):
    """What was recognised. `blocks` are the article's, furniture named for what it is."""

    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    published: datetime | date | None = None
    dateline: str | None = None


def recognised(text: str, blocks: tuple[Block, ...]) -> Furniture:
    """Return title, byline, date and dateline among the first and last blocks of `text`.

    A line is one of them only when nothing else stands in it. A dateline stays part of its
    paragraph: `dateline` is its words up to the dash.
    """
    kinds = dict.fromkeys(_edges(blocks), BlockKind.CAPTION)
    byline = published = title = dateline = None
    for i in _edges(blocks):
        line = blocks[i].span.of(text).strip()
        beside = [blocks[k].span.of(text) for k in (i - 1, i + 1) if 0 <= k < len(blocks)]
        if moment := day_line(line):
            published = published or moment
        elif name := _byline(line, beside):
            byline = byline or name
        else:
            del kinds[i]
            found = _DATELINE.match(line)
            if found and dateline is None and (found["day"] or found["agency"]):
                dateline = found.group().strip()
                published = published or _day(found["day"])
    if blocks and 0 not in kinds and _is_title(text, blocks):
        kinds[0] = BlockKind.HEADING
        title = blocks[0].span.of(text).strip()
    named = (
        b.model_copy(update={"kind": kinds[i]}) if i in kinds else b for i, b in enumerate(blocks)
    )
    return Furniture(
        blocks=tuple(named), title=title, byline=byline, published=published, dateline=dateline
    )


def day_line(line: str) -> datetime | date | None:
    """Return the moment or day that a line as a whole names; a time without a zone is its day."""
    said = _DATE_WORDS.sub("", line.strip())
    match = _DATELIKE.match(said)
    if len(line) > _LONGEST or not match:
        return None
    moment = _moment(re.sub(r"\s+[–—|-]\s+", " ", said))
    if moment is None:
        return None
    return moment if moment.tzinfo else moment.date()


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        pass
    first = re.search(r"\d+", said)
    by_day = bool(re.search(r"\b\d{1,2}\.\s?\d{1,2}\.", said)) or (
        first is not None and int(first.group()) > _MONTHS
    )
    try:
        return dates.parse(said, dayfirst=by_day)
    except (ValueError, OverflowError, TypeError):
        return None


def _day(said: str | None) -> date | None:
    """Return the day of a dateline that gives its year; without a year it gives none."""
    if not said or not re.search(r"\d{4}", said):
        return None
    moment = _moment(said)
    return moment.date() if moment else None


def _edges(blocks: tuple[Block, ...]) -> list[int]:
    """Return the indices of the first five and last four blocks."""
    return [i for i in range(len(blocks)) if i < 5 or i >= len(blocks) - 4]  # noqa: PLR2004


def _byline(line: str, beside: list[str]) -> str | None:
    by = _BY.match(line)
    if by and len(line) <= _LONGEST and not line.endswith((".", "!", "?", ":")):
        return re.split(r",|\s[–—|-]\s", by["name"])[0].strip()
    named = _NAME.fullmatch(line)
    dated = any(day_line(other.strip()) for other in beside)
    return line if named and dated and len(line) <= 40 else None  # noqa: PLR2004


def _is_title(text: str, blocks: tuple[Block, ...]) -> bool:
    first = blocks[0].span.of(text).strip()
    return (
        len(blocks) > 1
        and len(first) <= _TITLE
        and "\n" not in first
        and not first.endswith((".", ":", ",", ";", "…", "”", '"', "»"))
        and not _DATELINE.match(first)
        and not first.startswith(("—", "–", "-", "http"))
    )
