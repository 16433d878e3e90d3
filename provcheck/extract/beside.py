"""Whose words a quotation is, told by what stands right beside it."""

import re

from provcheck.extract.place import Attribution, Place
from provcheck.model.span import Span
from provcheck.syntax.forms import is_pronoun, opens_phrase
from provcheck.syntax.phrases import Phrase, phrase_after
from provcheck.syntax.sayings import Saying
from provcheck.syntax.tokens import Token

_DESCRIBED = 9  # tokens of "the owner," before a name
_SKIPPED = frozenset({",", "—", "–", "―", "--", "-"})


def topic(place: Place) -> Attribution | None:
    """Look for a topic and a verb behind, where a language writes no spaces: 市長は「A」と述べた."""
    cues = place.discourse.cues
    behind = place.text[place.tokens[place.at].end : place.sentence.span.end]
    verb = re.match(cues.postposed, behind) if cues.postposed else None
    if verb is None:
        return None
    within = re.search(cues.topic.replace("(?:、", "(?:述|語|話|言|説|強|、"), behind[1:])
    start = place.sentence.span.start
    before = place.text[start : place.tokens[place.at].start]
    ahead = re.search(cues.topic, before)
    if ahead is not None:
        at = Span(start=start + ahead.start("who"), end=start + ahead.end("who"))
    elif within is not None:
        offset = place.tokens[place.at].end + 1
        at = Span(start=offset + within.start("who"), end=offset + within.end("who"))
    else:
        return None
    return Attribution(speaker=at, cue=verb.group(), clause=place.sentence.span)


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
            c.start < place.at < c.end and place.tokens[place.at - 1].low in {"as", "it", "als"}
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
    if first.low == "what":
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
    first = place.at + 1
    while first < len(place.tokens) and place.tokens[first].text in _SKIPPED:
        first += 1
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
        opens = min(subject.phrase.start, saying.cue.group)
        return place.said(saying) if _is_near(place, first, opens) else None
    return None


def _is_relative(place: Place, phrase: Phrase) -> bool:
    """Tell whether a clause only adds something: “A,” which the mayor thinks will pass."""
    first = place.tokens[phrase.start - 1]
    return "relative" in place.tokens[phrase.start].classes or first.low == "which"


def _is_near(place: Place, first: int, opens: int) -> bool:
    """Tell whether only what describes the subject lies between a quotation and its cue."""
    between = place.tokens[first:opens]
    if opens <= first or all("adverb" in t.classes or t.text in _SKIPPED for t in between):
        return True
    described = between[-1].text == "," and len(between) < _DESCRIBED  # the owner, Ada Brandvold,
    return described and "determiner" in between[0].classes


def any_verb(place: Place) -> Attribution | None:
    """Look right behind for a subject with any verb: “A,” beamed Hugh Hill; “A,” he surmised."""
    tokens, first = place.tokens, place.at + 1
    if not place.ends_open or first >= len(tokens):
        return None
    while first < len(tokens) and tokens[first].text in _SKIPPED:
        first += 1
    if first >= len(tokens) or tokens[first].kind != "word":
        return None
    if tokens[first].classes & {"relative", "subordinator", "complementizer"}:
        return None
    if opens_phrase(tokens[first]):
        found = phrase_after(tokens, first)
        verb = _verb_near(tokens, found.end) if found is not None else None
        return place.attributed(found, verb.text) if found and verb else None
    second = place.discourse.cues.verb_second
    if (second or tokens[first].low.endswith(("ed", "s"))) and tokens[first].unlisted:
        skipped = second and tokens[first + 1 : first + 2] and tokens[first + 1].low == "sich"
        found = phrase_after(tokens, first + 1 + bool(skipped), tail=True)
        if found and (tokens[found.start].capital or is_pronoun(tokens[found.start])):
            return place.attributed(found, tokens[first].text)
    return None


def _verb_near(tokens: tuple[Token, ...], at: int) -> Token | None:
    """Return a word at `at`, auxiliaries passed over, that can be a verb in the past or present."""
    while at < len(tokens) and tokens[at].classes & {"adverb", "auxiliary", "be"}:
        at += 1
    if at < len(tokens) and tokens[at].kind == "word" and tokens[at].unlisted:
        return tokens[at]
    return None
