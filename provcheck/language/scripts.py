"""Names across scripts: Cyrillic and Greek letters in Latin ones, and spellings of one name."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from provcheck.rulebook.scripts import scripts

_WORDS = re.compile(r"[^\W\d_]+")
_ENDING = 3  # letters that a case ending may add
_SURE = 4  # letters of a folded name below which only an equal one counts
_LONG = 6  # letters from which one of them may differ


def latin(words: str) -> str:
    """Return `words` in small Latin letters; what is neither Cyrillic nor Greek stays as it is."""
    plain = unicodedata.normalize("NFC", words.casefold())
    if plain.isascii():
        return plain
    # An accent in Greek marks stress, and й and ї are letters of their own: fold Greek alone.
    greek = re.sub(r"[\u0370-\u03ff\u1f00-\u1fff]+", _unstressed, plain)
    for letters, put in scripts().letters.items():
        greek = greek.replace(letters, put)
    return greek


def _unstressed(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFD", match.group())
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return what the usual spellings of one name share, whatever script it is written in."""
    plain = unicodedata.normalize("NFKD", latin(word))
    plain = "".join(c for c in plain if c.isalpha())
    for spelling, put in scripts().folds:
        plain = plain.replace(spelling, put)
    return re.sub(r"(.)\1+", r"\1", plain)


def sounds_in(text: str) -> frozenset[str]:
    """Return the sounds of all words of a text."""
    return frozenset(sound(word) for word in _WORDS.findall(text))


def stands_in(name: str, sounds: frozenset[str]) -> bool:
    """Tell whether a person's surname may be among the `sounds` of a text.

    Endings that a case adds, and one letter in a long name, are let pass: to be told that a name
    stands nowhere it must be like no word of the text.
    """
    parts = _WORDS.findall(name)
    if not parts:
        return True
    wanted = sound(parts[-1])
    return wanted in sounds or any(_same(wanted, other) for other in sounds)


def _same(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    if len(short) < _SURE or len(long) - len(short) > _ENDING:
        return False
    stem = short[:-1] if len(short) > _SURE else short
    near = len(short) >= _LONG and Levenshtein.distance(short, long, score_cutoff=1) <= 1
    return near or long.startswith(stem)


def script_of(text: str) -> str:
    """Return the script most letters of a text are in: latin, cyrillic, greek or other."""
    counts = {"latin": 0, "cyrillic": 0, "greek": 0, "other": 0}
    for char in text[:_LOOKED_AT]:
        if char.isalpha():
            name = unicodedata.name(char, "").partition(" ")[0].casefold()
            counts[name if name in counts else "other"] += 1
    return max(counts, key=lambda script: counts[script])


_LOOKED_AT = 5000
