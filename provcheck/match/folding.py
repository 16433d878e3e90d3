"""The form in which one word is compared with another."""

import re
import unicodedata

from provcheck.language.hidden import as_read

# Letters that are two letters, and that Unicode does not take apart.
LIGATURES = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"}
MINUSES = "−–‐‑﹣－"  # read as the hyphen-minus where they stand before a figure
_MINUS = str.maketrans(dict.fromkeys(MINUSES, "-"))
_PARTED = re.compile(r"[-‐]\r?\n[ \t]*")
_UNSEEN = re.compile(
    "[][()'’ʼ‘`´\u00ad\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_MIXED = re.compile("(\\d)([¼-¾⅐-⅞])")
_ACCENTS = ("COMBINING", "ARABIC", "HEBREW", "VARIATION")
_VOICED = "\u3099\u309a"


def folded(word: str) -> str:
    """Return the form by which words are compared: case, accents and apostrophes left out."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if word == "&":
        return "and"
    seen = _UNSEEN.sub("", _PARTED.sub("", word)).translate(_MINUS)
    seen = as_read(_MIXED.sub(_decimal, seen)).replace("ı", "i")
    plain = unicodedata.normalize("NFKD", seen).casefold()
    return "".join(_plain(c) for c in plain if not is_accent(c)) or word


def is_mark(character: str) -> bool:
    """Tell whether a character is set on the one before it."""
    return unicodedata.category(character)[0] == "M"


def is_accent(character: str) -> bool:
    """Tell whether a mark may be left out: an accent or a vowel point, no sign of a vowel.

    Indic and Thai signs, and the marks that voice a kana, spell another word: か, が.
    """
    if character.isascii() or not is_mark(character):
        return False
    return character not in _VOICED and unicodedata.name(character, "").startswith(_ACCENTS)


def _decimal(figure: re.Match[str]) -> str:
    """Return a whole number and a fraction behind it as one figure: 2½ is 2.5, not 21/2."""
    return figure[1] + f"{unicodedata.numeric(figure[2]):.4f}"[1:].rstrip("0")


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return "/" if letter == "⁄" else LIGATURES.get(letter, letter)
