"""Verbs told from nouns and the like of the same form: "reports say", not "the reports"."""

from collections.abc import Sequence

from provcheck.rulebook.cues import LanguageCues
from provcheck.rulebook.senses import Sense
from provcheck.syntax.forms import is_adverb, is_pronoun
from provcheck.syntax.tokens import Token


def is_verb(tokens: Sequence[Token], at: int, sense: Sense, language: LanguageCues) -> bool:
    """Tell whether a word is a verb here: "reports say", not "the reports"."""
    if not language.inflection:
        return True
    before, end = _before(tokens, at), at + len(sense.words)
    ambiguous = "ambiguous" in tokens[at].classes
    if before is None:
        return not ambiguous and sense.tense != "base"
    if before.kind == "quote":
        return sense.tense != "base" or end == len(tokens)
    return not _makes_noun(tokens, at, before, sense) and _fits(tokens, at, sense, before)


def _fits(tokens: Sequence[Token], at: int, sense: Sense, before: Token) -> bool:
    """Tell whether what stands round a word fits the tense in which it is a verb."""
    end = at + len(sense.words)
    if sense.tense == "participle":
        return _is_participle(tokens, at, end, before)
    if sense.tense == "base":
        return _is_base(tokens, at, end, before)
    return "ambiguous" not in tokens[at].classes or _is_finite(tokens, end, before)


def _makes_noun(tokens: Sequence[Token], at: int, before: Token, sense: Sense) -> bool:
    """Tell whether an article, an owner, a preposition or a day before a word rules a verb out."""
    if "time" in before.classes and "auxiliary" not in before.classes and sense.tense == "base":
        return True
    if before.low in {"'s", "’s"} and at > 1 and not is_pronoun(tokens[at - 2]):
        return True
    if is_pronoun(before) or not before.classes & {"determiner", "possessive", "preposition"}:
        return False
    several = "pronoun" in before.classes and "possessive" not in before.classes
    if several and sense.tense in {"past", "base"}:  # some said, many argue
        return not _governs(tokens, at + len(sense.words))
    return sense.tense != "participle" or bool(before.classes & {"determiner", "possessive"})


def _is_participle(tokens: Sequence[Token], at: int, end: int, before: Token) -> bool:
    """Tell whether a word in -ing governs something: no noun, and no preposition (regarding)."""
    if "preposition" in tokens[at].classes:
        return False
    if before.kind != "word" or "be" in before.classes:
        return True
    joined = before.classes & {"coordinator", "subordinator", "auxiliary", "preposition"}
    return bool(joined) or _governs(tokens, end)


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the token before `at`, adverbs passed over."""
    at -= 1
    while at >= 0 and is_adverb(tokens[at]) and tokens[at].kind == "word":
        at -= 1
    return tokens[at] if at >= 0 else None


def _is_base(tokens: Sequence[Token], at: int, end: int, before: Token) -> bool:
    """Tell whether a bare form follows a plural, a pronoun, an auxiliary or "to"."""
    if before.low == "to" or before.classes & {"auxiliary", "relative"} or is_pronoun(before):
        return True
    if "ambiguous" in tokens[at].classes:
        ending = before.low.endswith("s") and not before.low.endswith("ss")
        plural = ending or "plural" in before.classes
        return plural and _is_finite(tokens, end, before)
    return "be" not in before.classes


def _is_finite(tokens: Sequence[Token], end: int, before: Token) -> bool:
    """Tell whether what follows or precedes fits a verb rather than a noun of the same form."""
    if is_pronoun(before) or before.classes & {"relative", "auxiliary"} or before.capital:
        return True
    following = tokens[end] if end < len(tokens) else None
    if following is None or following.kind == "quote" or following.text in {":", "."}:
        return True
    if following.classes & {"determiner", "pronoun", "complementizer", "possessive"}:
        return True
    if following.text == "," and end + 1 < len(tokens) and tokens[end + 1].kind == "quote":
        return True
    return following.capital or following.low in {"to", "on"} or before.text == ","


def _governs(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what follows is what a verb takes: that, a quotation, a noun phrase."""
    following = tokens[end] if end < len(tokens) else None
    if following is None:
        return False
    opens = {"determiner", "pronoun", "complementizer", "possessive"}
    return (
        following.kind == "quote"
        or following.text == ":"
        or bool(following.classes & opens)
        or following.capital
        or following.low == "to"
    )
