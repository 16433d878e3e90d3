"""What a text tells of a passage: whose words, through whom, when, citing what."""

import re

from provcheck.extract.anaphora import Story, is_same
from provcheck.extract.citations import citations, cites_carrier, via_of
from provcheck.extract.dates import said_on
from provcheck.extract.leading import handed_over, introduced
from provcheck.extract.passage import Passage
from provcheck.extract.place import Attribution
from provcheck.extract.speakers import attribution
from provcheck.model.citation import Citation
from provcheck.model.claim import ClaimKind, Mention
from provcheck.model.interval import Interval
from provcheck.model.span import Span
from provcheck.model.value import Value

_SCENE = 2_000  # characters of a paragraph before a sentence that set its scene
_NEXT = 2  # line ends up to the next paragraph, a blank line between


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


def told_of(passage: Passage, before: list[Told], story: Story) -> Told:
    """Return what is told of `passage`; `before` are the passages already told, in order."""
    match passage.kind:
        case ClaimKind.EMBED:
            return _post(passage, story)
        case ClaimKind.BLOCK_QUOTE if passage.speaker is None:
            return _block(passage, before, story)
        case _:
            return _speech(passage, before, story)


def _post(passage: Passage, story: Story) -> Told:
    embed = passage.embed
    speaker = None
    if embed is not None and embed.author is not None and embed.author_span is not None:
        end = embed.author_span.end + (len(f" (@{embed.handle})") if embed.handle else 0)
        at = Span(start=embed.author_span.start, end=end)
        written = at.of(story.prose.text)
        speaker = Mention(as_written=written, span=at, resolved=embed.author, how="embed author")
    posted = embed.posted if embed else None
    return Told(
        passage=passage,
        speaker=speaker,
        via=embed.platform if embed else None,
        said=Interval(first=posted, last=posted) if posted else None,
        cites=tuple(citations(passage, (), story)),
    )


def _block(passage: Passage, before: list[Told], story: Story) -> Told:
    """Tell of a block quotation by what introduces it, else by an outlet that it names itself."""
    if passage.continues and before:
        first = before[-1]
        return Told(
            passage=passage,
            speaker=first.speaker,
            via=first.via,
            said=first.said,
            cites=first.cites,
        )
    frame = _introduction(passage, story)
    found = _introduced(passage, frame, story)
    speaker = story.mention(found.speaker) if found else None
    via = via_of(frame, speaker, story) if frame else None
    cue = found.cue if found else None
    if via is None:
        within = via_of(passage.outer, None, story)
        if within is not None and (speaker is None or speaker.resolved is None):
            name, at = within
            speaker = Mention(
                as_written=at.of(story.prose.text), span=at, resolved=name, how="name"
            )
            via, cue = within, "told"
    return _carried_by(
        passage, Heard(frames=(frame,) if frame else (), speaker=speaker, via=via, cue=cue), story
    )


def _introduction(passage: Passage, story: Story) -> Span | None:
    """Return the last sentence of the paragraph that introduces a block quotation."""
    if passage.intro is None:
        return None
    end = Span(start=max(passage.intro.end - 1, passage.intro.start), end=passage.intro.end)
    return story.discourse.sentence_round(end)


def _introduced(passage: Passage, frame: Span | None, story: Story) -> Attribution | None:
    if frame is None:
        return None
    sentence = story.discourse.sentence_at(max(frame.end - 1, frame.start))
    return introduced(sentence, story.discourse) if sentence is not None else None


def _speech(passage: Passage, before: list[Told], story: Story) -> Told:
    found = _said_by(passage, story)
    if found is None and passage.cue is not None:
        return Told(passage=passage, cue=passage.cue.of(story.prose.text))
    if found is None:
        return _floating(passage, before, story)
    speaker = story.mention(found.speaker)
    own = story.discourse.sentence_round(passage.outer)
    frames = tuple(dict.fromkeys((own, found.clause)))
    frame = Span(start=min(f.start for f in frames), end=max(f.end for f in frames))
    via = via_of(_outside(passage, frame, story), speaker, story)
    told = _carried_by(
        passage, Heard(frames=frames, speaker=speaker, via=via, cue=found.cue), story
    )
    return _same_scene(told, before, story)


def _said_by(passage: Passage, story: Story) -> Attribution | None:
    if passage.cue is None or passage.frame is None:
        return attribution(passage, story.discourse)
    if passage.speaker is None:
        return None
    cue = " ".join(passage.cue.of(story.prose.text).split())
    return Attribution(speaker=passage.speaker, cue=cue, clause=passage.frame)


def _floating(passage: Passage, before: list[Told], story: Story) -> Told:
    """Tell of a quotation without cue: whoever spoke before goes on, in the paragraph or the next.

    The last quotation's speaker does, or the one whom the paragraph before this one ends with.
    """
    frames = (story.discourse.sentence_round(passage.outer),)
    cites = tuple(citations(passage, frames, story))
    handed = handed_over(passage, story.discourse)
    if handed is not None:
        return Told(passage=passage, speaker=story.mention(handed), cites=cites)
    last = next((t for t in reversed(before) if t.passage.cue is None), None)
    block = story.discourse.block_round(passage.outer)
    if last is None or last.speaker is None or not _goes_on(last, passage, block, story):
        person = story.subject_before(passage.outer)
        speaker = story.mention(person) if person is not None else None
        return Told(passage=passage, speaker=speaker, cites=cites)
    cites = cites or last.cites
    return Told(passage=passage, speaker=last.speaker, via=last.via, said=last.said, cites=cites)


def _goes_on(last: Told, passage: Passage, block: Span, story: Story) -> bool:
    """Tell whether nothing but the same speech lies between two quotations."""
    between = Span(
        start=last.passage.outer.end, end=max(passage.outer.start, last.passage.outer.end)
    )
    words = between.of(story.prose.text)
    if "\n" in words.strip("\n ") or words.count("\n") > _NEXT:  # a paragraph lies between
        return block.holds(last.passage.outer)
    opens = passage.outer.start == block.start
    return opens or block.holds(last.passage.outer)


def _outside(passage: Passage, frame: Span, story: Story) -> Span:
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


def _carried_by(passage: Passage, heard: Heard, story: Story) -> Told:
    via, frames = heard.via, heard.frames
    outside = [_outside(passage, frame, story).of(story.prose.text) for frame in frames]
    if heard.speaker is not None:
        outside.append(heard.speaker.as_written)  # a Thursday report
    when = said_on(" ".join(outside), story.prose.published_on, story.rules.quotation)
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


def _same_scene(told: Told, before: list[Told], story: Story) -> Told:
    """Carry outlet, day and citations on while the same speech goes on.

    A pronoun, "the report", or a description takes up the scene before it: an interview named a
    sentence ago, or the claim before by the same speaker in this paragraph or the one before.
    """
    speaker = told.speaker
    if speaker is None or (
        speaker.how in {"name", "surname"} and told.via is not None and speaker.resolved != told.via
    ):
        return told
    update: dict[str, object] = {}
    last = before[-1] if before else None
    scene = _scene(told, story)
    if last is not None and _continues(told, last, story):
        scene = (told.via or last.via, last.said, last.cites)
    via, when, cites = scene
    if told.via is None and via:
        update["via"] = via
    if told.said is None and when:
        update["said"] = when
    if not told.cites and cites:
        update["cites"] = cites
    return told.model_copy(update=update)


def _continues(told: Told, last: Told, story: Story) -> bool:
    taken_up = told.speaker is not None and told.speaker.how in {
        "pronoun",
        "anaphora",
        "description",
    }
    near = (
        story.prose.text.count(
            "\n", last.passage.outer.end, max(told.passage.outer.start, last.passage.outer.end)
        )
        <= _NEXT
    )
    if told.via is not None and told.via == last.via and taken_up:
        return True
    return taken_up and near and is_same(told.speaker, last.speaker)


def _scene(told: Told, story: Story) -> tuple[str | None, Interval | None, tuple[Citation, ...]]:
    """Return what the paragraph told of outlet and day before, by a named event."""
    block = story.discourse.block_round(told.passage.outer)
    own = story.discourse.sentence_round(told.passage.outer)
    lead = Span(start=max(block.start, own.start - _SCENE), end=max(own.start, block.start))
    words = lead.of(story.prose.text)
    events = "|".join(map(re.escape, story.cues.events))
    if (
        told.speaker is None
        or told.speaker.how in {"name", "surname"}
        or not re.search(rf"\b(?:{events})\b", words)
    ):
        return None, None, ()
    via = via_of(lead, None, story)
    when = said_on(words, story.prose.published_on, story.rules.quotation)
    return (via[0] if via else None), when, (cites_carrier(via, story),) if via else ()
