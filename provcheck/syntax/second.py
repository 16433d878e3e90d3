"""Who speaks where the finite verb stands second and its subject may follow it: So sagte Olsen."""

from collections.abc import Sequence
from typing import NamedTuple

from provcheck.syntax.clauses import main_phrase
from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import is_pronoun
from provcheck.syntax.phrases import Phrase, phrase_after
from provcheck.syntax.tokens import Token

_ENDS = frozenset({";", ":", "(", "„", "–", "—"})
_FRONTED = frozenset({"preposition", "adverb", "subordinator", "complementizer"})


class Clause(NamedTuple):
    """A main clause: what stands before its finite verb, [start, verb), and the verb."""

    start: int
    verb: int


def second_subject(tokens: Sequence[Token], cue: Cue) -> Phrase | None:
    """Return the subject of a clause whose finite verb is second, or None where it shows none.

    What stands before the verb is the subject unless it begins with a preposition, an adverb, "als"
    or an article in another case; then the subject follows the verb. Needs nouns with capitals.
    """
    if cue.sense.words[-1] == "es":
        return _place(tokens, cue)
    clause = _clause(tokens, cue.start, cue)
    return _subject(tokens, clause) if clause is not None else None


def _place(tokens: Sequence[Token], cue: Cue) -> Phrase | None:
    """Return where it says so: heißt es in dem Bericht; In dem Bericht heißt es."""
    for at in (
        cue.end,
        next((i for i in range(cue.start) if "preposition" in tokens[i].classes), 0),
    ):
        if at < len(tokens) and "preposition" in tokens[at].classes:
            return phrase_after(tokens, at + 1, tail=True)
    return None


def introducing_subject(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the subject of the clause that ends at `end`, whatever its verb."""
    clause = _clause(tokens, end, None)
    return _subject(tokens, clause) if clause is not None else None


def _clause(tokens: Sequence[Token], end: int, cue: Cue | None) -> Clause | None:
    start = next((i + 1 for i in range(end - 1, -1, -1) if tokens[i].text in _ENDS), 0)
    last = cue.end if cue is not None else end
    for at in range(start, last):
        if cue is not None and at == cue.start:
            return Clause(start, at)
        if _is_finite(tokens, at, start):
            return Clause(start, at)
    return None


def _is_finite(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Tell whether a word in small letters behind a noun, a pronoun or an adverb is the verb."""
    token = tokens[at]
    if token.kind != "word" or token.capital or at == start:
        return False
    before = tokens[at - 1]
    if before.text == "," or before.kind == "quote":
        return False
    if token.classes & {"auxiliary", "be"}:
        return True
    nominal = before.capital or is_pronoun(before) or "adverb" in before.classes
    small = before.classes & {"determiner", "possessive", "preposition"} and not is_pronoun(before)
    return token.unlisted and nominal and not small


def _subject(tokens: Sequence[Token], clause: Clause) -> Phrase | None:
    first = tokens[clause.start]
    fronted = clause.verb == clause.start or bool(first.classes & _FRONTED)
    if fronted or "oblique" in first.classes:
        return _behind(tokens, clause.verb + 1)
    found = main_phrase(tokens, clause.start, clause.verb)
    return found if found is not None and found.start == clause.start else None


def _behind(tokens: Sequence[Token], at: int) -> Phrase | None:
    while at < len(tokens) and (
        "adverb" in tokens[at].classes or "reflexive" in tokens[at].classes
    ):
        at += 1
    return phrase_after(tokens, at, tail=True)
