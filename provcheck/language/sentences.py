"""Sentences of a text."""

import re

from provcheck.model.span import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|No|vs|etc|approx|dept|est|Inc|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|e\.g|i\.e|a\.m|p\.m)|\b[A-Z](?:\.[A-Z])*)\.$"
)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences within `span`, in order, without the white space between them.

    A full stop after an abbreviation or an initial ends nothing, unless a line ends there.
    """
    found: list[Span] = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        ended = text[max(start, match.end() - 12) : match.end()].rstrip("\n")
        if "\n" not in match.group() and _ABBREVIATED.search(ended):
            continue
        found.extend(_trimmed(text, start, match.end()))
        start = match.end()
    found.extend(_trimmed(text, start, span.end))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start=start, end=end)] if end > start else []
