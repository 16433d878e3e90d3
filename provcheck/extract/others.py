"""What a sentence says of somebody else's words: who said those, to whom and where, is not this."""

from collections.abc import Iterable, Iterator

from provcheck.extract.anaphora import Story
from provcheck.extract.passage import Passage
from provcheck.model.span import Span, hull
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import Parsed, Saying


def others_words(
    passage: Passage, speaker: Span, frames: tuple[Span, ...], story: Story
) -> tuple[Span, ...]:
    """Return the stretches of `frames` in which another than `speaker` is quoted.

    “A,” Brandvold said, while | Olsen told Halden Radio “B.” Not a stretch that holds the passage
    itself, which is told by both then.
    """
    return tuple(
        stretch
        for frame in frames
        for sentence in story.discourse.sentences_in(frame)
        for saying in sentence.sayings
        if (stretch := _quoting(sentence, saying, speaker)) and not stretch.meets(passage.outer)
    )


def _quoting(sentence: Parsed, saying: Saying, speaker: Span) -> Span | None:
    """Return where a saying of another with a quotation in it stands, from its subject on."""
    if saying.subject is None or sentence.of(saying.subject.phrase).meets(speaker):
        return None
    said = [each for each in saying.contents if each.start < each.end]
    if not any(t.kind == "quote" for each in said for t in sentence.tokens[each.start : each.end]):
        return None
    cue = Phrase(min(saying.cue.group, saying.cue.start), saying.cue.end)
    parts = (saying.subject.phrase, cue, *(Phrase(each.start, each.end) for each in said))
    return hull(tuple(map(sentence.of, parts)))


def without(parts: Iterable[Span], taken: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what is left of `parts` where the stretches `taken` are cut out, in their order."""
    for part in parts:
        start = part.start
        for span in sorted(taken, key=lambda each: each.start):
            if span.meets(part) and start < span.start:
                yield Span(start=start, end=min(span.start, part.end))
            if span.meets(part):
                start = max(start, span.end)
        if start < part.end:
            yield Span(start=start, end=part.end)
