import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.sources.posts.x_json import at, error_in, line_at, listed, object_in, text_at


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<html>", id="a page"),
        pytest.param(b"null", id="null"),
        pytest.param(b"[{}]", id="a list"),
        pytest.param(b"\xff\xfe\xff", id="bytes of no charset"),
        pytest.param(b'{"a":' * 100_000, id="nested without end"),
        pytest.param(b'{"a": ' + b"9" * 5_000 + b"}", id="a number of thousands of digits"),
        pytest.param(b'{"a": "' + b"a" * (1 << 20) + b'"}', id="more than a mebibyte"),
    ],
)
def test_no_object(data: bytes) -> None:
    assert object_in(data) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_an_object_or_none(data: bytes) -> None:
    found = object_in(data)
    assert found is None or isinstance(found, dict)


def test_what_stands_at_a_path() -> None:
    said = object_in(b'{"user": {"name": " Tor\\n Vik \\ud83d", "id": 7}}')

    assert at(said, "user", "id") == 7
    assert at(said, "user", "id", "more") is None
    assert at(None, "user") is None
    assert text_at(said, "user", "id") == ""
    assert text_at(said, "user", "name") == " Tor\n Vik \ufffd"
    assert line_at(said, "user", "name") == "Tor Vik \ufffd"


def test_items_of_a_kind() -> None:
    assert listed([1, "a", True, None, 2], int) == (1, 2)
    assert listed({"a": 1}, dict) == ()
    assert len(listed(["a"] * 1000, str)) == 200


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({}, ""),
        ({"errors": []}, ""),
        ({"errors": "many"}, ""),
        ({"error": "Not found"}, "Not found"),
        (
            {"errors": [{"message": "Rate limit\nexceeded"}, {"message": "b"}]},
            "Rate limit exceeded",
        ),
    ],
)
def test_errors(said: dict[str, object], error: str) -> None:
    assert error_in(said) == error
