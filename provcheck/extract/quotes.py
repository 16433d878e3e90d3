"""Direct quotations: over several paragraphs, interrupted, and what is none."""

import re
from collections.abc import Iterator
from itertools import pairwise

from provcheck.extract.marks import Quoted, outermost, quoted_in
from provcheck.extract.passage import Passage
from provcheck.extract.scare import is_claim
from provcheck.language.words import word_spans
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind, Prose
from provcheck.model.span import Span, hull
from provcheck.rulebook.book import Rulebook

_READ = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
_ENDS = ",.!?…—–-;"
_INTERRUPTION = 140  # characters of "he said, turning to the map." at the most
_FRAGMENT = 3  # words


def quotes(prose: Prose, rules: Rulebook) -> Iterator[Passage]:
    """Yield the direct quotations of `prose` in reading order.

    A quotation over several paragraphs, each opened by a mark, is one; so is one that a bare
    attribution interrupts. Scare quotes, titles, terms and the like are left out (see `scare`).
    """
    pairs = rules.quotation.pairs_of(prose.lang)
    by_block = [
        list(outermost(quoted_in(prose.text, block.span, pairs))) if block.kind in _READ else []
        for block in prose.blocks
    ]
    for group in _joined(prose, by_block):
        for spans in _interrupted(prose, group, rules):
            passage = _passage(spans, prose)
            if is_claim(passage, prose, rules):
                yield passage


def _joined(prose: Prose, by_block: list[list[Quoted]]) -> Iterator[list[list[Quoted]]]:
    """Yield the quotations of each block as lists of parts; a reopened one runs on."""
    carried: list[Quoted] = []
    for number, found in enumerate(by_block):
        groups = [[each] for each in found]
        if carried and groups and _reopens(prose, number, found[0]):
            groups[0] = [*carried, found[0]]
        elif carried:
            groups.insert(0, carried)
        last = groups[-1][-1] if groups else None
        following = by_block[number + 1][:1] if number + 1 < len(by_block) else []
        runs_on = last is not None and not last.closed and _at_end(prose, number, last)
        if runs_on and following and _reopens(prose, number + 1, following[0]):
            carried = groups.pop()
        else:
            carried = []
        yield groups


def _reopens(prose: Prose, number: int, first: Quoted) -> bool:
    return first.outer.start == prose.blocks[number].span.start


def _at_end(prose: Prose, number: int, last: Quoted) -> bool:
    return last.outer.end == prose.blocks[number].span.end


def _interrupted(
    prose: Prose, groups: list[list[Quoted]], rules: Rulebook
) -> Iterator[list[Quoted]]:
    """Yield the parts of each quotation of a block, those that an attribution parts together."""
    if not groups:
        return
    parts = list(groups[0])
    for before, after in pairwise(groups):
        if _is_interruption(prose, before[-1], after[0], rules):
            parts += after
        else:
            yield parts
            parts = list(after)
    yield parts


def _is_interruption(prose: Prose, before: Quoted, after: Quoted, rules: Rulebook) -> bool:
    """Tell whether the words between two quoted parts only say who speaks.

    The first part breaks off (comma, stop), what follows is a clause with a reporting verb that
    ends in a comma or a stop, introduces nothing and holds no second verb of that kind.
    """
    between = prose.text[before.outer.end : after.outer.start]
    said = between.strip()
    inner = before.inner.of(prose.text).rstrip()
    if not said or len(between) > _INTERRUPTION or not before.closed or inner[-1:] not in _ENDS:
        return False
    if said[-1] not in ",.;—–" or re.search(r"[.!?:]\s+\S", said):
        return False
    if said[-1] == "." and after.inner.of(prose.text).rstrip().endswith(","):
        return False  # the second part has an attribution of its own
    cues = rules.cues.of(prose.lang).verb.findall(said)
    starts_over = re.search(r"\b(?:and|but|while|und|et|y)\b[^,]*$", said[:-1], re.IGNORECASE)
    return len(cues) == 1 and not (starts_over and said[-1] == ",")


def _passage(parts: list[Quoted], prose: Prose) -> Passage:
    segments = tuple(part.inner for part in parts)
    # Parts of one quotation over several paragraphs are one segment, breaks and all.
    if all("\n" in prose.text[a.end : b.start] for a, b in pairwise(segments)):
        segments = (hull(segments),)
    words = sum(len(word_spans(prose.text, segment)) for segment in segments)
    return Passage(
        kind=ClaimKind.QUOTE,
        span=hull(segments),
        outer=Span(start=parts[0].outer.start, end=parts[-1].outer.end),
        segments=segments,
        fragment=0 < words <= _FRAGMENT,
    )
