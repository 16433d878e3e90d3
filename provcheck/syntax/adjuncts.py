"""What may stand between a verb and what it governs: adverbs, days, places, asides."""

from collections.abc import Sequence

from provcheck.syntax.forms import is_adverb
from provcheck.syntax.phrases import phrase_after
from provcheck.syntax.tokens import Token

LOOSE = 8  # tokens of an aside, or of a place with its name


def over_adverbs(tokens: Sequence[Token], at: int) -> int:
    """Return where the adverbs and words for time that begin at `at` end."""
    while at < len(tokens) and tokens[at].kind == "word":
        token = tokens[at]
        timed = "time" in token.classes or "time" in _next_classes(tokens, at)
        timed = timed or _is_part(tokens, at)
        if token.classes & {"determiner", "subordinator", "complementizer"} and not timed:
            break
        if not timed and not is_adverb(token):
            break
        at += 1
    return at


def _next_classes(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """Return the classes of the word behind a determiner: this | week."""
    follows = "determiner" in tokens[at].classes and at + 1 < len(tokens)
    return tokens[at + 1].classes if follows else frozenset()


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word says which part of the day that follows: late | on Monday."""
    if "part" not in tokens[at].classes:
        return False
    for token in tokens[at + 1 : at + 4]:
        if token.classes & {"time", "unit"}:
            return True
        if not token.classes & {"preposition", "determiner"}:
            return False
    return False


def after_adjuncts(tokens: Sequence[Token], at: int) -> int:
    """Return where the adverbs, days, places and asides behind a verb end."""
    while at < len(tokens):
        end = _adjunct(tokens, at)
        if end == at:
            return at
        at = end
    return at


def _adjunct(tokens: Sequence[Token], at: int) -> int:
    """Return where the one adjunct at `at` ends; `at` where there is none."""
    token = tokens[at]
    if (
        token.classes & {"adverb", "time"}
        or _is_part(tokens, at)
        or (is_adverb(token) and token.kind == "word")
    ):
        return at + 1
    if "preposition" in token.classes:
        phrase = phrase_after(tokens, at + 1)
        end = phrase.end if phrase is not None and phrase.end > at + 1 else at
        return over_title(tokens, end if end > at else at + 1) or end
    if token.text == ",":
        return _aside(tokens, at)
    return _closing(tokens, at) if token.text == "(" else at


def over_title(tokens: Sequence[Token], at: int) -> int:
    """Return where a title in marks that belongs to what stands before `at` ends, 0 without one.

    On “The Morning Boat”; the network’s “Harbour Hour”: a programme, whom one tells or where.
    """
    titled = 0 < at < len(tokens) and tokens[at].kind == "quote"
    belongs = titled and (
        tokens[at - 1].low in {"'s", "’s"} or "preposition" in tokens[at - 1].classes
    )
    return at + 1 if belongs else 0


def _aside(tokens: Sequence[Token], at: int) -> int:
    """Return where an aside between commas ends that "that" or a quotation follows, else `at`."""
    for end in range(at + 1, min(at + LOOSE, len(tokens) - 1)):
        if tokens[end].kind == "quote":
            return at
        if tokens[end].text == ",":
            following = tokens[end + 1]
            return end + 1 if "introducer" in following.classes or following.kind == "quote" else at
    return at


def _closing(tokens: Sequence[Token], at: int) -> int:
    for end in range(at + 1, len(tokens)):
        if tokens[end].text == ")":
            return end + 1
    return at + 1


def opener_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Return where "that", a colon or a quotation follows adjuncts: said at a rally on Monday |."""
    first = tokens[at] if at < len(tokens) else None
    adjunct = {"preposition", "adverb", "time"}
    if first is None or not (first.classes & adjunct or first.text in {",", "("}):
        return None
    after = after_adjuncts(tokens, at)
    for here in range(after, min(after + LOOSE, len(tokens))):
        token = tokens[here]
        if "introducer" in token.classes or token.text == ":" or token.kind == "quote":
            return here
        closes = token.text == "," and first.text != ","
        behind = tokens[here + 1] if here + 1 < len(tokens) else None
        if closes and behind and (behind.kind == "quote" or "introducer" in behind.classes):
            return here if behind.kind == "quote" else here + 1
        if token.kind == "mark" or token.classes & {"auxiliary", "be", "relative", "coordinator"}:
            return None
    return None
