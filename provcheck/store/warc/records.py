"""The records of a WARC file, one after the other, each with where its payload lies."""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from provcheck.store.warc.inflated import BrokenWarcError, Inflated, Place

_VERSION = re.compile(rb"WARC/[01]\.[0-9]+\s*")
_LENGTH = re.compile(r"[0-9]{1,15}")
_STATUS = re.compile(r"HTTP/[0-9.]{1,5} +([0-9]{3})(?: |$)")
_HEAD_BYTES = 128 << 10  # of a header; servers send up to 100 kB
_MOST_LINES = 1000
_MOST_BLANK = 8  # lines between records; the standard has two
_WITH_HEAD = frozenset({"response", "revisit"})


class Http(NamedTuple):
    """The head of an HTTP answer: header names in lower case, the first of each name."""

    status: int
    fields: Mapping[str, str]


class WarcRecord(NamedTuple):
    """A record: its number from 1, its header, and its payload, `length` bytes from `place`.

    `http` is the head that stood before the payload, None where the record has none that is
    readable; names of fields are in lower case.
    """

    number: int
    fields: Mapping[str, str]
    place: Place
    length: int
    http: Http | None = None

    @property
    def kind(self) -> str:
        """The type of the record, in lower case; empty where it is not told."""
        return self.fields.get("warc-type", "").casefold()


class _Head(NamedTuple):
    """The fields of a header, how many bytes it has, and whether it came to its end."""

    fields: Mapping[str, str]
    size: int
    ended: bool


class BrokenRecordError(BrokenWarcError):
    """A record is broken; `number` says which."""

    def __init__(self, number: int, clause: str) -> None:
        super().__init__(clause)
        self.number = number


def records(file: BinaryIO) -> Iterator[WarcRecord]:
    """Yield the records of `file`, reading each whole; raises BrokenRecordError, and OSError."""
    number = 1
    try:
        source = Inflated(file)
        while _at_record(source, number):
            record = _record(source, number)
            yield record
            number += 1
    except BrokenWarcError as problem:
        raise BrokenRecordError(number, str(problem)) from None


def _at_record(source: Inflated, number: int) -> bool:
    """Pass over blank lines and the line that begins a record; False at the end of the file."""
    for _ in range(_MOST_BLANK):
        line = source.line(_HEAD_BYTES)
        if not line and number > 1:
            return False
        if line.strip():
            if _VERSION.fullmatch(line):
                return True
            break
    message = "no record of a WARC file begins there"
    raise BrokenWarcError(message)


def _record(source: Inflated, number: int) -> WarcRecord:
    """Return the record whose first line was read, and pass over its block."""
    head = _fields(source, _HEAD_BYTES)
    if not head.ended:
        message = f"its header is longer than {_HEAD_BYTES} bytes or {_MOST_LINES} lines"
        raise BrokenWarcError(message)
    length = head.fields.get("content-length", "")
    if not _LENGTH.fullmatch(length):
        message = "its Content-Length is no number"
        raise BrokenWarcError(message)
    left, place = int(length), source.place
    record = WarcRecord(number, head.fields, place, left)
    if record.kind in _WITH_HEAD and "http" in head.fields.get("content-type", "http").casefold():
        record, left = _with_head(source, record)
    if source.skip(left) < left:
        message = "the file ends in the middle of it"
        raise BrokenWarcError(message)
    return record


def _with_head(source: Inflated, record: WarcRecord) -> tuple[WarcRecord, int]:
    """Return the record with its HTTP head told from its payload, and how much is yet to read."""
    most = min(record.length, _HEAD_BYTES)
    first = source.line(most)
    left = record.length - len(first)
    status = _STATUS.match(_text(first))
    if status is None:
        return record, left
    head = _fields(source, most - len(first))
    left -= head.size
    if not head.ended and left:
        return record, left
    http = Http(int(status[1]), head.fields)
    return record._replace(http=http, place=source.place, length=left), left


def _fields(source: Inflated, most: int) -> _Head:
    """Return the header fields up to a blank line, or to the end of `most` bytes or of the file."""
    fields: dict[str, str] = {}
    name, size = "", 0
    for _ in range(_MOST_LINES):
        line = source.line(most - size)
        size += len(line)
        text = _text(line)
        if not text.strip():
            return _Head(fields, size, ended=bool(line) or size < most)
        if text[0] in " \t" and name:
            fields[name] += f" {text.strip()}"
            continue
        name, _, value = text.partition(":")
        name = name.strip().casefold()
        fields.setdefault(name, value.strip())
    return _Head(fields, size, ended=False)


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
