"""Turns the bytes of a source into characters, and says whether that went well."""

import codecs
import re

from provcheck.markup.encoding import Undecodable, decoded
from provcheck.model.evidence import Completeness
from provcheck.model.value import Value
from provcheck.sources.body import Body, Unreadable

# Half a million words. What is larger is read from its beginning.
MOST_CHARACTERS = 3_000_000
_NEAR = 10_000  # characters before the end in which a line's end is looked for
# One stray byte in a thousand is a pasted apostrophe; more means that the charset is another one.
_STRAY = 1 / 1000
# Bytes that are no UTF-8, as Python's surrogateescape keeps them, and what they most often are.
_ESCAPED = re.compile("[\udc80-\udcff]")
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(128, 256)}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = "the file is binary, not text"
_REPLACEMENT = "\ufffd"
# What UTF-8 looks like once it was read as windows-1252 and stored again: Ã© for é, â€™ for ’.
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf]|â€[\u0090-\u00bf\u2018-\u203a™œ]")
_MOJIBAKE_SHARE = 1 / 500


class Characters(Value):
    """The characters of a source, from its beginning.

    `sound` is False where they cannot be trusted, `cut` True where they are not all.
    """

    text: str
    sound: bool
    cut: bool = False

    @property
    def completeness(self) -> Completeness:
        """Return how complete a reading of these characters is that leaves none of them out."""
        if not self.sound:
            return Completeness.WRONG_CHARSET
        return Completeness.TRUNCATED if self.cut else Completeness.WHOLE


def characters(body: Body) -> Characters:
    """Return the characters of `body`, the first 3,000,000; raises Unreadable for binary data.

    A byte order mark rules; bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever is
    declared (no other text looks like it by chance); then the declared charset. Bytes that fit
    neither are read as windows-1252, and the text counts as unsound once there are more of them
    than one in a thousand.
    """
    if b"\0" in body.data[:4096] and not body.data.startswith(_BOMS):
        raise Unreadable(_BINARY)
    whole = _decoded(body)
    text = _beginning(whole)
    cut = len(text) < len(whole)
    strays = 0 if text.isascii() else _count(_ESCAPED, text)
    if strays:
        text = text.translate(_WESTERN)
    if "\0" in text[:4096] or text.count("\0") * 100 > len(text):
        raise Unreadable(_BINARY)
    broken = max(strays, text.count(_REPLACEMENT)) > len(text) * _STRAY
    double = _count(_MOJIBAKE, text) > max(3, len(text) * _MOJIBAKE_SHARE)
    text = text.replace("\0", _REPLACEMENT)
    return Characters(text=text, sound=not (broken or double), cut=cut)


def _decoded(body: Body) -> str:
    """Return the characters of `body`; bytes that are none stand as surrogateescape has them."""
    data = body.data
    if not data.startswith(_BOMS) and (text := _as_utf8(data)) is not None:
        return text
    try:
        return decoded(data, body.charset)
    except Undecodable:
        return data.decode("utf-8", "surrogateescape")


def _beginning(text: str) -> str:
    """Return as much of a text as is read: to the end of a line, where one ends near."""
    if len(text) <= MOST_CHARACTERS:
        return text
    end = text.rfind("\n", MOST_CHARACTERS - _NEAR, MOST_CHARACTERS)
    return text[: end if end > 0 else MOST_CHARACTERS]


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _as_utf8(data: bytes) -> str | None:
    if data.isascii():
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
