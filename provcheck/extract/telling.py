"""Whose words a passage is: told beside it, by what introduces it, or by what was said before."""

from provcheck.extract.anaphora import Story
from provcheck.extract.citations import citations, heard_by, via_of
from provcheck.extract.floating import floating
from provcheck.extract.leading import introduced
from provcheck.extract.others import others_words, without
from provcheck.extract.passage import Passage
from provcheck.extract.place import Attribution
from provcheck.extract.scene import same_scene
from provcheck.extract.speakers import attribution
from provcheck.extract.told import Heard, Told, carried_by, outside
from provcheck.model.claim import ClaimKind, Mention
from provcheck.model.interval import Interval
from provcheck.model.span import Span


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
    found = _introduced(frame, story)
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
    return carried_by(
        passage, Heard(frames=(frame,) if frame else (), speaker=speaker, via=via, cue=cue), story
    )


def _introduction(passage: Passage, story: Story) -> Span | None:
    """Return the last sentence of the paragraph that introduces a block quotation."""
    if passage.intro is None:
        return None
    end = Span(start=max(passage.intro.end - 1, passage.intro.start), end=passage.intro.end)
    return story.discourse.sentence_round(end)


def _introduced(frame: Span | None, story: Story) -> Attribution | None:
    if frame is None:
        return None
    sentence = story.discourse.sentence_at(max(frame.end - 1, frame.start))
    return introduced(sentence, story.discourse) if sentence is not None else None


def _speech(passage: Passage, before: list[Told], story: Story) -> Told:
    found = _said_by(passage, story)
    if found is None and passage.cue is not None:
        return Told(passage=passage, cue=passage.cue.of(story.prose.text))
    if found is None:
        return floating(passage, before, story)
    speaker = story.mention(found.speaker)
    own = story.discourse.sentence_round(passage.outer)
    frames = tuple(dict.fromkeys((own, found.clause)))
    frame = Span(start=min(f.start for f in frames), end=max(f.end for f in frames))
    others = others_words(passage, found.speaker, frames, story)
    named = (via_of(part, None, story) for part in without(outside(passage, frame), others))
    via = (
        heard_by(frame, found.speaker, story)
        or next((each for each in named if each), None)
        or via_of(found.speaker, speaker, story)
    )
    told = carried_by(passage, Heard(frames=frames, speaker=speaker, via=via, cue=found.cue), story)
    return same_scene(told, before, story)


def _said_by(passage: Passage, story: Story) -> Attribution | None:
    if passage.cue is None or passage.frame is None:
        return attribution(passage, story.discourse)
    if passage.speaker is None:
        return None
    cue = " ".join(passage.cue.of(story.prose.text).split())
    return Attribution(speaker=passage.speaker, cue=cue, clause=passage.frame)
