"""What lies between the pieces of a quotation and at its ends, told as edits."""

from collections.abc import Iterator

from provcheck.match.asides import is_picture
from provcheck.match.edits import Sides, shown
from provcheck.match.notes import note
from provcheck.match.parts import ELLIPSIS, Part
from provcheck.match.place import Placed
from provcheck.match.seeds import Pair
from provcheck.match.tokens import Tokens
from provcheck.model.edit import Edit, EditKind
from provcheck.model.span import Span

_STANDS_FOR = 8  # source words that an insertion in brackets may stand for
_SWAPPED = 4  # words at an end that are taken to stand for as many of the source
_SENTENCE_ENDS = ".!?…\n"


def marked(
    part: Part, before: Pair | None, after: tuple[Pair, ...], sides: Sides
) -> Iterator[Edit]:
    """Yield the edit that the writer marked before `part`: points or an insertion in brackets.

    `before` and `after` are the matched words on its two sides, where there are any. What points
    stand for is the source between them; brackets stand for at most eight words of it.
    """
    if part.marked is None or part.mark not in {"ellipsis", "bracket"}:
        return
    ours = sides.in_article(part.marked)
    first = after[0] if after else None
    if before is not None and first is not None and first[1] < before[1]:
        yield _moved(after, sides)
        return
    theirs = _gap(before, first)
    if _is_sources_own(part, before, first, sides):
        return
    source = sides.source.span(*theirs)
    if part.mark == "bracket" and _is_aside(theirs, sides):
        yield sides.edit(sides.claim.within(part.marked), theirs)
    elif part.mark == "ellipsis":
        yield _edit(EditKind.ELLIPSIS, ours, source, ("", shown(sides.source.text, source)))
    elif theirs[1] - theirs[0] <= _STANDS_FOR:
        words = (part.inserted, source.of(sides.source.text))
        yield _edit(EditKind.BRACKET, ours, source, words)
    else:
        place = Span(start=source.start, end=source.start)
        yield _edit(EditKind.BRACKET, ours, place, (part.inserted, ""))
        yield _edit(EditKind.OMISSION, ours, source, ("", shown(sides.source.text, source)))


def _is_sources_own(part: Part, before: Pair | None, first: Pair | None, sides: Sides) -> bool:
    """Tell whether the points or the bracketed words stand in the source just so."""
    theirs = _gap(before, first)
    if part.mark == "ellipsis":
        here = before is not None and (first is None or theirs[0] == theirs[1])
        return here and bool(ELLIPSIS.search(sides.source.between(theirs[0] - 1)))
    inserted = list(Tokens(part.inserted).norms)
    if first is None:
        theirs = theirs[0], min(theirs[0] + len(inserted), len(sides.source))
    elif before is None:
        theirs = max(theirs[0] - len(inserted), 0), theirs[0]
    return sides.source.stretch(*theirs) == inserted


def _is_aside(theirs: Pair, sides: Sides) -> bool:
    """Tell whether the source has words of its own in parentheses there, which are the speaker's.

    Other words in the quotation's parentheses are then no insertion of the editor's.
    """
    if theirs[0] in {theirs[1], 0}:
        return False
    opened = "(" in sides.source.between(theirs[0] - 1)
    return opened and ")" in sides.source.between(theirs[1] - 1)


def joint(one: Pair, after: tuple[Pair, ...], sides: Sides) -> Iterator[Edit]:
    """Yield the edits at an unmarked joint between two pieces of one part.

    `one` is the last pair of matched words before it, `after` are all those of the next piece.
    """
    two = after[0]
    ours = (one[0] + 1, two[0])
    if two[1] < one[1]:
        yield _moved(after, sides)
        theirs = (two[1], two[1])
    else:
        theirs = (one[1] + 1, two[1])
        place = (ours[0], ours[0])
        yield sides.edit(place, theirs, EditKind.OMISSION)
        theirs = (theirs[1], theirs[1])
    if ours[0] < ours[1]:
        yield sides.edit(ours, theirs)


def _moved(piece: tuple[Pair, ...], sides: Sides) -> Edit:
    (ours, theirs), (our_last, their_last) = piece[0], piece[-1]
    return sides.edit((ours, our_last + 1), (theirs, their_last + 1), EditKind.REORDER)


def ends(part: Placed, chains: list[tuple[Pair, ...]], sides: Sides) -> Iterator[Edit]:
    """Yield the edits at the head and the tail of a part, where its words are not the source's.

    A few words are compared with as many of the source's next to the match, within the sentence;
    where there are none, they were put in.
    """
    first, last = part.words
    if not chains:
        if first < last:
            yield sides.edit((first, last), (0, 0))
        return
    ours, theirs = chains[0][0]
    if first < ours:
        count = 0 if _pictures(sides, (first, ours)) else ours - first
        yield sides.edit((first, ours), _beside(sides, theirs, -count))
    ours, theirs = chains[-1][-1]
    if ours + 1 < last:
        count = 0 if _pictures(sides, (ours + 1, last)) else last - ours - 1
        yield sides.edit(
            (ours + 1, last), _beside(sides, theirs, count) if count else (theirs + 1,) * 2
        )


def _pictures(sides: Sides, words: Pair) -> bool:
    """Tell whether words are pictures only, which stand for no words of the source."""
    return all(is_picture(sides.claim.written(word)) for word in range(*words))


def _beside(sides: Sides, at: int, count: int) -> Pair:
    """Return up to |count| source words before (negative) or after word `at`, in its sentence."""
    step = 1 if count > 0 else -1
    here = at
    for _ in range(abs(count) if abs(count) <= _SWAPPED else 0):
        there = here + step
        if not 0 <= there < len(sides.source) or _parted(sides, min(here, there)):
            break
        here = there
    return (at + 1, here + 1) if step > 0 else (here, at)


def _parted(sides: Sides, before: int) -> bool:
    """Tell whether a sentence ends between source word `before` and the next one."""
    between = sides.source.text[sides.source.ends[before] : sides.source.starts[before + 1]]
    return any(mark in _SENTENCE_ENDS for mark in between)


def _gap(before: Pair | None, first: Pair | None) -> Pair:
    if before is None or first is None:
        at = first[1] if first else (before[1] + 1 if before else 0)
        return at, at
    return (before[1] + 1, first[1]) if before[1] < first[1] else (first[1], first[1])


def _edit(kind: EditKind, ours: Span, theirs: Span, words: tuple[str, str]) -> Edit:
    return Edit(kind=kind, claim=ours, source=theirs, note=note(kind, *words))
