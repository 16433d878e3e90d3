import json
from datetime import date

import pytest
from archiving import HEADER, PAGE, WAYBACK
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.listing import closest, listed, nearest
from provcheck.rulebook.archives import Capture

ROW = ["20250122080000", PAGE, "200", "ABC"]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
ROWS = st.lists(st.lists(st.sampled_from([*HEADER, *ROW, None, 3, []]), max_size=5), max_size=5)


def moments(table: object) -> list[str] | str:
    found = listed(json.dumps(table).encode(), WAYBACK, PAGE)
    return found if isinstance(found, str) else [copy.digits for copy in found]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["20250122080000", PAGE, "404", "A"], id="a page that was gone"),
        pytest.param(["20250122080000", PAGE, "301", "A"], id="a redirect"),
        pytest.param(["20000022080000", PAGE, "200", "A"], id="a month of 00"),
        pytest.param(["2025", PAGE, "200", "A"], id="a moment in part"),
        pytest.param(["20250122080000", "https://other.example/x", "200", "A"], id="another page"),
        pytest.param(["20250122080000", PAGE], id="too short"),
        pytest.param([], id="the empty row before a key to go on"),
        pytest.param(["com,example)/ 2025"], id="that key"),
        pytest.param("20250122080000", id="no row"),
    ],
)
def test_rows_that_are_passed_over(row: object) -> None:
    assert moments([HEADER, row]) == []


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(ROW, id="a page"),
        pytest.param(["20250122080000", PAGE, "-", "A"], id="a revisit"),
        pytest.param(["20250122080000", "http://www.gone.example:80/x/", "200", "A"], id="respelt"),
    ],
)
def test_rows_that_count(row: object) -> None:
    assert moments([HEADER, row]) == ["20250122080000"]


def test_columns_are_known_by_their_names() -> None:
    assert moments([["original", "x", "timestamp"], [PAGE, "-", "20250122080000"]]) == [
        "20250122080000"
    ]


def test_no_copies_are_no_failure() -> None:
    assert moments([]) == moments([HEADER]) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "no JSON", id="nothing"),
        pytest.param(b'[["timestamp","orig', "no JSON", id="cut short"),
        pytest.param(b"\xff\xfe\x00", "no JSON", id="bytes"),
        pytest.param(b"[" * 100_000, "no JSON", id="deep"),
        pytest.param(b"[" + b" " * (1 << 20) + b"]", "larger", id="long"),
        pytest.param(b'"no"', "no list", id="a string"),
        pytest.param(b'{"error": "no"}', "something else", id="an object"),
        pytest.param(b"[[1, 2]]", "something else", id="no columns"),
    ],
)
def test_what_is_no_list_has_its_reason(data: bytes, why: str) -> None:
    found = listed(data, WAYBACK, PAGE)

    assert isinstance(found, str)
    assert why in found


@given(st.binary() | (ANY_JSON | ROWS).map(lambda told: json.dumps(told).encode()))
def test_any_answer_is_taken(data: bytes) -> None:
    assert isinstance(listed(data, WAYBACK, PAGE), tuple | str)
    assert isinstance(closest(data, WAYBACK, PAGE), tuple | str)


def hinted(told: object) -> tuple[Capture, ...] | str:
    return closest(json.dumps(told).encode(), WAYBACK, PAGE)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param({}, id="none"),
        pytest.param({"closest": {"timestamp": "2025", "status": "200"}}, id="a moment in part"),
        pytest.param({"closest": {"timestamp": "20250122080000", "status": "404"}}, id="gone"),
        pytest.param({"closest": ["20250122080000"]}, id="nonsense"),
    ],
)
def test_a_hint_may_tell_of_no_copy(copy: object) -> None:
    assert hinted({"archived_snapshots": copy}) == ()


def test_a_hint_tells_of_one_copy() -> None:
    (copy,) = hinted({"archived_snapshots": {"closest": {"timestamp": "20250122080000"}}})

    assert copy == Capture(archive=WAYBACK, original=PAGE, digits="20250122080000")


@pytest.mark.parametrize(
    ("day", "order"),
    [
        pytest.param(date(2025, 1, 23), "bca", id="by distance from noon"),
        pytest.param(None, "acb", id="the latest first"),
    ],
)
def test_copies_are_tried_in_order(day: date | None, order: str) -> None:
    digits = {"a": "20250201000000", "b": "20250123100000", "c": "20250123180000"}
    copies = [Capture(archive=WAYBACK, original=PAGE, digits=each) for each in digits.values()]

    found = nearest(tuple(copies), day)

    assert [copy.digits for copy in found] == [digits[name] for name in order]
