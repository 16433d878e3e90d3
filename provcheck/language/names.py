"""Names of people and bodies: when two of them, written differently, are one."""

import re
import unicodedata
from functools import lru_cache

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "dame",
        "lord",
        "lady",
        "president",
        "minister",
        "chancellor",
        "senator",
        "governor",
        "king",
        "queen",
        "prince",
        "princess",
        "general",
        "colonel",
        "major",
        "captain",
        "judge",
        "justice",
        "secretary",
        "mayor",
        "professor",
        "commissioner",
        "ambassador",
        "chairman",
        "chairwoman",
        "chief",
        "the",
        "herr",
        "frau",
        "madame",
        "monsieur",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "di",
        "da",
        "du",
        "dos",
        "of",
    ]
)
_PARTS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Letters that transliterations of one name exchange, folded to one spelling.
_FOLDS = (
    ("sch", "sh"), ("ff", "v"), ("tsch", "ch"), ("kh", "h"), ("ck", "k"), ("ts", "c"), ("ph", "f"),
    ("yy", "i"), ("iy", "i"), ("ij", "i"), ("ii", "i"), ("y", "i"), ("j", "i"), ("w", "v"),
)  # fmt: skip


def surname(name: str) -> str:
    """Return the last name-bearing word of `name` as written, or "" when there is none."""
    parts = _parts(name)
    return parts[-1] if parts else ""


def same_name(a: str, b: str) -> bool:
    """Tell whether two names may be one bearer's.

    True for equal names, a name and its surname, spelling variants of transliterated names
    (Zelenskiy, Zelensky), titles and articles left out. Given names that differ part two people.
    """
    one, two = [name_key(p) for p in _parts(a)], [name_key(p) for p in _parts(b)]
    if not one or not two or one[-1] != two[-1]:
        return bool(one and two) and one == two
    return (
        _led(a, b)
        or _led(b, a)
        or all(_may_be(x, y) for x, y in zip(one[:-1], two[:-1], strict=False))
    )


def _led(long: str, short: str) -> bool:
    """Tell whether `long` is the whole of `short` behind an office or a further first name."""
    if " " not in short or not long.endswith(f" {short}"):
        return False
    return all(word[0].isupper() for word in long.removesuffix(short).split())


def _may_be(a: str, b: str) -> bool:
    """Tell whether two given names agree: equal, or one the initial of the other."""
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _parts(name: str) -> list[str]:
    words = _PARTS.findall(name)
    return [w for w in words if w.casefold() not in _TITLES and w.casefold() not in _PARTICLES]


@lru_cache(maxsize=4096)
def name_key(word: str) -> str:
    """Return a spelling that transliterations of one word share; for comparing, not for show."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if c.isalpha())
    for written, folded in _FOLDS:
        plain = plain.replace(written, folded)
    return re.sub(r"(.)\1+", r"\1", plain).removesuffix("i") or plain
