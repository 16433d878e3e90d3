"""Who speaks where the finite verb stands second and its subject may follow it: So sagte Olsen."""

from collections.abc import Sequence
from typing import NamedTuple

from provcheck.syntax.clauses import main_phrase
from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import is_pronoun
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before
from provcheck.syntax.tokens import Token

_ENDS = frozenset({";", ":", "(", "„", "–", "—"})
_FRONTED = frozenset({"preposition", "adverb", "subordinator", "complementizer"})


class Clause(NamedTuple):
    """A main clause: what stands before its finite verb, [start, verb), and the verb."""

    start: int
    verb: int


def second_subject(tokens: Sequence[Token], cue: Cue, *, nouns_capital: bool) -> Phrase | None:
    """Return the subject of a clause whose finite verb is second, or None where it shows none.

    What stands before the verb is the subject unless it begins with a preposition, an adverb, "als"
    or an article in another case; then the subject follows the verb. Where nouns have capitals, a
    word in small letters behind one is taken for the verb of the clause.
    """
    if cue.sense.words[-1] == "es":
        return _place(tokens, cue)
    behind = _behind_statement(tokens, cue)
    if behind is not None:
        return behind
    clause = _clause(tokens, cue.start, cue, guess=nouns_capital)
    found = _subject(tokens, clause) if clause is not None else None
    return found if found is None or not found.start <= cue.start < found.end else None


def _behind_statement(tokens: Sequence[Token], cue: Cue) -> Phrase | None:
    """Return the subject behind a verb that a statement and a comma precede, or None.

    Der Hafen bleibt zu, sagte | Olsen; Der Hafen, sagte | Olsen, bleibe zu. An apposition or a
    relative clause ends in a comma as well: Olsen, der den Hafen leitet, sagte.
    """
    comma = cue.group - 1
    if comma < 1 or tokens[comma].text != "," or tokens[comma - 1].kind == "quote":
        return None
    found = _behind(tokens, cue.end)
    if found is None or not (tokens[found.start].capital or _opens(tokens[found.start])):
        return None
    start = _clause_start(tokens, comma)
    first = next(i for i in range(start, comma + 1) if tokens[i].text == ",")
    if first == comma:
        return found
    relative = "determiner" in tokens[first + 1].classes and _is_finite(tokens, comma - 1, start)
    stated = any(_is_finite(tokens, at, start) for at in range(start + 1, first))
    return found if stated and not relative else None


def _opens(token: Token) -> bool:
    return is_pronoun(token) or "determiner" in token.classes


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
    clause = _clause(tokens, end, None, guess=True)
    return _subject(tokens, clause) if clause is not None else None


def _clause(tokens: Sequence[Token], end: int, cue: Cue | None, *, guess: bool) -> Clause | None:
    start = _clause_start(tokens, end)
    last = cue.end if cue is not None else end
    for at in range(start, last):
        if cue is not None and at == cue.start:
            return Clause(start, at)
        sure = bool(tokens[at].classes & {"auxiliary", "be"})
        if (guess or sure) and _is_finite(tokens, at, start):
            return Clause(start, at)
    return None


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    """Return where the main clause before `end` begins, what joins it to another passed over."""
    start, brackets = 0, 0
    for at in range(end - 1, -1, -1):
        brackets += (tokens[at].text == ")") - (tokens[at].text == "(")
        if brackets > 0 or (tokens[at].text == "(" and brackets == 0):
            continue  # Ruth Hellwege (Bürgerliste) sagte
        parted = "coordinator" in tokens[at].classes and at > 0 and tokens[at - 1].text == ","
        joins = parted and at + 1 < end and (tokens[at + 1].capital or _opens(tokens[at + 1]))
        if tokens[at].text in _ENDS or joins:
            start = at + 1
            break
    while start < end - 1 and "coordinator" in tokens[start].classes:
        start += 1
    return start


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
    alone = clause.verb == clause.start + 1 and "determiner" in first.classes  # Das sagte Olsen
    fronted = clause.verb == clause.start or bool(first.classes & _FRONTED)
    if fronted or alone or "oblique" in first.classes:
        behind = _behind(tokens, clause.verb + 1)
        if behind is not None or not (alone or "adverb" in first.classes):
            return behind
        if alone:
            return Phrase(clause.start, clause.verb)
        return phrase_before(tokens, clause.verb, clause.start + 1)  # Auch Olsen sagte
    found = main_phrase(tokens, clause.start, clause.verb)
    return found if found is not None and found.start == clause.start else None


def _behind(tokens: Sequence[Token], at: int) -> Phrase | None:
    while at < len(tokens) and _is_skipped(tokens[at]):
        at += 1
    return phrase_after(tokens, at, tail=True)


def _is_skipped(token: Token) -> bool:
    """Tell whether a word may stand between a verb and its subject: sich, ihm, gestern."""
    told = "oblique" in token.classes and "determiner" not in token.classes
    return told or bool(token.classes & {"adverb", "reflexive"})
