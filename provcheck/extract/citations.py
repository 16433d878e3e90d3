"""What a text names as the source of a passage: links, outlets, documents, occasions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from provcheck.extract.anaphora import Story
from provcheck.extract.passage import Passage
from provcheck.extract.phrases import NAME
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Mention
from provcheck.model.span import Span


def via_of(frame: Span, speaker: Mention | None, story: Story) -> tuple[str, Span] | None:
    """Return the outlet or document through which words came, and where `frame` names it.

    From "told X", "interview with X", "X reported", "according to X"; or the speaker itself when
    it is an outlet or a document. "told this newspaper" names none.
    """
    words = frame.of(story.prose.text)
    plain = words.casefold()
    if any(own in plain for own in _own_phrases(story.cues.own)):
        return None
    for pattern in (_TOLD, _INTERVIEW, _BY):
        for match in pattern.finditer(words):
            found = _outlet(match, frame, story)
            if found:
                return found
    if speaker is not None and speaker.resolved and is_carrier(speaker.resolved, story):
        return speaker.resolved, speaker.span
    return None


_WHO = r"(?P<who>[A-Z].{1,60}|(?:agency|newspaper|broadcaster|paper|magazine)\b)"
_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaking to|said to|wrote in|writes in|writing in|sagte"
    r"|a déclaré à|dijo a)\s+(?:the\s+|der\s+|dem\s+)?" + _WHO
)
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|talk|podcast)\s+(?:with|for|on|to|in|by)\s+(?:the\s+)?" + _WHO
)
_BY = re.compile(
    r"\b(?:according to|reported by|quoted by|cited by|published by|seen by|obtained by"
    r"|in a report by|by)\s+(?:the\s+)?" + _WHO
)


def citations(passage: Passage, frames: tuple[Span, ...], story: Story) -> Iterator[Citation]:
    """Yield what `frames`, the sentences that carry a passage, name as its source.

    Links that stand in a frame or in the passage itself; an embedded post's own address; and the
    occasion: a speech, a statement, an interview. Outlets and documents come from `via_of`.
    """
    if passage.embed is not None:
        embed = passage.embed
        name = (
            f"{embed.author} (@{embed.handle})"
            if embed.handle
            else (embed.author or embed.platform)
        )
        yield Citation(kind=CitationKind.POST, name=name, url=embed.url, span=embed.author_span)
        return
    links = list(_links(passage, frames, story))
    yield from links
    for frame in frames:
        yield from _events(frame, story)


def is_carrier(name: str, story: Story) -> bool:
    """Tell whether a resolved name is an outlet's or a document's."""
    if story.rules.agencies.is_outlet(name):
        return True
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
    return last in story.cues.documents and name[:1].islower()


def _links(passage: Passage, frames: tuple[Span, ...], story: Story) -> Iterator[Citation]:
    for link in story.prose.links:
        if passage.outer.meets(link.span) or any(frame.meets(link.span) for frame in frames):
            words = link.span.of(story.prose.text)
            yield Citation(kind=CitationKind.LINK, name=words, url=link.url, span=link.span)


def _events(frame: Span, story: Story) -> Iterator[Citation]:
    words = frame.of(story.prose.text)
    match = _event(story.cues.events).search(words)
    if match:
        at = Span(start=frame.start + match.start("event"), end=frame.start + match.end("event"))
        yield Citation(kind=CitationKind.EVENT, name=match["event"].casefold(), span=at)


def _outlet(match: re.Match[str], frame: Span, story: Story) -> tuple[str, Span] | None:
    start = frame.start + match.start("who")
    said = match["who"]
    if said[:1].islower():
        taken_up = story.carriers.before(start, said.split()[0].rstrip(",.;:"))
        return (taken_up, Span(start=start, end=start + len(said))) if taken_up else None
    name = NAME.match(said)
    if not name:
        return None
    words = name.group()
    while words:
        if story.rules.agencies.is_outlet(words):
            known = story.rules.agencies.named(words)
            span = Span(start=start, end=start + len(words))
            return (known.name if known else words), span
        words = words.rpartition(" ")[0]
    return None


@lru_cache(maxsize=16)
def _event(nouns: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, nouns), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\b(?:in|at|during|to|after|on|bei|lors d’|en)\s+(?:\w+\s+){{0,4}}?(?P<event>{words})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _own_phrases(own: tuple[str, ...]) -> tuple[str, ...]:
    verbs = ("told", "tells", "sagte", "dijo a")
    return tuple(f"{verb} {phrase}" for verb in verbs for phrase in own)


def cites_carrier(via: tuple[str, Span], story: Story) -> Citation:
    """Return the citation of an outlet or a document named as carrier."""
    name, span = via
    outlet = story.rules.agencies.is_outlet(name)
    kind = CitationKind.OUTLET if outlet else CitationKind.DOCUMENT
    return Citation(kind=kind, name=name, span=span)
