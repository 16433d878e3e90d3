"""Kinds of edit between a source and a quotation of it, with where the words truly stand."""

import random
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.prose import Passage, Range, filler, passages, placed

APART = 600  # characters between the two sentences of a splice


class Trial(NamedTuple):
    """A quotation, a source, and the source spans that it was made of (none: absent)."""

    quote: str
    text: str
    truth: tuple[Range, ...]
    apart: bool = False  # every span must be found by itself


Kind = Callable[[Passage, int, random.Random], Trial | None]


def _alone(passage: Passage, size: int, chance: random.Random) -> tuple[str, Range]:
    document = placed((passage,), size, chance)
    return document.text, document.spans[0]


def unchanged(passage: Passage, size: int, chance: random.Random) -> Trial:
    text, span = _alone(passage, size, chance)
    return Trial(passage.words, text, (span,))


_FORMS = {"'": "’", "’": "'", "-": "‑", "–": "—", "—": "–"}
_SPACES = "\u00a0\u202f\u2009"
_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ü"}


def typographic(passage: Passage, size: int, chance: random.Random) -> Trial:
    """Other apostrophes, hyphens and dashes, some hard spaces, an accent written in two parts."""
    text, (start, end) = _alone(passage, size, chance)
    words = passage.words
    vowels = [i for i, c in enumerate(words) if c in _ACCENTS]
    if vowels:
        at = chance.choice(vowels)
        words = words[:at] + _ACCENTS[words[at]] + words[at + 1 :]
        text = text[:start] + words + text[end:]
    quote = unicodedata.normalize("NFD", "".join(_FORMS.get(c, c) for c in words))
    spaces = [i for i, c in enumerate(quote) if c == " "]
    for at in chance.sample(spaces, min(2, len(spaces))):
        quote = quote[:at] + chance.choice(_SPACES) + quote[at + 1 :]
    return Trial(quote, text, ((start, end),))


def _cut(words: str, chance: random.Random, most: int) -> tuple[int, int] | None:
    """A stretch of one to `most` inner words (offsets), at least three words from either end."""
    starts = [m.start() for m in re.finditer(r"\S+", words)]
    ends = [m.end() for m in re.finditer(r"\S+", words)]
    size = chance.randint(1, most)
    if len(starts) < size + 8:
        return None
    first = chance.randint(4, len(starts) - size - 4)
    return starts[first], ends[first + size - 1]


def ellipsis(passage: Passage, size: int, chance: random.Random) -> Trial | None:
    cut = _cut(passage.words, chance, 6)
    if cut is None:
        return None
    text, (start, end) = _alone(passage, size, chance)
    sign = chance.choice(["…", "...", "[…]", ". . ."])
    quote = f"{passage.words[: cut[0]].rstrip()} {sign} {passage.words[cut[1] :].lstrip()}"
    return Trial(quote, text, ((start, start + cut[0] - 1), (start + cut[1] + 1, end)))


def bracket(passage: Passage, size: int, chance: random.Random) -> Trial | None:
    cut = _cut(passage.words, chance, 2)
    if cut is None:
        return None
    text, (start, end) = _alone(passage, size, chance)
    put = chance.choice(["[the mayor]", "[his office]", "[the council]", "[they]"])
    quote = passage.words[: cut[0]] + put + passage.words[cut[1] :]
    return Trial(quote, text, ((start, start + cut[0] - 1), (start + cut[1] + 1, end)))


def one_word(passage: Passage, size: int, chance: random.Random) -> Trial | None:
    inner = list(re.finditer(r"\b[a-z]{5,}\b", passage.words))
    if not inner:
        return None
    text, span = _alone(passage, size, chance)
    old = chance.choice(inner)
    other = chance.choice(passages()).words
    new = [w for w in re.findall(r"\b[a-z]{5,}\b", other) if w[:4] != old[0][:4]]
    if not new:
        return None
    quote = passage.words[: old.start()] + chance.choice(new) + passage.words[old.end() :]
    return Trial(quote, text, (span,))


def negation(passage: Passage, size: int, chance: random.Random) -> Trial | None:
    quote = re.sub(r"\b(?:not|never) |(?<=[a-z])n['’]t\b", "", passage.words, count=1)
    if quote == passage.words:
        return None
    text, span = _alone(passage, size, chance)
    return Trial(quote, text, (span,))


def splice(passage: Passage, size: int, chance: random.Random) -> Trial | None:
    """Two sentences of one article, at least 600 characters apart, joined with no mark."""
    others = [
        p
        for p in passages()
        if p.article == passage.article and APART <= p.start - passage.end <= 3 * APART
    ]
    if not others:
        return None
    other = chance.choice(others)
    document = placed((passage, other), size, chance)
    return Trial(f"{passage.words} {other.words}", document.text, document.spans, apart=True)


def noise(passage: Passage, size: int, chance: random.Random) -> Trial:
    text, span = _alone(passage, size, chance)
    made = []
    for character in passage.words:
        roll = chance.random()
        if roll < 0.1 / 3:
            continue
        made.append(chance.choice("etaoinshrdlu") if roll < 0.2 / 3 else character)
        if roll > 1 - 0.1 / 3:
            made.append(chance.choice("etaoinshrdlu"))
    return Trial("".join(made), text, (span,))


def absent(passage: Passage, size: int, chance: random.Random) -> Trial:
    return Trial(passage.words, filler(passage.article, size, chance), ())


KINDS: dict[str, Kind] = {
    "exact": unchanged,
    "typographic": typographic,
    "ellipsis": ellipsis,
    "bracket": bracket,
    "one word": one_word,
    "negation": negation,
    "splice": splice,
    "10 % noise": noise,
    "absent": absent,
}
