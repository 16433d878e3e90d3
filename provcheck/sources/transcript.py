"""Transcripts: captions with their speakers, and plain text with `NAME: …` at the head of lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from provcheck.model.evidence import Completeness
from provcheck.model.prose import Block, BlockKind
from provcheck.model.source_text import SourceText, Turn
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import PageRules, page_rules
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.captions import Utterance, utterances
from provcheck.sources.charset import characters
from provcheck.sources.compose import stretch_of
from provcheck.sources.labels import Line, known_labels, line_of
from provcheck.sources.paragraphs import paragraphs, title_in
from provcheck.sources.speakers import Labels, key, speaker, spoken_name

EXTRACTOR = "transcript/1"
# A text is a transcript when labels head a tenth of its lines, one of them again and again.
_LABELLED_SHARE = 0.1
_FEWEST_TURNS = 3
_COMES_BACK = 2
_DIRECTION = re.compile(r"^(?:[\[(][^\[\]()]{1,80}[\])]\.?|\W+|END|ENDS|###)$")


def read_captions(body: Body, _rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the words of WebVTT or SubRip captions, a paragraph a speaker, times dropped.

    Each paragraph begins with its speaker's name where captions give one; the turn leaves it out.
    Raises Unreadable when no cue can be read.
    """
    pages = page_rules()
    read = characters(body)
    spoken = utterances(read.text, pages)
    if not spoken:
        message = "no caption in the file can be read"
        raise Unreadable(message)
    text = transcribed([_line(one) for one in spoken], pages)
    return text, read.completeness


def labelled(text: str, pages: PageRules) -> SourceText | None:
    """Return a plain text as a transcript, or None when labels do not head its lines.

    It takes three labelled lines, a tenth of all, and a label that comes back: a text with one
    `Note: …` is none.
    """

    def begins(line: str) -> bool:
        return line_of(line, pages).label is not None

    lines = [line_of(paragraph, pages) for paragraph in paragraphs(text, begins)]
    labels = [line.label for line in lines if line.label is not None]
    # By the last word of a name: a full label at first, later the surname alone.
    uses = Counter(key(spoken_name(label, pages)).rpartition(" ")[2] for label in labels)
    if uses.total() < max(_FEWEST_TURNS, len(lines) * _LABELLED_SHARE):
        return None
    if max(uses.values()) < _COMES_BACK:
        return None
    title = title_in([line.text for line in lines]) if lines[0].label is None else None
    return transcribed(lines, pages).model_copy(update={"title": title})


def transcribed(lines: Sequence[Line], pages: PageRules) -> SourceText:
    """Return the lines as a text with the turns of those whom the labels name."""
    filled = [line for line in lines if line.text.strip()]
    known, heads = known_labels(filled, pages)
    stretch = stretch_of((BlockKind.PARAGRAPH, line.text) for line in filled)
    speech = [(line, i not in heads) for i, line in enumerate(filled)]
    return SourceText(
        text=stretch.text,
        blocks=stretch.blocks,
        turns=tuple(_turns(speech, stretch.blocks, known, pages)),
        extractor=EXTRACTOR,
    )


def _line(one: Utterance) -> Line:
    if not one.speaker:
        return Line(text=one.words)
    return Line(
        text=f"{one.speaker}: {one.words}", label=one.speaker, said=len(one.speaker) + len(": ")
    )


def _turns(
    speech: list[tuple[Line, bool]], blocks: tuple[Block, ...], known: Labels, pages: PageRules
) -> Iterator[Turn]:
    """Yield a turn from each label up to the next one, over all paragraphs between."""
    who: str | None = None
    start = end = 0
    for (line, spoken), block in zip(speech, blocks, strict=True):
        direction = line.label is None and bool(_DIRECTION.match(line.text))
        if (line.label is not None or direction) and who is not None and end > start:
            yield Turn(speaker=who, span=Span(start=start, end=end))
        if direction or not spoken:
            who = None
            continue
        if line.label is not None:
            who = speaker(line.label, known, pages)
            start = block.span.start + line.said
            if not line.words:  # the label stands on a line of its own
                start = block.span.end + 1
        end = block.span.end
    if who is not None and end > start:
        yield Turn(speaker=who, span=Span(start=start, end=end))
