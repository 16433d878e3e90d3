"""Direct quotations: over several paragraphs, interrupted, and what is none."""

import re
from collections.abc import Iterator
from itertools import pairwise

from provcheck.extract.discourse import Discourse
from provcheck.extract.marks import SINGLE, Quoted, outermost
from provcheck.extract.passage import Passage
from provcheck.extract.scare import is_claim
from provcheck.language.words import word_count
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind
from provcheck.model.span import Span, hull

_READ = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.CAPTION}
_ENDS = ",.!?…—–-;"
_INTERRUPTION = 140  # characters of "he said, turning to the map." at the most
_FRAGMENT = 3  # words
_REACH = 12  # blocks over which a quotation runs on that are in other marks


def quotes(discourse: Discourse) -> Iterator[Passage]:
    """Yield the direct quotations of a text in reading order.

    A quotation over several paragraphs, each opened by a mark, is one; so is one that a bare
    attribution interrupts. Scare quotes, titles, terms and the like are left out (see `scare`).
    """
    blocks = discourse.prose.blocks
    by_block = [
        list(outermost(quoted)) if block.kind in _READ else []
        for block, quoted in zip(blocks, discourse.quoted, strict=True)
    ]
    grouped = [list(_interrupted(discourse, found)) for found in by_block]
    for groups in _joined(discourse, grouped):
        for spans in groups:
            passage = _passage(spans, discourse)
            if is_claim(passage, discourse):
                yield passage


def _interrupted(discourse: Discourse, found: list[Quoted]) -> Iterator[list[Quoted]]:
    """Yield the parts of each quotation of a block, those that an attribution parts together."""
    parts = found[:1]
    for before, after in pairwise(found):
        if before.goes_on or _is_interruption(discourse, before, after):
            parts.append(after)
        else:
            yield parts
            parts = [after]
    if parts:
        yield parts


def _joined(
    discourse: Discourse, by_block: list[list[list[Quoted]]]
) -> Iterator[list[list[Quoted]]]:
    """Yield the quotations of each block, one that a later block reopens with its parts there."""
    carried: list[Quoted] = []
    through = -1  # the block in which a quotation that runs on over others in other marks ends
    for number, found in enumerate(by_block):
        groups = list(found)
        if carried and through < number:
            through = _last_block(discourse, number, carried[-1])
        if carried and number <= through:
            groups = [[*carried, _whole(discourse, number, carried[-1], ends=number == through)]]
        elif carried and groups and _reopens(discourse, number, groups[0][0], carried[-1].mark):
            groups[0] = [*carried, *groups[0]]
        carried = groups.pop() if groups and _runs_on(discourse, number, groups[-1][-1]) else []
        if carried and through <= number and not _is_taken_up(discourse, by_block, carried[-1]):
            groups.append(carried)
            carried = []
        yield groups


def _runs_on(discourse: Discourse, number: int, last: Quoted) -> bool:
    return not last.closed and last.outer.end == discourse.prose.blocks[number].span.end


def _is_taken_up(discourse: Discourse, by_block: list[list[list[Quoted]]], carried: Quoted) -> bool:
    """Tell whether the next block reopens a quotation, or speech in other marks goes on in it."""
    number = (discourse.number_at(carried.outer.start) or 0) + 1
    following = by_block[number] if number < len(by_block) else []
    if not following or following[0][0].outer.start != discourse.prose.blocks[number].span.start:
        return False
    alike = _reopens(discourse, number, following[0][0], carried.mark)
    return alike or _last_block(discourse, number, carried) >= number


def _last_block(discourse: Discourse, number: int, carried: Quoted) -> int:
    """Return the block with which a quotation that runs into block `number` ends, or -1.

    Where the block opens with marks of another kind, which close in it, it may be part of what runs
    on: a later block then ends with the closing mark of that (“A,” Olsen said.").
    """
    for at in range(number, min(number + _REACH, len(discourse.quoted))):
        inner = [each for each in discourse.quoted[at] if each.depth == 0]
        block = discourse.prose.blocks[at].span
        if not inner or inner[0].outer.start != block.start:
            return -1
        if inner[0].mark == carried.mark:
            return -1
        ends = discourse.prose.text[block.end - 1] in discourse.closers(carried.mark)
        if ends and inner[-1].outer.end < block.end:
            return at
    return -1


def _whole(discourse: Discourse, number: int, carried: Quoted, *, ends: bool) -> Quoted:
    """Return a whole block as a part of a quotation that runs on over it, or ends with it."""
    block = discourse.prose.blocks[number].span
    inner = Span(start=block.start, end=block.end - ends)
    return Quoted(inner=inner, outer=block, mark=carried.mark, closed=ends)


def _reopens(discourse: Discourse, number: int, first: Quoted, mark: str) -> bool:
    """Tell whether a quotation opens its paragraph with the kind of mark that another one has."""
    alike = (first.mark in SINGLE) == (mark in SINGLE)
    return alike and first.outer.start == discourse.prose.blocks[number].span.start


def _is_interruption(discourse: Discourse, before: Quoted, after: Quoted) -> bool:
    """Tell whether the words between two quoted parts only say who speaks.

    The first part breaks off (comma, stop), what follows is a clause with a reporting verb that
    ends in a comma or a stop, introduces nothing and holds no second verb of that kind.
    """
    text = discourse.prose.text
    between = text[before.outer.end : after.outer.start]
    said = between.strip()
    inner = before.inner.of(text).rstrip()
    breaks_off = inner[-1:] in _ENDS or said[:1] in ",—–"
    if not said or len(between) > _INTERRUPTION or not before.closed or not breaks_off:
        return False
    if said[-1] not in ",.;—–" or re.search(r"[.!?:]\s+[^\s—–]", said) or "\n" in between:
        return False
    sentence = discourse.sentence_at(before.outer.start)
    if sentence is None or (said[-1] == "." and _goes_on(discourse, after)):
        return False  # the second part has an attribution or a clause of its own
    cues = [
        saying.cue
        for saying in sentence.sayings
        if before.outer.end <= sentence.tokens[saying.cue.start].start < after.outer.start
    ]
    starts_over = re.search(r"\b(?:and|but|while|und|et|y)\b[^,]*$", said[:-1], re.IGNORECASE)
    return len(cues) == 1 and not (starts_over and said[-1] == ",")


def _goes_on(discourse: Discourse, after: Quoted) -> bool:
    """Tell whether the sentence that a quotation stands in goes on behind it."""
    text = discourse.prose.text
    behind = text[after.outer.end : after.outer.end + 3].strip(" .\n")
    ended = after.inner.of(text).rstrip()[-1:] in ".!?…"
    return bool(behind) and not (ended and not behind[:1].islower())


def _passage(parts: list[Quoted], discourse: Discourse) -> Passage:
    text = discourse.prose.text
    segments = tuple(_trimmed(part.inner, text) for part in parts)
    # Parts of one quotation over several paragraphs are one segment, breaks and all.
    if all("\n" in text[a.end : b.start] for a, b in pairwise(segments)):
        segments = (hull(segments),)
    words = sum(word_count(text, segment) for segment in segments)
    return Passage(
        kind=ClaimKind.QUOTE,
        span=hull(segments),
        outer=Span(start=parts[0].outer.start, end=parts[-1].outer.end),
        segments=segments,
        fragment=0 < words <= _FRAGMENT,
    )


def _trimmed(span: Span, text: str) -> Span:
    """Return a span without the spaces that French sets inside its marks."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start=start, end=max(start, span.start + len(words.rstrip())))
