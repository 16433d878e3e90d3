"""Subjects with an apposition: the owner, Ada Brandvold, said; Per Olsen (R-Ohio) said."""

from collections.abc import Iterator, Sequence

from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import is_pronoun
from provcheck.syntax.phrases import Phrase, phrase_after, phrase_before
from provcheck.syntax.subject import Subject
from provcheck.syntax.tokens import Token

_DASHES = frozenset({"—", "–", "--"})
BREAKS = frozenset({";", ":"})


def before_apposition(tokens: Sequence[Token], cue: Cue, mark: str) -> Subject | None:
    """Return the subject before what stands between two commas, dashes or brackets and the cue."""
    end = cue.group - 1
    for at in _openings(tokens, end, mark):
        found = phrase_before(tokens, at)
        first = _segment_start(tokens, at)
        listed = mark != ")" and first > 0 and _is_apposition(tokens, first)
        if found is not None and not listed:
            return Subject(named(tokens, found, Phrase(at + 1, end)), described=found.start)
        beside = phrase_before(tokens, end, at + 1)
        if (
            mark == ","
            and beside == Phrase(at + 1, _unbracketed(tokens, end))
            and is_name(tokens, beside)
        ):
            return Subject(beside)  # After the race, Ada Brandvold (15), said
    return None


def _unbracketed(tokens: Sequence[Token], end: int) -> int:
    """Return where a phrase ends before the brackets that close at `end`."""
    if tokens[end - 1].text != ")":
        return end
    return next((at for at in range(end - 1, -1, -1) if tokens[at].text == "("), end)


def _openings(tokens: Sequence[Token], end: int, mark: str) -> Iterator[int]:
    """Yield where the marks stand that may open what `mark` closes, the nearest first."""
    opening = {")": {"("}, ",": {","}}.get(mark, set(_DASHES) if mark in _DASHES else {mark})
    for at in range(end - 1, -1, -1):
        if tokens[at].text in BREAKS:
            return
        if tokens[at].text in opening and tokens[at].kind == "mark":
            yield at


def named(tokens: Sequence[Token], found: Phrase, beside: Phrase) -> Phrase:
    """Return the name in apposition to a description: the owner, Ada Brandvold, said."""
    run = tokens[beside.start : beside.end]
    names = bool(run) and all(token.capital or "link" in token.classes for token in run)
    return beside if names and _describes(tokens, found, whole=len(run) > 1) else found


def _describes(tokens: Sequence[Token], found: Phrase, *, whole: bool) -> bool:
    """Tell whether a phrase only describes whom the name behind it names.

    Before a whole name any phrase with an article does; else one whose noun is not a name itself,
    whoever owns it: Halvik’s former mayor.
    """
    owned = [at for at in range(found.start, found.end) if tokens[at].low in {"’s", "'s"}]
    opens = "determiner" in tokens[found.start].classes
    if whole and opens:
        return True
    noun = tokens[owned[-1] + 1 if owned else found.start + 1 : found.end]
    return (opens or bool(owned)) and bool(noun) and not any(token.capital for token in noun)


def is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is a pronoun or holds a word with a capital."""
    return is_pronoun(tokens[phrase.start]) or any(
        t.capital for t in tokens[phrase.start : phrase.end]
    )


def _segment_start(tokens: Sequence[Token], end: int) -> int:
    for at in range(end - 1, -1, -1):
        if tokens[at].text in {",", *BREAKS} and tokens[at].kind == "mark":
            return at + 1
    return 0


def _is_apposition(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a stretch between commas describes the name before it."""
    first = tokens[at]
    if first.kind == "number" or first.low in {"a", "an", "then"}:
        return True
    return bool(first.classes & {"relative", "preposition"}) or (
        first.low.endswith("ing") and not first.capital
    )


def appended(tokens: Sequence[Token], found: Phrase) -> Subject:
    """Return the subject behind its cue, or the name in apposition to it: said the owner, X."""
    if found.end < len(tokens) and tokens[found.end].text == ",":
        beside = phrase_after(tokens, found.end + 1)
        if beside is not None and (
            beside.end >= len(tokens) or tokens[beside.end].kind in {"mark", "quote"}
        ):
            found = named(tokens, found, beside)
    return Subject(found, inverted=True)
