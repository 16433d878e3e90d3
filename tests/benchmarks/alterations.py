"""Unmarked changes to a sentence that no house permits: each must be told from the source's words.

A generator takes a passage and returns (the source's words, the quotation), or None where the
sentence does not lend itself. Where the source's words differ from the passage's (a planted
decimal, a sign), the source is written so.
"""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.prose import Passage, passages


class Change(NamedTuple):
    """What the source says at the passage, what the article quotes, and a second passage if any."""

    source: str
    quote: str
    other: Passage | None = None  # a second sentence of the same article that the source must hold


Change_ = Callable[[Passage, random.Random], Change | None]

# Words whose loss or arrival some house calls no change: fillers, and forms of speech.
_SPOKEN = """
really actually basically literally simply certainly indeed anyway therefore okay right there these
those which where while other again being toward towards upon though also
"""
_LIGHT = frozenset(_SPOKEN.split())
_CONTENT = re.compile(r"(?<![\w’'-])[a-z]{6,}(?![\w’'-])")


def _swapped(words: str, at: re.Match[str], put: str) -> str:
    return words[: at.start()] + put + words[at.end() :]


def _one(pattern: str | re.Pattern[str], words: str, chance: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, words))
    return chance.choice(found) if found else None


def _elsewhere(words: str, chance: random.Random) -> str:
    """A content word of another sentence that this one lacks, and that is no form of its words."""
    stems = {word[:4].lower() for word in re.findall(r"\w{4,}", words)}
    while True:
        drawn = _CONTENT.findall(chance.choice(passages()).words)
        kept = [w for w in drawn if w not in _LIGHT and w[:4] not in stems]
        if kept:
            return chance.choice(kept)


def not_dropped(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(r"\b(?:not|never) (?!only)|(?<=[dstr])n['’]t(?= )", passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, ""))


def not_added(passage: Passage, chance: random.Random) -> Change | None:
    verbs = r"\b(?:is|are|was|were|will|would|should|could|must|has|have)(?= [a-z]+)(?! not\b)"
    at = _one(verbs, passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, at[0] + " not"))


_WHOLE = r"(?<![\w.,$:/-])\d{1,4}(?![\w.,:/-]*\d)(?!\w)"


def number_changed(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(_WHOLE, passage.words, chance)
    if at is None:
        return None
    new = str(int(at[0]) + chance.choice([1, 2, 10, 30]))
    return Change(passage.words, _swapped(passage.words, at, new))


def point_moved(passage: Passage, chance: random.Random) -> Change | None:
    """A decimal, planted in a number of two digits, whose point the quotation moves or drops."""
    at = _one(r"(?<![\w.,$:/-])[1-9]\d(?![\w.,:/-]*\d)(?!\w)", passage.words, chance)
    if at is None:
        return None
    source = _swapped(passage.words, at, f"{at[0][0]}.{at[0][1]}")
    new = chance.choice([at[0], f"0.{at[0]}"])
    return Change(source, _swapped(passage.words, at, new))


def sign_lost(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(_WHOLE, passage.words, chance)
    if at is None or len(at[0]) == 4:
        return None
    source = _swapped(passage.words, at, chance.choice(["-", "−"]) + at[0])
    return Change(source, passage.words)


_MODALS = {
    "will": ["may", "should", "could"],
    "would": ["will", "must"],
    "can": ["must", "will"],
    "could": ["will", "should"],
    "may": ["will", "must"],
    "might": ["will", "must"],
    "should": ["must", "could"],
    "must": ["may", "should"],
}


def modal_swapped(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(rf"\b(?:{'|'.join(_MODALS)})\b(?= [a-z])", passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, chance.choice(_MODALS[at[0]])))


_OTHERS = {
    "million": ["billion", "thousand"],
    "billion": ["million", "trillion"],
    "percent": ["million", "points"],
    "years": ["months", "weeks"],
    "months": ["years", "weeks"],
    "weeks": ["months", "days"],
    "days": ["weeks", "hours"],
    "points": ["percent"],
    "miles": ["feet", "kilometers"],
}


def unit_swapped(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(rf"(?<=\d )(?:{'|'.join(_OTHERS)})\b", passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, chance.choice(_OTHERS[at[0]])))


_COUNTED = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def number_word_changed(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(rf"(?<= )(?:{'|'.join(_COUNTED)})(?= [a-z])", passage.words, chance)
    put = chance.choice(_COUNTED)
    if at is None or put == at[0]:
        return None
    return Change(passage.words, _swapped(passage.words, at, put))


_FORMS = {
    "tense changed": {"is": "was", "was": "is", "are": "were", "were": "are", "has": "had"},
    "pronoun swapped": {"he": "she", "we": "they", "they": "we", "his": "her", "our": "their"},
}


def _form_changed(kind: str) -> Change_:
    forms = _FORMS[kind]

    def change(passage: Passage, chance: random.Random) -> Change | None:
        at = _one(rf"(?<= )(?:{'|'.join(forms)})(?= [a-z])", passage.words, chance)
        return at and Change(passage.words, _swapped(passage.words, at, forms[at[0]]))

    return change


_WEIGHTS = "only nearly almost roughly approximately possibly probably likely allegedly reportedly"
_WEIGHTS += " mostly partly most some many often usually sometimes always"


def qualifier_dropped(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(rf"(?<= )(?:{'|'.join(_WEIGHTS.split())}) (?!of\b)(?=[a-z\d])", passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, ""))


def qualifier_added(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(r"\b(?:is|are|was|were|will|would|has|have)(?= [a-z]+)", passage.words, chance)
    put = chance.choice(["only", "nearly", "probably", "allegedly", "often", "partly"])
    return at and Change(passage.words, _swapped(passage.words, at, f"{at[0]} {put}"))


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?![\w-])")


def name_swapped(passage: Passage, chance: random.Random) -> Change | None:
    at = _one(_NAME, passage.words, chance)
    others = [
        n for n in _NAME.findall(chance.choice(passages()).words) if at and n[:3] != at[0][:3]
    ]
    if at is None or not others:
        return None
    return Change(passage.words, _swapped(passage.words, at, chance.choice(others)))


def _heavy(passage: Passage, chance: random.Random) -> re.Match[str] | None:
    found = [m for m in _CONTENT.finditer(passage.words) if m[0] not in _LIGHT]
    return chance.choice(found) if found else None


def word_swapped(passage: Passage, chance: random.Random) -> Change | None:
    at = _heavy(passage, chance)
    put = _elsewhere(passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, put))


def word_dropped(passage: Passage, chance: random.Random) -> Change | None:
    at = _heavy(passage, chance)
    if at is None or passage.words[at.end() : at.end() + 1] != " ":
        return None
    return Change(passage.words, passage.words[: at.start()] + passage.words[at.end() + 1 :])


def word_added(passage: Passage, chance: random.Random) -> Change | None:
    at = _heavy(passage, chance)
    put = _elsewhere(passage.words, chance)
    return at and Change(passage.words, _swapped(passage.words, at, f"{put} {at[0]}"))


def spliced(passage: Passage, chance: random.Random) -> Change | None:
    """Two sentences of one article, at least 600 characters apart, as one quotation."""
    others = [
        p
        for p in passages()
        if p.article == passage.article and 600 <= p.start - passage.end <= 1800
    ]
    other = chance.choice(others) if others else None
    return other and Change(passage.words, f"{passage.words} {other.words}", other)


def reordered(passage: Passage, chance: random.Random) -> Change | None:
    """Two sentences that follow each other, the second one first."""
    del chance
    others = [
        p for p in passages() if p.article == passage.article and 0 < p.start - passage.end <= 2
    ]
    return (
        Change(passage.words, f"{others[0].words} {passage.words}", others[0]) if others else None
    )


ALTERATIONS: dict[str, Change_] = {
    "not dropped": not_dropped,
    "not added": not_added,
    "number changed": number_changed,
    "number word": number_word_changed,
    "unit swapped": unit_swapped,
    "point moved": point_moved,
    "sign lost": sign_lost,
    "modal swapped": modal_swapped,
    "qualifier dropped": qualifier_dropped,
    "qualifier added": qualifier_added,
    "name swapped": name_swapped,
    "word swapped": word_swapped,
    "word dropped": word_dropped,
    "word added": word_added,
    **{kind: _form_changed(kind) for kind in _FORMS},
    "spliced": spliced,
    "reordered": reordered,
}
