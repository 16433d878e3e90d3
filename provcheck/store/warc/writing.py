"""Records of a WARC 1.1 file as they are written: by warcio, with ids and dates that recur."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from typing import BinaryIO, NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from provcheck.store.warc.request import Request

_VERSION = "WARC/1.1"
_CONFORMS = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


class _Block(NamedTuple):
    body: bytes
    head: StatusAndHeaders | None = None


class Writing:
    """A WARC file that is written to `file`; the same calls write the same bytes."""

    def __init__(self, file: BinaryIO, *, gzip: bool) -> None:
        self._writer = WARCWriter(file, gzip=gzip, warc_version=_VERSION)
        self._info = ""

    def opening(self, request: Request, said: Mapping[str, str]) -> None:
        """Write the record that tells of the file: `said`, and the standard it follows."""
        fields = {**said, "format": "WARC File Format 1.1", "conformsTo": _CONFORMS}
        text = "".join(f"{name}: {_line(value)}\r\n" for name, value in fields.items())
        headers = {"Content-Type": "application/warc-fields"}
        self._info = self._write("warcinfo", request, headers, _Block(text.encode()))

    def answer(self, request: Request, status: int, fields: Mapping[str, str], body: bytes) -> str:
        """Write an answer, its body as the fields describe it, and return its id."""
        sized = {**fields, "Content-Length": str(len(body))}
        headers = {"WARC-Payload-Digest": f"sha256:{sha256(body).hexdigest()}"}
        return self._write("response", request, headers, _Block(body, _head(status, sized)))

    def redirect(self, request: Request, status: int, onward: str) -> str:
        """Write an answer that leads on to `onward`, and return its id."""
        return self.answer(request, status, {"Location": address(onward)}, b"")

    def revisit(self, request: Request, original: Request, digest: str) -> str:
        """Write that the body of `original`, with SHA-256 `digest`, still held; return the id."""
        headers = {
            "WARC-Profile": _NOT_MODIFIED,
            "WARC-Refers-To": _id(original.link),
            "WARC-Refers-To-Target-URI": address(original.url),
            "WARC-Refers-To-Date": date(original.when),
            "WARC-Payload-Digest": f"sha256:{digest}",
        }
        return self._write(
            "revisit", request, headers, _Block(b"", _head(HTTPStatus.NOT_MODIFIED, {}))
        )

    def resource(self, request: Request, kind: str, body: bytes) -> str:
        """Write bytes without an answer that brought them, and return the id."""
        headers = {
            "Content-Type": _line(kind) or "application/octet-stream",
            "WARC-Payload-Digest": f"sha256:{sha256(body).hexdigest()}",
        }
        return self._write("resource", request, headers, _Block(body))

    def note(self, request: Request, text: bytes, concurrent: str | None) -> None:
        """Write JSON about the record with the id `concurrent`, or about an address alone."""
        headers = {"Content-Type": "application/json"}
        if concurrent:
            headers["WARC-Concurrent-To"] = concurrent
        self._write("metadata", request, headers, _Block(text))

    def _write(self, kind: str, request: Request, headers: Mapping[str, str], block: _Block) -> str:
        fields = {
            "WARC-Type": kind,
            "WARC-Record-ID": _id(request.link),
            "WARC-Date": date(request.when),
            **({"WARC-IP-Address": request.peer} if request.peer else {}),
            **({"WARC-Warcinfo-ID": self._info} if self._info else {}),
            **headers,
        }
        record = self._writer.create_warc_record(
            address(request.url),
            kind,
            payload=BytesIO(block.body),
            length=len(block.body),
            warc_headers_dict=fields,
            http_headers=block.head,
        )
        self._writer.write_record(record)
        return fields["WARC-Record-ID"]


def address(url: str) -> str:
    """Return `url` as a header field takes it: what is no printable ASCII percent-encoded."""
    return quote(url, safe=_PRINTABLE)


def date(when: datetime) -> str:
    """Return a moment as WARC-Date has it, with as many digits of a second as it has."""
    moment = when.astimezone(UTC).replace(tzinfo=None)
    return f"{moment.isoformat().rstrip('0') if moment.microsecond else moment.isoformat()}Z"


def _head(status: int, fields: Mapping[str, str]) -> StatusAndHeaders:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    pairs = [(name, _line(value)) for name, value in fields.items()]
    return StatusAndHeaders(f"{status} {phrase}", pairs, protocol="HTTP/1.1")


def _line(value: str) -> str:
    """Return a value of a header: printable ASCII in one line."""
    return "".join(c if " " <= c <= "~" else " " for c in value).strip()


def _id(link: str) -> str:
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'urn:provcheck:{link}')}>"
