"""What a cue governs behind itself, by the first way of taking it that fits."""

from collections.abc import Callable, Sequence

from provcheck.syntax.adjuncts import LOOSE, after_adjuncts, opener_behind, over_adverbs, over_title
from provcheck.syntax.content import Content, Scope
from provcheck.syntax.cues import Cue
from provcheck.syntax.ends import end_of, is_clause
from provcheck.syntax.forms import is_verbal, opens_phrase
from provcheck.syntax.phrases import phrase_after
from provcheck.syntax.tokens import Token

_FORMULA = 5  # tokens of "not to be publicly named"


def taken(scope: Scope, cue: Cue) -> Content | None:
    """Return what stands behind `cue`, or None where nothing there is what it takes.

    Right behind it, else behind whom one tells, else behind adverbs, days and places; at last a
    clause without "that" or an object.
    """
    if _is_formula(scope.tokens[cue.end : cue.end + _FORMULA]):
        return None  # who asked not to be named
    governed = cue.end < len(scope.tokens) and _is_governed(scope, cue.end, cue)
    at = cue.end if governed else over_adverbs(scope.tokens, cue.end)
    if at >= len(scope.tokens):
        return None
    found = opened(scope, at, cue)
    if found is not None:
        return found
    if cue.takes("as"):
        return _loose(scope, at, cue)
    if cue.takes("person"):
        return _over_person(scope, at, cue)
    found = _later(scope, at, cue) or _colon_behind(scope, at, cue) or _loose(scope, at, cue)
    return found or _behind_adjuncts(scope, at, cue)


def _is_formula(behind: Sequence[Token]) -> bool:
    """Tell whether a verb only asks for secrecy: (not) to be (publicly) named."""
    particle = next((i for i, t in enumerate(behind) if "particle" in t.classes), None)
    if particle is None or any(is_verbal(behind, at) for at in range(particle)):
        return False
    rest = behind[particle + 1 :]
    return bool(rest) and "be" in rest[0].classes and any("formula" in t.classes for t in rest)


def opened(scope: Scope, at: int, cue: Cue) -> Content | None:
    """Return the content that a mark or word at `at` opens: a colon, that, to, as, of."""
    if at >= len(scope.tokens):
        return None
    return next((found for opens in OPENERS if (found := opens(scope, at, cue)) is not None), None)


def _content(scope: Scope, at: int, how: str, until: str = "clause") -> Content | None:
    """Return the content from `at` on, or None where the sentence ends there."""
    return Content(at, end_of(scope, at, until), how) if at < len(scope.tokens) else None


def _colon(scope: Scope, at: int, _cue: Cue) -> Content | None:
    return _content(scope, at + 1, "clause") if scope.text(at) == ":" else None


def _quotation(scope: Scope, at: int, _cue: Cue) -> Content | None:
    if scope.text(at) == "," and scope.is_quote(at + 1):
        at += 1
    return _content(scope, at, "quote") if scope.is_quote(at) else None


def _clause(scope: Scope, at: int, cue: Cue) -> Content | None:
    comma = scope.text(at) == "," and at + 1 < len(scope.tokens)
    that = at + 1 if comma else at
    token = scope.tokens[that]
    if "introducer" in token.classes and (cue.takes("clause") or cue.takes("is") or comma):
        return _content(scope, that + 1, "clause")
    if comma and cue.takes("clause") and _is_reported(scope, that):
        return _content(scope, that, "clause")
    asks = "complementizer" in token.classes and not (comma and "relative" in token.classes)
    asks = asks and not _is_circumstance(scope, that)
    return _content(scope, that, "clause") if asks and _takes_questions(cue) else None


def _is_circumstance(scope: Scope, at: int) -> bool:
    """Tell whether a clause only says when somebody answered: replied | when asked about it."""
    behind = scope.tokens[at + 1 : at + 2]
    asked = bool(behind) and "prompting" in behind[0].classes
    return asked and "circumstance" in scope.tokens[at].classes


def _is_reported(scope: Scope, at: int) -> bool:
    """Tell whether a clause behind a comma is in the mood that reports speech: , er sei müde."""
    if at >= len(scope.tokens):
        return False
    end = end_of(scope, at, "clause")
    opens = opens_phrase(scope.tokens[at])
    return opens and any("reported" in token.classes for token in scope.tokens[at:end])


def _takes_questions(cue: Cue) -> bool:
    return cue.takes("clause") or cue.takes("object")


def _infinitive(scope: Scope, at: int, cue: Cue) -> Content | None:
    if (
        "particle" not in scope.tokens[at].classes
        or not cue.takes("infinitive")
        or at + 1 >= len(scope.tokens)
    ):
        return None
    denied = at > cue.end and "negation" in scope.tokens[at - 1].classes  # vowed never to sail
    return Content(at - denied, end_of(scope, at + 1, "infinitive"), "infinitive")


def _likeness(scope: Scope, at: int, cue: Cue) -> Content | None:
    named = "likening" in scope.tokens[at].classes and cue.takes("as")
    return _content(scope, at + 1, "as", "object") if named else None


def _prepositional(scope: Scope, at: int, cue: Cue) -> Content | None:
    if _is_governed(scope, at, cue):
        return _content(scope, at, "of", "object")
    return _content(scope, at + 1, "of", "object") if scope.tokens[at].low in cue.of else None


def _is_governed(scope: Scope, at: int, cue: Cue) -> bool:
    """Tell whether the cue itself ends in the preposition before `at`: warned of | higher fees."""
    words = cue.sense.words
    return len(words) > 1 and words[-1] in cue.of and scope.tokens[at].kind != "mark"


Opener = Callable[[Scope, int, Cue], Content | None]

OPENERS: tuple[Opener, ...] = (
    _colon,
    _quotation,
    _clause,
    _infinitive,
    _likeness,
    _prepositional,
)


def _over_person(scope: Scope, at: int, cue: Cue) -> Content | None:
    """Return what stands behind whom one tells, or what one calls something."""
    tokens = scope.tokens
    person = phrase_after(tokens, at)
    if person is None:
        return _later(scope, at, cue)
    after = over_adverbs(tokens, over_title(tokens, person.end) or person.end)
    following = tokens[after] if after < len(tokens) else None
    if following is not None and following.low == "to" and cue.takes("infinitive"):
        return Content(at, end_of(scope, after, "infinitive"), "infinitive")
    found = _later(scope, after, cue)
    if found is not None or not cue.takes("finite"):
        return found or _loose(scope, at, cue)
    opens = following is not None and opens_phrase(following) and "time" not in following.classes
    return _content(scope, after, "bare") if opens else None


def _later(scope: Scope, at: int, cue: Cue) -> Content | None:
    """Return the content that begins behind adjuncts: said in a statement on Monday that …."""
    found = opened(scope, at, cue) if at > cue.end else None
    if found is not None:
        return found
    after = opener_behind(scope.tokens, at)
    return opened(scope, after, cue) if after is not None else None


def _behind_adjuncts(scope: Scope, at: int, cue: Cue) -> Content | None:
    """Return a clause without "that" behind a day or place: said on Monday the pier was shut."""
    after = after_adjuncts(scope.tokens, at)
    if scope.text(after) == "," and cue.takes("clause") and _is_reported(scope, after + 1):
        return _content(scope, after + 1, "clause")  # sagte am Montag, | das Bad werde
    free = after > at and after < len(scope.tokens) and opens_phrase(scope.tokens[after])
    if not free or not (cue.takes("bare") or cue.takes("finite")):
        return None
    end = end_of(scope, after, "clause")
    return Content(after, end, "bare") if is_clause(scope, after, end) else None


def _colon_behind(scope: Scope, at: int, cue: Cue) -> Content | None:
    """Return a quotation behind a colon further on: put it this way: “A”."""
    for here in range(at, min(at + LOOSE, len(scope.tokens) - 1)):
        if scope.text(here) == ":" and scope.is_quote(here + 1) and cue.takes("quote"):
            return _content(scope, here + 1, "quote")
        if scope.tokens[here].kind in {"mark", "quote"}:
            return None
    return None


def _loose(scope: Scope, at: int, cue: Cue) -> Content | None:
    """Return a clause without "that", or the object of the verb."""
    token = scope.tokens[at]
    verb = "cue" in scope.tokens[cue.start].classes
    if verb and at == cue.end and cue.takes("clause") and is_verbal(scope.tokens, at):
        return _content(scope, at, "bare")  # which the mayor says is closed
    starts = opens_phrase(token) or (token.kind == "word" and token.unlisted)
    if not starts or "time" in token.classes:
        return None
    end = end_of(scope, at, "clause")
    if cue.takes("bare") or (cue.takes("finite") and is_clause(scope, at, end)):
        return Content(at, end, "bare")
    return _content(scope, at, "object", "object") if cue.takes("object") else None
