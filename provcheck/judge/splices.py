"""Whether a quotation joins what stands apart in its source."""

from collections.abc import Iterator
from itertools import pairwise

from provcheck.judge.bearers import same_bearer
from provcheck.judge.between import another_speaks, only_interrupts
from provcheck.judge.case import Case, Ruling
from provcheck.judge.speakers import voice_at
from provcheck.judge.voice import Voice
from provcheck.language.sentences import sentences
from provcheck.language.words import abridged
from provcheck.model.alignment import Piece
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict

# An interruption by "he said" may skip this much of one speech (code points); passim's gap.
_SKIP = 600
_TOLD = 80  # characters of what was skipped that the message shows


def spliced(case: Case) -> Ruling | None:
    """Rule that passages were joined that stand apart.

    Said of pieces in another order, in two speakers' mouths or two answers (with an ellipsis or
    without), and of unmarked joints over more than one dropped sentence. Silent about a speaker
    whom the source interrupts with an attribution.
    """
    for before, after in (*pairwise(case.alignment.pieces), *_gaps(case)):
        why = _apart(case, before, after)
        if why:
            rule = case.rules.verdicts.verdict(Verdict.SPLICED)
            return Ruling(verdict=Verdict.SPLICED, level=rule.level, message=why)
    return None


def _apart(case: Case, before: Piece, after: Piece) -> str:
    """Return why two passages stand apart, or nothing."""
    if after.source.start < before.source.start:
        return "the parts stand in the source in another order"
    gap = Span(start=before.source.end, end=max(before.source.end, after.source.start))
    one, two = (voice_at(case.found.text, piece.source) for piece in (before, after))
    if one and two and not same_bearer(one.name, two.name):
        return f"the parts are said by two people: {one.name}, then {two.name}"
    if one and two and _another_answer(case, one, two):
        return f"the parts are from two answers of {two.name}, with another speaker between"
    if _one_interrupted(one, two) or only_interrupts(case.found.text, gap):
        return ""
    return _far(case, gap) if _skips(case, gap, after.mark) else ""


def _skips(case: Case, gap: Span, mark: str) -> bool:
    """Tell whether a joint passes over more than its mark, or the lack of one, allows."""
    if mark == "attribution":
        return len(gap) > _SKIP
    dropped = sum(1 for s in sentences(case.found.text.text, gap) if _has_words(case, s))
    return not mark and dropped > 1 and not _same_sentence(case, gap)


def _far(case: Case, gap: Span) -> str:
    skipped = " ".join(gap.of(case.found.text.text).split())
    return f"joined with no mark over what stands between: “{abridged(skipped, _TOLD)}”"


def _gaps(case: Case) -> Iterator[tuple[Piece, Piece]]:
    """Yield the two sides of each unmarked omission within a piece, as pieces of their own."""
    for edit in case.alignment.edits:
        gap = edit.source
        if edit.kind != EditKind.OMISSION or not 0 < gap.start < gap.end:
            continue
        before = Span(start=gap.start - 1, end=gap.start)
        after = Span(start=gap.end, end=gap.end + 1)
        yield Piece(claim=edit.claim, source=before), Piece(claim=edit.claim, source=after)


def _another_answer(case: Case, one: Voice, two: Voice) -> bool:
    """Tell whether somebody else has the word between two turns of one speaker."""
    if one.span == two.span or one.quotation or two.quotation:
        return False
    between = Span(start=one.span.end, end=max(one.span.end, two.span.start))
    return another_speaks(case.found.text, between, one.name)


def _one_interrupted(one: Voice | None, two: Voice | None) -> bool:
    if one is None or two is None or one.quotation is None:
        return False
    return one.quotation == two.quotation


def _has_words(case: Case, sentence: Span) -> bool:
    return any(c.isalnum() for c in sentence.of(case.found.text.text))


def _same_sentence(case: Case, gap: Span) -> bool:
    """Tell whether no sentence ends within the gap."""
    text = case.found.text.text
    block = next((b.span for b in case.found.text.blocks if b.span.holds(gap)), None)
    if block is None:
        return False
    return any(s.holds(gap) for s in sentences(text, block))
