"""What a word is by its form and by what stands beside it: adverb, pronoun, finite verb."""

from collections.abc import Sequence

from provcheck.syntax.tokens import Token

_SHORT_LY = 4  # letters up to which a word in -ly is none of manner: only, ally
_FINITE = frozenset({"auxiliary", "be", "verb", "cue"})
_NOMINAL = frozenset({"determiner", "possessive", "preposition", "be", "auxiliary"})
_OBJECTS = frozenset({"determiner", "possessive", "pronoun", "complementizer"})


def is_adverb(token: Token) -> bool:
    """Tell whether a word only says how or when: listed as adverb, or one in -ly."""
    if "adverb" in token.classes:
        return True
    manner = token.low.endswith("ly") and len(token.low) > _SHORT_LY and not token.capital
    return manner and "nominal" not in token.classes


def is_pronoun(token: Token) -> bool:
    """Tell whether a word stands for somebody by itself."""
    return "pronoun" in token.classes and not token.classes & {"determiner", "possessive"}


def is_verbal(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is a finite verb by its form and by what stands beside it.

    Auxiliaries, listed forms and cues are. Another word in -ed is one behind a name, a pronoun,
    "who" or an adverb, or before what a verb takes; one in -s only between a noun and its object.
    """
    token = tokens[at]
    if token.kind != "word" or token.capital or token.low in {"'s", "’s"}:
        return False
    if token.classes:
        return bool(token.classes & _FINITE) and not _is_modifier(tokens, at)
    if at == 0 or not token.low.endswith(("ed", "s")) or token.low.endswith("ss"):
        return False
    before, behind = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    governed = before.classes & _NOMINAL or before.kind != "word"
    if governed or (behind is not None and behind.classes & _FINITE):
        return False  # those polled | said
    return _fits(token, before, behind)


def _fits(token: Token, before: Token, behind: Token | None) -> bool:
    """Tell whether what stands beside a word in -ed or -s makes it a verb."""
    takes = behind is not None and _is_object(behind)
    if token.low.endswith("s"):
        return takes and (before.capital or not before.low.endswith("s"))
    named = before.capital or is_pronoun(before) or "relative" in before.classes
    plain = behind is not None and before.unlisted and behind.kind == "word" and behind.unlisted
    return named or is_adverb(before) or takes or plain


def _is_object(token: Token) -> bool:
    """Tell whether a word begins what a verb takes."""
    return bool(token.classes & _OBJECTS) or token.kind == "quote" or token.capital


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle only describes a noun: the known facts, items labelled “A”."""
    before = tokens[at - 1] if at else None
    return before is not None and bool(before.classes & _NOMINAL) and not is_pronoun(before)


def opens_phrase(token: Token) -> bool:
    """Tell whether a noun phrase may begin with this word."""
    if token.kind == "number":
        return True
    if token.kind != "word":
        return False
    if token.classes & {"determiner", "possessive", "pronoun"}:
        return True
    return token.capital and not token.classes & {
        "preposition",
        "subordinator",
        "coordinator",
        "adverb",
        "auxiliary",
    }


def describes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a quotation at `at` only describes the noun behind it: The “smart” house."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    noun = tokens[at + 1]
    owners = tokens[max(at - 2, 0) : at]  # The earlier “kiosk” debate
    governed = any(token.classes & {"determiner", "possessive"} for token in owners)
    parted = any(token.kind != "word" or token.capital for token in owners[1:])
    return governed and not parted and noun.kind == "word" and noun.unlisted and not noun.capital
