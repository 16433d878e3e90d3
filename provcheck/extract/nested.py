"""Who is quoted within what somebody is quoted to have said, with marks and without."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provcheck.extract.anaphora import Story
from provcheck.extract.discourse import Discourse
from provcheck.extract.marks import Quoted
from provcheck.extract.passage import Passage
from provcheck.extract.place import Attribution, Place
from provcheck.extract.speakers import NESTED
from provcheck.language.names import same_name
from provcheck.model.claim import Mention, NestedQuotation
from provcheck.model.span import Span
from provcheck.syntax.sayings import Parsed
from provcheck.syntax.tokens import Token


def nested_speaker(passage: Passage, speaker: Mention | None, story: Story) -> str | None:
    """Return the name of whom the words of a passage quote first, with marks or without, or None.

    "According to X" and "X said that" within the words; not the speaker, and no unnamed one.
    """
    text = story.prose.text
    for sentence in story.discourse.parsed_within(passage.segments[0], []):
        for saying in sentence.sayings:
            says = saying.cue.is_phrase or (saying.cue.is_speech and saying.cue.takes("clause"))
            if saying.subject is None or not says:
                continue
            name = story.heads.name_in(sentence.of(saying.subject.phrase).of(text))
            bare = story.entities.bare(name) if name else ""
            known = speaker is not None and speaker.resolved and same_name(bare, speaker.resolved)
            if bare and not known:
                return bare
    return None


def _outermost_within(segment: Span, quoted: Sequence[Quoted]) -> Iterator[Quoted]:
    """Yield the quoted stretches inside a segment that lie in no other one inside it."""
    end = segment.start
    first = bisect_left(quoted, segment.start, key=lambda each: each.outer.start)
    for each in quoted[first:]:
        if each.outer.start >= segment.end:
            return
        if each.outer.start >= end and segment.holds(each.outer) and each.inner != segment:
            yield each
            end = each.outer.end


def nested_quotations(passage: Passage, discourse: Discourse) -> Iterator[NestedQuotation]:
    """Yield the quotations in marks within a quotation that its words give to somebody.

    “She told me, ‘Go home,’ and I went”: ‘Go home,’ is hers. A title or a term within a quotation
    is none.
    """
    for segment in passage.segments:
        number = discourse.number_at(segment.start)
        quoted = discourse.quoted[number] if number is not None else ()
        inner = {each.outer.start: each for each in _outermost_within(segment, quoted)}
        for sentence in _sentences(segment, inner, discourse):
            for at, token in enumerate(sentence.tokens):
                found = _given_to(Place(passage, sentence, at, discourse), token)
                if found is not None:
                    span = inner[token.start].inner
                    yield NestedQuotation(
                        span=span,
                        text=span.of(discourse.prose.text),
                        speaker=found.speaker.of(discourse.prose.text),
                        speaker_span=found.speaker,
                    )


def _sentences(segment: Span, inner: dict[int, Quoted], discourse: Discourse) -> tuple[Parsed, ...]:
    """Return the sentences of a segment, what is quoted in them opaque; none where nothing is."""
    if not inner:
        return ()
    return discourse.parsed_within(segment, [each.outer for each in inner.values()])


def _given_to(place: Place, token: Token) -> Attribution | None:
    """Return whom a quotation at a token of quoted speech is given to, or None."""
    if token.kind != "quote" or _is_own_name(place):
        return None
    return next((found for search in NESTED if (found := search(place)) is not None), None)


def _is_own_name(place: Place) -> bool:
    """Tell whether the speaker only says what we call something: We call it ‘the tub’."""
    own = place.discourse.cues.first_person
    return any(
        saying.cue.names
        and saying.subject is not None
        and place.tokens[saying.subject.phrase.start].low in own
        and any(content.start <= place.at < content.end for content in saying.contents)
        for saying in place.sentence.sayings
    )
