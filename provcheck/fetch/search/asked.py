"""What a search service may be asked of a quotation, and what it may answer."""

import re
import unicodedata
from datetime import date, timedelta
from itertools import chain

from provcheck.language.words import word_count
from provcheck.model.article import Article
from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.interval import Interval
from provcheck.model.query import Result
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.agencies import Agency
from provcheck.rulebook.book import Rulebook

# What the article put between the speaker's words, or left out there; and ends of lines.
_BREAK = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.{3,}|[\r\n\u2028\u2029]+")
# Within a phrase in quotation marks these would end it, or be taken for operators.
_MARKS = re.compile(r"[\"“”„«»‹›‟*\\|~^<>{}()\[\]]")
_EDGES = " \t,;:.!?–—-'‘’"


class Asked(Value):
    """A quotation to be looked for.

    `words` are its own, of its longest stretch that nothing interrupts. `hosts` are those of the
    outlet that the article names for it, `page` that outlet's search page. `window` are the days in
    which a source is likely to have appeared, `day` that of the article. `speaker` serves to choose
    among what came, and is never sent.
    """

    words: str
    hosts: tuple[str, ...] = ()
    page: str = ""
    lang: str = "en"
    window: Interval | None = None
    day: date | None = None
    speaker: str = ""


class Sent(Value):
    """A query: the address that asks it, and the words of the quotation in it."""

    url: str
    words: str


class Answered(Value):
    """What came for a query; `depth` counts the addresses on the way here, 0 for the first."""

    url: str
    data: bytes
    media_type: str = ""
    depth: int = 0


class Further(Value):
    """The answer only tells where to look on."""

    urls: tuple[str, ...]


class Problem(Value):
    """There is no answer, or none of those that the service is known to give.

    `reason` is a plain clause. `again`: the same query may be answered a little later.
    """

    reason: str
    again: bool = False


Telling = tuple[Result, ...] | Further | Problem


def asked_for(claim: Claim, article: Article, rules: Rulebook) -> Asked | None:
    """Return what may be asked of `claim`; None where it is never searched for.

    Not for indirect speech, whose words are the article's, and not for a quotation of few words.
    """
    words = "" if claim.kind is ClaimKind.PARAPHRASE else _stretch(claim, rules)
    if word_count(words, Span(start=0, end=len(words))) < rules.search.fewest_words:
        return None
    outlets = tuple(_outlets(claim, rules))
    speaker = claim.speaker
    return Asked(
        words=words,
        hosts=tuple(dict.fromkeys(chain.from_iterable(outlet.hosts for outlet in outlets))),
        page=next((outlet.search for outlet in outlets if outlet.search), ""),
        lang=article.lang,
        window=_window(claim, article.published_on, rules.search.days_before),
        day=article.published_on,
        speaker=(speaker.resolved or speaker.as_written) if speaker else "",
    )


def cut(words: str, most: int) -> str:
    """Return as many of `words` as `most` characters hold; a single long one is cut within."""
    if len(words) <= most:
        return words
    return (words[: most + 1].rpartition(" ")[0] or words[:most]).rstrip(_EDGES)


def _stretch(claim: Claim, rules: Rulebook) -> str:
    """Return the longest stretch of the speaker's words that nothing of the article interrupts."""
    start = claim.span.start
    segments = (claim.text[each.start - start : each.end - start] for each in claim.segments)
    stretches = chain.from_iterable(map(_BREAK.split, segments))
    longest = max(map(_plain, stretches), key=len, default="")
    return cut(longest, rules.search.longest_words)


def _plain(words: str) -> str:
    """Return words without what no reader sees and no search engine takes for a word."""
    seen = "".join(c for c in words if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(_MARKS.sub(" ", seen).split()).strip(_EDGES)


def _outlets(claim: Claim, rules: Rulebook) -> list[Agency]:
    named = [cite.name for cite in claim.cites if cite.kind is CitationKind.OUTLET]
    names = [*named, *([claim.via] if claim.via else [])]
    found = (rules.agencies.named(name) for name in dict.fromkeys(names))
    return list({agency.id: agency for agency in found if agency}.values())


def _window(claim: Claim, day: date | None, before: int) -> Interval | None:
    """Return the days in which a source of the words is likely to have appeared, None for any.

    From the day before they are said to have been said to that of the article.
    """
    said = claim.said_on
    try:
        if said is not None:
            first = said.first - timedelta(days=1)
            return Interval(first=first, last=max(said.last + timedelta(days=1), day or said.last))
        return Interval(first=day - timedelta(days=before), last=day) if day else None
    except OverflowError:  # the first and the last days that there are
        return None
