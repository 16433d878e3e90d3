"""Differences of marks, dashes and spaces between words that are the same."""

from collections.abc import Iterator
from itertools import pairwise

from provcheck.match.edits import Sides
from provcheck.match.seeds import Pair
from provcheck.model.edit import Edit, EditKind
from provcheck.model.span import Span


def typography(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[Edit]:
    """Yield one edit over all places of a piece where only the look of the text differs.

    White space of any kind and length is one space and no difference.
    """
    places = [*_words(pairs, sides), *_between(pairs, sides)]
    if not places:
        return
    ours = Span(start=min(p[0].start for p in places), end=max(p[0].end for p in places))
    theirs = Span(start=min(p[1].start for p in places), end=max(p[1].end for p in places))
    note = "marks, dashes or letter forms differ"
    yield Edit(kind=EditKind.TYPOGRAPHY, claim=sides.in_article(ours), source=theirs, note=note)


def _words(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[tuple[Span, Span]]:
    for ours, theirs in pairs:
        one, two = sides.claim.written(ours), sides.source.written(theirs)
        if one == two or one.lower() == two.lower():
            continue
        if sides.claim.norms[ours] == sides.source.norms[theirs]:
            yield sides.claim.span(ours, ours + 1), sides.source.span(theirs, theirs + 1)


def _between(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[tuple[Span, Span]]:
    for (ours, theirs), following in pairwise(pairs):
        if following != (ours + 1, theirs + 1):
            continue
        one = Span(start=sides.claim.ends[ours], end=sides.claim.starts[ours + 1])
        two = Span(start=sides.source.ends[theirs], end=sides.source.starts[theirs + 1])
        if one.of(sides.claim.text).split() != two.of(sides.source.text).split():
            yield one, two
