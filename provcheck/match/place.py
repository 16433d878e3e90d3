"""Which of the places where a part's words stand is the one that the article means."""

from dataclasses import dataclass

from provcheck.language.names import same_name
from provcheck.match.evidence import Weights
from provcheck.match.locate import Run, exact, runs
from provcheck.match.noisy import noisy
from provcheck.match.parts import Part
from provcheck.match.seeds import Pair
from provcheck.match.together import onward, together
from provcheck.match.tokens import tokens
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span

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
    ours = Words(claim.text)
    found = [_found(part, ours, source, weights) for part in cut]
    heaviest = max(range(len(found)), key=lambda i: max((r.bits for r in found[i]), default=0.0))
    if not found[heaviest]:
        return tuple(_at(cut[i], ours.of(cut[i]), None) for i in range(len(cut)))
    anchor = min(found[heaviest], key=lambda run: _unfit(claim, source, run))
    chosen: list[Run | None] = [anchor if i == heaviest else None for i in range(len(cut))]
    for i in range(heaviest + 1, len(cut)):
        chosen[i] = _after(found[i], chosen[i - 1] or anchor)
    for i in range(heaviest - 1, -1, -1):
        chosen[i] = _before(found[i], chosen[i + 1] or anchor)
    return tuple(_at(part, ours.of(part), run) for part, run in zip(cut, chosen, strict=True))


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


def _unfit(claim: Claim, source: SourceText, run: Run) -> tuple[int, int]:
    """Return how badly a place fits, 0 best, then how late it stands."""
    first, last = min(p[1] for p in run.pairs), max(p[1] for p in run.pairs) + 1
    span = tokens(source.text).span(first, last)
    if any(aside.holds(span) for aside in source.aside):
        return 3, first
    speaker = claim.speaker.resolved if claim.speaker else None
    voice = _voice(source, span)
    if speaker is None or voice is None:
        return 1, first
    return (0 if same_name(speaker, voice) else 2), first


def _voice(source: SourceText, span: Span) -> str | None:
    for quotation in source.quotations:
        direct = quotation.kind != ClaimKind.PARAPHRASE
        if direct and quotation.span.meets(span) and quotation.speaker:
            return quotation.speaker.resolved
    return next((turn.speaker for turn in source.turns if turn.span.meets(span)), None)
