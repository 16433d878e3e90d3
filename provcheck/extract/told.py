"""What a text tells of a passage: whose words, through whom, when, citing what."""

from provcheck.extract.anaphora import Story
from provcheck.extract.citations import citations, cites_carrier
from provcheck.extract.dates import said_on
from provcheck.extract.passage import Passage
from provcheck.model.citation import Citation
from provcheck.model.claim import ClaimKind, Mention
from provcheck.model.interval import Interval
from provcheck.model.span import Span
from provcheck.model.value import Value


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


def outside(passage: Passage, frame: Span, story: Story) -> Span:
    """Return the longer part of a frame beside the quotation, which itself names no source."""
    if passage.kind == ClaimKind.PARAPHRASE:
        return frame
    ahead = Span(start=frame.start, end=max(passage.outer.start, frame.start))
    behind = Span(start=min(passage.outer.end, frame.end), end=frame.end)
    segments = passage.segments
    if len(segments) > 1:
        return Span(start=segments[0].end, end=segments[1].start)
    words = [span.of(story.prose.text) for span in (ahead, behind)]
    return behind if len(words[1]) > len(words[0]) else ahead


def carried_by(passage: Passage, heard: Heard, story: Story) -> Told:
    """Return what the sentences that carry a passage tell of it, its day and citations added."""
    via, frames = heard.via, heard.frames
    beside = [outside(passage, frame, story).of(story.prose.text) for frame in frames]
    if heard.speaker is not None:
        beside.append(heard.speaker.as_written)  # a Thursday report
    when = said_on(" ".join(beside), story.prose.published_on, story.rules.days)
    cites = [cites_carrier(via, story)] if via else []
    cites += citations(passage, frames, story)
    return Told(
        passage=passage,
        speaker=heard.speaker,
        cue=heard.cue,
        via=via[0] if via else None,
        said=when,
        cites=tuple(dict.fromkeys(cites)),
    )
