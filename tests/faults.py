"""What servers do wrong: one entry a kind of fault, with the words that it ends in."""

import asyncio
import gzip
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from socket import SO_LINGER, SOL_SOCKET

from serving import Request, answer

Handler = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]
PAGE = b"<html lang=en><p>The cranes go first, and the north pier stays open.</p>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE


@dataclass(frozen=True)
class Fault:
    """What is sent, or done; `ends` stands in the reason, or is None where the page is read."""

    sends: bytes | Handler
    ends: str | None


def reset(writer: asyncio.StreamWriter) -> None:
    """Close as a crash does: what lingers is thrown away, and the other side is told so."""
    socket = writer.get_extra_info("socket")
    socket.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def then_reset(sent: bytes) -> Handler:
    async def handle(_request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        await writer.drain()
        await asyncio.sleep(0.05)
        reset(writer)

    return handle


def then_silence(sent: bytes) -> Handler:
    async def handle(_request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        await writer.drain()
        await asyncio.sleep(30)

    return handle


def drip(first: bytes, drop: bytes, pause: float = 0.05) -> Handler:
    async def handle(_request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        for _ in range(600):
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(pause)

    return handle


def flood(first: bytes, drop: bytes) -> Handler:
    async def handle(_request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(drop)
            await writer.drain()

    return handle


def status(line: str, body: bytes = b"", **fields: str) -> bytes:
    return answer(body, status=line, **fields)


def to(location: str) -> bytes:
    return status("302 Found", location=location)


FAULTS = {
    # Harmless: odd, and the page is there.
    "content-length too short": Fault(HEAD + b"Content-Length: 60\r\n\r\n" + PAGE, None),
    "no content-length, closed": Fault(HEAD + b"\r\n" + PAGE, None),
    "http/1.0": Fault(WHOLE.replace(b"1.1", b"1.0", 1), None),
    "no reason phrase": Fault(WHOLE.replace(b" OK", b"", 1), None),
    "charset zlib": Fault(answer(PAGE, content_type="text/html; charset=zlib"), None),
    "charset utf-7": Fault(answer(PAGE, content_type="text/html; charset=utf-7"), None),
    "charset nonsense": Fault(answer(PAGE, content_type="text/html; charset=\xff\xfe"), None),
    "type nonsense": Fault(answer(PAGE, content_type=";;;=,"), None),
    "type pdf, page html": Fault(answer(PAGE, content_type="application/x-unknown"), None),
    "set-cookie flood": Fault(answer(PAGE, **{f"Set-Cookie-{i}": "a=b" for i in range(90)}), None),
    "103 before 200": Fault(b"HTTP/1.1 103 Early Hints\r\n\r\n" + WHOLE, None),
    "empty body": Fault(answer(b""), None),
    "garbage after gzip": Fault(
        answer(gzip.compress(PAGE) + b"\x00" * 40, content_encoding="gzip"), None
    ),
    "header injected": Fault(
        WHOLE.replace(b"\r\n\r\n", b"\r\nX: a\r\nSet-Cookie: b=c\r\n\r\n", 1), None
    ),
    # The connection.
    "reset at once": Fault(then_reset(b""), "the connection"),
    "reset in the status line": Fault(then_reset(b"HTTP/1"), "the connection"),
    "reset in the headers": Fault(then_reset(HEAD), "the connection"),
    "reset after the headers": Fault(then_reset(HEAD + b"\r\n"), "the connection"),
    "reset in the body": Fault(
        then_reset(HEAD + b"Content-Length: 999\r\n\r\n" + PAGE), "the connection"
    ),
    "closed without an answer": Fault(b"", "closed without an answer"),
    "closed in the status line": Fault(b"HTTP/1.", "without an answer"),
    "closed in the headers": Fault(HEAD, "without an answer"),
    "silence": Fault(then_silence(b""), "no data for 0.5 s"),
    "silence in the headers": Fault(then_silence(HEAD), "no data for 0.5 s"),
    "silence in the body": Fault(then_silence(HEAD + b"\r\n" + PAGE), "no data for 0.5 s"),
    "headers drip": Fault(drip(HEAD, b"X: 1\r\n"), "within 1.5 s"),
    "body drips": Fault(drip(HEAD + b"\r\n", b"x"), "within 1.5 s"),
    "chunks drip": Fault(
        drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"), "within 1.5 s"
    ),
    "1xx without end": Fault(drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"), "within 1.5 s"),
    # The protocol.
    "binary garbage": Fault(b"\x00\xff" * 500 + b"\r\n\r\n", "breaks the HTTP protocol"),
    "http/0.9": Fault(PAGE + b"\r\n\r\n", "breaks the HTTP protocol"),
    "http/2 at once": Fault(b"\x00\x00\x12\x04" + b"\x00" * 40, "answer"),
    "another protocol": Fault(b"220 mail.example ESMTP\r\n\r\n", "breaks the HTTP protocol"),
    "status 99": Fault(b"HTTP/1.1 099 Odd\r\n\r\n", "answer"),
    "header without colon": Fault(
        WHOLE.replace(b"\r\n\r\n", b"\r\nnonsense\r\n\r\n", 1), "breaks the HTTP protocol"
    ),
    "NUL in a header": Fault(
        WHOLE.replace(b"\r\n\r\n", b"\r\nX: a\x00b\r\n\r\n", 1), "breaks the HTTP protocol"
    ),
    "negative content-length": Fault(
        HEAD + b"Content-Length: -5\r\n\r\n" + PAGE, "breaks the HTTP protocol"
    ),
    "two content-lengths": Fault(
        HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + PAGE, "breaks the HTTP protocol"
    ),
    "content-length too long": Fault(
        HEAD + b"Content-Length: 999\r\n\r\n" + PAGE, "broke off before its end"
    ),
    "bad chunk size": Fault(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE, "breaks the HTTP protocol"
    ),
    "chunks broken off": Fault(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n" + PAGE, "broke"
    ),
    "unknown transfer encoding": Fault(
        HEAD + b"Transfer-Encoding: zip\r\n\r\n" + PAGE, "breaks the HTTP protocol"
    ),
    "upgrade": Fault(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "answer"
    ),
    # Too much.
    "headers of 300 kB": Fault(HEAD + b"X: " + b"a" * 300_000 + b"\r\n\r\n", "100 kB"),
    "3,000 header fields": Fault(HEAD + b"X: 1\r\n" * 3000 + b"\r\n" + PAGE, "200 header fields"),
    "a body without end": Fault(flood(HEAD + b"\r\n", b"x" * 65536), "larger than"),
    "gzip without end": Fault(
        answer(gzip.compress(b"x" * (64 << 20), 1), content_encoding="gzip"), ""
    ),
    # The encoding.
    "gzip broken": Fault(answer(b"\x1f\x8b" + PAGE, content_encoding="gzip"), "gzip"),
    "gzip cut off": Fault(
        answer(gzip.compress(PAGE * 50)[:-30], content_encoding="gzip"), "gzip"
    ),
    "no gzip at all": Fault(answer(PAGE, content_encoding="gzip"), "gzip"),
    "brotli": Fault(answer(PAGE, content_encoding="br"), "encoding br"),
    "gzip twice": Fault(answer(gzip.compress(PAGE), content_encoding="gzip, gzip"), "encoding"),
    "unknown encoding": Fault(answer(PAGE, content_encoding="x-rot13"), "encoding x-rot13"),
    # The status.
    "204 with a body": Fault(status("204 No Content", PAGE), "answered 204"),
    "205": Fault(status("205 Reset Content"), "answered 205"),
    "206 unasked": Fault(status("206 Partial Content", PAGE), "answered 206"),
    "300 without a way": Fault(status("300 Multiple Choices", PAGE), "answered 300"),
    "302 without a way": Fault(status("302 Found", PAGE), "answered 302"),
    "304 unasked": Fault(status("304 Not Modified"), "answered 304"),
    "401": Fault(status("401 Unauthorized", PAGE), "answered 401"),
    "401 of a check for robots": Fault(
        status("401 Unauthorized", PAGE, x_datadome="protected"), "a check for robots"
    ),
    "402": Fault(status("402 Payment Required", PAGE), "answered 402"),
    "403 of a check for robots": Fault(
        status("403 Forbidden", PAGE, cf_mitigated="challenge"), "a check for robots"
    ),
    "404": Fault(status("404 Not Found", PAGE), "answered 404"),
    "407": Fault(status("407 Proxy Authentication Required"), "answered 407"),
    "429": Fault(status("429 Too Many Requests"), "answered 429"),
    "429 for a day": Fault(
        status("429 Too Many Requests", retry_after="86400"), "wait more than 60 s"
    ),
    "451": Fault(status("451 Unavailable For Legal Reasons"), "answered 451"),
    "500": Fault(status("500 Internal Server Error", PAGE), "answered 500"),
    "503": Fault(status("503 Service Unavailable", PAGE), "answered 503"),
    "599": Fault(status("599 Odd", PAGE), "answered 599"),
    "999": Fault(status("999 Request denied", PAGE), "answer"),
    # Where a redirect leads.
    "to itself": Fault(to("?"), "in a circle"),
    "to a file": Fault(to("file:///etc/passwd"), "the kind file"),
    "to ftp": Fault(to("ftp://127.0.0.1/"), "the kind ftp"),
    "to a script": Fault(to("javascript:alert(1)"), "the kind javascript"),
    "to a private address": Fault(to("http://10.0.0.1/"), "not a public one"),
    "to the metadata of a cloud": Fault(to("http://169.254.169.254/latest"), "not a public one"),
    "to a number": Fault(to("http://2130706433/"), ""),
    "to a local name": Fault(to("http://localhost/"), ""),
    "to another port": Fault(to("http://93.184.216.34:22/"), "port"),
    "with a password": Fault(to("http://a:b@93.184.216.34/"), "user name"),
    "to no address": Fault(to("http://[::1"), "not a valid one"),
    "with a backslash": Fault(to("http:\\\\93.184.216.34\\"), ""),
    "to a host of emoji that is not there": Fault(to("http://xn--i-7iq.invalid/"), ""),
    "to a label that is too long": Fault(to("http://" + "a" * 70 + ".example/"), ""),
    "to 9,000 characters": Fault(to("/" + "a" * 9000), "too long"),
}  # fmt: skip
