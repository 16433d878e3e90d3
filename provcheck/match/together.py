"""Matched words brought together: what a repeated phrase led astray, what a change cut off."""

from itertools import pairwise

from provcheck.match.seeds import Pair
from provcheck.match.tokens import Tokens

_SHIFT = 4  # words that may be more or fewer on one side of a joint
_MOST = 32  # stretches looked at
_FEWEST = 2  # words beyond a change that must stand there for the passage to go on


def together(pairs: tuple[Pair, ...], ours: Tokens, theirs: Tokens) -> tuple[Pair, ...]:
    """Return the couples of words with those that a repeated phrase led astray drawn together.

    A source that says a thing twice has each phrase in two places. A stretch of couples that stands
    far off is moved beside the longest one, or back behind it, where the same words stand there.
    """
    stretches = _stretches(pairs)
    if not 1 < len(stretches) <= _MOST:
        return pairs
    core = max(range(len(stretches)), key=lambda i: len(stretches[i]))
    for at in range(core + 1, len(stretches)):
        stretches[at] = _beside(stretches[at], stretches[at - 1][-1], (ours, theirs))
    for at in range(core - 1, -1, -1):
        stretches[at] = _beside(stretches[at], stretches[at + 1][0], (ours, theirs))
    return tuple(pair for stretch in stretches for pair in stretch)


def _stretches(pairs: tuple[Pair, ...]) -> list[list[Pair]]:
    """Return the couples parted where either side skips words."""
    stretches = [[pairs[0]]] if pairs else []
    for one, two in pairwise(pairs):
        if two != (one[0] + 1, one[1] + 1):
            stretches.append([])
        stretches[-1].append(two)
    return stretches


def _beside(stretch: list[Pair], to: Pair, sides: tuple[Tokens, Tokens]) -> list[Pair]:
    """Return the stretch at the place nearest to the couple `to` where its words stand, if near."""
    ours, theirs = sides
    first, last = stretch[0][0], stretch[-1][0] + 1
    step = 1 if first > to[0] else -1
    straight = to[1] + first - to[0]
    if abs(stretch[0][1] - straight) <= _SHIFT:
        return stretch
    words = ours.stretch(first, last)
    for shift in sorted(range(-_SHIFT, _SHIFT + 1), key=abs):
        at = straight + shift
        clear = at > to[1] if step > 0 else at + len(words) <= to[1]
        fits = clear and 0 <= at <= len(theirs) - len(words)
        if fits and theirs.stretch(at, at + len(words)) == words:
            return [(first + i, at + i) for i in range(len(words))]
    return stretch


def onward(pairs: tuple[Pair, ...], part: Pair, ours: Tokens, theirs: Tokens) -> tuple[Pair, ...]:
    """Return the couples with the words of `part` that stand just beyond a change at either end.

    At least two words in a row, behind a change of at most four on either side; a change near an
    end weighs more than the few words beyond it, and they would pass for words put in.
    """
    if not pairs:
        return pairs
    head = _beyond(pairs[0], -1, (part[0], 0), (ours, theirs))
    tail = _beyond(pairs[-1], 1, (part[1] - 1, len(theirs) - 1), (ours, theirs))
    return (*reversed(head), *pairs, *tail)


def _beyond(end: Pair, step: int, last: Pair, sides: tuple[Tokens, Tokens]) -> list[Pair]:
    """Return the longest row of couples beyond a small change, outwards from the couple `end`."""
    best: list[Pair] = []
    for skipped in range(_SHIFT + 1):
        for passed in range(_SHIFT + 1):
            start = end[0] + step * (skipped + 1), end[1] + step * (passed + 1)
            row = _row(start, step, last, sides)
            if len(row) > max(len(best), _FEWEST - 1):
                best = row
    return best


def _row(start: Pair, step: int, last: Pair, sides: tuple[Tokens, Tokens]) -> list[Pair]:
    ours, theirs = sides
    row: list[Pair] = []
    word, place = start
    while (last[0] - word) * step >= 0 and (last[1] - place) * step >= 0:
        if ours.norm(word) != theirs.norm(place):
            break
        row.append((word, place))
        word, place = word + step, place + step
    return row
