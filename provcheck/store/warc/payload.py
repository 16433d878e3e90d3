"""The body that an answer in a WARC stands for: in one piece, unpacked, within bounds."""

import errno
import zlib
from pathlib import Path

from provcheck.model.value import Value
from provcheck.settings import Limits
from provcheck.store.files import open_regular
from provcheck.store.warc.inflated import BrokenWarcError, Inflated, Place

_MOST = Limits().source_bytes  # of a body, unpacked or not
_RAW_DEFLATE = -zlib.MAX_WBITS
_ANY_HEADER = 32 + zlib.MAX_WBITS  # zlib's or gzip's
_GZIP = b"\x1f\x8b"
_HEX = frozenset(b"0123456789abcdefABCDEF")
_LONGEST_SIZE = 16  # hexadecimal digits


class Capture(Value):
    """Where the body of an answer lies in a WARC file, and how it was sent."""

    file: Path
    place: Place
    length: int
    encoding: str = ""
    chunked: bool = False


def body_of(capture: Capture) -> bytes:
    """Return the body, without chunks and content encoding.

    Raises OSError, its `strerror` one plain clause, when the file cannot be read or has changed,
    when the body is broken, too large, or in an encoding other than gzip and deflate.
    """
    if capture.length > _MOST:
        raise _too_large()
    try:
        with open_regular(capture.file) as file:
            raw = Inflated(file, capture.place).read(capture.length)
    except BrokenWarcError as problem:
        raise OSError(errno.EIO, str(problem)) from None
    if len(raw) < capture.length:
        raise OSError(errno.EIO, "the WARC has changed since it was opened")
    return _decoded(_joined(raw) if capture.chunked else raw, capture.encoding)


def _decoded(data: bytes, encoding: str) -> bytes:
    match encoding.strip().casefold():
        case "" | "identity":
            return data
        case "gzip" | "x-gzip":
            # Some crawlers unpack and leave the field.
            return _unpacked(data) if data.startswith(_GZIP) else data
        case "deflate":
            return _unpacked(data)
        case other:
            raise OSError(errno.ENOTSUP, f"its content encoding {other[:20]!r} is not read")


def _unpacked(data: bytes) -> bytes:
    for bits in (_ANY_HEADER, _RAW_DEFLATE):
        stream = zlib.decompressobj(bits)
        try:
            out = stream.decompress(data, _MOST + 1)
        except zlib.error:
            continue
        if len(out) > _MOST:
            raise _too_large()
        if stream.eof:
            return out
    raise OSError(errno.EILSEQ, "its content encoding is broken or cut short")


def _joined(data: bytes) -> bytes:
    """Return a body without the sizes of its chunks; as it is when it never had any."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\n", at, at + 256)
        size = data[at : max(end, at)].partition(b";")[0].strip()
        if not size or len(size) > _LONGEST_SIZE or not _HEX.issuperset(size):
            break
        count = int(size, 16)
        if count == 0:
            return b"".join(parts)
        parts.append(data[end + 1 : end + 1 + count])
        at = end + 1 + count
        at += len(data[at : at + 2]) - len(data[at : at + 2].lstrip(b"\r\n"))
    if not parts:
        return data
    raise OSError(errno.EILSEQ, "its chunks are broken or cut short")


def _too_large() -> OSError:
    return OSError(errno.EFBIG, f"larger than {_MOST} bytes")
