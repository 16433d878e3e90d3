"""Who says a stretch of a source, and what somebody reads out in his turn of a transcript."""

import re

from provcheck.judge.bearers import is_person
from provcheck.judge.case import Case
from provcheck.language.words import normalised
from provcheck.model.claim import Claim
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.people import People

_LEAD = 160  # code points before a quotation within a turn in which its speaker is named
_OPENING = "“„«‘‚»\"'"
_SENTENCE = re.compile(r"[.!?…]\s")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’.-]*)+")


class Voice(Value):
    """Who says a stretch of a source: a name, and the stretch that is in that mouth."""

    name: str
    span: Span
    nested: str | None = None
    quotation: Claim | None = None


def read_aloud(case: Case, voice: Voice) -> Voice:
    """Return the person whose words are read out in a turn of a transcript, else `voice` itself.

    The words stand in quotation marks behind one full name ("Per Olsen wrote: “…”"); a sentence
    of the first person ("I told Per Olsen: “…”") reads out nobody.
    """
    start = min(piece.source.start for piece in case.alignment.pieces)
    before = case.in_source(max(voice.span.start, start - _LEAD), start).rstrip()
    if voice.quotation is not None or before[-1:] not in _OPENING or not before:
        return voice
    lead_in = _SENTENCE.split(before)[-1]
    own = {*case.rules.limits.of(case.found.text.lang).own}
    names = _people_in(lead_in, case.rules.people)
    if len(names) != 1 or own.intersection(normalised(lead_in).split()):
        return voice
    return Voice(name=names[0], span=voice.span)


def _people_in(words: str, people: People) -> list[str]:
    """Return the full names of people, less what else begins with a capital before them."""
    runs = (run.split() for run in _NAME.findall(words))
    ends = ([" ".join(run[at:]) for at in range(len(run))] for run in runs)
    found = (next((name for name in each if is_person(name, people)), None) for each in ends)
    return [name for name in found if name is not None]
