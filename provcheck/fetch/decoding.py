"""Undoes the encoding of a response's body, within bounds: nothing is unpacked unseen."""

import re
import zlib
from collections.abc import Iterator

from provcheck.settings import Limits

_PLAIN = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})
_MAGIC = b"\x1f\x8b\x08"
_STEP = 64 << 10  # bytes taken in, or unpacked, at a time
_FREE = 1 << 20  # bytes for which the ratio does not count: small files may be very compressible
_MOST_MEMBERS = 1000  # a log that is rotated daily has some hundreds
_SHOWN = re.compile(r"[a-z0-9_, +-]{1,40}")


class BodyError(ValueError):
    """The body of a response cannot be unpacked; the message is one plain clause that says why."""


class Decoder:
    """Unpacks one body as it comes in; `encoding` is the value of its Content-Encoding.

    Nothing and one layer of gzip are taken: only they are asked for. Raises BodyError for any
    other encoding, here and at once. What comes out does not depend on how the body was cut.
    """

    def __init__(self, encoding: str, limits: Limits) -> None:
        name = encoding.strip().casefold()
        if name not in _PLAIN | _GZIP:
            shown = f"its encoding {name}" if _SHOWN.fullmatch(name) else "its encoding"
            message = f"{shown} was not asked for"
            raise BodyError(message)
        self._limits = limits
        self._unpacked = _Members() if name in _GZIP else None
        self._raw = self._decoded = 0

    def feed(self, raw: bytes) -> bytes:
        """Return what the next bytes of the body unpack to.

        Raises BodyError when the body is broken or larger than the limits allow, as sent or
        unpacked, before more than 64 kB beyond them are held.
        """
        self._raw += len(raw)
        if self._raw > self._limits.raw_bytes:
            raise BodyError(_too_large(self._limits.raw_bytes))
        if self._unpacked is None:
            return self._counted(raw)
        found = bytearray()
        for at in range(0, len(raw), _STEP):
            for piece in self._unpacked.pieces(raw[at : at + _STEP]):
                found += self._counted(piece)
        return bytes(found)

    def finish(self) -> bytes:
        """Return what is left when the body has ended; raises BodyError when it ended too soon.

        Also for a body that unpacks to more than `limits.inflation` times its size: told only
        here, so that it does not depend on how the body was cut.
        """
        if self._unpacked is not None and self._unpacked.cut_off:
            message = "its gzip data is cut off"
            raise BodyError(message)
        if self._decoded > max(_FREE, self._raw * self._limits.inflation):
            message = f"it unpacks to more than {self._limits.inflation} times its size"
            raise BodyError(message)
        return b""

    def _counted(self, piece: bytes) -> bytes:
        self._decoded += len(piece)
        if self._decoded > self._limits.source_bytes:
            message = _too_large(self._limits.source_bytes)
            raise BodyError(message if self._unpacked is None else f"{message} when unpacked")
        return piece


class _Members:
    """The members of a gzip file, one after another; what stands behind the last is ignored."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self._begun = False  # whether the member in hand has had a byte
        self._between = b""  # bytes behind a member that may begin another
        self._count = 0
        self._over = False

    @property
    def cut_off(self) -> bool:
        """Tell whether a member has begun and not ended."""
        return self._begun and not self._member.eof

    def pieces(self, raw: bytes) -> Iterator[bytes]:
        """Yield what `raw` unpacks to, in pieces of 64 kB at most."""
        while raw and not self._over:
            if self._member.eof:
                raw = self._next(self._between + raw)
                continue
            self._begun = True
            yield (piece := self._step(raw))
            while len(piece) == _STEP:  # there may be more, also where all was taken in
                yield (piece := self._step(self._member.unconsumed_tail))
            raw = self._member.unused_data

    def _step(self, raw: bytes) -> bytes:
        try:
            return self._member.decompress(raw, _STEP)
        except zlib.error:
            message = "its gzip data is broken"
            raise BodyError(message) from None

    def _next(self, raw: bytes) -> bytes:
        """Open a further member if `raw` begins one; return what there is of it."""
        if len(raw) < len(_MAGIC) and _MAGIC.startswith(raw):
            self._between = raw
            return b""
        self._between = b""
        self._over = not raw.startswith(_MAGIC)
        if self._over:
            return b""
        self._count += 1
        if self._count >= _MOST_MEMBERS:
            message = f"its gzip data has more than {_MOST_MEMBERS} parts"
            raise BodyError(message)
        self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        return raw


def _too_large(most: int) -> str:
    return f"it is larger than {most >> 20} MB" if most >> 20 else f"it is larger than {most} bytes"
