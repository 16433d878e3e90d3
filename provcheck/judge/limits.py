"""Whether words limit what stands beside them: by rules/limits.yaml, on words as spoken."""

from collections.abc import Iterable

from provcheck.language.words import normalised
from provcheck.rulebook.limits import LimitWords


def opens_limit(rest: str, words: LimitWords) -> bool:
    """Tell whether `rest` runs a sentence on into a limit: "unless …", ", but only …"."""
    return _starts(normalised(rest), words.openers)


def opens_correction(following: str, words: LimitWords) -> bool:
    """Tell whether a sentence opens by taking back or limiting the one before."""
    return _starts(normalised(following), words.corrections)


def opens_condition(lead_in: str, words: LimitWords) -> bool:
    """Tell whether a sentence opens with a condition for the words that follow `lead_in`."""
    return _starts(normalised(lead_in), words.conditions)


def denies(lead_in: str, words: LimitWords) -> bool:
    """Tell whether the clause that leads into some words denies or doubts them.

    A denial reaches as far as the next "and" or "but": what follows is a statement of its own.
    """
    last = _without(lead_in, words)
    for joint in words.joints:
        last = last.rpartition(f" {joint} ")[2]
    return _holds(f" {last.strip()} ", (*words.negations, *words.doubts))


def limits(passage: str, words: LimitWords) -> bool:
    """Tell whether a passage holds a negation, a condition or a hedge."""
    limiting = (*words.negations, *words.conditions, *words.hedges)
    return _holds(_without(passage, words), limiting)


def _without(passage: str, words: LimitWords) -> str:
    """Return the normalised passage, what only looks like a denial taken out."""
    plain = f" {normalised(passage)} "
    for phrase in words.affirmations:
        plain = plain.replace(f" {normalised(phrase)} ", " ")
    return plain


def _holds(plain: str, phrases: Iterable[str]) -> bool:
    return any(f" {normalised(phrase)} " in plain for phrase in phrases)


def _starts(plain: str, phrases: Iterable[str]) -> bool:
    return any(f"{plain} ".startswith(f"{normalised(phrase)} ") for phrase in phrases)
