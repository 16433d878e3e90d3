"""Whose words a quotation is, told by what stands right beside it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from provcheck.extract.place import Attribution, Place
from provcheck.model.span import Span
from provcheck.syntax.forms import is_pronoun
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import Saying, is_cited
from provcheck.syntax.tokens import Token

_DESCRIBED = 9  # tokens of "the owner," before a name
SKIPPED = frozenset({",", "—", "–", "―", "--", "-"})


def topic(place: Place) -> Attribution | None:
    """Look for a topic and a verb behind, in a language without spaces: 市長は「A」と述べた."""
    cues = place.discourse.cues
    behind = place.text[place.tokens[place.at].end : place.sentence.span.end]
    verb = re.match(cues.postposed, behind) if cues.postposed else None
    if verb is None:
        return None
    within = re.search(cues.topic.replace("(?:、", "(?:述|語|話|言|説|強|、"), behind[1:])
    start = place.sentence.span.start
    before = "".join(  # what stands in other marks is no topic
        "、" * (token.end - token.start) if token.kind == "quote" else text
        for token, text in _pieces(place)
    )
    ahead = re.search(cues.topic, before)
    if ahead is not None:
        at = Span(start=start + ahead.start("who"), end=start + ahead.end("who"))
    elif within is not None:
        offset = place.tokens[place.at].end + 1
        at = Span(start=offset + within.start("who"), end=offset + within.end("who"))
    else:
        return None
    return Attribution(speaker=at, cue=verb.group(), clause=place.sentence.span)


def _pieces(place: Place) -> Iterator[tuple[Token, str]]:
    """Yield the tokens before a quotation, each with the text up to the next."""
    for token, then in pairwise(place.tokens[: place.at + 1]):
        yield token, place.text[token.start : then.start]


def right_before(place: Place) -> Attribution | None:
    """Look right before, where what stands behind speaks of something else.

    The comma behind belongs to the sentence (called it “A”, and …), or the cue stands in a clause
    that only leads up to the main one (when a guest shouted “A,” the mayor …; in what she calls …).
    """
    for saying in place.sentence.sayings:
        if saying.subject is None or saying.cue.start > place.at:
            continue
        starts = any(c.start == place.at and c.how != "ahead" for c in saying.contents)
        if starts and (_goes_on(place) or _leads_up(place, saying)):
            return place.said(saying)
        last = place.at > 0 and any(
            c.start < place.at < c.end
            and (
                is_pronoun(place.tokens[place.at - 1])
                or "likening" in place.tokens[place.at - 1].classes
            )
            for c in saying.contents
        )
        if last and _goes_on(place):
            return place.said(saying)
    return None


def _goes_on(place: Place) -> bool:
    """Tell whether the comma behind a quotation is the sentence's own: called it “A”, and ….

    Where no attribution follows it: German and British papers set the comma of “A”, X said outside.
    """
    behind = place.tokens[place.at + 1 : place.at + 2]
    if not behind or behind[0].text != "," or place.tokens[place.at].text[-2:-1] in ",.!?":
        return False
    return right_behind(place) is None


def _leads_up(place: Place, saying: Saying) -> bool:
    """Tell whether a cue stands in a clause of another: when X shouted “A,”; what X called “A,”."""
    start = saying.subject.opens if saying.subject else 0
    first = place.tokens[start - 1] if start else None
    if first is None or first.kind != "word":
        return False
    if "fused" in first.classes:
        return not any(
            c.start < start <= c.end
            for s in place.sentence.sayings
            for c in s.contents
            if s != saying
        )
    return start == 1 and "subordinator" in first.classes


def right_behind(place: Place) -> Attribution | None:
    """Look right behind: “A,” said Hugh Hill, a doctor; “A,” according to the report."""
    if not place.ends_open and not place.ends_sentence:
        return None
    first = over_marks(place)
    for saying in place.sentence.sayings:
        if saying.cue.start < first or saying.cue.hangs_on or saying.cue.is_noun:
            continue
        if any(token.kind == "quote" for token in place.tokens[first : saying.cue.start]):
            return None
        subject = saying.subject
        if subject is None:
            continue
        if subject.phrase.start < place.at or _is_relative(place, subject.phrase):
            return None
        if is_taken(place) and any(c.start > saying.cue.start for c in saying.contents):
            return None  # X called it “A”, Y called it “B”
        opens = min(subject.phrase.start, saying.cue.group)
        return place.said(_quoted(place, saying)) if _is_near(place, first, opens) else None
    return None


def _quoted(place: Place, saying: Saying) -> Saying:
    """Return what the one says whom somebody quotes: “A,” the Herald quoted | Olsen as saying."""
    further = (s for s in place.sentence.sayings if is_cited(place.tokens, saying.cue, s))
    return next(further, saying)


def is_taken(place: Place) -> bool:
    """Tell whether a cue before a quotation takes it, and it does not end as speech before one."""
    if place.tokens[place.at].text[-2:-1] in ",.!?":
        return False
    before = (s for s in place.sentence.sayings if s.cue.start < place.at)
    return any(c.start <= place.at < c.end and c.how != "ahead" for s in before for c in s.contents)


def over_marks(place: Place) -> int:
    """Return the token behind the comma or dash that follows a quotation, if any does."""
    first = place.at + 1
    while first < len(place.tokens) and place.tokens[first].text in SKIPPED:
        first += 1
    return first


def _is_relative(place: Place, phrase: Phrase) -> bool:
    """Tell whether a clause only adds something: “A,” which the mayor thinks will pass."""
    first = place.tokens[phrase.start - 1]
    return "relative" in place.tokens[phrase.start].classes or "thing" in first.classes


def _is_near(place: Place, first: int, opens: int) -> bool:
    """Tell whether only what describes the subject lies between a quotation and its cue."""
    between = place.tokens[first:opens]
    if opens <= first or all("adverb" in t.classes or t.text in SKIPPED for t in between):
        return True
    described = between[-1].text == "," and len(between) < _DESCRIBED  # the owner, Ada Brandvold,
    return described and "determiner" in between[0].classes
