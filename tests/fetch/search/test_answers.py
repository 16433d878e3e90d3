from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.search.answers import (
    LARGEST,
    address,
    day,
    inside,
    link,
    object_in,
    rows,
    said,
)
from provcheck.fetch.search.asked import Problem


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "no JSON", id="nothing"),
        pytest.param(b"Please wait.", "no JSON: “Please wait.”", id="a line of text is told"),
        pytest.param(b"<html>Wait</html>", "no JSON", id="a page is not told"),
        pytest.param(b"a\x1b[31m", "no JSON", id="nor what a terminal obeys"),
        pytest.param(b'{"a": 1', "no JSON", id="cut off"),
        pytest.param(b"[1]", "none that it is known to give", id="a list"),
        pytest.param(b"null", "none that it is known to give", id="null"),
        pytest.param(b"[" * 200_000, "no JSON", id="nested without end"),
        pytest.param(b"9" * 20_000, "no JSON", id="a number without end"),
        pytest.param(b" " * (LARGEST + 1), "larger than results may be", id="too large"),
    ],
)
def test_what_is_no_object_is_a_problem(data: bytes, why: str) -> None:
    found = object_in(data)
    assert isinstance(found, Problem)
    assert found.reason.endswith(why)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        pytest.param(rb'{"a": "it\'s"}', r"it\'s", id="an escape that is none"),
        pytest.param(rb'{"a": "c:\\new"}', r"c:\new", id="a backslash that is escaped"),
        pytest.param(rb'{"a": "\u00e9\n"}', "é\n", id="escapes that are some"),
        pytest.param(b'{"a": "one\ttwo"}', "one\ttwo", id="a tab as it is"),
        pytest.param(b'\xef\xbb\xbf{"a": "b"}', "b", id="behind a byte order mark"),
        pytest.param(b'{"a": "\xff"}', "\ufffd", id="bytes of another encoding"),
    ],
)
def test_faults_that_services_make_are_mended(data: bytes, value: str) -> None:
    assert object_in(data) == {"a": value}


def test_fields_of_another_kind_are_empty() -> None:
    row = {"a": 1, "b": ["x", {"c": 2}], "d": "ftp://a", "e": None}

    assert (said(row, "a"), said(row, "zz"), link(row, "d"), link(row, "a")) == ("", "", "", "")
    assert (inside(row, "a"), rows(row, "a"), rows(row, "b")) == ({}, None, ({"c": 2},))


def test_what_is_said_is_one_bounded_line_without_tags() -> None:
    row = {"a": "The <strong>pier</strong>\n &amp; the\ud800 quay " + "x" * 9_000}

    assert said(row, "a").startswith("The pier & the? quay xxx")
    assert len(said(row, "a")) == 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20250312T031500Z", date(2025, 3, 12)),
        ("2025-03-12T03:15:00+02:00", date(2025, 3, 12)),
        ("2025-13-40", None),
        ("last week", None),
        ("", None),
    ],
)
def test_days(text: str, found: date | None) -> None:
    assert day(text) == found


def test_an_address_leaves_out_what_has_no_value() -> None:
    assert address("https://a.example/s", q='"é & b"', x="") == (
        "https://a.example/s?q=%22%C3%A9+%26+b%22"
    )


@given(st.binary(max_size=300))
def test_whatever_comes_is_read(data: bytes) -> None:
    assert isinstance(object_in(data), dict | Problem)
