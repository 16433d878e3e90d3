"""Characters that a reader cannot see, or cannot tell from others."""

import re
import unicodedata

import numpy as np

from provcheck.model.span import Span
from provcheck.model.value import Value

_FILLERS = "\u115f\u1160\u3164\uffa0"  # letters to Unicode, nothing to a reader
_BIDI = {0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = {0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)}
# A joiner of graphemes, fillers and a blank of Braille, invisible operators, annotation marks.
_INVISIBLE |= {0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, *range(0xFFF9, 0xFFFC)}
_INVISIBLE |= {*range(0x2061, 0x2065), *range(0x206A, 0x2070)}
# Joiners are spelling in these scripts, not tricks.
_JOINING = ("ARABIC", "DEVANAGARI", "BENGALI", "PERSIAN", "MALAYALAM", "SINHALA", "ZERO", "EMOJI")

# Letters that typefaces draw as they draw Latin ones (Unicode TR 39, confusables.txt).
_CYRILLIC = ("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌԚԜ", "aeopcyxijshdqwABEKMHOPCTYXIJSGQW")
_GREEK = ("ονραιυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovpaiuABEZHIKMNOPTYX")
_TO_LATIN = str.maketrans(*(one + two for one, two in zip(_CYRILLIC, _GREEK, strict=True)))
_TO_CYRILLIC = str.maketrans(*reversed(_CYRILLIC))
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_FIRST_OTHER, _AFTER_OTHERS = 0x370, 0x530
_MEETING = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_NUMBER = re.compile(r"\d{2,}")
# Letters with marks that European languages and Vietnamese are written with.
_USUAL_MARKS = re.compile("[\u00c0-\u024f\u1e80-\u1e85\u1ea0-\u1ef9]")
_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_OTHERS, _LATINS = re.compile(f"[{_OTHER}]"), re.compile(f"[{_LATIN}]")


class Hidden(Value):
    """One such character: where it stands in its text, and what Unicode calls it."""

    offset: int
    codepoint: int
    name: str

    @property
    def seen(self) -> bool:
        """Tell whether a reader sees it, as another letter than it is."""
        return chr(self.codepoint).isalnum() and chr(self.codepoint) not in _FILLERS


def hidden_in(text: str, span: Span) -> tuple[Hidden, ...]:
    """Return the hidden and look-alike characters within `span`, in order.

    Hidden are bidi controls, zero-width and tag characters, fillers, and soft hyphens; look-alike
    are letters of another script than the rest of their word has, which they can be taken for
    (Unicode TR 39, mixed script), and digits of another script than the rest of their number. A
    joiner within a script or an emoji that is spelt with it is none.
    """
    end = min(span.end, len(text))
    unseen = [at for at in range(span.start, end) if _is_unseen(text, at)]
    alike = [
        at
        for first, last in _mixed(text, span.start, end)
        for at in range(first, last)
        if ord(text[at]) in _posing(text[first:last])
    ]
    digits = _odd_digits(text, span.start, end)
    return tuple(_hidden(text, at) for at in sorted({*unseen, *alike, *digits}))


def stray_marks(said: str, original: str) -> tuple[str, ...]:
    """Return the names of marks on letters of `said` that `original`, else the same, lacks.

    Only marks set on letters that are hardly ever written with them: a dot above an n. Those of
    words with a capital are let be, for names are written in many ways.
    """
    plain = unicodedata.normalize("NFD", original)
    found = [
        sign
        for marked in _MARKED.findall(unicodedata.normalize("NFD", said))
        if marked not in plain and not _is_usual(marked)
        for sign in marked[1:]
    ]
    return tuple(dict.fromkeys(unicodedata.name(sign, f"U+{ord(sign):04X}") for sign in found))


def _is_usual(marked: str) -> bool:
    composed = unicodedata.normalize("NFC", marked)
    return marked[0].isupper() or (len(composed) == 1 and bool(_USUAL_MARKS.match(composed)))


def _odd_digits(text: str, start: int, end: int) -> list[int]:
    """Return where digits stand in a number that are of another script than its plainest."""
    if text.isascii():
        return []
    return [
        at
        for number in _NUMBER.finditer(text, start, end)
        for at in range(number.start(), number.end())
        if _zero(text[at]) != min(map(_zero, number.group()))
    ]


def _zero(digit: str) -> int:
    """Return the code of the zero that belongs to `digit`."""
    return ord(digit) - unicodedata.decimal(digit)


def as_read(text: str) -> str:
    """Return `text` with each look-alike letter as the one that it is taken for, one for one.

    Words wholly of another script stay: what looks like "cop" may be Russian for litter.
    """
    if text.isascii() or not _has_others(text):
        return text
    parts: list[str] = []
    at = 0
    for first, last in _mixed(text, 0, len(text)):
        word = text[first:last]
        parts += text[at:first], word.translate(_posing(word))
        at = last
    return "".join((*parts, text[at:]))


def _has_others(text: str) -> bool:
    """Tell whether a Greek or Cyrillic letter stands in `text`; arrays are faster than patterns."""
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    return bool(((units >= _FIRST_OTHER) & (units < _AFTER_OTHERS)).any())


def _mixed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words between `start` and `end` in which Latin letters meet others."""
    words: list[tuple[int, int]] = []
    at = start
    while met := _MEETING.search(text, at, end):
        first, last = met.span()
        while first > at and text[first - 1].isalpha():
            first -= 1
        while last < end and text[last].isalpha():
            last += 1
        words.append((first, last))
        at = last
    return words


def _posing(word: str) -> dict[int, int]:
    """Return those letters of a mixed word that can be taken for others, and for which ones.

    In a word that is plainly Cyrillic the Latin letters pose, in any other one those that are not
    Latin; "μm" deceives nobody.
    """
    others = {ord(letter) for letter in _OTHERS.findall(word)}
    latin = {ord(letter) for letter in _LATINS.findall(word)}
    plainly_cyrillic = not others <= _TO_LATIN.keys() and latin <= _TO_CYRILLIC.keys()
    posing, letters = (latin, _TO_CYRILLIC) if plainly_cyrillic else (others, _TO_LATIN)
    return {code: letters[code] for code in posing if code in letters}


def _is_unseen(text: str, offset: int) -> bool:
    code = ord(text[offset])
    return code in _BIDI or (code in _INVISIBLE and not _spelt_with(text, offset))


def _hidden(text: str, offset: int) -> Hidden:
    name = unicodedata.name(text[offset], f"U+{ord(text[offset]):04X}")
    return Hidden(offset=offset, codepoint=ord(text[offset]), name=name)


def _spelt_with(text: str, offset: int) -> bool:
    """Tell whether a joiner stands where its script needs it."""
    if ord(text[offset]) not in {0x200C, 0x200D}:
        return False
    before = text[offset - 1 : offset]
    return bool(before) and (
        unicodedata.name(before, "").startswith(_JOINING) or unicodedata.category(before) == "So"
    )
