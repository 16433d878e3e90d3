"""Everything in a text that somebody is given to have said, in reading order."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from provcheck.extract.blocks import block_quotes
from provcheck.extract.discourse import Discourse
from provcheck.extract.embeds import embeds
from provcheck.extract.paraphrase import paraphrases
from provcheck.extract.passage import Passage
from provcheck.extract.quotes import quotes
from provcheck.extract.turns import turns
from provcheck.model.claim import ClaimKind
from provcheck.model.span import Span

Extractor = Callable[[Discourse], Iterator[Passage]]

# In the order of precedence: what an earlier one holds, a later one does not claim again.
EXTRACTORS: tuple[Extractor, ...] = (embeds, turns, block_quotes, quotes, paraphrases)


def passages(discourse: Discourse) -> tuple[Passage, ...]:
    """Return the passages of a text in reading order.

    Quotations lie in no other one; a quotation inside a block quotation or a post is part of it.
    Indirect speech may hold quotations, whose frame it is.
    """
    kept: list[Passage] = []
    for extractor in EXTRACTORS:
        held = _Held(kept)
        kept += [each for each in extractor(discourse) if not held.clashes(each)]
    return tuple(sorted(kept, key=lambda passage: (passage.span.start, passage.span.end)))


def _parts(passage: Passage) -> tuple[Span, ...]:
    """Return what a passage holds: where an attribution interrupts it, only its own words."""
    return passage.segments if len(passage.segments) > 1 else (passage.outer,)


class _Held:
    """The stretches that earlier passages hold, none across another."""

    def __init__(self, kept: list[Passage]) -> None:
        parts = (part for each in kept for part in _parts(each))
        self._spans = sorted(parts, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def clashes(self, passage: Passage) -> bool:
        """Tell whether a passage lies within or across one held; indirect speech may hold one."""
        first = max(bisect_right(self._starts, passage.outer.start) - 1, 0)
        last = bisect_right(self._starts, passage.outer.end)
        around = passage.kind == ClaimKind.PARAPHRASE
        return any(
            passage.outer.meets(span) and not (around and passage.outer.holds(span))
            for span in self._spans[first:last]
        )
