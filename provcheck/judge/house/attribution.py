"""How an article attributes a quotation: soon enough, and once."""

import re
from collections.abc import Iterator
from itertools import pairwise

from provcheck.judge.house.look import Look
from provcheck.language.names import surname
from provcheck.language.sentences import sentences
from provcheck.language.words import normalised
from provcheck.model.claim import ClaimKind
from provcheck.model.span import Span

_BEFORE = 400  # code points before a quotation in which its speaker may have been introduced
_TWICE = 2
_POINTS = re.compile(r"…|\.{3,}")


def speaker_late(look: Look) -> Iterator[str]:
    """Yield a message where the quotation runs for more sentences than allowed to its speaker.

    Silent when the speaker is named in what leads into the quotation, or nobody is.
    """
    claim, speaker = look.claim, look.claim.speaker
    if claim.kind != ClaimKind.QUOTE or speaker is None or speaker.span.start < claim.span.start:
        return
    if speaker.resolved and _introduced(look, speaker.resolved):
        return
    text = look.article.text
    before = [
        Span(start=s.start, end=min(s.end, speaker.span.start))
        for s in claim.segments
        if s.start < speaker.span.start
    ]
    count = sum(_sentences(segment.of(text)) for segment in before)
    if count > look.limit("speaker-late"):
        yield f"the quotation runs for {count} sentences before its speaker is named"


def second_attribution(look: Look) -> Iterator[str]:
    """Yield a message where more than one attribution interrupts one quotation."""
    text = look.article.text
    gaps = [text[a.end : b.start] for a, b in pairwise(look.claim.segments)]
    attributions = [gap for gap in gaps if any(c.isalpha() for c in gap)]
    if look.claim.kind == ClaimKind.QUOTE and len(attributions) >= _TWICE:
        yield f"{len(attributions)} attributions interrupt one quotation"


def _sentences(words: str) -> int:
    """Return how many sentences there are; points stand for what was left out and end none."""
    whole = _POINTS.sub(",", words)
    return len(sentences(whole, Span(start=0, end=len(whole))))


def _introduced(look: Look, name: str) -> bool:
    """Tell whether the sentences that lead into the quotation name its speaker."""
    start = look.claim.span.start
    lead_in = normalised(look.article.text[max(start - _BEFORE, 0) : start])
    last = normalised(surname(name) or name)
    return f" {last} " in f" {lead_in} "
