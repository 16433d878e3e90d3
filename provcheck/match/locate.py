"""Where the words of one part of a quotation stand: exactly, or by seeds and alignment."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Indel, Levenshtein

from provcheck.match.evidence import Weights, needed
from provcheck.match.seeds import Pair, windows
from provcheck.match.tokens import Tokens

_SKIPPED_QUOTE, _SKIPPED_SOURCE = 6.6, 0.9  # bits that an unmatched word costs, on either side
_STANDS = 24.0  # bits at which a run of words stands for itself
_SHARE = 0.7  # or the share of the words looked for that it matches
_MOST = 5  # runs looked for in one part
_SHORTEST = 3  # words that are looked for on their own
_NEARLY_ALL = 0.8  # share of the words that makes looking at further places needless
_FAR = 100  # words, about 600 characters: the gap that parts passages (passim)
_IN_NAME = 4.0  # bits of each further word of a name
_PLACES = 64  # places of words that stand there exactly

Block = tuple[int, int, int]  # words in a row: first of the quotation, of the source, how many
Norms = dict[int, str]  # the words of a part by their number in the quotation


@dataclass(frozen=True)
class Run:
    """Matched words: (word of the quotation, word of the source) pairs, ascending on both sides."""

    pairs: tuple[Pair, ...]
    bits: float

    @property
    def quote(self) -> Pair:
        """Return the words of the quotation that the run spans, half-open."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def source(self) -> Pair:
        """Return the words of the source that the run spans, half-open."""
        return self.pairs[0][1], self.pairs[-1][1] + 1


def exact(ours: Tokens, part: Pair, source: Tokens, weights: Weights) -> tuple[Run, ...]:
    """Return every place at which the words of `part` stand unbroken, at most 64."""
    places = source.places_of(ours, part, _PLACES)
    if not places:
        return ()
    words = range(*part)
    pairs = [tuple(zip(words, range(at, at + len(words)), strict=True)) for at in places]
    bits = weights.total(ours.stretch(*part)) - _named(pairs[0], source, weights)
    return tuple(Run(each, bits) for each in pairs)


def runs(ours: Tokens, part: Pair, source: Tokens, weights: Weights) -> tuple[Run, ...]:
    """Return the runs of the words of `part` found in `source`, in the quotation's order.

    At most five. The work is bounded: each looks its seeds up in an index and aligns at most three
    windows of a few times the part's length. Nothing is found of a part longer than its source.
    """
    found: list[Run] = []
    waiting = [part]
    while waiting and len(found) < _MOST and part[1] - part[0] <= len(source) + _SHORTEST:
        first, last = waiting.pop()
        if last - first < _SHORTEST and (found or last - first < 1):
            continue
        run = _best(ours, (first, last), source, weights)
        if run is None or not _stands(run, last - first):
            continue
        found.append(run)
        waiting += [(first, run.quote[0]), (run.quote[1], last)]
    return _weighty(found, source)


def _weighty(found: list[Run], source: Tokens) -> tuple[Run, ...]:
    """Return the runs in the quotation's order, without phrases that stand far off by chance.

    A run near the heaviest one belongs to the same passage; elsewhere it must be evidence by itself
    among all the words of the source.
    """
    main = max(found, key=lambda run: run.bits, default=None)
    kept = [
        run
        for run in found
        if main is None or _apart(run, main) <= _FAR or run.bits >= needed(len(source))
    ]
    return tuple(sorted(kept, key=lambda run: run.quote))


def _apart(one: Run, other: Run) -> int:
    """Return how many words of the source lie between two runs."""
    return max(one.source[0] - other.source[1], other.source[0] - one.source[1], 0)


def _stands(run: Run, looked_for: int) -> bool:
    return run.bits >= _STANDS or len(run.pairs) >= max(_SHARE * looked_for, 2)


def _best(ours: Tokens, part: Pair, source: Tokens, weights: Weights) -> Run | None:
    words = ours.stretch(*part)
    norms = dict(enumerate(words, part[0]))
    upto = [0.0, *accumulate(weights.bits(word) for word in words)]
    found: list[Run] = []
    for window in windows(ours, part, source, weights):
        equal = _equal(words, part, source.stretch(*window), window)
        run = heaviest(equal, lambda b: upto[b[0] + b[2] - part[0]] - upto[b[0] - part[0]])
        if run is not None:
            found.append(_grown(run, norms, part, source))
            if len(run.pairs) > _NEARLY_ALL * len(norms):
                break
    best = max(found, key=lambda run: run.bits, default=None)
    return best and Run(best.pairs, best.bits - _named(best.pairs, source, weights))


def _named(pairs: tuple[Pair, ...], source: Tokens, weights: Weights) -> float:
    """Return the bits by which the words of names in the source tell less than they seem to.

    Words with capitals in a row are most often one name, and one name is one piece of evidence:
    whoever writes the first word writes the second.
    """
    less, before = 0.0, -2
    for _, place in pairs:
        capital = source.text[source.starts[place]].isupper()
        if capital and place == before + 1:
            less += max(weights.bits(source.norm(place)) - _IN_NAME, 0.0)
        before = place if capital else -2
    return less


def _equal(norms: list[str], part: Pair, theirs: list[str], window: Pair) -> list[Block]:
    """Return the blocks of equal words that alignment finds between a part and a window."""
    metric = Indel if len(theirs) > 3 * len(norms) else Levenshtein
    return [
        (part[0] + op.src_start, window[0] + op.dest_start, op.src_end - op.src_start)
        for op in metric.opcodes(norms, theirs)
        if op.tag == "equal"
    ]


def _grown(run: Run, norms: Norms, part: Pair, source: Tokens) -> Run:
    """Return the run with the equal words right before and after it: ties may lie elsewhere."""
    pairs = list(run.pairs)
    while (
        pairs[0][0] > part[0]
        and pairs[0][1] > 0
        and norms[pairs[0][0] - 1] == source.norm(pairs[0][1] - 1)
    ):
        pairs.insert(0, (pairs[0][0] - 1, pairs[0][1] - 1))
    while (
        pairs[-1][0] + 1 < part[1]
        and pairs[-1][1] + 1 < len(source)
        and norms[pairs[-1][0] + 1] == source.norm(pairs[-1][1] + 1)
    ):
        pairs.append((pairs[-1][0] + 1, pairs[-1][1] + 1))
    return Run(tuple(_drawn(pairs, norms, source)), run.bits)


def _drawn(pairs: list[Pair], norms: Norms, source: Tokens) -> list[Pair]:
    """Return the pairs with strays drawn to the longest unbroken stretch, where that is as good.

    Alignment may couple a common word with its like far off although one stands right there.
    """
    core = _longest(pairs)
    for i in range(core - 1, -1, -1):
        word, place = pairs[i + 1]
        strays = pairs[i][0] == word - 1 and pairs[i][1] != place - 1
        if strays and place and source.norm(place - 1) == norms[word - 1]:
            pairs[i] = (word - 1, place - 1)
    for i in range(core + 1, len(pairs)):
        word, place = pairs[i - 1]
        strays = pairs[i][0] == word + 1 and pairs[i][1] != place + 1
        if strays and place + 1 < len(source) and source.norm(place + 1) == norms[word + 1]:
            pairs[i] = (word + 1, place + 1)
    return pairs


def _longest(pairs: list[Pair]) -> int:
    """Return the index in the middle of the longest stretch unbroken on both sides."""
    best, begin = (0, 0), 0
    for i in range(1, len(pairs) + 1):
        unbroken = i < len(pairs) and (
            pairs[i][0] == pairs[i - 1][0] + 1 and pairs[i][1] == pairs[i - 1][1] + 1
        )
        if not unbroken:
            best = max(best, (i - begin, (begin + i - 1) // 2))
            begin = i
    return best[1]


def heaviest(blocks: list[Block], worth: Callable[[Block], float]) -> Run | None:
    """Return the stretch of coupled words with the greatest sum of bits (Kadane).

    `blocks` ascend on both sides, each worth something; words skipped between two of them cost.
    """
    best: tuple[float, int, int] = 0.0, 0, -1
    begin, bits = 0, 0.0
    for at, (word, place, length) in enumerate(blocks):
        if at > begin:
            before = blocks[at - 1]
            skipped = word - before[0] - before[2]
            passed = place - before[1] - before[2]
            bits -= _SKIPPED_QUOTE * skipped + _SKIPPED_SOURCE * max(passed - skipped, 0)
        if bits <= 0:
            begin, bits = at, 0.0
        bits += worth((word, place, length))
        best = max(best, (bits, begin, at), key=lambda each: each[0])
    chosen = blocks[best[1] : best[2] + 1]
    pairs = tuple((a + k, b + k) for a, b, length in chosen for k in range(length))
    return Run(pairs, best[0]) if pairs else None
