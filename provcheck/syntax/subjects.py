"""Who speaks: the noun phrase that a cue has for its subject."""

from collections.abc import Sequence

from provcheck.rulebook.cues import LanguageCues
from provcheck.syntax.appositions import appended
from provcheck.syntax.cues import Cue, possessor
from provcheck.syntax.finite import behind, of_finite
from provcheck.syntax.participles import of_participle
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before
from provcheck.syntax.second import second_subject
from provcheck.syntax.subject import Subject
from provcheck.syntax.tokens import Token

_AGENT = 6  # tokens behind a passive within which "by" stands


def subject_of(
    tokens: Sequence[Token], cue: Cue, before: Subject | None, language: LanguageCues
) -> Subject | None:
    """Return the subject of `cue`; `before` is that of the cue before it in the sentence.

    None where the sentence has none, or one that is nobody: there, hours later.
    """
    found = _subject_of(tokens, cue, before, language)
    if found is None or tokens[found.phrase.start].low in language.expletives:
        return None
    return found


def _subject_of(
    tokens: Sequence[Token], cue: Cue, before: Subject | None, language: LanguageCues
) -> Subject | None:
    if cue.is_phrase:
        found = phrase_after(tokens, cue.end, tail=True)
        return appended(tokens, found) if found else None
    if cue.is_hearsay:
        return None
    if cue.is_noun:
        return _owner(tokens, cue)
    if cue.passive:
        return _agent(tokens, cue, language)
    if cue.hangs_on:
        return of_participle(tokens, cue, before)
    if language.verb_second and tokens[max(cue.group - 1, 0)].kind != "quote":
        second = second_subject(tokens, cue)
        if second is not None:
            return Subject(second, inverted=second.start > cue.start)
    subject = of_finite(tokens, cue, before)
    if subject is None and language.verb_second:
        return behind(tokens, cue)
    return subject


def _owner(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Return whose claim it is: her, or the phrase before an apostrophe."""
    at = possessor(tokens, cue.start)
    if at is None:
        return None
    if "possessive" in tokens[at].classes:
        return Subject(Phrase(at, at + 1))
    found = phrase_before(tokens, at)
    return Subject(found) if found else None


def _agent(tokens: Sequence[Token], cue: Cue, language: LanguageCues) -> Subject | None:
    """Return who does what a passive says: was called “…” by Ada Brandvold."""
    for at in range(cue.end, min(cue.end + _AGENT, len(tokens))):
        if tokens[at].low == language.agent and language.agent:
            found = phrase_after(tokens, at + 1, tail=True)
            return Subject(found, inverted=True) if found else None
    return None
