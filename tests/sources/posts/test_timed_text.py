import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.sources.posts.timed_text import as_captions


def words_of(data: bytes) -> list[str]:
    return as_captions(data).decode().splitlines()


@pytest.mark.parametrize("data", [b"", b"WEBVTT\n\n", b"1\n00:00:01,000", b"\xff\0", b" words"])
def test_other_bytes_stay_as_they_are(data: bytes) -> None:
    assert as_captions(data) == data


@pytest.mark.parametrize("data", [b"<", b"{", b"<!DOCTYPE x>", b"[{]", b"<html/>", b"{}"])
def test_nothing_spoken(data: bytes) -> None:
    assert "-->" not in as_captions(data).decode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            b'<?xml version="1.0"?><transcript><text start="1.5" dur="2">The pier &amp;amp; more'
            b"</text></transcript>", id="seconds",
        ),
        pytest.param(
            b'<timedtext format="3"><body><p t="1500" d="2000"><s>The pier</s> <s>&amp; more</s>'
            b"</p></body></timedtext>", id="milliseconds",
        ),
        pytest.param(
            json.dumps(
                {"events": [{"tStartMs": 1500, "dDurationMs": 2000,
                             "segs": [{"utf8": "The pier\n"}, {"utf8": "& more"}]}]}
            ).encode(), id="JSON",
        ),
    ],
)  # fmt: skip
def test_each_form_is_the_same_cue(data: bytes) -> None:
    assert words_of(data)[2:] == ["00:00:01.500 --> 00:00:03.500", "The pier &amp; more"]


def test_no_entity_is_unfolded() -> None:
    bomb = (
        b'<!DOCTYPE t [<!ENTITY a "pier pier"><!ENTITY b "&a;&a;&a;">'
        b'<!ENTITY c SYSTEM "file:///etc/passwd">]>'
        b'<transcript><text start="1" dur="1">&b;&c; shut</text></transcript>'
    )
    assert "pier" not in as_captions(bomb).decode()
    assert "root:" not in as_captions(bomb).decode()


@pytest.mark.parametrize("said", ["", "x", "nan", "inf", "-5", "1e400", "9" * 400])
def test_times_that_are_none(said: str) -> None:
    data = f'<transcript><text start="{said}" dur="{said}">shut</text></transcript>'
    assert words_of(data.encode())[-1] == "shut"


@given(st.binary() | st.binary().map(lambda b: b"<text>" + b) | st.text().map(str.encode))
def test_any_bytes(data: bytes) -> None:
    assert isinstance(as_captions(data), bytes)
    assert isinstance(as_captions(b"{" + data), bytes)
