"""Characters that a reader cannot see, or cannot tell from others."""

import unicodedata

from provcheck.model.span import Span
from provcheck.model.value import Value

_BIDI = {0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = {0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)}
# Joiners are spelling in these scripts, not tricks.
_JOINING = ("ARABIC", "DEVANAGARI", "BENGALI", "PERSIAN", "MALAYALAM", "SINHALA", "ZERO", "EMOJI")

# Letters that look like Latin ones in most type faces (Unicode TR 39, confusables).
_ALIKE = dict(zip("аеорсухіјѕһԁԛԝοανιρυκ", "aeopcyxijshdqwoavipuk", strict=True))
_ALIKE |= dict(zip("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIJSABEZHIKMNOPTYX", strict=True))
_CYRILLIC = {latin: letter for letter, latin in _ALIKE.items() if "Ѐ" <= letter <= "ӿ"}


class Hidden(Value):
    """One such character: where it stands in its text, and what Unicode calls it."""

    offset: int
    codepoint: int
    name: str


def hidden_in(text: str, span: Span) -> tuple[Hidden, ...]:
    """Return the hidden and look-alike characters within `span`, in order.

    Hidden are bidi controls, zero-width and tag characters, and soft hyphens; look-alike are
    letters of another script inside a word whose other letters are Latin (Unicode TR 39, mixed
    script). A joiner within a script or an emoji that is spelt with it is none.
    """
    found = []
    for offset in range(span.start, min(span.end, len(text))):
        code = ord(text[offset])
        if code < 0xAD:  # noqa: PLR2004  (nothing below is either)
            continue
        unseen = code in _BIDI or (code in _INVISIBLE and not _spelt_with(text, offset))
        if unseen or (text[offset].isalpha() and _looks_latin(text, offset)):
            found.append(_hidden(text, offset))
    return tuple(found)


def one_script(word: str) -> str:
    """Return a word with look-alike letters of another script put right, others as given.

    Only in a word of two scripts, and only where every letter of one of them is such a look-alike.
    """
    scripts = [unicodedata.name(c, "").partition(" ")[0] if c.isalpha() else "" for c in word]
    if "LATIN" not in scripts or not {"CYRILLIC", "GREEK"}.intersection(scripts):
        return word
    pairs = list(zip(word, scripts, strict=True))
    if all(c in _ALIKE for c, script in pairs if script in {"CYRILLIC", "GREEK"}):
        return "".join(_ALIKE.get(c, c) for c in word)
    if all(c in _CYRILLIC for c, script in pairs if script == "LATIN"):
        return "".join(_CYRILLIC.get(c, c) for c in word)
    return word


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


def _looks_latin(text: str, offset: int) -> bool:
    """Tell whether a Cyrillic or Greek letter stands in a word with Latin letters."""
    script = unicodedata.name(text[offset], "").partition(" ")[0]
    if script not in {"CYRILLIC", "GREEK"}:
        return False
    around = (text[offset - 1 : offset], text[offset + 1 : offset + 2])
    return any(c.isalpha() and unicodedata.name(c, "").startswith("LATIN") for c in around if c)
