"""What a text tells of a passage: whose words, through whom, when, citing what."""

from collections.abc import Iterator

from provcheck.extract.anaphora import Story
from provcheck.extract.citations import citations, cites_carrier, credited
from provcheck.extract.dates import said_on
from provcheck.extract.passage import Passage
from provcheck.model.citation import Citation
from provcheck.model.claim import Mention
from provcheck.model.interval import Interval
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import relative_clauses

_SAID = frozenset({"clause", "bare", "infinitive"})  # how other words than quoted ones are said


class Heard(Value):
    """The sentences that carry a passage, and the speaker, outlet and cue found in them."""

    frames: tuple[Span, ...]
    speaker: Mention | None
    via: tuple[str, Span] | None
    cue: str | None


class Told(Value):
    """What is known of a passage before it is frozen: all but its id."""

    passage: Passage
    speaker: Mention | None = None
    cue: str | None = None
    via: str | None = None
    said: Interval | None = None
    cites: tuple[Citation, ...] = ()


def outside(passage: Passage, frame: Span) -> list[Span]:
    """Return the stretches of a frame beside the words, which themselves name no source.

    The longest first: the attribution is there, and a day or an outlet in it comes before others.
    """
    edges = [frame.start]
    for segment in (passage.outer,) if len(passage.segments) == 1 else passage.segments:
        edges += [max(segment.start, frame.start), min(segment.end, frame.end)]
    edges.append(frame.end)
    found = [Span(start=a, end=b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    return sorted(found, key=lambda span: span.start - span.end)


def _beside(passage: Passage, heard: Heard, frame: Span, story: Story) -> Iterator[str]:
    """Yield the words of a frame beside a passage that may say when it was said.

    What the sentence gives as said besides, and what a relative clause only adds, says when
    something else happens: said X, who will retire on Monday.
    """
    speaker = heard.speaker.span if heard.speaker is not None else passage.outer
    other = [each for each in _other(passage, frame, story) if not each.meets(speaker)]
    for part in outside(passage, frame):
        start = part.start
        for span in sorted(other, key=lambda each: each.start):
            if span.start < part.end and start < span.end:
                yield story.prose.text[start : max(span.start, start)]
                start = span.end
        yield story.prose.text[start : max(part.end, start)]


def _other(passage: Passage, frame: Span, story: Story) -> Iterator[Span]:
    for sentence in story.discourse.sentences_in(frame):
        for saying in sentence.sayings:
            for content in saying.contents:
                if content.how not in _SAID or content.start >= content.end:
                    continue
                span = sentence.of(Phrase(content.start, content.end))
                if not span.meets(passage.outer):
                    yield span
        yield from (sentence.of(clause) for clause in relative_clauses(sentence))


def carried_by(passage: Passage, heard: Heard, story: Story) -> Told:
    """Return what the sentences that carry a passage tell of it, its day and citations added."""
    frames = heard.frames
    via = heard.via or credited(passage, frames, story)
    beside = [words for frame in frames for words in _beside(passage, heard, frame, story)]
    if heard.speaker is not None:
        beside.append(heard.speaker.as_written)  # a Thursday report
    days = (said_on(words, story.prose.published_on, story.days) for words in beside)
    when = next((day for day in days if day is not None), None)
    cites = [cites_carrier(via, story)] if via else []
    cites += citations(passage, frames, story, heard.speaker)
    return Told(
        passage=passage,
        speaker=heard.speaker,
        cue=heard.cue,
        via=via[0] if via else None,
        said=when,
        cites=tuple(dict.fromkeys(cites)),
    )
