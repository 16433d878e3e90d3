"""From bytes to characters, strictly: what cannot be decoded is told, with its place."""

import codecs
import re

from w3lib.encoding import resolve_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})")
_HEAD = 2048  # bytes in which a page may declare its encoding
# Python knows encodings that are no charsets, or that turn harmless text into markup.
_NEVER = {"utf-7", "utf_7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"}


class Undecodable(ValueError):  # noqa: N818
    """Bytes are not text in `encoding`; `offset` is the first byte that is wrong."""

    def __init__(self, encoding: str, offset: int) -> None:
        super().__init__(f"byte {offset} is not {encoding}")
        self.encoding, self.offset = encoding, offset


def decoded(data: bytes, declared: str | None = None) -> str:
    """Return the characters of `data`, a byte order mark left out.

    A byte order mark rules, then `declared`, then what an HTML or XML head declares, then UTF-8.
    Labels mean what browsers take them for (iso-8859-1 is windows-1252); unknown or unsafe ones
    are passed over. Raises Undecodable, and nothing else.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding).removeprefix("\ufeff")
    labels = [declared or "", *(m.group(1).decode("ascii") for m in _declared(data))]
    return _strict(data, next(filter(None, map(_known, labels)), "utf-8"))


def _declared(data: bytes) -> list[re.Match[bytes]]:
    found = (_XML.search(data, 0, _HEAD), _META.search(data, 0, _HEAD))
    return [match for match in found if match]


def _known(label: str) -> str | None:
    encoding = resolve_encoding(label.strip()) if label.strip() else None
    if encoding is None or encoding.replace("-", "_") in {n.replace("-", "_") for n in _NEVER}:
        return None
    try:
        is_text = codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001
    except LookupError:
        return None
    # A charset that a text declares in ASCII cannot be one of two bytes a character.
    return encoding if is_text and not encoding.startswith(("utf-16", "utf-32")) else None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise Undecodable(encoding, problem.start) from None
    except (LookupError, UnicodeError, ValueError):
        raise Undecodable(encoding, 0) from None
