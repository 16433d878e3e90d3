"""Transcripts and questions with answers: paragraphs that a label gives to somebody."""

import re
from collections import Counter
from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind
from provcheck.model.span import Span

_LABEL = re.compile(
    r"(?P<label>[QAFRP]|[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ.’'\- ]{2,40}"
    r"|[A-ZÀ-ÞА-Я][\w.’'-]+(?: [A-ZÀ-ÞА-Я][\w.’'-]+){0,3})"
    r"(?P<colon>\s?[:.])\s+(?=\S)"
)
_FEWEST = 2  # labelled paragraphs that make a transcript
_SHORTEST = 2  # words of a turn


def turns(discourse: Discourse) -> Iterator[Passage]:
    """Yield the turns of a transcript as block quotations, each with its label for a speaker.

    A paragraph is a turn where it begins with a label and a colon and no mark, and where either
    two labels are in capitals or Q and A, or one label comes back.
    """
    found = [(span, match) for span, match in _labelled(discourse)]
    labels = Counter(match["label"] for _, match in found)
    for span, match in found:
        label = match["label"]
        loud = label.isupper() and (match["colon"].strip() == ":" or len(label) == 1)
        enough = sum(labels[other] for other in labels if other.isupper()) >= _FEWEST
        if (loud and enough) or (labels[label] >= _FEWEST and match["colon"].strip() == ":"):
            yield _turn(span, match)


def _labelled(discourse: Discourse) -> Iterator[tuple[Span, re.Match[str]]]:
    text = discourse.prose.text
    for block in discourse.prose.blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            continue
        match = _LABEL.match(text, block.span.start, block.span.end)
        if match is None:
            continue
        words = text[match.end() : block.span.end]
        if len(words.split()) >= _SHORTEST and words[:1] not in "“„«\"‘'":
            yield block.span, match


def _turn(span: Span, match: re.Match[str]) -> Passage:
    words = Span(start=match.end(), end=span.end)
    return Passage(
        kind=ClaimKind.BLOCK_QUOTE,
        span=words,
        outer=span,
        segments=(words,),
        speaker=Span(start=match.start("label"), end=match.end("label")),
        cue=Span(start=match.start("colon"), end=match.end("colon")),
        frame=span,
    )
