"""Transcripts and questions with answers: paragraphs that a label gives to somebody."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
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
_FEWEST = 2  # labelled paragraphs that make a transcript
_SHORTEST = 2  # words of a turn
_FRAGMENT = 3  # words


class Labelled(NamedTuple):
    """Paragraph `number`, its words without label, and the label that it goes under."""

    number: int
    span: Span
    match: re.Match[str]
    words: Span

    @property
    def label(self) -> str:
        """Return the label."""
        return self.match["label"]

    @property
    def has_colon(self) -> bool:
        """Tell whether a colon follows the label rather than a stop."""
        return self.match["colon"].strip() in {":", "："}


def turns(discourse: Discourse) -> Iterator[Passage]:
    """Yield the turns of a transcript as block quotations, each with its label for a speaker.

    A paragraph is a turn where it begins with a label and a colon, and where either two labels are
    in capitals or those of questions and answers, or it stands among others under two labels of
    which one comes back. A transcript quoted whole has a mark before each label; paragraphs that
    open with one and have no label go on with the turn before them.
    """
    asked = {*discourse.cues.questions, *discourse.cues.answers}
    found = list(_labelled(discourse, asked))
    loud = [each for each in found if _is_loud(each, asked)]
    for run in _runs(found):
        talk = _is_talk(run)
        for each in run:
            if (each in loud and len(loud) >= _FEWEST) or (talk and each.has_colon):
                yield _turn(each, discourse)


def _is_loud(each: Labelled, asked: set[str]) -> bool:
    """Tell whether a label is one of a transcript by itself: OLSEN: …; Q. …."""
    return each.label in asked or (each.label.isupper() and each.has_colon)


def _runs(found: list[Labelled]) -> Iterator[list[Labelled]]:
    """Yield the labelled paragraphs in runs that others part at most by one."""
    run: list[Labelled] = []
    for each in found:
        if run and each.number - run[-1].number > _FEWEST:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _is_talk(run: list[Labelled]) -> bool:
    """Tell whether a run of labelled paragraphs is talk: two labels, of which one comes back."""
    labels = Counter(each.label for each in run if each.has_colon)
    return len(labels) > 1 and max(labels.values()) >= _FEWEST


@lru_cache(maxsize=32)
def _pattern(asked: frozenset[str]) -> re.Pattern[str]:
    letters = "|".join(map(re.escape, sorted(label for label in asked if len(label) == 1))) or "Q"
    return re.compile(
        rf"(?P<mark>[{_DOUBLE}]?)\s?(?P<label>(?:{letters})|[{CAPITALS}][{CAPITALS}.’'\- ]{{1,39}}"
        rf"[{CAPITALS}.]|[{CAPITALS}][\w.’'-]+(?: [{CAPITALS}][\w.’'-]+){{0,3}})"
        r"(?P<colon>\s?[:.：])\s*(?=\S)(?<=[\s：])"
    )


def _labelled(discourse: Discourse, asked: set[str]) -> Iterator[Labelled]:
    text, pattern = discourse.prose.text, _pattern(frozenset(asked))
    running: re.Match[str] | None = None  # the label of a turn in marks that no mark closed yet
    for number, block in enumerate(discourse.prose.blocks):
        label = _label_of(block, text, pattern) or _goes_on(block, text, running)
        if label is None:
            running = None
            continue
        opened = label.end() if label is not running else block.span.start + 1
        closed = bool(label["mark"]) and text[block.span.end - 1] in _CLOSING
        words = Span(start=opened, end=max(opened, block.span.end - closed))
        said = words.of(text)
        if len(said.split()) >= _SHORTEST and said[:1] not in f"{_MARKS}(":
            yield Labelled(number, block.span, label, words)
        running = label if label["mark"] and not closed else None


def _label_of(block: Block, text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the label that a block begins with, or None."""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return None
    return pattern.match(text, block.span.start, block.span.end)


def _goes_on(block: Block, text: str, running: re.Match[str] | None) -> re.Match[str] | None:
    """Return the running label where a paragraph without one opens with its mark, or None."""
    quoted = block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
    goes_on = running and quoted and text.startswith(running["mark"], block.span.start)
    return running if goes_on else None


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
