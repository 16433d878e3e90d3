"""A quotation taken apart where its writer marked a change: at points, brackets, interruptions."""

import re
from collections.abc import Iterator

from provcheck.match.tokens import Tokens, tokens
from provcheck.model.claim import Claim
from provcheck.model.span import Span
from provcheck.model.value import Value

ELLIPSIS = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\.\.+|(?<![.\w])\.\s\.\s\.(?:\s\.)?|(?<=\w)\s?\.\s\.\s\.(?:\s\.)?"
)
_SQUARE = re.compile(r"\[[^\][]{1,200}\]")
_ROUND = re.compile(r"\([^()]{1,120}\)")
_ENDING = re.compile(r"(?<![^\W\d_])[^\W\d_]+\[(?!sic\])[^\W\d_]{1,4}\](?![^\W\d_])")  # open[ed]
_LETTER = re.compile(r"[^\W\d_]")
_SILENT = {"attribution", "link"}  # what parts words and is no change of them


class Part(Value):
    """Words of a claim between two marks; `words` are offsets into the claim's text.

    `mark` says what parts it from the part before, as a Piece's does; `marked` is where that mark
    stands, `inserted` the words within it.
    """

    words: Span
    mark: str = ""
    marked: Span | None = None
    inserted: str = ""


def parts(claim: Claim, source: Tokens, links: re.Pattern[str]) -> tuple[Part, ...]:
    """Return the parts of `claim` in order; the last has no words when the claim ends in a mark.

    What `links` finds, short links and pictures of a post, is nobody's words and parts them too.
    Square brackets are always the editor's. Parentheses are when the source lacks their words: a
    speaker's own aside stands in the source.
    """
    found: list[Part] = []
    pending: _Cut | None = None
    for number, segment in enumerate(claim.segments):
        start, end = segment.start - claim.span.start, segment.end - claim.span.start
        if number:
            pending = _Cut(span=Span(start=start, end=start), mark="attribution")
        cuts = [*_cuts(claim.text, start, end, source), *_links(claim.text, start, end, links)]
        for cut in (*_apart(cuts), None):
            words = Span(start=start, end=cut.span.start if cut else end)
            if len(tokens(words.of(claim.text))):
                found.append(_part(words, pending))
                pending = None
            if cut:
                pending = _together(pending, cut)
                start = cut.span.end
    if pending is not None and pending.mark not in _SILENT:
        found.append(_part(Span(start=pending.span.end, end=pending.span.end), pending))
    return tuple(found)


class _Cut(Value):
    span: Span
    mark: str
    words: str = ""


def _part(words: Span, cut: _Cut | None) -> Part:
    """Return a part with the mark that stands before it, if one does."""
    if cut is None:
        return Part(words=words)
    return Part(words=words, mark=cut.mark, marked=cut.span, inserted=cut.words)


def _together(one: _Cut | None, two: _Cut) -> _Cut:
    """Return two marks with no words between as one; points among them stand for what is left out.

    Points right behind an interruption are points.
    """
    if one is None or one.mark in _SILENT:
        return two
    if two.mark in _SILENT:
        return one
    points = "ellipsis" in {one.mark, two.mark}
    words = " ".join(filter(None, (one.words, two.words)))
    span = Span(start=one.span.start, end=two.span.end)
    return _Cut(span=span, mark="ellipsis" if points else "bracket", words=words)


def _cuts(text: str, start: int, end: int, source: Tokens) -> list[_Cut]:
    return [*_points(text, start, end), *_insertions(text, start, end, source)]


def _links(text: str, start: int, end: int, links: re.Pattern[str]) -> Iterator[_Cut]:
    for match in links.finditer(text, start, end):
        yield _Cut(span=Span(start=match.start(), end=match.end()), mark="link")


def _apart(found: list[_Cut]) -> list[_Cut]:
    """Return cuts in order, without those that lie within or across an earlier one."""
    found.sort(key=lambda cut: (cut.span.start, -cut.span.end))
    apart: list[_Cut] = []
    for cut in found:
        if not apart or cut.span.start >= apart[-1].span.end:
            apart.append(cut)
    return apart


def _points(text: str, start: int, end: int) -> Iterator[_Cut]:
    for match in ELLIPSIS.finditer(text, start, end):
        yield _Cut(span=Span(start=match.start(), end=match.end()), mark="ellipsis")


def _insertions(text: str, start: int, end: int, source: Tokens) -> Iterator[_Cut]:
    for match in _ENDING.finditer(text, start, end):
        word = re.sub(r"[][]", "", match.group())
        yield _Cut(span=Span(start=match.start(), end=match.end()), mark="bracket", words=word)
    for match in _SQUARE.finditer(text, start, end):
        if not ELLIPSIS.fullmatch(match.group()) and not _opens_word(text, match):
            yield _insertion(match)
    for match in _ROUND.finditer(text, start, end):
        if _opens_word(text, match):
            continue
        # The speaker's own aside stands in the source right behind the word before it.
        before = tokens(text[start : match.start()]).norms[-1:]
        norms = [*before, *tokens(match.group()).norms]
        if len(norms) > len(before) and not source.occurrences(norms, 1):
            yield _insertion(match)


def _opens_word(text: str, bracketed: re.Match[str]) -> bool:
    """Tell whether brackets hold the first letters of a word: [W]e; it is compared as a word."""
    before, after = text[: bracketed.start()][-1:], text[bracketed.end() :][:1]
    inside = bracketed.group()[1:-1]
    joined = inside.isalpha() and bool(_LETTER.match(after)) and not before.isalnum()
    return joined and (bracketed.group()[0] == "[" or len(inside) == 1)


def _insertion(match: re.Match[str]) -> _Cut:
    span = Span(start=match.start(), end=match.end())
    return _Cut(span=span, mark="bracket", words=match.group()[1:-1].strip())
