"""Whether the cut at either end of a quotation lost what limits its words."""

import re

from provcheck.judge.case import Case, Ruling
from provcheck.judge.limits import denies, opens_condition, opens_correction, opens_limit
from provcheck.judge.speakers import voice_at
from provcheck.language.sentences import sentences
from provcheck.language.words import normalised
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.rulebook.limits import LimitWords

_TOLD = 300  # code points of the article in which it may tell the limit in its own words
_SHOWN = 14  # words of what was lost that the message shows
_CLAUSE = re.compile(r"[;:—–]\s|,\s")
_STOPS = ".!?…"
_CLOSERS = " \n\"'”’»)"


def truncated(case: Case) -> Ruling | None:
    """Rule that the cut lost a negation, condition or qualifier that governs the words.

    Looked for behind (the sentence runs on with "but", "unless" …, or the next one opens with a
    condition or correction) and before (the clause denies, or the sentence opens with a
    condition), only within what the same speaker says. Silent when the article tells the limit
    round the quotation in its own words, and about words left out that limit nothing.
    """
    for lost in (_behind(case), _before(case)):
        if lost and not _told(case, lost):
            rule = case.rules.verdicts.verdict(Verdict.TRUNCATED)
            message = f"the quotation leaves out what limits it: “{_short(lost)}”"
            return Ruling(verdict=Verdict.TRUNCATED, level=rule.level, message=message)
    return None


def _behind(case: Case) -> str:
    """Return what limits the words from behind, or nothing."""
    end = max(piece.source.end for piece in case.alignment.pieces)
    text = case.found.text.text
    onward = _said_from(case, end)
    ended = text[end - 1 : end] in _STOPS or onward.lstrip(_CLOSERS)[:1] in _STOPS
    rest = onward.lstrip(_CLOSERS + _STOPS) if ended else onward
    parts = sentences(rest, Span(start=0, end=len(rest)))
    if case.claim.fragment or not parts:
        return ""
    sentence = parts[0].of(rest)
    opens = opens_correction if ended else opens_limit
    return sentence if opens(sentence, _words(case)) else ""


def _before(case: Case) -> str:
    """Return what governs the words from before within their sentence, or nothing."""
    start = min(piece.source.start for piece in case.alignment.pieces)
    sentence = _sentence_at(case, start)
    lead_in = case.in_source(sentence.start, start)
    clause = _CLAUSE.split(lead_in)[-1]
    limited = denies(clause, _words(case)) or opens_condition(lead_in, _words(case))
    return lead_in if limited else ""


def _said_from(case: Case, start: int) -> str:
    """Return what the same speaker goes on to say, attributions that interrupt left out."""
    source = case.found.text
    voice = voice_at(source, Span(start=max(start - 1, 0), end=start))
    if voice is None:
        block = next((b.span for b in source.blocks if b.span.start < start <= b.span.end), None)
        return case.in_source(start, block.end if block else start)
    if voice.quotation is None:
        return case.in_source(start, voice.span.end)
    segments = voice.quotation.segments
    return " ".join(case.in_source(max(s.start, start), s.end) for s in segments if s.end > start)


def _sentence_at(case: Case, start: int) -> Span:
    """Return the sentence that holds `start`, no further back than its speaker's words go."""
    source = case.found.text
    place = Span(start=start, end=min(start + 1, len(source.text)))
    voice = voice_at(source, place)
    holders = [block.span for block in source.blocks if block.span.holds(place)]
    if voice is not None:
        holders.append(voice.span)
    holder = max(holders, key=lambda span: span.start, default=place)
    found = (s for s in sentences(source.text, holder) if s.start <= start < s.end)
    return next(found, place)


def _told(case: Case, lost: str) -> bool:
    """Tell whether the article itself says, near the quotation, what the cut left out."""
    span, text = case.claim.span, case.article.text
    before = text[max(span.start - _TOLD, 0) : span.start]
    around = normalised(before + " " + text[span.end : span.end + _TOLD]).split()
    words = normalised(lost).split()
    limiting = [word for word in words if denies(word, _words(case))]
    weighty = {word for word in words if len(word) > 3}  # noqa: PLR2004  (short words say little)
    return any(w in around for w in limiting) or len(weighty & set(around)) * 2 > len(weighty) > 0


def _short(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:_SHOWN]) + (" …" if len(parts) > _SHOWN else "")


def _words(case: Case) -> LimitWords:
    return case.rules.limits.of(case.found.text.lang)
