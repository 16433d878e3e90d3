"""A claim laid along a source: where its words stand, and what differs."""

from itertools import pairwise
from math import log2

from provcheck.match.edits import Sides, within
from provcheck.match.evidence import chance, needed, weights
from provcheck.match.joints import ends, joint, marked
from provcheck.match.parts import parts
from provcheck.match.place import Placed, placed
from provcheck.match.respelt import respelt
from provcheck.match.seeds import Pair
from provcheck.match.tokens import tokens
from provcheck.match.typography import signs, typography
from provcheck.model.alignment import Alignment, Piece
from provcheck.model.claim import Claim
from provcheck.model.edit import Edit, EditKind
from provcheck.model.evidence import Found
from provcheck.rulebook.book import Rulebook

_APART = 12  # words of source between two matched words from which they are two pieces
_JOINT = 4.0  # bits that a further piece is worth less, beside those of the distance
_COMPARABLE = 0.4  # share of the words that must stand there for edits to be told
_CONTEXT = 160  # code points of source shown on each side

Chains = list[tuple[str, tuple[Pair, ...]]]  # what marks a piece off, and its matched words


def align(claim: Claim, source: Found, rules: Rulebook) -> Alignment:
    """Return how the words of `claim` lie along the text of `source`.

    Never raises; where nothing is found the alignment has no pieces and no bits, and where less
    than two fifths of the words stand there it has no edits. Work is bounded by the length of the
    source plus a few windows of the quotation's length.
    """
    theirs, ours = tokens(source.text.text), tokens(claim.text)
    scale = weights(rules.frequencies, source.text.lang)
    found = tuple(
        respelt(part, (ours, theirs), rules.lexicon, scale)
        for part in placed(claim, parts(claim, theirs, rules.platforms.opaque), source.text, scale)
    )
    cut = [_chains(part) for part in found]
    chains = [chain for each in cut for chain in each]
    if not any(pairs for _, pairs in chains):
        return Alignment(pieces=(), bits=0.0, needed=needed(len(theirs)), chance=1.0, coverage=0.0)
    sides = Sides(ours, claim.span.start, theirs, rules.lexicon)
    pieces = tuple(_piece(mark, pairs, sides) for mark, pairs in chains if pairs)
    matched = sum(len(pairs) for _, pairs in chains)
    words = sum(part.words[1] - part.words[0] for part in found)
    # What hardly stands there has nothing to be compared with word by word.
    told = _edits(found, cut, sides) if matched >= _COMPARABLE * words else ()
    edits = tuple(edit for edit in told if not _interrupts(edit, source))
    other = _respelt(edits, found, sides)
    bits = _bits(found, chains) + scale.total(other)
    return Alignment(
        pieces=pieces,
        edits=edits,
        bits=round(bits, 1),
        needed=round(needed(len(theirs)), 1),
        chance=chance(bits, len(theirs)),
        coverage=round((matched + len(other)) / max(words, 1), 4),
        exact=matched == words > 0 and all(e.kind == EditKind.TYPOGRAPHY for e in edits),
        **_context(source.text.text, pieces),
    )


def _chains(part: Placed) -> Chains:
    """Cut a part's matched words where the source runs on for long between them, or backwards."""
    if not part.pairs:
        return [(part.part.mark, ())]
    chains: list[list[Pair]] = [[part.pairs[0]]]
    for (ours, theirs), (our_next, their_next) in pairwise(part.pairs):
        passed, skipped = their_next - theirs - 1, our_next - ours - 1
        if passed < 0 or passed > max(_APART, 2 * skipped + 4):
            chains.append([])
        chains[-1].append((our_next, their_next))
    marks = [part.part.mark] + [""] * (len(chains) - 1)
    return [(mark, tuple(chain)) for mark, chain in zip(marks, chains, strict=True)]


def _edits(found: tuple[Placed, ...], cut: list[Chains], sides: Sides) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    before: Pair | None = None
    for part, pieces in zip(found, cut, strict=True):
        chains = [pairs for _, pairs in pieces if pairs]
        edits += marked(part.part, before, chains[0] if chains else (), sides)
        edits += ends(part, chains, sides)
        for chain in chains:
            edits += within(chain, sides)
            edits += (*typography(chain, sides), *signs(chain, sides))
        for one, two in pairwise(chains):
            edits += joint(one[-1], two, sides)
        before = chains[-1][-1] if chains else before
    return tuple(sorted(edits, key=lambda edit: (edit.claim.start, edit.claim.end, edit.kind)))


def _respelt(edits: tuple[Edit, ...], found: tuple[Placed, ...], sides: Sides) -> list[str]:
    """Return the claim's words that stand in the source in another spelling, as evidence too."""
    matched = {ours for part in found for ours, _ in part.pairs}
    return [
        sides.claim.norm(word)
        for edit in edits
        if edit.kind == EditKind.SPELLING_VARIANT
        for word in range(*sides.claim.within(sides.in_claim(edit.claim)))
        if word not in matched
    ]


def _interrupts(edit: Edit, source: Found) -> bool:
    """Tell whether what is left out is the source's own "she said" between a speaker's words."""
    if edit.kind not in {EditKind.OMISSION, EditKind.TYPOGRAPHY} or not len(edit.source):
        return False
    return any(
        quotation.span.holds(edit.source)
        and not any(segment.meets(edit.source) for segment in quotation.segments)
        for quotation in source.text.quotations
    )


def _bits(found: tuple[Placed, ...], chains: Chains) -> float:
    """Return the evidence of all parts that stand in the quotation's order, or of the best one.

    A further piece may lie anywhere up to where it was found, which takes log2 of that many words
    off its evidence.
    """
    best = max(part.bits for part in found)
    stood = [pairs for _, pairs in chains if pairs]
    if any(after[0][1] < before[-1][1] for before, after in pairwise(stood)):
        return best
    gaps = (after[0][1] - before[-1][1] for before, after in pairwise(stood))
    return max(
        best, sum(part.bits for part in found) - sum(_JOINT + log2(max(gap, 1)) for gap in gaps)
    )


def _piece(mark: str, pairs: tuple[Pair, ...], sides: Sides) -> Piece:
    claim = sides.claim.span(pairs[0][0], pairs[-1][0] + 1)
    return Piece(
        claim=sides.in_article(claim),
        source=sides.source.span(pairs[0][1], pairs[-1][1] + 1),
        mark=mark,
    )


def _context(text: str, pieces: tuple[Piece, ...]) -> dict[str, str]:
    first = min(piece.source.start for piece in pieces)
    last = max(piece.source.end for piece in pieces)
    return {"before": text[max(first - _CONTEXT, 0) : first], "after": text[last : last + _CONTEXT]}
