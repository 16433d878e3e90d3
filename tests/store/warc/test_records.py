import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcs import PAGE, answer, page, record, zipped

from provcheck.store.warc.inflated import Inflated
from provcheck.store.warc.records import BrokenRecordError, WarcRecord, records


def read(data: bytes) -> list[WarcRecord]:
    return list(records(io.BytesIO(data)))


def payload(data: bytes, found: WarcRecord) -> bytes:
    return Inflated(io.BytesIO(data), found.place).read(found.length)


def test_a_record_has_its_head_and_its_payload() -> None:
    data = page(b"<p>words")

    (found,) = read(data)

    assert (found.number, found.kind) == (1, "response")
    assert found.fields["warc-target-uri"] == PAGE
    assert found.http
    assert found.http.status == 200
    assert found.http.fields["content-type"] == "text/html; charset=utf-8"
    assert payload(data, found) == b"<p>words"


@pytest.mark.parametrize("pack", [b"".join, lambda r: zipped(*r)], ids=["plain", "gzip"])
def test_records_follow_each_other(pack: object) -> None:
    bodies = [b"one", b"", b"x" * 300_000, b"\r\n\r\nWARC/1.1\r\n"]
    data = pack([record("warcinfo", "", b"software: x"), *map(page, bodies)])  # type: ignore[operator]

    found = read(data)

    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    assert [payload(data, each) for each in found[1:]] == bodies
    assert payload(data, found[0]) == b"software: x"


def test_one_gzip_over_all_records_is_read_too() -> None:
    data = zipped(page(b"one") + page(b"two"))

    assert [payload(data, each) for each in read(data)] == [b"one", b"two"]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        pytest.param(record(block=b"HTTP/1.1 200 OK\r\n\r\nx"), 200, id="no fields"),
        pytest.param(record(block=b"HTTP/1.1 200\n\nx"), 200, id="bare line feeds"),
        pytest.param(record(block=b"HTTP/2 204 \r\nA: b\r\n\r\nx"), 204, id="HTTP/2"),
        pytest.param(record(block=b"HTTP/1.1 404 Not Found\r\nA: b"), 404, id="no end"),
        pytest.param(record(block=b"HTTP/1.0 301 Moved\r\nA: b\r\n  c\r\n\r\n"), 301, id="folded"),
        pytest.param(record(block=b"HTTP/1.1 200 \xff\r\nA: \xff\r\n\r\nx"), 200, id="latin-1"),
        pytest.param(record(block=b"<p>no head"), None, id="no head at all"),
        pytest.param(record(block=b"HTTP/1.1 ok\r\n\r\n"), None, id="no status"),
        pytest.param(record(block=b""), None, id="empty"),
        pytest.param(record(block=b"x" * 200_000), None, id="a long first line"),
        pytest.param(
            record(block=b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 30_000 + b"\r\n"),
            None,
            id="a head without end",
        ),
        pytest.param(record("resource", block=b"HTTP/1.1 200 OK\r\n\r\n"), None, id="a resource"),
        pytest.param(
            record(block=b"1.1.1.1", Content_Type="text/dns"), None, id="an answer of DNS"
        ),
    ],
)
def test_heads_as_they_come(data: bytes, status: int | None) -> None:
    first, second = read(data + page())

    assert (first.http.status if first.http else None) == status
    assert second.kind == "response"


@pytest.mark.parametrize(
    ("data", "number", "told"),
    [
        pytest.param(b"", 1, "no record", id="nothing"),
        pytest.param(b"<p>a page", 1, "no record", id="a page"),
        pytest.param(b"http://a/ 1.1.1.1 20260301 text/html 5\n", 1, "no record", id="ARC"),
        pytest.param(b"WARC/one\r\n\r\n", 1, "no record", id="no version"),
        pytest.param(page() + b"x", 2, "no record", id="something after the end"),
        pytest.param(page() + b"\r\n" * 99 + page(), 2, "no record", id="too many blank lines"),
        pytest.param(b"WARC/1.1\r\n", 1, "Content-Length is no number", id="no header"),
        pytest.param(record(Content_Length=""), 1, "Content-Length is no", id="no length"),
        pytest.param(record(Content_Length="-1"), 1, "Content-Length is no", id="negative"),
        pytest.param(record(Content_Length="1e3"), 1, "Content-Length is no", id="no digits"),
        pytest.param(record(Content_Length="9" * 16), 1, "Content-Length is no", id="huge"),
        pytest.param(record(Content_Length="٣"), 1, "Content-Length is no", id="other digits"),
        pytest.param(record(Content_Length="999"), 1, "in the middle of it", id="too long"),
        pytest.param(page() + page()[:-20], 2, "in the middle of it", id="cut"),
        pytest.param(zipped(page(), page())[:-30], 2, "of a gzip member", id="gzip cut"),
        pytest.param(record(X="a" * 200_000), 1, "header is longer than", id="a long line"),
        pytest.param(
            record(**{f"X{n}": "a" for n in range(2000)}), 1, "header is longer", id="many fields"
        ),
    ],
)
def test_a_broken_file_is_told_with_the_record(data: bytes, number: int, told: str) -> None:
    with pytest.raises(BrokenRecordError, match=told) as problem:
        read(data)

    assert problem.value.number == number


def test_a_length_that_is_too_short_breaks_the_next_record() -> None:
    short = record(block=answer(b"words")).replace(b"Content-Length: 6", b"Content-Length: 5")

    with pytest.raises(BrokenRecordError, match="no record"):
        read(short + page())


@given(st.lists(st.binary(max_size=300), max_size=4), st.booleans())
def test_what_warcio_reads_is_read_the_same(bodies: list[bytes], packs: bool) -> None:  # noqa: FBT001
    made = [page(body, f"https://wire.example/{n}") for n, body in enumerate(bodies)] or [page()]
    data = zipped(*made) if packs else b"".join(made)

    theirs = [
        (one.rec_headers.get_header("WARC-Target-URI"), one.raw_stream.read())
        for one in ArchiveIterator(io.BytesIO(data))
    ]

    ours = [(one.fields["warc-target-uri"], payload(data, one)) for one in read(data)]
    assert ours == theirs


@given(st.binary(max_size=300), st.integers(0, 400), st.booleans())
def test_any_damage_is_read_or_refused(junk: bytes, at: int, packs: bool) -> None:  # noqa: FBT001
    data = zipped(page(), page()) if packs else page() + page()
    at = min(at, len(data))
    try:
        read(data[:at] + junk + data[at + len(junk) :])
    except BrokenRecordError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
