"""Points that mark an omission: how they are set, where they stand, and how much they stand for."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from provcheck.judge.house.look import Look
from provcheck.language.words import word_count, word_spans
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict

_POINTS = re.compile(r"…|\.{2,}|\.(?:[ \u00a0]\.){2,}")
_OPENS = re.compile(r"\W*(?:…|\.{2,}|\.(?:\s\.){2,})")
_ENDS = re.compile(r"(?:…|\.{2,}|\.(?:\s\.){2,})\W*$")
_BREAK = re.compile(r"\n+")
_EDGE = 40  # code points at an end of some words in which points are looked for
_SHOWN = 3  # words shown on each side of ill-set points
_FULL_STOP_AND_THREE = 4


def spacing(look: Look) -> Iterator[str]:
    """Yield a message for each set of points within a quotation that is not three, spaced.

    Points in brackets, at an end of the words, or in a post or passage that has points itself
    are passed by; so is a full stop before them.
    """
    if not _printed(look) or _POINTS.search(look.passage()):
        return
    text = look.article.text
    for segment in look.claim.segments:
        words = word_spans(text, segment)
        for match in _POINTS.finditer(text, segment.start, segment.end):
            if words and words[0].end <= match.start() < words[-1].start and _ill_set(match):
                near = _beside(words, match)
                yield f"points are three, with a space on each side: “{look.written(near)}”"


def at_end(look: Look) -> Iterator[str]:
    """Yield a message where a quotation opens or ends with points that its speaker did not set."""
    if not _printed(look):
        return
    words = look.claim.text
    around = look.alignment if look.found else None
    if _opens(words) and not (around and _ends(around.before.rstrip(" “\"'‘«"))):
        yield "the quotation opens with points"
    if _ends(words) and not (around and _opens(around.after.lstrip())):
        yield "the quotation ends with points"


def across_paragraphs(look: Look) -> Iterator[str]:
    """Yield a message where points stand on one side of a quotation's paragraph break only."""
    if not _printed(look):
        return
    words = look.claim.text
    for match in _BREAK.finditer(words):
        ended, opened = (
            _ends(words[max(0, match.start() - _EDGE) : match.start()]),
            _opens(words[match.end() : match.end() + _EDGE]),
        )
        if ended != opened:
            side = "after" if ended else "before"
            yield f"points are missing {side} the break between two paragraphs"


def long_omission(look: Look) -> Iterator[str]:
    """Yield a message for points that stand for more words than the house allows.

    Silent about a spliced quotation, of which the verdict tells the same.
    """
    if look.found is None or look.finding.verdict == Verdict.SPLICED:
        return
    for edit in look.edits(EditKind.ELLIPSIS):
        count = word_count(look.found.text.text, edit.source)
        if count > look.limit("long-omission"):
            yield f"the points stand for {count} words; a second quotation would show the distance"


def _opens(words: str) -> bool:
    return _OPENS.match(words[:_EDGE]) is not None


def _ends(words: str) -> bool:
    return _ENDS.search(words[-_EDGE:]) is not None


def _beside(words: tuple[Span, ...], points: re.Match[str]) -> Span:
    """Return the stretch from a few words before some points to a few behind them."""
    at = bisect_left(words, points.start(), key=lambda word: word.start)
    first, last = words[max(at - _SHOWN, 0)], words[min(at + _SHOWN, len(words)) - 1]
    return Span(start=first.start, end=last.end)


def _printed(look: Look) -> bool:
    """Tell whether the quotation's marks are the writer's, not a post's own."""
    return look.claim.kind in {ClaimKind.QUOTE, ClaimKind.BLOCK_QUOTE}


def _ill_set(match: re.Match[str]) -> bool:
    text, points = match.string, match.group()
    before, after = text[match.start() - 1], text[match.end()]
    if before in "[(" and after in "])":
        return False
    solid = points.strip(". \u00a0") == "" and " " not in points and "\u00a0" not in points
    if solid and len(points) != 3:  # noqa: PLR2004
        return True
    spaced_stop = not solid and points.count(".") == _FULL_STOP_AND_THREE
    return not (before.isspace() or spaced_stop) or not (after.isspace() or after in ",;:?!")
