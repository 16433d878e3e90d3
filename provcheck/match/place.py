"""Which of the places where a part's words stand is the one that the article means."""

from dataclasses import dataclass
from itertools import pairwise

from provcheck.language.names import same_name
from provcheck.match.evidence import Weights
from provcheck.match.locate import Run, exact, runs
from provcheck.match.noisy import noisy
from provcheck.match.parts import Part
from provcheck.match.seeds import Pair
from provcheck.match.together import onward, together
from provcheck.match.tokens import Tokens, tokens
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span

_WAYS = 64  # places of the heaviest part that are tried, shared among the parts
_MOSTLY = 0.6  # share of a part's words below which they are looked for misspelt


@dataclass(frozen=True)
class Placed:
    """A part of a claim, its words (indices into the claim's), and where they stand.

    `pairs` couples words of the claim with words of the source; empty when nothing was found.
    """

    part: Part
    words: Pair
    pairs: tuple[Pair, ...]
    bits: float = 0.0

    @property
    def first(self) -> int:
        """Return the first word of the source that the part matches."""
        return min(pair[1] for pair in self.pairs)

    @property
    def last(self) -> int:
        """Return the word of the source after the last one that the part matches."""
        return max(pair[1] for pair in self.pairs) + 1


def placed(
    claim: Claim, cut: tuple[Part, ...], source: SourceText, weights: Weights
) -> tuple[Placed, ...]:
    """Return each part with the place that fits it best.

    The part that says most is placed first: where the claim's speaker says it rather than another,
    in the source's own text rather than in what stands beside it, else where it stands first. Parts
    before and after take the nearest place on their side, so that the order is kept if it can be.
    """
    if not cut:
        return ()
    ours, theirs = Words(claim.text), tokens(source.text)
    found = [_found(part, ours, source, weights) for part in cut]
    heaviest = max(range(len(found)), key=lambda i: max((r.bits for r in found[i]), default=0.0))
    if not found[heaviest]:
        return tuple(_at(cut[i], ours.of(cut[i]), None) for i in range(len(cut)))
    ways = (_way(found, heaviest, anchor) for anchor in found[heaviest][: _WAYS // len(cut) + 1])
    chosen = min(ways, key=lambda way: _unfit(claim, source, way, heaviest))
    near = _nearer(cut, ours, theirs, chosen)
    return tuple(_at(part, ours.of(part), run) for part, run in zip(cut, near, strict=True))


def _way(found: list[tuple[Run, ...]], heaviest: int, anchor: Run) -> list[Run | None]:
    """Return a place for each part: `anchor` for the heaviest, for the others one beside it."""
    chosen: list[Run | None] = [anchor if i == heaviest else None for i in range(len(found))]
    for i in range(heaviest + 1, len(found)):
        chosen[i] = _after(found[i], chosen[i - 1] or anchor)
    for i in range(heaviest - 1, -1, -1):
        chosen[i] = _before(found[i], chosen[i + 1] or anchor)
    return chosen


def _nearer(
    cut: tuple[Part, ...], ours: "Words", theirs: Tokens, way: list[Run | None]
) -> list[Run | None]:
    """Return the places with those out of order set right beside their neighbours, where they can.

    Common words stand in so many places that the ones next to the passage may not be among those
    that were looked at.
    """
    near = list(way)
    for i, run in enumerate(way):
        before = near[i - 1] if i else None
        after = way[i + 1] if i + 1 < len(way) else None
        if run is None or _ordered(before, run, after):
            continue
        goal = before.pairs[-1][1] + 1 if before else after.pairs[0][1] if after else 0
        words = ours.of(cut[i])
        for at in theirs.nearest(ours.tokens, words, goal):
            moved = Run(
                tuple(zip(range(*words), range(at, at + words[1] - words[0]), strict=True)),
                run.bits,
            )
            if _ordered(before, moved, after):
                near[i] = moved
    return near


def _ordered(before: Run | None, run: Run, after: Run | None) -> bool:
    late = before is None or before.pairs[-1][1] < run.pairs[0][1]
    return late and (after is None or run.pairs[-1][1] < after.pairs[0][1])


class Words:
    """The words of a claim's text, and which of them a part holds."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)

    def of(self, part: Part) -> Pair:
        """Return the words of `part` as indices, half-open."""
        first, last = self.tokens.within(part.words)
        return (first, last) if first < last else (0, 0)


def _found(part: Part, ours: Words, source: SourceText, weights: Weights) -> tuple[Run, ...]:
    """Return the places of a part: all exact ones, or the one that alignment finds."""
    words = ours.of(part)
    theirs = tokens(source.text)
    if not words[0] < words[1] or words[1] - words[0] > len(theirs):
        return ()
    whole = exact(ours.tokens, words, theirs, weights)
    if whole:
        return whole
    pieces = runs(ours.tokens, words, theirs, weights)
    pairs = tuple(pair for run in pieces for pair in run.pairs)
    pairs = onward(together(pairs, ours.tokens, theirs), words, ours.tokens, theirs)
    bits = max((run.bits for run in pieces), default=0.0)
    if len(pairs) < _MOSTLY * (words[1] - words[0]):
        misspelt = noisy(ours.tokens, words, theirs, weights)
        if misspelt is not None and len(misspelt.pairs) > len(pairs):
            return (misspelt,)
    return (Run(pairs, bits),) if pairs else ()


def _at(part: Part, words: Pair, run: Run | None) -> Placed:
    return Placed(part, words, run.pairs if run else (), bits=run.bits if run else 0.0)


def _after(found: tuple[Run, ...], before: Run) -> Run | None:
    later = [run for run in found if run.pairs[0][1] >= before.pairs[-1][1]]
    return min(later, key=lambda run: run.pairs[0][1]) if later else (found[0] if found else None)


def _before(found: tuple[Run, ...], after: Run) -> Run | None:
    earlier = [run for run in found if run.pairs[-1][1] <= after.pairs[0][1]]
    return max(earlier, key=lambda r: r.pairs[0][1]) if earlier else (found[0] if found else None)


def _unfit(
    claim: Claim, source: SourceText, way: list[Run | None], heaviest: int
) -> tuple[int, int, bool, int]:
    """Return how badly places fit: by their voice, their order, other letters, and how late."""
    placed = [run for run in way if run is not None]
    disorder = sum(not _ordered(one, two, None) for one, two in pairwise(placed))
    anchor = way[heaviest] or placed[0]
    first, last = min(p[1] for p in anchor.pairs), max(p[1] for p in anchor.pairs) + 1
    span = tokens(source.text).span(first, last)
    quoted = tokens(claim.text).words(anchor.pairs[0][0], anchor.pairs[-1][0] + 1)
    unlike = span.of(source.text).split() != quoted.split()
    return _stranger(claim, source, span), disorder, unlike, first


def _stranger(claim: Claim, source: SourceText, span: Span) -> int:
    """Return 0 where the claim's speaker says the words at `span`, up to 3 for an aside."""
    if any(aside.holds(span) for aside in source.aside):
        return 3
    speaker = claim.speaker.resolved if claim.speaker else None
    voice = _voice(source, span)
    if speaker is None or voice is None:
        return 1
    return 0 if same_name(speaker, voice) else 2


def _voice(source: SourceText, span: Span) -> str | None:
    for quotation in source.quotations:
        direct = quotation.kind != ClaimKind.PARAPHRASE
        if direct and quotation.span.meets(span) and quotation.speaker:
            return quotation.speaker.resolved
    return next((turn.speaker for turn in source.turns if turn.span.meets(span)), None)
