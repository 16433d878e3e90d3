"""What each sentence of a text says that somebody says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from provcheck.model.span import Span
from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.content import Content, Scope, Voice
from provcheck.syntax.contents import contents
from provcheck.syntax.cues import Cue, cues_in
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.sentences import Sentence, ends_sentence, sentences
from provcheck.syntax.subject import Subject
from provcheck.syntax.subjects import Verb, subject_of
from provcheck.syntax.tokens import Reading, Token, tokens

_LONGEST = 100  # tokens of a sentence that an attribution is joined to


class Saying(NamedTuple):
    """A cue in a sentence, with its subject and what it governs, as token positions there."""

    cue: Cue
    subject: Subject | None
    contents: tuple[Content, ...]


class Parsed(NamedTuple):
    """A sentence with its sayings, in the order of their cues."""

    tokens: tuple[Token, ...]
    sayings: tuple[Saying, ...]

    @property
    def span(self) -> Span:
        """Return where the sentence stands in the text."""
        return Span(start=self.tokens[0].start, end=self.tokens[-1].end)

    def of(self, phrase: Phrase) -> Span:
        """Return where a phrase of this sentence stands in the text."""
        return Span(start=self.tokens[phrase.start].start, end=self.tokens[phrase.end - 1].end)


def parsed(text: str, block: Span, quoted: Iterable[Span], reading: Reading) -> tuple[Parsed, ...]:
    """Return the sentences of a block, each quotation in `quoted` opaque, with their sayings."""
    found = list(sentences(tokens(text, block, quoted, reading)))
    return tuple(_parsed(sentence, reading.cues) for sentence in _joined(found, reading.cues))


def _parsed(sentence: Sentence, language: LanguageCues) -> Parsed:
    voices: list[Voice] = []
    for cue in cues_in(sentence.tokens, language):
        subject = subject_of(Verb(sentence.tokens, cue, _shared(voices, cue), language))
        voices.append(Voice(cue, subject))
    scope = Scope(sentence.tokens, voices)
    sayings = [
        Saying(*voice, () if _quotes(voice, voices, scope) else tuple(contents(scope, *voice)))
        for voice in voices
    ]
    return Parsed(sentence.tokens, tuple(sayings))


def _quotes(voice: Voice, voices: Iterable[Voice], scope: Scope) -> bool:
    """Tell whether what a cue governs is said by another: the Herald quoted Olsen as saying."""
    return any(is_cited(scope.tokens, voice.cue, other) for other in voices)


def is_cited(tokens: Sequence[Token], quoting: Cue, other: Voice | Saying) -> bool:
    """Tell whether `other` is the one whom the cue before quotes: quoted | Olsen as saying."""
    if other.subject is None or other.subject.phrase.start != quoting.end:
        return False
    end = other.subject.phrase.end
    return other.cue.group == end + 1 and "likening" in tokens[end].classes


def _shared(voices: Sequence[Voice], cue: Cue) -> Subject | None:
    """Return the subject that a cue may share: that of the last cue, of speech if it is one."""
    found = [v for v in voices if v.subject is not None and v.cue.is_verb]
    spoken = [voice for voice in found if voice.cue.is_speech] if cue.is_speech else []
    shared = (spoken or found)[-1].subject if found else None
    return shared._replace(inverted=False) if shared is not None else None


def _joined(found: Sequence[Sentence], language: LanguageCues) -> list[Sentence]:
    """Return the sentences, a bare attribution joined to the quotation that it follows."""
    joined: list[Sentence] = []
    for sentence in found:
        if joined and _follows(joined[-1], sentence, language):
            joined[-1] = Sentence(joined[-1].tokens + sentence.tokens)
        else:
            joined.append(sentence)
    return joined


def _follows(before: Sentence, sentence: Sentence, language: LanguageCues) -> bool:
    """Tell whether a sentence only says whose the quotation at the end of the one before is.

    Not where that one tells already and this one introduces the next: X said, “A.” Y said, “B.”
    """
    last = before.tokens[-1]
    if last.kind != "quote" or not ends_sentence(last) or len(before.tokens) > _LONGEST:
        return False
    if not is_bare_attribution(sentence.tokens, language):
        return False
    introduces = any(token.kind == "quote" for token in sentence.tokens)
    return not introduces or not any(cues_in(before.tokens, language))


def relative_clauses(sentence: Parsed) -> Iterator[Phrase]:
    """Yield the clauses behind a comma that add something and say nothing: X, who will retire."""
    tokens = sentence.tokens
    for at in range(2, len(tokens)):
        if "relative" in tokens[at].classes and tokens[at - 1].text == ",":
            end = next((i for i in range(at + 1, len(tokens)) if _ends(tokens[i])), len(tokens))
            if not any(at <= saying.cue.start < end for saying in sentence.sayings):
                yield Phrase(at, end)


def _ends(token: Token) -> bool:
    return token.text in {",", ";", ":"} or token.kind == "quote"


def is_bare_attribution(found: Sequence[Token], language: LanguageCues) -> bool:
    """Tell whether a sentence only says who speaks: X said on Monday."""
    end = next((i for i, t in enumerate(found) if t.kind == "quote"), len(found))
    if not end or (end < len(found) and found[end - 1].text != ","):
        return False
    cues = list(cues_in(found[:end], language))
    if not cues or cues[0].is_phrase or cues[0].hangs_on or not cues[0].is_speech:
        return False
    subject = subject_of(Verb(found[:end], cues[0], None, language))
    if subject is None or min(subject.phrase.start, cues[0].group) > 0:
        return False
    said = contents(Scope(found[:end], [Voice(cues[0], subject)]), cues[0], subject)
    return not any(content.how not in {"ahead", "resumed"} for content in said)
