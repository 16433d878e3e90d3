from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.posts.answers import JSON

from provcheck.sources.posts.fields import (
    at,
    items_at,
    lang_of,
    line_of,
    moment_at,
    name_at,
    parsed,
    words_at,
)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 99_999, b"1" * 9999, b"NaNa"])
def test_no_json(data: bytes) -> None:
    assert parsed(data) is None


@pytest.mark.parametrize("value", [None, 7, "a", [], {}, {"a": None}, {"a": ["b"]}, {"a": "b"}])
def test_nothing_stands_there(value: object) -> None:
    assert at(value, "a", "b") is None
    assert words_at(value, "a", "b") == ""
    assert name_at(value, "a", "b") is None
    assert items_at(value, "a", "b") == ()
    assert moment_at(value, "a", "b") is None


def test_what_stands_there() -> None:
    value = {"a": {"b": " x\ny ", "c": ["d"], "e": "2025-01-22T16:05:00Z", "f": "\ud800!"}}

    assert words_at(value, "a", "b") == " x\ny "
    assert name_at(value, "a", "b") == "x y"
    assert items_at(value, "a", "c") == ["d"]
    assert moment_at(value, "a", "e") == datetime(2025, 1, 22, 16, 5, tzinfo=UTC)
    assert words_at(value, "a", "f") == "\ufffd!"


@pytest.mark.parametrize("said", ["2025-01-22", "2025-01-22T16:05:00", "yesterday"])
def test_no_moment_without_its_zone(said: str) -> None:
    assert moment_at({"a": said}, "a") is None


def test_a_name_is_one_line_of_so_many_characters() -> None:
    assert line_of("\0 \n") is None
    assert len(line_of("ab " * 999) or "") == 200


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("english!", None),
        ("", None),
    ],
)
def test_tags(said: str, tag: str | None) -> None:
    assert lang_of(said) == tag


@given(st.binary(), JSON)
def test_anything(data: bytes, value: object) -> None:
    parsed(data)
    assert isinstance(words_at(value, "a"), str)
