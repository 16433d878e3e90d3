"""Words as spoken, in small letters, and the clause in which they stand."""

import re
from collections.abc import Iterable
from functools import lru_cache

from provcheck.language.words import WORD, normalised
from provcheck.rulebook.limits import LimitWords

_COMMA = re.compile(r",(?=\s|$)")
_TITLED = re.compile(r"(?<!\w)[^\W\d_a-z][a-z]+(?:['’][a-z]+)?(?!\w)")
_OPENING = " \n\"'“‘„«(["  # before a sentence's first word
_STRONG = re.compile(r"[;:—–](?=\s|$)|\s-\s")


def padded(words: str) -> str:
    """Return `words` normalised, a blank at both ends, so that whole words can be looked for."""
    return f" {normalised(words)} "


@lru_cache(maxsize=8192)
def _wanted(phrase: str) -> str:
    """Return a phrase of the rules padded; they are looked for in every claim."""
    return padded(phrase)


def holds(plain: str, phrases: Iterable[str]) -> bool:
    """Tell whether one of the phrases stands in padded words."""
    return any(_wanted(phrase) in plain for phrase in phrases)


def starts(words: str, phrases: Iterable[str]) -> bool:
    """Tell whether `words` begin with a phrase; one that ends in a comma asks for it there."""
    plain = padded(words).lstrip()
    for phrase in phrases:
        wanted = _wanted(phrase).lstrip()
        if plain.startswith(wanted) and (not phrase.endswith(",") or _pauses(words, phrase)):
            return True
    return False


def ends(plain: str, phrases: Iterable[str]) -> bool:
    """Tell whether padded words end with one of the phrases."""
    return any(plain.endswith(_wanted(phrase)) for phrase in phrases)


def after_phrase(words: str, phrase: str) -> str:
    """Return what stands behind the words of `phrase` at the head of `words`, marks included."""
    found = list(WORD.finditer(words))[: len(normalised(phrase).split())]
    return words[found[-1].end() :] if found else words


def without(plain: str, phrases: Iterable[str]) -> str:
    """Return padded words with each of the phrases taken out."""
    for phrase in phrases:
        plain = plain.replace(_wanted(phrase), " ")
    return plain


def without_end(plain: str, phrases: Iterable[str]) -> str:
    """Return padded words less one of the phrases at their end, the longest that fits."""
    fitting = [_wanted(p) for p in phrases if plain.endswith(_wanted(p))]
    return plain[: -len(max(fitting, key=len)) + 1] if fitting else plain


def parts(lead_in: str) -> list[str]:
    """Return the parts between commas of what follows the last colon, semicolon or dash.

    The last one is empty where the lead-in ends in a comma.
    """
    return [part.strip() for part in _COMMA.split(_STRONG.split(lead_in)[-1])]


def untitled(passage: str, words: LimitWords) -> str:
    """Return a passage of one sentence less denials and conditions that stand in a title.

    “You Don't Know Jack” denies nothing. Within a sentence such words have a capital only there;
    the first word and words in capitals throughout stay.
    """
    kept = passage
    for match in reversed(list(_TITLED.finditer(passage))):
        limiting = normalised(match.group()) in {*words.negations, *words.conditions}
        if limiting and passage[: match.start()].strip(_OPENING):
            kept = kept[: match.start()] + kept[match.end() :]
    return kept


def governing(lead_in: str, quoted: str, words: LimitWords) -> str:
    """Return the clause that governs `quoted`, padded, the "that" that joins the two included.

    It begins behind the last comma and the last "and" or "but"; where nothing but the joining word
    stands behind the comma ("I do not believe, frankly, that …"), before them.
    """
    divided = parts(lead_in)
    joined = padded(divided[-1]).strip() in words.complements
    led = not divided[-1] and starts(quoted, words.complements)
    clause = padded(" ".join(divided) if joined or led else divided[-1])
    for joint in words.joints:
        clause = " " + clause.rpartition(padded(joint))[2].lstrip()
    return clause


def _pauses(words: str, phrase: str) -> bool:
    return after_phrase(words, phrase).startswith(",")
