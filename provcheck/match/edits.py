"""From words laid along each other to the list of typed edits."""

from collections.abc import Iterator
from itertools import chain, pairwise

from provcheck.match.lexical import Side, kind_of
from provcheck.match.links import only_links
from provcheck.match.notes import note
from provcheck.match.seeds import Pair
from provcheck.match.spelling import one_word
from provcheck.match.tokens import Tokens
from provcheck.model.edit import Edit, EditKind
from provcheck.model.span import Span
from provcheck.rulebook.lexicon import Lexicon

_STOPS = ".!?…:"
_BESIDE = 4  # words on each side by which an edit is typed
_LONG = 60  # words from which a difference is a passage, and no single one of them is the change
_SHOWN = 400  # code points of a passage that a note is made of


class Sides:
    """Both texts of an alignment: the claim's words, offset into the article, and the source's."""

    def __init__(self, claim: Tokens, start: int, source: Tokens, lexicon: Lexicon) -> None:
        self.claim, self.start, self.source, self.lexicon = claim, start, source, lexicon

    def edit(self, ours: Pair, theirs: Pair, kind: EditKind | None = None) -> Edit:
        """Return the edit that put the claim's words `ours` for the source's words `theirs`."""
        claim, source = self.claim.span(*ours), self.source.span(*theirs)
        kind = kind or self._kind(ours, theirs)
        return Edit(
            kind=kind,
            claim=self.in_article(claim),
            source=source,
            note=note(kind, shown(self.claim.text, claim), shown(self.source.text, source)),
        )

    def _kind(self, ours: Pair, theirs: Pair) -> EditKind:
        if ours[0] == ours[1] and only_links(self.source, theirs):
            return EditKind.TYPOGRAPHY
        if ours[1] - ours[0] == 1 and is_bracketed(self.claim.written(ours[0])):
            return EditKind.BRACKET
        if max(ours[1] - ours[0], theirs[1] - theirs[0]) > _LONG:
            if ours[0] == ours[1]:
                return EditKind.OMISSION
            return EditKind.SUBSTITUTION if theirs[0] < theirs[1] else EditKind.INSERTION
        return kind_of(side(self.claim, ours), side(self.source, theirs), self.lexicon)

    def in_article(self, span: Span) -> Span:
        """Return a span of the claim's text as offsets into the article."""
        return Span(start=span.start + self.start, end=span.end + self.start)

    def in_claim(self, span: Span) -> Span:
        """Return a span of the article as offsets into the claim's text."""
        return Span(start=span.start - self.start, end=span.end - self.start)


def shown(text: str, span: Span) -> str:
    """Return the words at `span`, of a long stretch only how it begins and ends."""
    if len(span) <= _SHOWN:
        return span.of(text)
    return (
        f"{text[span.start : span.start + _SHOWN // 2]} … {text[span.end - _SHOWN // 2 : span.end]}"
    )


def is_bracketed(word: str) -> bool:
    """Tell whether the editor marked letters of a word as changed: [W]e."""
    return word[:1] in {"[", "("}


def side(tokens: Tokens, words: Pair) -> Side:
    """Return the words from `words[0]` up to `words[1]` for comparing, with what stands round."""
    first, last = words
    around = (tokens.between(first - 1) if first else "", "")
    if first < last:
        before = tokens.between(first - 1) if first else tokens.text[: tokens.starts[0]]
        around = (before, tokens.between(last - 1))
    return Side(
        norms=tuple(tokens.stretch(first, last)),
        written=tuple(tokens.written(i) for i in range(first, last)),
        opens=_opens(tokens, first),
        before=tuple(tokens.stretch(max(first - _BESIDE, 0), first)),
        after=tuple(tokens.stretch(last, min(last + _BESIDE, len(tokens)))),
        around=around,
    )


def within(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[Edit]:
    """Yield the edits between the matched words of one piece, and of case at each of them."""
    found: list[tuple[Pair, Pair]] = []
    for (ours, theirs), (our_next, their_next) in pairwise(pairs):
        if (our_next, their_next) != (ours + 1, theirs + 1):
            found.append(((ours + 1, our_next), (theirs + 1, their_next)))
    yield from _reordered_or_typed(found, sides)
    yield from _forms(pairs, sides)


def _reordered_or_typed(found: list[tuple[Pair, Pair]], sides: Sides) -> Iterator[Edit]:
    """Yield typed edits; words put in here that are left out there were moved."""
    put_in = [hunk for hunk in found if hunk[1][0] == hunk[1][1]]
    left_out = [hunk for hunk in found if hunk[0][0] == hunk[0][1]]
    moved: list[tuple[Pair, Pair]] = []
    for ours, place in put_in:
        for here, theirs in left_out:
            put, left = sides.claim.stretch(*ours), sides.source.stretch(*theirs)
            if sorted(put) == sorted(left):
                moved += [(ours, place), (here, theirs)]
                yield sides.edit(ours, theirs, EditKind.REORDER)
                break
    for ours, theirs in found:
        if (ours, theirs) not in moved:
            yield from _typed(ours, theirs, sides)


def _typed(ours: Pair, theirs: Pair, sides: Sides) -> Iterator[Edit]:
    """Yield one edit, or one a word where as many words stand on both sides and kinds differ."""
    whole = sides.edit(ours, theirs)
    length = ours[1] - ours[0]
    if length < 2 or length != theirs[1] - theirs[0] or whole.kind in _WHOLE:  # noqa: PLR2004
        yield whole
        return
    each = [
        sides.edit((ours[0] + i, ours[0] + i + 1), (theirs[0] + i, theirs[0] + i + 1))
        for i in range(length)
    ]
    if len({edit.kind for edit in each}) == 1 or EditKind.SUBSTITUTION in {e.kind for e in each}:
        yield whole
    else:
        yield from each


_WHOLE = {EditKind.SPELLING_VARIANT, EditKind.REORDER}


def differing(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[tuple[Pair, ...]]:
    """Yield the stretches of words, unbroken on both sides, that are not the same string there."""
    begin = 0
    for at in range(1, len(pairs) + 1):
        if at < len(pairs) and pairs[at] == (pairs[at - 1][0] + 1, pairs[at - 1][1] + 1):
            continue
        (ours, theirs), (our_last, their_last) = pairs[begin], pairs[at - 1]
        if sides.claim.words(ours, our_last + 1) != sides.source.words(theirs, their_last + 1):
            yield pairs[begin:at]
        begin = at


def _forms(pairs: tuple[Pair, ...], sides: Sides) -> Iterator[Edit]:
    """Yield an edit for each couple of words that are not spelt alike, or not in like capitals."""
    for ours, theirs in chain.from_iterable(differing(pairs, sides)):
        quote, source = sides.claim.written(ours), sides.source.written(theirs)
        if quote == source:
            continue
        if is_bracketed(quote):
            yield sides.edit((ours, ours + 1), (theirs, theirs + 1), EditKind.BRACKET)
            continue
        if quote.lower() == source.lower():
            kind = EditKind.CASE if one_word(quote, source, sides.lexicon) else None
            yield sides.edit((ours, ours + 1), (theirs, theirs + 1), kind)
        elif sides.claim.norm(ours) != sides.source.norm(theirs) or not one_word(
            quote, source, sides.lexicon
        ):
            yield sides.edit((ours, ours + 1), (theirs, theirs + 1))


def _opens(tokens: Tokens, first: int) -> bool:
    """Tell whether word `first` opens a sentence or a line, where a capital proves nothing."""
    if first >= len(tokens) or first == 0:
        return True
    between = tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    return any(mark in _STOPS or mark == "\n" for mark in between)
