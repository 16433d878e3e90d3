"""Where the words of one part of a quotation stand: exactly, or by seeds and alignment."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

from provcheck.match.evidence import Weights
from provcheck.match.tokens import Tokens

_PROBES, _HITS = 12, 40  # seeds tried, and places taken of each
_WINDOWS = 3  # places aligned of those where seeds agree
_SKIPPED_QUOTE, _SKIPPED_SOURCE = 6.6, 0.9  # bits that an unmatched word costs, on either side
_STANDS = 24.0  # bits at which a run of words stands for itself
_SHARE = 0.7  # or the share of the words looked for that it matches
_MOST = 5  # runs looked for in one part
_SHORTEST = 3  # words that are looked for on their own

Pair = tuple[int, int]


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


def exact(norms: list[str], source: Tokens, weights: Weights) -> tuple[Run, ...]:
    """Return every place at which `norms` stand unbroken, at most 200."""
    bits = weights.total(norms)
    return tuple(
        Run(tuple((i, at + i) for i in range(len(norms))), bits)
        for at in source.occurrences(norms, 200)
    )


def runs(norms: list[str], source: Tokens, weights: Weights) -> tuple[Run, ...]:
    """Return the runs of `norms` found in `source`, in the quotation's order, at most five.

    The work is bounded: seeds probe at most 12 places of the quotation, and alignment sees windows
    of a few times the quotation's length. Returns nothing for a quotation longer than its source.
    """
    found: list[Run] = []
    waiting = [(0, len(norms))]
    while waiting and len(found) < _MOST and len(norms) <= len(source) + _SHORTEST:
        first, last = waiting.pop()
        if last - first < _SHORTEST and (found or last - first < 1):
            continue
        run = _best(norms, (first, last), source, weights)
        if run is None or not _stands(run, last - first):
            continue
        found.append(run)
        waiting += [(first, run.quote[0]), (run.quote[1], last)]
    return tuple(sorted(found, key=lambda run: run.quote))


def _stands(run: Run, looked_for: int) -> bool:
    return run.bits >= _STANDS or len(run.pairs) >= max(_SHARE * looked_for, 2)


def _best(norms: list[str], part: Pair, source: Tokens, weights: Weights) -> Run | None:
    found: list[Run] = []
    for window in _windows(norms, part, source, weights):
        equal = _equal(norms, part, source.norms, window)
        run = _heaviest(equal, norms, weights)
        if run is not None:
            found.append(_grown(run, norms, part, source))
    return max(found, key=lambda run: run.bits, default=None)


def _windows(norms: list[str], part: Pair, source: Tokens, weights: Weights) -> Iterator[Pair]:
    """Yield the stretches of source in which seeds agree on where the part lies, best first."""
    length = part[1] - part[0]
    reach = 8 + length // 3
    hits = sorted(_hits(norms, part, source, weights))
    votes: list[tuple[float, int]] = []
    low, weight = 0, 0.0
    for at, bits in hits:
        weight += bits
        while hits[low][0] < at - reach:
            weight -= hits[low][1]
            low += 1
        votes.append((weight, at))
    taken: list[int] = []
    for _, at in sorted(votes, key=lambda vote: (-vote[0], vote[1])):
        if len(taken) < _WINDOWS and all(abs(at - other) > reach for other in taken):
            taken.append(at)
            yield max(at - 2 * reach, 0), min(at + length + 2 * reach, len(source))


def _hits(
    norms: list[str], part: Pair, source: Tokens, weights: Weights
) -> Iterator[tuple[int, float]]:
    """Yield (where the part would begin, bits) for each place of its rarest word pairs."""
    pairs = sorted(
        range(part[0], part[1] - 1),
        key=lambda i: -(weights.bits(norms[i]) + weights.bits(norms[i + 1])),
    )
    seen = 0
    for i in pairs[:_PROBES]:
        bits = weights.bits(norms[i]) + weights.bits(norms[i + 1])
        for at in source.occurrences(norms[i : i + 2], _HITS):
            seen += 1
            yield at - (i - part[0]), bits
    if seen:
        return
    singles = sorted(range(*part), key=lambda i: -weights.bits(norms[i]))
    for i in singles[: _PROBES // 2]:
        for at in source.occurrences([norms[i]], _HITS):
            yield at - (i - part[0]), weights.bits(norms[i])


def _equal(norms: list[str], part: Pair, theirs: list[str], window: Pair) -> list[Pair]:
    """Return the couples of equal words that alignment finds between a part and a window."""
    ids: dict[str, int] = {}
    ours = [ids.setdefault(norm, len(ids)) for norm in norms[slice(*part)]]
    others = [ids.setdefault(norm, len(ids)) for norm in theirs[slice(*window)]]
    metric = Indel if len(others) > 3 * len(ours) else Levenshtein
    return [
        (part[0] + op.src_start + k, window[0] + op.dest_start + k)
        for op in metric.opcodes(ours, others)
        if op.tag == "equal"
        for k in range(op.src_end - op.src_start)
    ]


def _grown(run: Run, norms: list[str], part: Pair, source: Tokens) -> Run:
    """Return the run with the equal words right before and after it: ties may lie elsewhere."""
    pairs = list(run.pairs)
    while (
        pairs[0][0] > part[0]
        and pairs[0][1] > 0
        and norms[pairs[0][0] - 1] == source.norms[pairs[0][1] - 1]
    ):
        pairs.insert(0, (pairs[0][0] - 1, pairs[0][1] - 1))
    while (
        pairs[-1][0] + 1 < part[1]
        and pairs[-1][1] + 1 < len(source)
        and norms[pairs[-1][0] + 1] == source.norms[pairs[-1][1] + 1]
    ):
        pairs.append((pairs[-1][0] + 1, pairs[-1][1] + 1))
    return Run(tuple(_drawn(pairs, norms, source)), run.bits)


def _drawn(pairs: list[Pair], norms: list[str], source: Tokens) -> list[Pair]:
    """Return the pairs with strays drawn to the longest unbroken stretch, where that is as good.

    Alignment may couple a common word with its like far off although one stands right there.
    """
    core = _longest(pairs)
    for i in range(core - 1, -1, -1):
        word, place = pairs[i + 1]
        if pairs[i][0] == word - 1 and place and source.norms[place - 1] == norms[word - 1]:
            pairs[i] = (word - 1, place - 1)
    for i in range(core + 1, len(pairs)):
        word, place = pairs[i - 1]
        beside = place + 1 < len(source) and pairs[i][0] == word + 1
        if beside and source.norms[place + 1] == norms[word + 1]:
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


def _heaviest(equal: list[Pair], norms: list[str], weights: Weights) -> Run | None:
    """Return the stretch of matched pairs with the greatest sum of bits (Kadane)."""
    best: Run | None = None
    begin, bits = 0, 0.0
    for at, (word, place) in enumerate(equal):
        if at > begin:
            skipped = word - equal[at - 1][0] - 1
            passed = place - equal[at - 1][1] - 1
            bits -= _SKIPPED_QUOTE * skipped + _SKIPPED_SOURCE * max(passed - skipped, 0)
        if bits <= 0:
            begin, bits = at, 0.0
        bits += weights.bits(norms[word])
        if best is None or bits > best.bits:
            best = Run(tuple(equal[begin : at + 1]), bits)
    return best
