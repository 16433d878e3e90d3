"""The subject of a clause, past what only sets its scene: a dateline, a day, a place."""

from collections.abc import Sequence

from provcheck.syntax.forms import is_adverb, is_pronoun, is_verbal, opens_phrase
from provcheck.syntax.phrases import Phrase, phrase_after
from provcheck.syntax.tokens import Token

_DASHES = frozenset({"—", "–", "--", "-"})
_DATELINE = 10  # tokens of a dateline


def clause_subject(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the subject of a sentence's main clause before `end`, its dateline passed over."""
    return main_phrase(tokens, dateline_end(tokens, end), end)


def main_phrase(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the subject of the clause in tokens [start, end): its first free noun phrase.

    What opens the clause with a preposition or a subordinating word is passed over up to a comma,
    and so is what only says when: hours later, last week.
    """
    at = start
    while at < end:
        token = tokens[at]
        if (
            token.kind in {"mark", "quote"}
            or token.low in {"and", "but", "yet", "then"}
            or (is_adverb(token) and not opens_phrase(token))
        ):
            at += 1
        elif number := _behind_rough(tokens, at, end):
            counted = phrase_after(tokens[:end], number, tail=True)
            return Phrase(at, counted.end) if counted is not None else None
        elif _opens_adjunct(tokens, at, end):
            comma = _next_comma(tokens, at, end)
            if comma is None:
                return _free_phrase(tokens, at, end)
            at = over_place(tokens, comma + 1, end)
        else:
            found = phrase_after(tokens[:end], at, tail=True)
            behind = _next_subject(tokens, found, end) if found is not None and at > start else None
            return behind or found
    return None


def _behind_rough(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return the number behind words that make it rough: More than | 1,200 nurses; or None."""
    number = at
    while number < end and "rough" in tokens[number].classes:
        number += 1
    return number if at < number < end and tokens[number].kind == "number" else None


def _opens_adjunct(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether what begins at `at` is no subject: before noon, having said so, hours later."""
    token = tokens[at]
    if token.classes & {"preposition", "subordinator"} or _is_participle(token):
        return True
    found = phrase_after(tokens[:end], at)
    return found is not None and _is_time(tokens, found.end, end)


def _is_time(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a noun phrase that ends at `at` only says when: three days | later."""
    if at < end and "reckoning" in tokens[at].classes:
        return "unit" in tokens[at - 1].classes
    return bool(tokens[at - 1].classes & {"time", "unit"})


def _is_participle(token: Token) -> bool:
    return token.low.endswith(("ing", "ed")) and len(token.low) > 4 and token.unlisted  # noqa: PLR2004


def _next_subject(tokens: Sequence[Token], found: Phrase, end: int) -> Phrase | None:
    """Return the phrase with a verb that follows one without: On July 6, 2015, | Olsen said."""
    if found.end >= end or tokens[found.end].text != ",":
        return None
    following = phrase_after(tokens[:end], found.end + 1, tail=True)
    has_verb = following is not None and following.end < end and is_verbal(tokens, following.end)
    return following if has_verb else None


def _free_phrase(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the first pronoun or name behind an opening phrase that no comma ends."""
    for at in range(start + 1, end):
        before = tokens[at - 1]
        governed = before.classes & {"preposition", "determiner", "possessive"} or before.capital
        if (is_pronoun(tokens[at]) or tokens[at].capital) and not governed:
            return phrase_after(tokens[:end], at, tail=True)
    return None


def dateline_end(tokens: Sequence[Token], end: int) -> int:
    """Return where the text begins behind a dateline: TARNHOLM (Example Wire) — The mayor."""
    for at in range(1, min(_DATELINE, end)):
        if tokens[at].text in _DASHES:
            ahead = tokens[:at]
            named = all(t.capital or t.kind in {"mark", "number"} for t in ahead)
            return at + 1 if named and ahead[0].text.isupper() else 0
    return 0


def over_place(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where a clause goes on behind the rest of a place's name: in Salem, Ohio, he."""
    if at < 2 or not tokens[at - 2].capital or "time" in tokens[at - 2].classes:  # noqa: PLR2004
        return at
    comma = _next_comma(tokens, at, end)
    named = comma is not None and all(token.capital for token in tokens[at:comma])
    follows = comma is not None and comma + 1 < end and opens_phrase(tokens[comma + 1])
    return comma + 1 if comma is not None and named and follows else at


def _next_comma(tokens: Sequence[Token], at: int, end: int) -> int | None:
    return next((i for i in range(at, end) if tokens[i].text == ","), None)
