import io
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from provcheck.store.warc.request import Request
from provcheck.store.warc.writing import Writing, address, date

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = Request(url="https://wire.example/a", when=NOON, link="abc", peer="192.0.2.1")


def written(*, gzip: bool = False) -> bytes:
    file = io.BytesIO()
    warc = Writing(file, gzip=gzip)
    warc.opening(PAGE.model_copy(update={"url": "", "link": "x"}), {"software": "provcheck\r\n1"})
    first = warc.answer(PAGE, 200, {"Content-Type": "text/html"}, b"<p>words")
    again = PAGE.model_copy(update={"link": "def"})
    warc.revisit(again, PAGE, "ab" * 32)
    warc.resource(PAGE.model_copy(update={"link": "ghi"}), "", b"bytes")
    warc.note(PAGE.model_copy(update={"link": "jkl"}), b"{}", first)
    return file.getvalue()


def test_the_same_calls_write_the_same_bytes() -> None:
    assert written() == written()
    assert written(gzip=True) == written(gzip=True)


def test_records_are_of_the_kinds_and_of_version_1_1() -> None:
    found = list(ArchiveIterator(io.BytesIO(written(gzip=True))))

    kinds = ["warcinfo", "response", "revisit", "resource", "metadata"]
    assert [each.rec_type for each in found] == kinds
    assert {each.rec_headers.protocol for each in found} == {"WARC/1.1"}
    ids = [each.rec_headers.get_header("WARC-Record-ID") for each in found]
    assert len(set(ids)) == len(ids)
    assert {each.rec_headers.get_header("WARC-Warcinfo-ID") for each in found[1:]} == {ids[0]}
    assert found[4].rec_headers.get_header("WARC-Concurrent-To") == ids[1]
    assert found[2].rec_headers.get_header("WARC-Refers-To") == ids[1]


def test_what_it_says_of_the_file_is_a_line_each() -> None:
    said = next(ArchiveIterator(io.BytesIO(written()))).raw_stream.read()

    assert said.startswith(b"software: provcheck  1\r\nformat: WARC File Format 1.1\r\n")


def test_an_answer_has_the_length_and_the_hash_of_its_body() -> None:
    _, response, *_ = ArchiveIterator(io.BytesIO(written()), check_digests="raise")
    assert response.http_headers.to_str() == (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n"
    )
    assert response.rec_headers.get_header("WARC-IP-Address") == "192.0.2.1"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(NOON, "2026-03-01T12:00:00Z", id="whole seconds"),
        pytest.param(NOON.replace(microsecond=120000), "2026-03-01T12:00:00.12Z", id="less"),
        pytest.param(NOON.replace(microsecond=1), "2026-03-01T12:00:00.000001Z", id="little"),
        pytest.param(
            NOON.astimezone(timezone(timedelta(hours=2))), "2026-03-01T12:00:00Z", id="a zone"
        ),
    ],
)
def test_dates_are_in_utc_with_the_digits_that_they_have(when: datetime, expected: str) -> None:
    assert date(when) == expected
    assert datetime.fromisoformat(date(when)) == when


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://a.example/x?y=%20z#f", None, id="an address stays as it is"),
        pytest.param("https://a.example/ü", "https://a.example/%C3%BC", id="beyond ASCII"),
        pytest.param("https://a.example/a b", "https://a.example/a%20b", id="a space"),
        pytest.param("https://a\r\nWARC-Type: x", "https://a%0D%0AWARC-Type:%20x", id="lines"),
    ],
)
def test_addresses_are_one_word(url: str, expected: str | None) -> None:
    assert address(url) == (expected or url)


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@given(url=TEXT, kind=TEXT, etag=TEXT, body=st.binary(max_size=50))
def test_no_text_breaks_out_of_its_field(url: str, kind: str, etag: str, body: bytes) -> None:
    file = io.BytesIO()
    warc = Writing(file, gzip=False)
    request = Request(url=f"https://a.example/{url}", when=NOON, link="abc")
    warc.answer(request, 299, {"Content-Type": kind, "ETag": etag}, body)
    warc.resource(request, kind, body)

    first, second = (
        (each.rec_headers.headers, each.http_headers, each.raw_stream.read())
        for each in ArchiveIterator(io.BytesIO(file.getvalue()))
    )

    assert first[2] == second[2] == body
    assert [name for name, _ in first[1].headers] == ["Content-Type", "ETag", "Content-Length"]
    assert [name for name, _ in first[0] if name.startswith("WARC-T")] == [
        "WARC-Type",
        "WARC-Target-URI",
    ]
