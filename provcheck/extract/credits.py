"""Links that belong to words though they stand beside their sentence: notes, credits, leads."""

import re
from collections.abc import Iterator

from provcheck.extract.anaphora import Story
from provcheck.extract.passage import Passage
from provcheck.language.names import surname
from provcheck.markup.note_marks import is_mark
from provcheck.model.claim import ClaimKind, Mention
from provcheck.model.prose import BlockKind, Link, Prose
from provcheck.model.span import Span

_CREDIT = 120  # characters of a line that only credits
_WORDS = 6  # of whom a credit names
_OPENS = re.compile(r"[(\[]")
_NAMED = re.compile(r"[^)\],;\n]*?(?=[)\]\n]|[.;](?:\s|$)|\s*$)")


def without_marks(prose: Prose) -> Prose:
    """Return the text with the marks of footnotes blanked, all offsets as before.

    A mark is no part of a sentence: in said.1 it would hide the full stop.
    """
    text = list(prose.text)
    for link in prose.links:
        if _is_mark(link, prose.text):
            text[link.span.start : link.span.end] = " " * len(link.span)
    return prose.model_copy(update={"text": "".join(text)})


def _is_mark(link: Link, text: str) -> bool:
    return is_mark(link.span.of(text), text[max(link.span.start - 1, 0) : link.span.start])


def is_own(link: Link, passage: Passage, frame: Span, story: Story) -> bool:
    """Tell whether a link in the sentence `frame` belongs to a passage in it.

    A footnote's mark belongs to the quotation right before it alone, or to the one that follows
    where none is before it.
    """
    if story.prose.text[link.span.start : link.span.end].strip():  # marks are blanked
        return True
    at, start = link.span.start, passage.outer.start
    between = Span(start=min(passage.outer.end, at), end=max(passage.outer.end, at))
    if at < start:
        between = Span(start=min(frame.start, at), end=start)
    quoted = story.discourse.first_quoted(between)
    return quoted is None or not between.holds(quoted)


def links_behind(passage: Passage, frames: tuple[Span, ...], story: Story) -> Iterator[Link]:
    """Yield the links right behind the sentence of a passage that belong to it.

    Marks of footnotes, and what a credit links: (via Halden Wire), h/t, or a line “Source: …” below
    a block quotation.
    """
    text, behind = story.prose.text, _behind(passage, frames, story)
    credit = credit_of(passage, frames, story)
    places = [behind] if credit is None or behind.holds(credit) else [behind, credit]
    for link in (each for place in places for each in story.discourse.links_in(place)):
        mark = behind.holds(link.span) and not text[behind.start : link.span.end].strip()
        own = mark and is_own(link, passage, passage.outer, story)
        if own or (credit is not None and credit.holds(link.span)):
            yield link


def credit_of(passage: Passage, frames: tuple[Span, ...], story: Story) -> Span | None:
    """Return where a credit behind a passage names whom its words came through, or None."""
    crediting = story.rules.agencies.credits.crediting
    for place in _places(passage, frames, story):
        opened = crediting.match(story.prose.text, place.start, place.end)
        if opened is not None:
            named = _NAMED.match(story.prose.text, opened.end(), place.end)
            if named is not None and len(named.group().split()) <= _WORDS:
                return Span(start=named.start(), end=named.end())
    return None


def _places(passage: Passage, frames: tuple[Span, ...], story: Story) -> Iterator[Span]:
    """Yield where a credit may begin: at a bracket in the sentence, behind it, below a block."""
    for frame in frames:
        for opened in _OPENS.finditer(story.prose.text, passage.outer.end, frame.end):
            yield Span(start=opened.start(), end=frame.end)
    yield _behind(passage, frames, story)
    yield from _below(passage, story)


def _behind(passage: Passage, frames: tuple[Span, ...], story: Story) -> Span:
    """Return the rest of the block behind the sentence of a passage, up to the next quotation."""
    ends = [frame.end for frame in frames if frame.holds(passage.outer)]
    start = max(ends, default=passage.outer.end)
    block = story.discourse.block_round(passage.outer)
    rest = Span(start=start, end=max(block.end, start))
    quoted = story.discourse.first_quoted(rest)
    return rest if quoted is None else Span(start=start, end=quoted.start)


def _below(passage: Passage, story: Story) -> Iterator[Span]:
    """Yield the short block below a block quotation, in which its source may stand."""
    blocks = story.prose.blocks
    number = story.discourse.number_at(passage.outer.start)
    if passage.kind != ClaimKind.BLOCK_QUOTE or number is None:
        return
    below = number + 1
    while below < len(blocks) and blocks[below].kind == BlockKind.BLOCK_QUOTE:
        below += 1
    if below < len(blocks) and len(blocks[below].span) <= _CREDIT:
        yield blocks[below].span


def links_ahead(passage: Passage, speaker: Mention | None, story: Story) -> Iterator[Link]:
    """Yield the links in the sentence before a passage's own that leads up to it.

    Where it names the speaker, holds no quotation of its own, and the linked words tell how the
    words came: the cue, the outlet, the speech, the report.
    """
    own = story.discourse.sentence_at(passage.outer.start)
    before = story.discourse.sentence_before(passage.outer.start)
    if own is None or before is None or speaker is None or speaker.resolved is None:
        return
    quoted = any(token.kind == "quote" for token in before.tokens)
    if quoted or surname(speaker.resolved) not in before.span.of(story.prose.text):
        return
    for link in story.discourse.links_in(before.span):
        if before.span.holds(link.span) and _tells(link.span, story):
            yield link


def _tells(span: Span, story: Story) -> bool:
    """Tell whether linked words say how other words came."""
    words, cues = span.of(story.prose.text), story.cues
    low = {word.strip(".,;:()").casefold() for word in words.split()}
    named = low & {*cues.documents, *cues.outlets} or story.rules.agencies.is_outlet(words)
    if named or (cues.event is not None and cues.event.search(words)):
        return True
    return any(
        span.start <= sentence.tokens[saying.cue.start].start < span.end
        for sentence in story.discourse.sentences_in(span)
        for saying in sentence.sayings
    )
