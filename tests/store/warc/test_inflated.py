import gzip
import io
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.store.warc.inflated import BEGINNING, BrokenWarcError, Inflated, Place

MEMBERS = (b"first\nmember", b"", b"second\n" * 20000, b"third")


def opened(data: bytes, place: Place = BEGINNING) -> Inflated:
    return Inflated(io.BytesIO(data), place)


def packed(*parts: bytes) -> bytes:
    return b"".join(gzip.compress(part, mtime=0) for part in parts)


def test_plain_bytes_come_as_they_are() -> None:
    source = opened(b"".join(MEMBERS))

    assert source.read(5) == b"first"
    assert source.line(100) == b"\n"
    assert source.place == Place(0, 6)
    assert source.read(10**9) == b"member" + MEMBERS[2] + MEMBERS[3]
    assert source.read(1) == b""


def test_members_come_one_after_the_other() -> None:
    assert opened(packed(*MEMBERS)).read(10**9) == b"".join(MEMBERS)


def test_an_empty_file_is_empty() -> None:
    assert opened(b"").read(1) == b""
    assert opened(b"").line(9) == b""


def test_zeros_may_pad_the_end() -> None:
    source = opened(packed(b"one") + bytes(200_000) + packed(b"two") + bytes(9))

    assert source.read(99) == b"onetwo"


@pytest.mark.parametrize("pack", [b"".join, lambda parts: packed(*parts)], ids=["plain", "gzip"])
@given(st.data())
def test_every_place_is_found_again(pack: object, data: st.DataObject) -> None:
    whole = b"".join(MEMBERS)
    file = pack(MEMBERS)  # type: ignore[operator]
    skipped = data.draw(st.integers(0, 300) | st.integers(0, len(whole)))
    source = opened(file)

    assert source.skip(skipped) == skipped
    place = source.place

    assert opened(file, place).read(20) == whole[skipped : skipped + 20] == source.read(20)


def test_the_place_of_a_member_is_its_own() -> None:
    source = opened(packed(*MEMBERS))
    source.skip(len(MEMBERS[0]))
    assert source.place.inside == 0
    assert source.place.member == len(packed(*MEMBERS[:2]))


def test_lines_are_cut_at_what_is_asked_for() -> None:
    source = opened(packed(b"one\ntwo", b"\n\nthree"))

    assert [source.line(9), source.line(2), source.line(9), source.line(9)] == [
        b"one\n",
        b"tw",
        b"o\n",
        b"\n",
    ]
    assert source.line(0) == b""
    assert source.line(9) == b"three"
    assert source.line(9) == b""


def test_skipping_tells_how_much_there_was() -> None:
    assert opened(packed(b"abc")).skip(9) == 3


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(packed(b"x" * 99)[:-1], "ends in the middle", id="cut in the check sum"),
        pytest.param(packed(b"x" * 99)[:14], "ends in the middle", id="cut in the data"),
        pytest.param(packed(b"x") + packed(b"y")[:5], "ends in the middle", id="second cut"),
        pytest.param(packed(b"x" * 99)[:-5] + b"12345", "gzip is broken", id="check sum"),
        pytest.param(packed(b"x") + b"tail", "gzip is broken", id="something after the end"),
        pytest.param(b"\x1f\x8b" + b"\xff" * 50, "gzip is broken", id="no gzip"),
    ],
)
def test_what_is_broken_is_never_a_shorter_text(data: bytes, told: str) -> None:
    with pytest.raises(BrokenWarcError, match=told):
        opened(data).read(10**9)


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    parts = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    zeros = bytes(1 << 20)
    bomb = b"".join(parts.compress(zeros) for _ in range(256)) + parts.flush()
    assert len(bomb) < 300_000
    source = opened(bomb)
    tracemalloc.start()
    try:
        with pytest.raises(BrokenWarcError, match="more than 200 times"):
            source.skip(1 << 40)
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


def test_text_that_packs_well_is_read() -> None:
    text = b"".join(b"line %d of a page that says the same\n" % n for n in range(200_000))

    assert opened(packed(text)).skip(1 << 40) == len(text)


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_read_or_refused(junk: bytes, packs: bool) -> None:  # noqa: FBT001
    data = packed(b"good") + junk if packs else junk
    try:
        opened(data).read(10**6)
    except BrokenWarcError as problem:
        assert str(problem)  # noqa: PT017
