"""Two forms of one verb: another tense, another ending."""

import re

from provcheck.match.side import Side
from provcheck.rulebook.lexicon import Lexicon

_ENDINGS = re.compile(r"(?:ing|(?<!e)ed|es|s)$")
_STEM = 3  # letters that two forms of one verb share


def tense(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether two sides are forms of one verb, with or without auxiliaries.

    A modal on both sides is another modal, not another tense. A noun in the singular and the plural
    is no verb; where only an "s" differs, what stands before it tells.
    """
    if any(quote.capitals) and any(source.capitals):
        return False
    auxiliaries = lexicon.classes["auxiliaries"]
    ours, theirs = (
        [norm for norm in side.norms if norm not in auxiliaries] for side in (quote, source)
    )
    if not ours and not theirs:
        return bool(quote.norms and source.norms) or _is_lost(quote, source, lexicon)
    if len(ours) != 1 or len(theirs) != 1:
        return False
    return _one_verb(ours[0], theirs[0], source, lexicon)


def _one_verb(one: str, other: str, source: Side, lexicon: Lexicon) -> bool:
    if {one, other} <= lexicon.classes["modals"]:
        return False
    if {one, other} <= lexicon.irregular:
        return lexicon.bases.get(one, one) == lexicon.bases.get(other, other)
    if one != other and _is_plural(one, other) and _is_noun(source, lexicon):
        return False
    stem = _stem(one, lexicon)
    return len(stem) >= _STEM and stem == _stem(other, lexicon)


def _is_lost(quote: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether "have" or "be" was left out or put in; "do" only stresses."""
    return all(
        lexicon.bases.get(norm, norm) in {"have", "be"} for norm in (*quote.norms, *source.norms)
    )


def _is_plural(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in {f"{short}s", f"{short}es"} or (
        short.endswith("y") and long == f"{short[:-1]}ies"
    )


def _is_noun(side: Side, lexicon: Lexicon) -> bool:
    """Tell whether what stands before the words, if known, makes them a noun."""
    before = side.before[-1:]
    nouns = ("determiners", "german_articles", "prepositions")
    return any(
        bool(lexicon.number(norm)) or any(norm in lexicon.classes[name] for name in nouns)
        for norm in before
    )


def _stem(norm: str, lexicon: Lexicon) -> str:
    base = lexicon.bases.get(norm, norm)
    short = re.sub(r"ie[sd]$", "i", base) if len(base) > len("dies") else _ENDINGS.sub("", base)
    short = _ENDINGS.sub("", short) if short == base else short
    plain = re.sub(r"(.)\1$", r"\1", short).removesuffix("e")
    return re.sub(r"y$", "i", plain)
