"""Noun phrases round a cue, cut out by the small words that open and end them."""

from collections.abc import Sequence
from typing import NamedTuple

from provcheck.syntax.forms import is_adverb, is_pronoun, is_verbal, opens_phrase
from provcheck.syntax.tokens import Token

_LONGEST = 24  # tokens of a noun phrase with what hangs on it
_ENDING = frozenset(
    {"preposition", "coordinator", "subordinator", "relative", "auxiliary", "be", "adverb"}
)


class Phrase(NamedTuple):
    """A run of tokens, [start, end)."""

    start: int
    end: int


def phrase_before(tokens: Sequence[Token], end: int, stop: int = 0) -> Phrase | None:
    """Return the noun phrase that ends right before token `end`, what hangs on it included.

    Walks left to the word that opens the phrase, over prepositions to the noun they hang on; a
    phrase that a preposition at its head governs is no subject, a name behind one is.
    """
    end = _before_time(tokens, _before_aside(tokens, end, stop), stop)
    start = _reach(tokens, end, stop)
    if all(is_adverb(token) or "time" in token.classes for token in tokens[start:end]):
        return None
    if start > 0 and "auxiliary" in tokens[start - 1].classes and tokens[start].unlisted:
        return None  # as visitors will have | noticed
    if "preposition" in tokens[start].classes and not _is_name_part(tokens, start):
        return _behind_preposition(tokens, start, end)
    return _with_conjunct(tokens, Phrase(start, end), stop)


def _before_time(tokens: Sequence[Token], end: int, stop: int) -> int:
    """Return where a phrase ends before what only says when: The mayor | last week said."""
    at = end
    while at > stop and "time" in tokens[at - 1].classes:
        at -= 1
    return at if at > stop and tokens[at - 1].kind == "word" and not tokens[at - 1].classes else end


def _before_aside(tokens: Sequence[Token], end: int, stop: int) -> int:
    """Return where a phrase ends before what stands in brackets behind it: Olsen (R-Ohio)."""
    if end > stop and tokens[end - 1].text == ")":
        opening = [at for at in range(stop, end) if tokens[at].text == "("]
        return opening[-1] if opening else end
    return end


def _reach(tokens: Sequence[Token], end: int, stop: int) -> int:
    """Return how far left the words before `end` belong together."""
    at, opened = end, False
    while at > stop and end - at < _LONGEST:
        token = tokens[at - 1]
        if is_pronoun(token):
            if at == end and at - 2 > stop and opened_by_of(tokens, at - 2):
                at -= 2  # one of them
                continue
            return at - 1 if at == end or opened_by_of(tokens, at) else at
        if token.kind in {"mark", "quote"} or _breaks(token) or is_verbal(tokens, at - 1):
            return at
        is_link = "preposition" in token.classes and at < end
        if opened and not is_link and not token.classes & {"determiner", "possessive"}:
            return at
        opened = bool(token.classes & {"determiner", "possessive"}) and not is_link
        if "preposition" in token.classes and at == end:
            return at
        at -= 1
    return at


def opened_by_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of" stands at `at`: many of them, those of us."""
    return at < len(tokens) and tokens[at].low == "of" and "link" in tokens[at].classes


def _breaks(token: Token) -> bool:
    if token.capital and not token.classes & {"auxiliary", "be", "coordinator", "subordinator"}:
        return False
    return bool(
        token.classes & {"coordinator", "subordinator", "relative", "auxiliary", "be"}
    ) and token.low not in {"’s", "'s"}


def _is_name_part(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].capital and at > 0


def _behind_preposition(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the name or pronoun that follows a prepositional phrase: In Oslo Ada Brandvold."""
    at = end
    while at > start + 1 and (tokens[at - 1].capital or tokens[at - 1].low in {"’s", "'s", "of"}):
        at -= 1
    while at < end and (not tokens[at].capital or "time" in tokens[at].classes):
        at += 1
    if start + 1 < at < end and (
        tokens[at - 1].kind == "number"
        or "time" in tokens[at - 1].classes
        or not tokens[at - 1].classes & {"preposition", "determiner", "possessive"}
    ):
        return Phrase(at, end)
    for middle in range(start + 1, end):
        before = tokens[middle - 1]
        dated = before.kind == "number" or "time" in before.classes
        if dated and not tokens[middle].classes & {"preposition", "time"}:
            return Phrase(middle, end)
    return None


def trailing_name(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the run of capitals that ends right before token `end`, or None."""
    at = end
    while at > 0 and tokens[at - 1].kind == "word" and tokens[at - 1].capital:
        at -= 1
    return Phrase(at, end) if at < end else None


def _with_conjunct(tokens: Sequence[Token], found: Phrase, stop: int) -> Phrase:
    """Return the phrase with the one that "and" joins to it before, where both are subjects."""
    at = found.start - 1
    if at <= stop or "joining" not in tokens[at].classes:
        return found
    start = _reach(tokens, at, stop)
    free = start == stop or tokens[start - 1].kind in {"mark", "quote"}
    if start < at and free and (opens_phrase(tokens[start]) or tokens[at - 1].capital):
        return Phrase(start, found.end)
    return found


def phrase_after(tokens: Sequence[Token], start: int, *, tail: bool = False) -> Phrase | None:
    """Return the noun phrase that begins at token `start`, with what hangs on it if `tail`."""
    size = len(tokens)
    if start >= size or tokens[start].kind not in {"word", "number"}:
        return None
    first = tokens[start]
    if is_pronoun(first):
        of = tail and start + 2 < size and opened_by_of(tokens, start + 1)  # one of them
        return Phrase(start, start + 1 if not of else _core_end(tokens, start + 3))
    if first.classes & _ENDING and not (opens_phrase(first) or first.capital):
        return None
    end = _core_end(tokens, start + 1)
    if tail:
        while end < size and "tail" in tokens[end].classes and end - start < _LONGEST:
            inner = _core_end(tokens, _over_article(tokens, end))
            if inner == end + 1 or _is_told(tokens, end) or _is_occasion(tokens, end):
                break
            end = inner
    return Phrase(start, end)


def _over_article(tokens: Sequence[Token], at: int) -> int:
    """Return where what hangs on a noun begins: of the | board, for the | Study of War; else |."""
    behind = tokens[at + 1] if at + 2 < len(tokens) else None
    joined = tokens[at].low == "of" or tokens[at - 1].capital
    article = behind is not None and "definite" in behind.classes
    return at + 2 if joined and article else at + 1


def _core_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the noun phrase whose second token is at `at` ends, without what hangs on it."""
    first = at - 1
    while at < len(tokens):
        if not _joins_names(tokens, at):
            verbal = is_verbal(tokens, at) or (at > first + 1 and _is_past(tokens, at))
            if verbal or _ends_core(tokens, at):
                return at
            if "determiner" in tokens[at].classes - tokens[at - 1].classes:
                room = at - 2 - bool(tokens[first].classes & {"determiner", "possessive"})
                return _without_verb(tokens, at) if room >= first else at
        at += 1
    return at


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    if not 0 < at < len(tokens) - 1 or tokens[at].low not in {"and", "&"}:
        return False
    if tokens[at - 1].capital and tokens[at + 1].capital:
        return True
    # lobbyist and strategist Per Olsen: two callings before one name
    named = next((i for i in range(at + 1, min(at + 5, len(tokens))) if tokens[i].capital), None)
    callings = [*tokens[max(at - 2, 0) : at], *tokens[at + 1 : named]]
    return named is not None and all(t.unlisted and not t.capital for t in callings)


def _ends_core(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a mark, a small word, a verb, a day or an owner ends a noun phrase at `at`."""
    token = tokens[at]
    if token.kind in {"mark", "quote"} or is_pronoun(token):
        return True
    if token.classes & {"time", "possessive"} or _is_told(tokens, at):
        return True
    small = token.classes & {*_ENDING, "verb"} or is_adverb(token)
    return bool(small) and not token.capital and token.low not in {"'s", "’s"}


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether who was told something begins at `at`, behind a name: Olsen | à Reuters."""
    return at > 0 and tokens[at - 1].capital and "hearer" in tokens[at].classes


def _is_occasion(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a preposition behind a name opens an occasion: Olsen | im Interview mit."""
    behind = tokens[at + 1 : at + 3]
    return tokens[at - 1].capital and any("event" in token.classes for token in behind)


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word in -ed is a verb before what hangs on it: the mayor grinned | at us."""
    token = tokens[at]
    if token.capital or not token.unlisted or not token.low.endswith("ed"):
        return False
    return at + 1 < len(tokens) and "preposition" in tokens[at + 1].classes


def _without_verb(tokens: Sequence[Token], at: int) -> int:
    """Return where a phrase ends before the verb whose object begins at `at`: Ada | keeps the."""
    verb = tokens[at - 1]
    plain = not verb.capital and verb.unlisted and verb.kind == "word"
    return at - 1 if plain and tokens[at].low not in {"all", "both", "each"} else at
