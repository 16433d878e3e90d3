from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcs import DATE, PAGE, answer, moved, page, record, written, zipped

from provcheck.errors import StoreError
from provcheck.store.warc.captures import Captured, captures, is_warc
from provcheck.store.warc.payload import body_of

LATER = "2026-03-02T12:00:00Z"


def read(folder: Path, *records: bytes) -> tuple[Captured, ...]:
    return captures(written(folder / "web.warc", b"".join(records)), "web.warc")


def body(found: Captured) -> bytes:
    assert found.capture
    return body_of(found.capture)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.warc", True),
        ("a.b.WARC.GZ", True),
        ("a.warc.txt", False),
        ("warc", False),
        ("a.gz", False),
        ("a.arc.gz", False),
    ],
)
def test_a_warc_is_known_by_its_name(name: str, expected: object) -> None:
    assert is_warc(Path(name)) is expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(record("warcinfo", "", b"software: x"), id="of the file"),
        pytest.param(record("request", block=b"GET / HTTP/1.1\r\n\r\n"), id="a request"),
        pytest.param(record("metadata", block=b"a: b"), id="metadata"),
        pytest.param(record("conversion", block=b"words"), id="a conversion"),
        pytest.param(record("", block=answer()), id="of no type"),
        pytest.param(record(uri="dns:wire.example", block=answer()), id="no address of the web"),
        pytest.param(record(uri="urn:x:http://wire.example", block=answer()), id="a name"),
        pytest.param(record(uri="", block=answer()), id="without an address"),
        pytest.param(record(uri="http://a/" + "x" * 9000, block=answer()), id="a long address"),
        pytest.param(record(block=b"<p>no head"), id="without a status"),
        pytest.param(record(block=answer(status="206 Partial Content")), id="a part"),
        pytest.param(record(block=answer(status="304 Not Modified")), id="nothing new"),
        pytest.param(record(block=answer(status="103 Early Hints")), id="no answer yet"),
        pytest.param(record(block=answer(status="999 No")), id="no status of HTTP"),
        pytest.param(record(block=answer(), WARC_Truncated="length"), id="cut short"),
        pytest.param(record("revisit", WARC_Payload_Digest="sha1:ABC"), id="of what is elsewhere"),
        pytest.param(record(block=answer(status="301 Moved")), id="a redirect to nowhere"),
        pytest.param(moved("http://wire.example/a", "https://wire.example/a#x"), id="to itself"),
        pytest.param(moved(PAGE, "https://[wire/"), id="a redirect to nonsense"),
    ],
)
def test_what_answers_nothing_is_left_out(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == ()


def test_a_page_is_told_as_a_manifest_would(tmp_path: Path) -> None:
    (found,) = read(tmp_path, page(b"<p>words"))

    assert found.key == f"web.warc#{PAGE}"
    assert found.entry.model_dump(exclude_defaults=True) == {
        "url": PAGE,
        "content_type": "text/html; charset=utf-8",
        "fetched_at": datetime(2026, 3, 1, 12, tzinfo=UTC),
    }
    assert body(found) == b"<p>words"


def test_a_redirect_leads_on(tmp_path: Path) -> None:
    first, second, _ = read(
        tmp_path,
        moved("https://short.example/a", "/b", "302 Found"),
        moved("https://short.example/b", PAGE),
        page(),
    )

    assert (first.entry.status, first.entry.redirect_to) == (302, "https://short.example/b")
    assert (second.entry.redirect_to, second.capture) == (PAGE, None)


def test_an_error_is_one(tmp_path: Path) -> None:
    (found,) = read(tmp_path, record(block=answer(b"gone", "404 Not Found")))

    assert found.entry.status == 404


def test_a_resource_is_a_page(tmp_path: Path) -> None:
    (found,) = read(tmp_path, record("resource", block=b"%PDF-", Content_Type="application/pdf"))

    assert (found.entry.status, found.entry.content_type) == (200, "application/pdf")
    assert body(found) == b"%PDF-"


def test_the_newest_capture_answers_and_older_ones_are_archived_copies(tmp_path: Path) -> None:
    newest, older = read(
        tmp_path,
        page(b"new", date=LATER),
        page(b"old", uri=PAGE.replace("https", "http")),
        record(block=answer(b"gone", "404 Not Found"), WARC_Date="2026-02-01T00:00:00Z"),
    )

    assert (body(newest), newest.entry.archived_at) == (b"new", None)
    assert (body(older), older.entry.archived_at) == (b"old", datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert older.key == f"web.warc#{PAGE.replace('https', 'http')}@{DATE}"


def test_of_captures_of_one_moment_the_last_in_the_file_answers(tmp_path: Path) -> None:
    found, _ = read(tmp_path, page(b"first"), page(b"second"))

    assert body(found) == b"second"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(
            {"WARC_Refers_To_Target_URI": PAGE, "WARC_Refers_To_Date": DATE}, id="by its date"
        ),
        pytest.param({"WARC_Refers_To_Date": DATE}, id="by date, of the same address"),
        pytest.param({"WARC_Payload_Digest": "sha1:ABC"}, id="by its digest"),
    ],
)
@pytest.mark.parametrize("status", ["200 OK", "304 Not Modified"])
def test_a_revisit_has_the_body_that_it_refers_to(
    tmp_path: Path, fields: dict[str, str], status: str
) -> None:
    again = record(
        "revisit",
        block=answer(b"", status, Content_Type=""),
        Content_Type="application/http",
        WARC_Date=LATER,
        **fields,
    )
    other = page(b"other", "https://other.example/")
    original = record(block=answer(b"words"), WARC_Payload_Digest="sha1:ABC")

    found = read(tmp_path, again, other, original)

    assert found[0].entry.fetched_at == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert found[0].entry.status == 200
    assert found[0].entry.content_type == "text/html; charset=utf-8"
    assert body(found[0]) == b"words"
    assert [each.entry.url for each in found] == [PAGE, "https://other.example/"]


def test_a_revisit_without_a_head_is_what_it_was(tmp_path: Path) -> None:
    again = record("revisit", WARC_Date=LATER, WARC_Refers_To_Date=DATE)

    found, *_ = read(tmp_path, page(b"words"), again)

    assert body(found) == b"words"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-03-01T12:00:00.123456Z", datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)),
        ("2026-03-01T14:00:00+02:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("0001-01-01T00:00:00+23:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_as_they_come(tmp_path: Path, date: str, expected: datetime | None) -> None:
    (found,) = read(tmp_path, page(date=date))

    assert found.entry.fetched_at == expected


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("text/html\u00e9", id="beyond ASCII"),
        pytest.param("text/html\x1b[2J", id="of a terminal"),
        pytest.param("x" * 500, id="long"),
    ],
)
def test_a_content_type_that_no_server_may_send_is_left_out(tmp_path: Path, kind: str) -> None:
    (found,) = read(tmp_path, record(block=answer(Content_Type=kind)))

    assert found.entry.content_type is None


def test_addresses_in_angle_brackets_are_addresses(tmp_path: Path) -> None:
    (found,) = read(tmp_path, page(uri=f"<{PAGE}>"))

    assert found.entry.url == PAGE


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"<p>a page", "record 1: no record of a WARC", id="no WARC"),
        pytest.param(page() + page()[:-30], "record 2: the file ends", id="cut"),
        pytest.param(zipped(page())[:-30], "record 1: the file ends", id="gzip cut"),
    ],
)
def test_a_broken_file_is_told_with_name_and_record(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(StoreError, match=told) as problem:
        read(tmp_path, data)

    assert "\n" not in str(problem.value)
    assert str(tmp_path / "web.warc") in str(problem.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        captures(tmp_path / "none.warc", "none.warc")


def test_a_link_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    written(tmp_path / "a", page())
    (tmp_path / "web.warc").symlink_to(tmp_path / "a")

    with pytest.raises(StoreError, match="cannot be read"):
        captures(tmp_path / "web.warc", "web.warc")


HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "WARC_Type", "WARC_Target_URI", "WARC_Date", "WARC_Truncated", "Content_Type",
            "WARC_Refers_To_Date", "WARC_Refers_To_Target_URI", "WARC_Payload_Digest",
        ]
    ),
    st.text(st.characters(blacklist_characters="\r\n", codec="utf-8"), max_size=9)
    | st.sampled_from(["revisit", "response", "resource", PAGE, DATE, LATER, "sha1:A"]),
)  # fmt: skip
BLOCKS = st.binary(max_size=60) | st.builds(
    answer,
    st.binary(max_size=9),
    st.sampled_from(["200 OK", "301 Moved", "404 No", "304 Same", "000 x"]),
    Location=st.sampled_from(["", "/b", PAGE, "http://[", "javascript:x"]),
)


@given(st.lists(st.builds(lambda b, f: record(block=b, **f), BLOCKS, HEADERS), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_records_are_read_or_refused_in_one_line(tmp_path: Path, made: list[bytes]) -> None:
    try:
        found = read(tmp_path, *made)
    except StoreError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
        return
    live = [each for each in found if each.entry.archived_at is None]
    assert len({each.key for each in live}) == len(live)
    for each in found:
        assert not each.capture or isinstance(body(each), bytes)
