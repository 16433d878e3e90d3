"""Turns the bytes of a source into characters, and says whether that went well."""

import codecs
import re

from provcheck.markup.encoding import Undecodable, decoded
from provcheck.model.value import Value
from provcheck.sources.body import Body, Unreadable

# One stray byte in a thousand is a pasted apostrophe; more means that the charset is another one.
_STRAY = 1 / 1000
# Bytes that are no UTF-8, as Python's surrogateescape keeps them, and what they most often are.
_ESCAPED = re.compile("[\udc80-\udcff]")
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(128, 256)}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REPLACEMENT = "\ufffd"
# What UTF-8 looks like once it was read as windows-1252 and stored again: Ã© for é, â€™ for ’.
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf]|â€[\u0090-\u00bf\u2018-\u203a™œ]")
_MOJIBAKE_SHARE = 1 / 500


class Characters(Value):
    """The characters of a source; `sound` is False where they cannot be trusted."""

    text: str
    sound: bool


def characters(body: Body) -> Characters:
    """Return the characters of `body`; raises Unreadable for binary data.

    A byte order mark rules; bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever is
    declared (no other text looks like it by chance); then the declared charset. Bytes that fit
    neither are read as windows-1252, and the text counts as unsound once there are more of them
    than one in a thousand.
    """
    data = body.data
    if not data.startswith(_BOMS) and (text := _as_utf8(data)) is not None:
        return _judged(text)
    try:
        return _judged(decoded(data, body.charset))
    except Undecodable:
        return _salvaged(data)


def _judged(text: str) -> Characters:
    if "\0" in text[:4096] or text.count("\0") * 100 > len(text):
        message = "the file is binary, not text"
        raise Unreadable(message)
    broken = text.count(_REPLACEMENT) > len(text) * _STRAY
    double = len(_MOJIBAKE.findall(text)) > max(3, len(text) * _MOJIBAKE_SHARE)
    return Characters(text=text.replace("\0", _REPLACEMENT), sound=not (broken or double))


def _as_utf8(data: bytes) -> str | None:
    if data.isascii():
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _salvaged(data: bytes) -> Characters:
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(text))
    read = _judged(text.translate(_WESTERN))
    return read.model_copy(update={"sound": read.sound and strays <= len(text) * _STRAY})
