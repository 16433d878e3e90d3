"""Where what is said ends: before another attribution, an aside, or what sets the scene."""

from collections.abc import Sequence

from provcheck.syntax.content import Scope
from provcheck.syntax.cues import Cue
from provcheck.syntax.forms import is_pronoun, is_verbal
from provcheck.syntax.tokens import Token

FINAL = frozenset({".", "!", "?", "…", "..."})
_TRAILING = frozenset({*FINAL, ",", "—", "–", ";"})
_OCCASION = 5  # tokens of "in a long written statement"
_NEAR = 3  # tokens within which a comma belongs to a noun phrase


def end_of(scope: Scope, start: int, how: str) -> int:
    """Return where the content that begins at `start` ends.

    A clause runs on to the next attribution, a semicolon or a relative clause set off by a comma;
    an infinitive to its first comma; an object also to what sets the scene (on Monday, during …).
    """
    tokens = scope.tokens
    last = len(tokens)
    while last > start and tokens[last - 1].text in _TRAILING and tokens[last - 1].kind == "mark":
        last -= 1
    cue = scope.last_cue(start)
    spoken, hanging = cue is not None and cue.is_speech, cue is not None and cue.hangs_on
    conditional = start + 1 < last and "subordinator" in tokens[start].classes
    for at in range(start + 1, last):
        leads_up = conditional and tokens[at].text == "," and scope.is_quote(at + 1)
        if not leads_up and _parts(scope, start, at, how):
            return at
        if hanging and "coordinator" in tokens[at].classes and scope.hangs(at + 1):
            return at  # calling it “A” and | asserting that
        if "coordinator" in tokens[at].classes and _takes_up(scope, at + 1, spoken=spoken):
            return at - 1 if tokens[at - 1].text == "," else at
        if _is_occasion(tokens, at) or (how == "object" and _sets_scene(tokens, at)):
            return at
    return last


def _parts(scope: Scope, start: int, at: int, how: str) -> bool:
    """Tell whether the token at `at` parts what is said from another attribution or an aside."""
    if _leaves_quotation(scope, start, at, how) or scope.text(at) == ";":
        return True
    if scope.text(at) not in {",", "—", "--"}:
        return False
    if at + 1 >= len(scope.tokens) or (how in {"object", "infinitive"} and scope.text(at) == ","):
        return True
    return bool(scope.tokens[at + 1].classes & {"aside", "supplement"}) or scope.hangs(at + 1)


def _leaves_quotation(scope: Scope, start: int, at: int, how: str) -> bool:
    """Tell whether what stands behind a quotation is no longer said."""
    if not scope.is_quote(at - 1):
        return False
    if at == start + 1 and _leads_on(scope, at):
        return True  # a sign reading “A” | was there; said “A” | and left
    return scope.hangs(at) or (how != "clause" and _is_closed(scope, at))


def _leads_on(scope: Scope, at: int) -> bool:
    """Tell whether a verb stands at `at`, joined by a coordinator or not."""
    joined = "coordinator" in scope.tokens[at].classes and at + 1 < len(scope.tokens)
    return is_verbal(scope.tokens, at + joined)


def _takes_up(scope: Scope, at: int, *, spoken: bool) -> bool:
    """Tell whether another attribution begins behind the coordinator before `at`.

    Within what is `spoken`, only one of speech is: she said he left and wanted to come back.
    """
    parted = scope.text(at - 2) == ","
    for cue, subject in scope.opening(at):
        if not cue.is_verb or (cue.sense.tense == "base" and cue.group == cue.start):
            continue
        if cue.group == at and not cue.hangs_on and (cue.is_speech or not spoken):
            return _has_room(scope, cue)
        if subject is not None and subject.phrase.start == at and (parted or cue.is_speech):
            return _has_room(scope, cue)
    return False


def _has_room(scope: Scope, cue: Cue) -> bool:
    """Tell whether a cue can take what follows it: one that takes only quotations needs one."""
    if any(cue.takes(what) for what in ("clause", "object", "infinitive", "as")) or cue.of:
        return True
    return scope.is_quote(cue.end) or scope.text(cue.end) in {":", ","}


def _is_closed(scope: Scope, at: int) -> bool:
    """Tell whether a quotation before `at` ends in a comma and no other one follows in a list."""
    ends = scope.text(at - 1)[-2:-1] == ","
    return ends and not scope.is_quote(at) and not scope.is_quote(at + 1)


def _is_occasion(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what begins at `at` says on what occasion it was said: in an interview."""
    if "preposition" not in tokens[at].classes or at + 2 >= len(tokens):
        return False
    named = any("event" in token.classes for token in tokens[at + 2 : at + _OCCASION])
    return named and "indefinite" in tokens[at + 1].classes


def _sets_scene(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if "scene" in token.classes:
        return True
    timed = at + 1 < len(tokens) and "time" in tokens[at + 1].classes
    weekday = "time" in token.classes and token.capital and token.low.endswith("day")
    return (token.low == "on" and timed) or weekday


def is_clause(scope: Scope, start: int, end: int) -> bool:
    """Tell whether tokens [start, end) hold a finite verb before anything parts them."""
    for at in range(start + 1, end):
        token = scope.tokens[at]
        listed = scope.tokens[at - 1].capital and at + 1 < end and scope.tokens[at + 1].capital
        if "relative" in token.classes or (
            token.text in {",", ";"} and at > start + _NEAR and not listed
        ):
            return False
        if token.classes & {"auxiliary", "be", "verb"}:
            return token.low not in {"’s", "'s"} or is_pronoun(scope.tokens[at - 1])
        if token.unlisted and token.low.endswith("ed") and not token.capital:
            return "determiner" not in scope.tokens[at - 1].classes
        if at in scope.tensed:
            return True
    return False
