"""The bytes of a WARC file, plain or gzipped record by record, with bounds on what they become.

Own code, since warcio 1.8 reads a gzip member that breaks off as a shorter record, takes lines of
any length and prints to standard error.
"""

import zlib
from typing import BinaryIO, NamedTuple

_CHUNK = 64 << 10
_GZIP = b"\x1f\x8b"
_GZIP_BITS = 16 + zlib.MAX_WBITS
_INFLATION = 200  # bytes a byte of the file; text comes to 10, and zeros to 1000
_FREE = 64 << 20  # bytes that no ratio is asked of


class BrokenWarcError(ValueError):
    """The bytes are no WARC; the words are one plain clause."""


class Place(NamedTuple):
    """Where something begins: bytes from `member`, an offset in the file, after inflation."""

    member: int
    inside: int


BEGINNING = Place(0, 0)


class Inflated:
    """The bytes of `file`, from `place` on, read once from there to the end.

    All reading raises BrokenWarcError, and OSError.
    """

    def __init__(self, file: BinaryIO, place: Place = BEGINNING) -> None:
        self._file = file
        self._buffer = b""
        self._raw = b""  # read from the file and not yet inflated
        self._at = place.member  # where in the file `_raw` ends
        self._member = place.member
        self._made = 0  # bytes of the member so far
        self._free = _FREE
        file.seek(place.member)
        self._pull()
        self._gzip = zlib.decompressobj(_GZIP_BITS) if self._raw.startswith(_GZIP) else None
        self.skip(place.inside)

    @property
    def place(self) -> Place:
        """Where the next byte that is read stands."""
        if not self._buffer:
            self._fill()
        return Place(self._member, self._made - len(self._buffer))

    def read(self, count: int) -> bytes:
        """Return `count` bytes, fewer only at the end."""
        parts: list[bytes] = []
        while count > 0 and (self._buffer or self._fill()):
            parts.append(self._buffer[:count])
            self._buffer = self._buffer[count:]
            count -= len(parts[-1])
        return b"".join(parts)

    def skip(self, count: int) -> int:
        """Pass over `count` bytes and return how many there were."""
        left = count
        while left > 0 and (self._buffer or self._fill()):
            taken = min(left, len(self._buffer))
            self._buffer = self._buffer[taken:]
            left -= taken
        return count - left

    def line(self, longest: int) -> bytes:
        """Return the bytes up to the next line feed, with it, and never more than `longest`."""
        parts: list[bytes] = []
        while longest > 0 and (self._buffer or self._fill()):
            end = self._buffer.find(b"\n", 0, longest) + 1
            parts.append(self._buffer[: end or longest])
            self._buffer = self._buffer[len(parts[-1]) :]
            longest -= len(parts[-1])
            if end:
                break
        return b"".join(parts)

    def _pull(self) -> bool:
        """Read on in the file; tell whether there was anything."""
        got = self._file.read(_CHUNK)
        self._at += len(got)
        self._raw += got
        return bool(got)

    def _fill(self) -> bool:
        """Fill the empty buffer, from one member alone; tell whether there was anything."""
        if self._gzip is None:
            return self._fill_plain()
        while not self._buffer:
            if self._gzip.eof and not self._next_member():
                return False
            if not self._raw and not self._gzip.eof and not self._pull():
                message = "the file ends in the middle of a gzip member"
                raise BrokenWarcError(message)
            self._inflate(self._gzip)
        return True

    def _fill_plain(self) -> bool:
        if not self._raw and not self._pull():
            return False
        self._buffer, self._raw = self._raw, b""
        self._made += len(self._buffer)
        return True

    def _inflate(self, gzip: "zlib._Decompress") -> None:
        before = len(self._raw)
        try:
            self._buffer = gzip.decompress(self._raw, _CHUNK)
        except zlib.error:
            message = "its gzip is broken"
            raise BrokenWarcError(message) from None
        self._raw = gzip.unused_data if gzip.eof else gzip.unconsumed_tail
        self._made += len(self._buffer)
        self._free += _INFLATION * (before - len(self._raw)) - len(self._buffer)
        if self._free < 0:
            message = f"it unpacks to more than {_INFLATION} times its size"
            raise BrokenWarcError(message)

    def _next_member(self) -> bool:
        """Begin the next member; tell whether there is one. Zeros pad the end of some files."""
        while not (rest := self._raw.lstrip(b"\0")):
            self._raw = b""
            if not self._pull():
                return False
        self._raw = rest
        self._member, self._made = self._at - len(self._raw), 0
        self._gzip = zlib.decompressobj(_GZIP_BITS)
        return True
