"""Differences of marks, dashes and spaces between words that are the same."""

import re
from collections.abc import Iterator

from provcheck.match.edits import Sides, differing, is_bracketed
from provcheck.match.seeds import Pair
from provcheck.match.tokens import Tokens
from provcheck.model.edit import Edit, EditKind
from provcheck.model.span import Span

_PLUS = re.compile(r"^[+⁺]|\+ ")
_PRIMES = frozenset("′″")


def typography(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[Edit]:
    """Yield one edit over all places of a piece where only the look of the text differs.

    White space of any kind and length is one space and no difference.
    """
    apart = tuple(differing(pairs, sides))
    places = [place for each in apart for place in (*_words(each, sides), *_between(each, sides))]
    if not places:
        return
    ours = Span(start=min(p[0].start for p in places), end=max(p[0].end for p in places))
    theirs = Span(start=min(p[1].start for p in places), end=max(p[1].end for p in places))
    note = "marks, dashes or letter forms differ"
    yield Edit(kind=EditKind.TYPOGRAPHY, claim=sides.in_article(ours), source=theirs, note=note)


def signs(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[Edit]:
    """Yield an edit for each place of a piece where a sign differs that means something: A+, 5″."""
    for ours, theirs in (pair for each in differing(pairs, sides) for pair in each[:-1]):
        gaps = sides.claim.between(ours), sides.source.between(theirs)
        plus = [bool(_PLUS.search(gap)) for gap in gaps]
        primes = [set(gap) & _PRIMES for gap in gaps]
        if plus[0] != plus[1] or (all(primes) and primes[0] != primes[1]):
            yield sides.edit((ours, ours + 1), (theirs, theirs + 1), EditKind.SUBSTITUTION)


def _words(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[tuple[Span, Span]]:
    for ours, theirs in pairs:
        one, two = sides.claim.written(ours), sides.source.written(theirs)
        if one == two or one.lower() == two.lower() or is_bracketed(one):
            continue
        if sides.claim.norm(ours) == sides.source.norm(theirs):
            yield sides.claim.span(ours, ours + 1), sides.source.span(theirs, theirs + 1)


def _between(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[tuple[Span, Span]]:
    for ours, theirs in pairs[:-1]:
        one, two = sides.claim.between(ours), sides.source.between(theirs)
        if one != two and one.split() != two.split():
            yield _gap(sides.claim, ours), _gap(sides.source, theirs)


def _gap(tokens: Tokens, word: int) -> Span:
    """Return what stands between a word and the next one."""
    start = tokens.span(word, word + 1).end
    return Span(start=start, end=max(start, tokens.span(word + 1, word + 2).start))
