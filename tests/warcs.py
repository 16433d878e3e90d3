"""WARC files written byte for byte, as crawlers write them and as no crawler would."""

import gzip
from pathlib import Path

DATE = "2026-03-01T12:00:00Z"
PAGE = "https://wire.example/talks"


def record(kind: str = "response", uri: str = PAGE, block: bytes = b"", **fields: str) -> bytes:
    """One record; underscores in names of `fields` stand for hyphens, and "" leaves one out."""
    usual = {
        "WARC-Type": kind,
        "WARC-Target-URI": uri,
        "WARC-Date": DATE,
        "Content-Type": "application/http; msgtype=response" if kind == "response" else "",
        "Content-Length": str(len(block)),
    }
    named = {**usual, **{name.replace("_", "-"): value for name, value in fields.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes = b"<p>words", status: str = "200 OK", **fields: str) -> bytes:
    """The block of a response."""
    usual = {"Content-Type": "text/html; charset=utf-8"}
    named = {**usual, **{name.replace("_", "-"): value for name, value in fields.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def page(body: bytes = b"<p>words", uri: str = PAGE, date: str = DATE) -> bytes:
    """A record of a page that was there."""
    return record(uri=uri, block=answer(body), WARC_Date=date)


def moved(uri: str, target: str, status: str = "301 Moved") -> bytes:
    return record(uri=uri, block=answer(b"", status, Location=target))


def zipped(*records: bytes) -> bytes:
    """The records, each a gzip member."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
