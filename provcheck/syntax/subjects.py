"""Who speaks: the noun phrase that a cue has for its subject."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from provcheck.rulebook.grammar import Grammar
from provcheck.syntax.appositions import appended
from provcheck.syntax.cues import OWNER, Cue, possessor
from provcheck.syntax.finite import behind, of_finite
from provcheck.syntax.participles import of_participle
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before, trailing_name
from provcheck.syntax.second import second_subject
from provcheck.syntax.subject import Subject
from provcheck.syntax.tokens import Token

_AGENT = 6  # tokens behind a passive within which "by" stands


class Verb(NamedTuple):
    """A cue in its sentence, with the subject of the cue before it there."""

    tokens: Sequence[Token]
    cue: Cue
    before: Subject | None
    language: Grammar


def subject_of(verb: Verb) -> Subject | None:
    """Return the subject of a cue.

    None where the sentence has none, or one that is nobody: there, hours later.
    """
    found = next(find for fits, find in SUBJECTS if fits(verb.cue))(verb)
    if found is None or verb.tokens[found.phrase.start].low in verb.language.expletives:
        return None
    return found


def _of_phrase(verb: Verb) -> Subject | None:
    """Return the source that "according to" names."""
    words = verb.cue.sense.words
    if OWNER in words:
        at = verb.cue.start + words.index(OWNER)
        return Subject(Phrase(at, at + 1))
    found = phrase_after(verb.tokens, verb.cue.end, tail=True)
    if found is not None and verb.language.verb_second:
        found = _before_verb(verb.tokens, found)
    return appended(verb.tokens, found) if found else None


def _before_verb(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """Return a source's name without the verb that stands second: Laut Polizei | kamen."""
    for at in range(found.start + 1, found.end):
        token = tokens[at]
        if tokens[at - 1].capital and not token.capital and token.unlisted:
            return Phrase(found.start, at)
    return found


def _nobody(_verb: Verb) -> None:
    """Return nothing: hearsay names nobody."""


def _owner(verb: Verb) -> Subject | None:
    """Return whose claim it is: her, or the phrase before an apostrophe."""
    at = possessor(verb.tokens, verb.cue.start)
    if at is None:
        return None
    if "possessive" in verb.tokens[at].classes:
        return Subject(Phrase(at, at + 1))
    found = phrase_before(verb.tokens, at) or trailing_name(verb.tokens, at)
    return Subject(found) if found else None


def _agent(verb: Verb) -> Subject | None:
    """Return who does what a passive says: was called “…” by Ada Brandvold."""
    tokens, cue = verb.tokens, verb.cue
    for at in range(cue.end, min(cue.end + _AGENT, len(tokens))):
        if verb.language.agent and tokens[at].low == verb.language.agent:
            found = phrase_after(tokens, at + 1, tail=True)
            return Subject(found, inverted=True) if found else None
    return None


def _participle(verb: Verb) -> Subject | None:
    return of_participle(verb.tokens, verb.cue, verb.before)


def _finite(verb: Verb) -> Subject | None:
    """Return the subject of a verb with a tense, on either side where the verb stands second."""
    tokens, cue = verb.tokens, verb.cue
    for at in range(cue.group + 1, cue.start):
        if tokens[at].low in verb.language.enclitics:
            return Subject(Phrase(at, at + 1), inverted=True)
    if verb.language.verb_second and tokens[max(cue.group - 1, 0)].kind != "quote":
        second = second_subject(tokens, cue, nouns_capital=verb.language.nouns_capital)
        if second is not None:
            return Subject(second, inverted=second.start > cue.start)
    subject = of_finite(tokens, cue, verb.before)
    if subject is None and verb.language.verb_second:
        return behind(tokens, cue)
    return subject


SUBJECTS: tuple[tuple[Callable[[Cue], bool], Callable[[Verb], Subject | None]], ...] = (
    (lambda cue: cue.is_phrase, _of_phrase),
    (lambda cue: cue.is_hearsay, _nobody),
    (lambda cue: cue.is_noun, _owner),
    (lambda cue: cue.passive, _agent),
    (lambda cue: cue.hangs_on, _participle),
    (lambda _cue: True, _finite),
)
