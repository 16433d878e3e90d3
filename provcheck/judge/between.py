"""What a transcript has between two stretches of one speaker's words: turns, nods, directions."""

import re

from provcheck.judge.bearers import same_bearer
from provcheck.language.words import WORD
from provcheck.model.alignment import Alignment
from provcheck.model.edit import EditKind
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span

_NOD = 3  # words in which a listener only shows that she listens ("Right.", "Of course.")
_MARKS = 4  # code points of marks and blanks between a word and the border of its turn
_LABEL = re.compile(r"^[^:\n]{1,60}:(?=\s|$)")
_DIRECTION = re.compile(r"[\[(][^\[\]()]{0,80}[\])]")


def another_speaks(source: SourceText, gap: Span, speaker: str) -> bool:
    """Tell whether somebody else says something of weight in `gap`, or asks.

    A nod, applause and crosstalk weigh nothing. Turns of speakers without a name count too.
    """
    blocks = (block.span for block in source.blocks if block.span.meets(gap))
    return any(_weighs(source, block, speaker) for block in blocks)


def spoken_only(source: SourceText, alignment: Alignment) -> Alignment:
    """Return the alignment less omissions of what nobody quotes: labels, directions, nods.

    Only of a transcript, and only where the same speaker has the word on both sides.
    """
    kept = tuple(
        edit
        for edit in alignment.edits
        if edit.kind != EditKind.OMISSION
        or len(edit.claim)
        or not only_interrupts(source, edit.source)
    )
    return alignment.model_copy(update={"edits": kept})


def only_interrupts(source: SourceText, gap: Span) -> bool:
    """Tell whether `gap` lies between words of one speaker and holds none of anybody's weight."""
    before = _speaker(source, gap.start - 1) if len(gap) else None
    if before is None or before != _speaker(source, gap.end):
        return False
    return not another_speaks(source, gap, before) and not _spoken(source, gap, before)


def _spoken(source: SourceText, gap: Span, speaker: str) -> bool:
    """Tell whether the speaker herself says words within the gap."""
    for turn in source.turns:
        if not same_bearer(turn.speaker, speaker) or not turn.span.meets(gap):
            continue
        plain = _DIRECTION.sub(lambda aside: " " * len(aside.group()), turn.span.of(source.text))
        first = max(gap.start - turn.span.start, 0)
        if WORD.search(plain, first, max(gap.end - turn.span.start, first)):
            return True
    return False


def _speaker(source: SourceText, at: int) -> str | None:
    near = Span(start=max(at - _MARKS, 0), end=at + _MARKS)
    return next((turn.speaker for turn in source.turns if turn.span.meets(near)), None)


def _weighs(source: SourceText, block: Span, speaker: str) -> bool:
    if any(same_bearer(t.speaker, speaker) for t in source.turns if t.span.meets(block)):
        return False
    said = _DIRECTION.sub("", _LABEL.sub("", block.of(source.text)))
    return "?" in said or len(WORD.findall(said)) > _NOD
