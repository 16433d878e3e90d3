"""Indirect speech: what an article reports in its own words, and of whom."""

import re
from collections.abc import Iterator

from provcheck.extract.context import BLANK, blanked
from provcheck.extract.passage import Passage
from provcheck.extract.phrases import NAME, before_cue
from provcheck.language.sentences import sentences
from provcheck.language.words import word_spans
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind, Prose
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.cues import LanguageCues

_FEWEST = 4  # words of what is reported
_THAT = re.compile(r"^\s+(?:(?:[\w’'-]+\s+){0,6}?)(?:that|dass|que)\s+", re.IGNORECASE)
_WHOLE = re.compile(r"^(?P<lead>According to|Laut|Selon|D’après|Según)\s+(?P<who>[^,.;]{2,80}),\s+")
_STOP = ".!?"


def paraphrases(prose: Prose, rules: Rulebook) -> Iterator[Passage]:
    """Yield the indirect speech of `prose`, one passage a sentence at the most.

    Only where a sentence without quotation marks names who says it, a name, a pronoun or what
    carries words, with a reporting verb and "that", or opens with "According to". What is reported
    must be four words or more.
    """
    cues = rules.cues.of(prose.lang)
    pairs = rules.quotation.pairs_of(prose.lang)
    for block in prose.blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            continue
        blank = blanked(prose.text, block.span, pairs)
        for sentence in sentences(blank, Span(start=0, end=len(blank))):
            words = sentence.of(blank)
            if BLANK in words or words[-1:] not in _STOP:
                continue
            at = Span(start=sentence.start + block.span.start, end=sentence.end + block.span.start)
            found = _opened(prose, at) or _with_that(prose, at, cues)
            if found is not None and len(word_spans(prose.text, found.span)) >= _FEWEST:
                yield found


def _opened(prose: Prose, sentence: Span) -> Passage | None:
    """Return what follows "According to X," up to the stop."""
    match = _WHOLE.match(sentence.of(prose.text))
    if not match:
        return None
    content = Span(start=sentence.start + match.end(), end=sentence.end)
    who = Span(start=sentence.start + match.start("who"), end=sentence.start + match.end("who"))
    return _passage(content, sentence, who)


def _with_that(prose: Prose, sentence: Span, cues: LanguageCues) -> Passage | None:
    """Return what follows "X said that"."""
    words = sentence.of(prose.text)
    for verb in cues.verb.finditer(words):
        that = _THAT.match(words[verb.end() :])
        if not that or not _is_speech(that.group(), cues):
            continue
        subject = before_cue(
            prose.text, Span(start=sentence.start, end=sentence.start + verb.start()), cues
        )
        if subject is None or not _names(subject.of(prose.text), cues):
            continue
        content = Span(start=sentence.start + verb.end() + that.end(), end=sentence.end)
        said_by = Span(start=subject.start, end=sentence.start + verb.end())
        return _passage(content, sentence, said_by)
    return None


def _is_speech(between: str, cues: LanguageCues) -> bool:
    """Tell whether the words between a verb and "that" hold no further clause."""
    return not re.search(r"[,;:]", between) and not cues.verb.search(between)


def _names(subject: str, cues: LanguageCues) -> bool:
    """Tell whether a subject is a name, a pronoun for a person, or a carrier of words."""
    plain = subject.casefold()
    if plain in cues.pronouns:
        return plain not in {"it", "i", "we", "who", "es", "wir", "ich", "on"}
    return bool(NAME.search(subject)) or plain.split()[-1] in (*cues.documents, *cues.outlets)


def _passage(content: Span, sentence: Span, said_by: Span) -> Passage:
    return Passage(
        kind=ClaimKind.PARAPHRASE,
        span=content,
        outer=sentence,
        segments=(content,),
        said_by=said_by,
    )
