"""Indirect speech: what an article reports in its own words, and of whom."""

from collections.abc import Iterator

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind
from provcheck.model.span import Span, hull
from provcheck.syntax.content import Content
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sayings import Parsed, Saying

_FRAGMENT = 3  # words
_READ = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}


def paraphrases(discourse: Discourse) -> Iterator[Passage]:
    """Yield the indirect speech of a text in reading order.

    Wherever a cue with a subject governs words of the article's own: a clause, an infinitive, an
    object. What is nothing but a quotation is none.
    """
    for number, block in enumerate(discourse.prose.blocks):
        if block.kind in _READ:
            for sentence in discourse.sentences_of(number):
                for saying in sentence.sayings:
                    if not _is_nested(sentence, saying) and not _is_framed(sentence, saying):
                        yield from _passages(sentence, saying)


def _passages(sentence: Parsed, saying: Saying) -> Iterator[Passage]:
    if saying.subject is None and not saying.cue.is_hearsay:
        return
    if _is_denied(sentence, saying):
        return
    parts = [part for part in saying.contents if _has_words(sentence, part)]
    if not parts:
        return
    segments = tuple(_span(sentence, part) for part in parts)
    voice = _inner(sentence, saying) or saying
    cue = Phrase(voice.cue.start, voice.cue.end)
    yield Passage(
        kind=ClaimKind.PARAPHRASE,
        span=hull(segments),
        outer=hull(segments),
        segments=segments,
        speaker=sentence.of(voice.subject.phrase) if voice.subject else None,
        cue=sentence.of(cue),
        frame=sentence.span,
        fragment=sum(_own_words(sentence, part) for part in parts) <= _FRAGMENT,
    )


def _is_denied(sentence: Parsed, saying: Saying) -> bool:
    """Tell whether a sentence says that nobody said so, or what if: never said that; if X says."""
    verb = sentence.tokens[saying.cue.group : saying.cue.start]
    if saying.cue.is_speech and any("negation" in token.classes for token in verb):
        return True
    opens = saying.subject.opens if saying.subject is not None else 0
    return opens > 0 and "condition" in sentence.tokens[opens - 1].classes


def _inner(sentence: Parsed, saying: Saying) -> Saying | None:
    """Return who speaks within "According to the agency, the minister says …": the minister."""
    if not saying.cue.is_phrase or not saying.contents:
        return None
    first = saying.contents[0].start
    for other in sentence.sayings:
        if other.subject is not None and other.cue.is_verb and other.subject.phrase.start == first:
            return other
    return None


def _is_nested(sentence: Parsed, saying: Saying) -> bool:
    """Tell whether what is said stands within what somebody else says: she said he feared that."""
    return any(
        outer is not saying
        and outer.subject is not None
        and any(_holds(wide, narrow) for wide in outer.contents for narrow in saying.contents)
        for outer in sentence.sayings
    )


def _is_framed(sentence: Parsed, saying: Saying) -> bool:
    """Tell whether what stands ahead is a quotation with an attribution of its own: “A,” X said."""
    return any(
        part.how == "ahead"
        and sentence.tokens[part.start].kind == "quote"
        and any(
            part.start < other.cue.start < part.end and other.subject is not None
            for other in sentence.sayings
        )
        for part in saying.contents
    )


def _holds(wide: Content, narrow: Content) -> bool:
    within = wide.start <= narrow.start and narrow.end <= wide.end
    return within and (narrow.end - narrow.start) < (wide.end - wide.start)


def _has_words(sentence: Parsed, part: Content) -> bool:
    least = 1 if part.how in {"object", "of", "as"} else 2
    return _own_words(sentence, part) >= least


def _own_words(sentence: Parsed, part: Content) -> int:
    """Return how many words of a content stand outside quotation marks."""
    tokens = sentence.tokens[part.start : part.end]
    return sum(1 for token in tokens if token.kind in {"word", "number"})


def _span(sentence: Parsed, part: Content) -> Span:
    return sentence.of(Phrase(part.start, part.end))
