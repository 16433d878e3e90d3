import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storing import NOON, a_fetch

from provcheck.errors import StoreError
from provcheck.store.chain import (
    BEGINNING,
    START,
    Written,
    line,
    lines,
    link_of,
    meaning,
    said,
    unline,
    written,
)
from provcheck.store.record import Chained, Redaction

LINES = b"".join(line(written(a_fetch(f"https://wire.example/{n}"), n, START)) for n in (1, 2))
# Halves of letters do not come back as they were.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_the_link_is_made_of_number_text_and_link_before() -> None:
    assert link_of(1, "{}", START) == sha256(b'[1,"{}","' + b"0" * 64 + b'"]').hexdigest()


@given(ANY_TEXT, ANY_TEXT)
def test_whatever_an_address_holds_comes_back(url: str, reason: str) -> None:
    record = a_fetch(url, failure=reason)
    held = written(record, 7, "a" * 64)

    assert unline(line(held)[:-1]) == held
    assert said(Path("store"), held) == Chained(seq=7, record=record, prev="a" * 64, link=held.link)
    assert line(held).count(b"\n") == 1
    assert line(held).isascii()


HALVES = [
    pytest.param("plain", "plain", id="nothing to mend"),
    pytest.param("\N{SAILBOAT}", "\N{SAILBOAT}", id="a whole letter of two halves"),
    pytest.param("a \\ud800 b", "a \\ud800 b", id="what only looks like a half"),
    pytest.param("harbour\udcff.txt", "harbour?.txt", id="a byte of a file's name"),
    pytest.param("\ud83d and \N{ANCHOR}", "? and \N{ANCHOR}", id="a half beside a letter"),
]


@pytest.mark.parametrize(("told", "kept"), HALVES)
def test_halves_of_letters_leave_a_record_readable(told: str, kept: str) -> None:
    held = written(a_fetch(failure=told), 1, START)

    assert meaning(held) == a_fetch(failure=kept)
    assert unline(line(held)[:-1]) == held
    assert json.loads(line(held))["record"]["failure"] == kept


@pytest.mark.parametrize(("told", "kept"), HALVES)
def test_a_record_with_halves_of_an_earlier_version_is_read(told: str, kept: str) -> None:
    body = json.dumps(a_fetch(failure=told).model_dump(mode="json"))
    held = Written(seq=1, body=body, prev=START, link=link_of(1, body, START))

    assert meaning(held) == a_fetch(failure=kept)


def test_a_record_follows_the_one_it_names() -> None:
    first = written(a_fetch(), 1, BEGINNING.link)
    second = written(a_fetch(), 2, first.link)

    assert first.follows(BEGINNING.seq, BEGINNING.link)
    assert second.follows(1, first.link)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"seq": 2}, id="another number"),
        pytest.param({"prev": "1" * 64}, id="another one before"),
        pytest.param({"body": "{}"}, id="another text"),
        pytest.param({"link": "2" * 64}, id="another link"),
    ],
)
def test_what_was_changed_is_not_sound(change: dict[str, object]) -> None:
    held = written(a_fetch(), 1, START)
    changed = held.model_copy(update=change)

    assert held.is_sound
    assert not changed.is_sound
    with pytest.raises(StoreError, match="damaged"):
        said(Path("store"), changed)


def test_a_sound_record_of_no_known_kind_is_told() -> None:
    body = '{"kind":"oracle"}'
    held = Written(seq=1, body=body, prev=START, link=link_of(1, body, START))

    assert meaning(held) is None
    with pytest.raises(StoreError, match="record 1 is of a kind that is not known here"):
        said(Path("store"), held)


def test_lines_come_one_by_one() -> None:
    assert [held.seq for held, _ in lines(LINES) if held] == [1, 2]
    assert b"".join(text + b"\n" for _, text in lines(LINES)) == LINES


def test_what_was_not_written_to_its_end_is_no_line() -> None:
    assert [held.seq for held, _ in lines(LINES[:-1]) if held] == [1]
    assert list(lines(b"")) == []


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"[]",
        b"7",
        b"null",
        b'{"seq":1,"prev":"a","link":"b","record":{},"more":1}',
        b'{"seq":"1","prev":"a","link":"b","record":{}}',
        b'{"seq":1,"prev":"a","link":"b"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_record_is_none(text: bytes) -> None:
    assert unline(text) is None


@given(st.binary(max_size=80))
def test_no_bytes_upset_the_reader_of_lines(data: bytes) -> None:
    ended = data[: data.rfind(b"\n") + 1]
    assert b"".join(text + b"\n" for _, text in lines(data)) == ended


@given(st.integers(0, len(LINES) * 8 - 1))
def test_no_flipped_bit_makes_another_sound_record(bit: int) -> None:
    data = bytearray(LINES)
    data[bit // 8] ^= 1 << bit % 8
    whole = {held for held, _ in lines(LINES)}

    assert {held for held, _ in lines(bytes(data)) if held and held.is_sound} <= whole


def test_kinds_are_told_apart() -> None:
    redaction = Redaction(sha256="a" * 64, reason="r", at=NOON)
    assert isinstance(meaning(written(redaction, 1, START)), Redaction)
