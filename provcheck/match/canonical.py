"""A text made ready for searching: one byte a character, with the way back to the original.

Case, accents, apostrophes and hidden characters are folded, punctuation parts words; what carries
meaning is kept: points and commas within a number, its sign, per cent, currency and relations. The
bytes locate a passage; whether two words are the same is decided on the words themselves, since
letters outside ASCII share 127 values.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from provcheck.match.folding import LIGATURES, MINUSES, is_accent

_DROPPED, _SPACE, _FULL = 0, 32, 127
_PLUS, _MARKS, _DIGITS = ord("+"), 4, 10  # + , - . are four in a row
_APOSTROPHES = "'’ʼ‘`´\u0640"  # and the stroke that lengthens an Arabic word
_SIGNS = "+-" + MINUSES  # before a figure, where no word or figure stands right before them
_WITHIN = ".,:"  # between two digits of one figure
# Symbols that are words of their own; each has a byte below the space.
_SYMBOLS = "%$<>=£€¥₽‰±≤≥"
_AMPERSAND, _SPELT, _IDEOGRAPH = 29, 30, 31  # "&" is "and"; ﬁ is "fi"; a sign is a word
_FIXED = {symbol: 1 + at for at, symbol in enumerate(_SYMBOLS)}
_FIXED |= {sign: ord("+" if sign == "+" else "-") for sign in _SIGNS}
_FIXED |= {mark: ord(mark) for mark in _WITHIN} | {"&": _AMPERSAND, "ı": ord("i")}
_JOINED = re.compile(r"(?<=[^\W\d_])[-‐]\r?\n[ \t]*(?=[^\W\d_])")
_IDEOGRAPHS = (
    *((0x3041, 0x3099), (0x309D, 0x30A0), (0x30A1, 0x30FB), (0x30FC, 0x3100), (0x31F0, 0x3200)),
    *((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0xFF66, 0xFF9E), (0x20000, 0x32000)),
)
# Presentation forms, variation selectors, letters of mathematics, pictures: looked up one by one.
_FORMS = (
    *((0x3099, 0x309D), (0x30A0, 0x30A1), (0x30FB, 0x30FC), (0xFB00, 0xFE30), (0xFE50, 0xFF00)),
    *((0x1D400, 0x1D800), (0x1F000, 0x1FB00), (0xE0000, 0xE0080)),
)

Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Canonical:
    """Folded words parted and framed by single spaces, and where each byte comes from.

    `offsets[i]` is the code point of the original that byte i of `words` stands for; several
    bytes may stand for one ("ﬁ", "&").
    """

    words: bytes
    offsets: Offsets


def canonical(text: str) -> Canonical:
    """Return `text` ready for searching; takes any string, lone surrogates included."""
    folded = np.full(len(text) + 2, _SPACE, np.uint8)  # framed by a space on either side
    if text.isascii():
        folded[1:-1] = np.frombuffer(text.encode().translate(_table()[1]), np.uint8)
    else:
        folded[1:-1] = _table()[0].take(_codes(text))
    marks = np.flatnonzero((folded - _PLUS < _MARKS) | (folded == ord(":")))  # unsigned
    if len(marks):
        hyphens = marks[folded[marks] == ord("-")].tolist()
        if any(text[at : at + 1] in {"\n", "\r"} for at in hyphens) or "‐\n" in text:
            for joint in _JOINED.finditer(text):
                folded[joint.start() + 1 : joint.end() + 1] = _DROPPED
        _keep_numbers(folded, marks)
    return _kept(text, folded)


def _keep_numbers(folded: Bytes, at: npt.NDArray[np.intp]) -> None:
    """Set to a space, in place, each of the marks `at` that is no part of a figure."""
    mark, before, after = folded[at], folded[at - 1], folded[at + 1]
    digit_before, digit_after = (each - ord("0") < _DIGITS for each in (before, after))
    sign = (mark == ord("-")) | (mark == ord("+"))
    word_before = (before > _SPACE) & (before != ord("-")) & (before != ord("+"))
    kept = digit_after & np.where(sign, ~word_before, digit_before) | (mark == _DROPPED)
    folded[at[~kept]] = _SPACE


def _kept(text: str, folded: Bytes) -> Canonical:
    """Return what is kept, runs of spaces squeezed, symbols set apart, ligatures spelt out."""
    space = folded == _SPACE
    keep = folded != _DROPPED
    keep[1:] &= ~(space[1:] & space[:-1])
    words = folded[keep]
    offsets = np.arange(-1, len(folded) - 1, dtype=np.int32)[keep]
    offsets[0] = 0
    if words.min() < _SPACE:
        words, offsets = _spelt_out(text, words, offsets)
    space = words == _SPACE
    doubled = space[1:] & space[:-1]  # spaces meet where what stood between them was dropped
    if doubled.any():
        keep = np.concatenate(([True], ~doubled))
        words, offsets = words[keep], offsets[keep]
    return Canonical(words=words.tobytes(), offsets=offsets)


def _spelt_out(text: str, words: Bytes, offsets: Offsets) -> tuple[Bytes, Offsets]:
    """Return the bytes with symbols and ideographs set apart, and ligatures spelt out."""
    odd = np.flatnonzero(words < _SPACE)
    ideographs = odd[words[odd] == _IDEOGRAPH]
    spelt = odd[(words[odd] == _AMPERSAND) | (words[odd] == _SPELT)]
    apart = np.setdiff1d(odd, spelt, assume_unique=True)
    words[ideographs] = 128 + _codes(text)[offsets[ideographs]] % _FULL if len(ideographs) else 0
    places, before = (apart + 1).tolist(), apart.tolist()
    values = [_SPACE] * len(places)
    for at in spelt.tolist():
        letters = _letters(text[offsets[at]]) if words[at] == _SPELT else b" and "
        lead = letters[:1] if letters[0] == _SPACE else b""
        words[at] = letters[len(lead)]
        before += [at] * len(lead)
        places += [at + 1] * (len(letters) - len(lead) - 1)
        values += letters[len(lead) + 1 :]
    # What belongs behind one sign stands before what belongs before the next.
    places, values = [*places, *before], [*values, *[_SPACE] * len(before)]
    order = np.argsort(np.array(places), kind="stable")
    where, held = np.array(places)[order], np.array(values, np.uint8)[order]
    # A letter put in belongs to the sign that it is put in for.
    sources = offsets[where]
    sources[held != _SPACE] = offsets[where[held != _SPACE] - 1]
    return np.insert(words, where, held), np.insert(offsets, where, sources)


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _letters(character: str) -> bytes:
    """Return the folded letters and digits of one character, each as one byte."""
    plain = LIGATURES.get(character) or unicodedata.normalize("NFKD", character).casefold()
    plain = "".join(LIGATURES.get(c, c) for c in plain)
    return bytes(_byte(c) for c in plain if c.isalnum())


def _byte(letter: str) -> int:
    return ord(letter) if letter.isascii() else _hashed(ord(letter))


def _hashed(code: int) -> int:
    """Return one of 127 bytes above ASCII; neighbours in an alphabet have different ones."""
    return 128 + code % _FULL


def _entry(code: int) -> int:
    """Return the byte that the table holds for a code point."""
    character = chr(code)
    if character in _FIXED:
        return _FIXED[character]
    category = unicodedata.category(character)
    if category in {"Cf", "Me"} or character in _APOSTROPHES or is_accent(character):
        return _DROPPED
    return _letter(character) if category[0] in "LNM" else _SPACE


def _letter(character: str) -> int:
    if character.isdecimal():
        return ord("0") + unicodedata.decimal(character)
    letters = _letters(character)
    if not letters:
        return _hashed(ord(character))
    if len(letters) == 1:
        return letters[0]
    # A fraction such as ½ is a figure of its own, not the figures that it is made of.
    return _SPELT if unicodedata.category(character)[0] == "L" else _hashed(ord(character))


@lru_cache(maxsize=1)
def _table() -> tuple[Bytes, bytes]:
    """Return the byte of every code point, and those of ASCII as bytes.translate takes them."""
    table = (128 + np.arange(0x110000) % _FULL).astype(np.uint8)
    table[:0x3041] = [_entry(code) for code in range(0x3041)]
    for first, last in _IDEOGRAPHS:
        table[first:last] = _IDEOGRAPH
    for first, last in _FORMS:
        table[first:last] = [_entry(code) for code in range(first, last)]
    table[0xFF01:0xFF5F] = table[0x21:0x7F]  # full-width forms
    return table, table[:256].tobytes()
