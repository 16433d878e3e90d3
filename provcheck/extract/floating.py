"""Quotations that no cue governs: whoever spoke before goes on."""

from provcheck.extract.anaphora import Story
from provcheck.extract.citations import citations
from provcheck.extract.leading import handed_over
from provcheck.extract.passage import Passage
from provcheck.extract.told import Told
from provcheck.model.span import Span

_NEXT = 2  # line ends up to the next paragraph, a blank line between


def floating(passage: Passage, before: list[Told], story: Story) -> Told:
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
    parted = words.startswith("\n") and words.endswith("\n") and not words.isspace()
    if parted or "\n" in words.strip("\n ") or words.count("\n") > _NEXT:  # a paragraph between
        return block.holds(last.passage.outer)
    opens = passage.outer.start == block.start
    return opens or block.holds(last.passage.outer)
