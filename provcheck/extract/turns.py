"""Transcripts and questions with answers: paragraphs that a label gives to somebody."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.language.words import CAPITALS, word_spans
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind
from provcheck.model.span import Span

_MARKS = "“„«\"‘'"
_CLOSING = '”"“»'
_DOUBLE = '“„«"'
_LABEL = re.compile(
    rf"(?P<mark>[{_DOUBLE}]?)(?P<label>[QAFRP]|[{CAPITALS}][{CAPITALS}.’'\- ]{{2,40}}"
    rf"|[{CAPITALS}][\w.’'-]+(?: [{CAPITALS}][\w.’'-]+){{0,3}})"
    r"(?P<colon>\s?[:.])\s+(?=\S)"
)
_FEWEST = 2  # labelled paragraphs that make a transcript
_SHORTEST = 2  # words of a turn
_FRAGMENT = 3  # words


class Labelled(NamedTuple):
    """A paragraph, its words without label, and the label it begins with or goes on under."""

    span: Span
    match: re.Match[str]
    words: Span


def turns(discourse: Discourse) -> Iterator[Passage]:
    """Yield the turns of a transcript as block quotations, each with its label for a speaker.

    A paragraph is a turn where it begins with a label and a colon, and where either two labels are
    in capitals or Q and A, or one label comes back. A transcript quoted whole has a mark before
    each label; paragraphs that open with one and have no label go on with the turn before them.
    """
    found = list(_labelled(discourse))
    labels = Counter(each.match["label"] for each in found)
    for each in found:
        label = each.match["label"]
        loud = label.isupper() and (each.match["colon"].strip() == ":" or len(label) == 1)
        enough = sum(labels[other] for other in labels if other.isupper()) >= _FEWEST
        if (loud and enough) or (labels[label] >= _FEWEST and each.match["colon"].strip() == ":"):
            yield _turn(each, discourse)


def _labelled(discourse: Discourse) -> Iterator[Labelled]:
    text = discourse.prose.text
    running: re.Match[str] | None = None  # the label of a turn in marks that no mark closed yet
    for block in discourse.prose.blocks:
        label = _label_of(block, text, running)
        if label is None:
            running = None
            continue
        opened = label.end() if label is not running else block.span.start + 1
        closed = bool(label["mark"]) and text[block.span.end - 1] in _CLOSING
        words = Span(start=opened, end=max(opened, block.span.end - closed))
        said = words.of(text)
        if len(said.split()) >= _SHORTEST and said[:1] not in f"{_MARKS}(":
            yield Labelled(block.span, label, words)
        running = label if label["mark"] and not closed else None


def _label_of(block: Block, text: str, running: re.Match[str] | None) -> re.Match[str] | None:
    """Return the label that a block begins with, or the running one that it goes on under."""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return None
    found = _LABEL.match(text, block.span.start, block.span.end)
    if found is None and running and text.startswith(running["mark"], block.span.start):
        return running
    return found


def _turn(each: Labelled, discourse: Discourse) -> Passage:
    match = each.match
    return Passage(
        kind=ClaimKind.QUOTE if match["mark"] else ClaimKind.BLOCK_QUOTE,
        span=each.words,
        outer=each.span,
        segments=(each.words,),
        speaker=Span(start=match.start("label"), end=match.end("label")),
        cue=Span(start=match.start("colon"), end=match.end("colon")),
        frame=each.span,
        fragment=len(word_spans(discourse.prose.text, each.words)) <= _FRAGMENT
        and bool(match["mark"]),
    )
