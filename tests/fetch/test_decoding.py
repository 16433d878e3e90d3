import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.fetch.decoding import BodyError, Decoder
from provcheck.settings import Limits

LIMITS = Limits()
WORDS = b"We will not close the north pier for the winter. " * 40


def decoded(raw: bytes, encoding: str = "gzip", limits: Limits = LIMITS, cut: int = 7000) -> bytes:
    decoder = Decoder(encoding, limits)
    found = b"".join(decoder.feed(raw[at : at + cut]) for at in range(0, len(raw), cut))
    return found + decoder.finish()


def zeros(size: int) -> bytes:
    """Return the gzip of so many zeros, packed without holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    step = bytes(1 << 20)
    packed = b"".join(packer.compress(step) for _ in range(size >> 20))
    return packed + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "raw"),
    [
        pytest.param("", WORDS, id="none"),
        pytest.param("identity", WORDS, id="named none"),
        pytest.param("gzip", gzip.compress(WORDS), id="gzip"),
        pytest.param(" GZip ", gzip.compress(WORDS), id="in other letters"),
        pytest.param("x-gzip", gzip.compress(WORDS), id="its old name"),
        pytest.param("gzip", gzip.compress(WORDS) + b"\0" * 40, id="padded"),
        pytest.param("gzip", gzip.compress(WORDS) + b"<!-- cached -->", id="a remark behind it"),
        pytest.param("gzip", gzip.compress(WORDS) + b"\x1f", id="half a mark behind it"),
        pytest.param(
            "gzip", gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:]), id="in two members"
        ),
        pytest.param("gzip", gzip.compress(b"") + gzip.compress(WORDS), id="an empty member first"),
    ],
)
@pytest.mark.parametrize("cut", [1, 3, 100_000])
def test_gives_the_body(encoding: str, raw: bytes, cut: int) -> None:
    assert decoded(raw, encoding, cut=cut) == WORDS


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_nothing_is_nothing(encoding: str) -> None:
    assert decoded(b"", encoding) == b""


@pytest.mark.parametrize(
    ("encoding", "why"),
    [
        pytest.param("br", "its encoding br was not asked for", id="brotli"),
        pytest.param("zstd", "its encoding zstd was not asked for", id="zstd"),
        pytest.param("deflate", "its encoding deflate was not asked for", id="deflate"),
        pytest.param("gzip, gzip", "its encoding gzip, gzip was not asked for", id="two layers"),
        pytest.param(
            "\x1b[31m\u202e", "its encoding was not asked for", id="a name not to be shown"
        ),
        pytest.param("x" * 5000, "its encoding was not asked for", id="a name without end"),
    ],
)
def test_other_encodings_are_refused_at_once(encoding: str, why: str) -> None:
    with pytest.raises(BodyError) as caught:
        Decoder(encoding, LIMITS)

    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(gzip.compress(WORDS)[:-1], "its gzip data is cut off", id="a byte short"),
        pytest.param(gzip.compress(WORDS)[:5], "its gzip data is cut off", id="in its head"),
        pytest.param(
            gzip.compress(WORDS) + gzip.compress(WORDS)[:30],
            "its gzip data is cut off",
            id="in its second member",
        ),
        pytest.param(WORDS, "its gzip data is broken", id="no gzip at all"),
        pytest.param(
            gzip.compress(WORDS)[:-5] + b"\0" * 5, "its gzip data is broken", id="a wrong checksum"
        ),
        pytest.param(
            gzip.compress(b"") * 1001, "its gzip data has more than 1000 parts", id="many members"
        ),
    ],
)
@pytest.mark.parametrize("cut", [1, 100_000])
def test_broken_gzip_is_told(raw: bytes, why: str, cut: int) -> None:
    with pytest.raises(BodyError) as caught:
        decoded(raw, cut=cut)

    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("limits", "encoding", "raw", "why"),
    [
        pytest.param(
            Limits(raw_bytes=1000), "", bytes(1001), "it is larger than 1000 bytes", id="as sent"
        ),
        pytest.param(
            Limits(source_bytes=1000),
            "gzip",
            gzip.compress(bytes(1001)),
            "it is larger than 1000 bytes when unpacked",
            id="unpacked",
        ),
        pytest.param(
            LIMITS, "gzip", zeros(2 << 20), "it unpacks to more than 200 times its size", id="ratio"
        ),
    ],
)
def test_limits_hold(limits: Limits, encoding: str, raw: bytes, why: str) -> None:
    for cut in (10, 100_000):
        with pytest.raises(BodyError) as caught:
            decoded(raw, encoding, limits, cut)

        assert str(caught.value) == why


@pytest.mark.parametrize(
    ("limits", "raw"),
    [
        pytest.param(Limits(raw_bytes=1000, source_bytes=1000), bytes(1000), id="to the byte"),
        pytest.param(LIMITS, gzip.compress(bytes(1 << 20)), id="the first megabyte at any ratio"),
    ],
)
def test_limits_allow(limits: Limits, raw: bytes) -> None:
    encoding = "gzip" if raw.startswith(b"\x1f\x8b") else ""
    assert not any(decoded(raw, encoding, limits))


def test_a_bomb_is_left_unpacked() -> None:
    bomb = zeros(128 << 20)
    tracemalloc.start()
    try:
        with pytest.raises(BodyError, match="larger than 20 MB when unpacked"):
            decoded(bomb, cut=len(bomb))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    # What was unpacked, twice while its array grows; not all 128 MB.
    assert peak < 3 * LIMITS.source_bytes


@settings(max_examples=150)
@given(
    parts=st.lists(st.binary(max_size=3000), min_size=1, max_size=4),
    cuts=st.lists(st.integers(1, 4000), min_size=1, max_size=20),
    zipped=st.booleans(),
)
def test_round_trip_however_it_is_cut(parts: list[bytes], cuts: list[int], *, zipped: bool) -> None:
    raw = b"".join(map(gzip.compress, parts)) if zipped else b"".join(parts)
    decoder = Decoder("gzip" if zipped else "", LIMITS)
    found, at = [], 0
    while at < len(raw):
        cut = cuts[len(found) % len(cuts)]
        found.append(decoder.feed(raw[at : at + cut]))
        at += cut

    assert b"".join([*found, decoder.finish()]) == b"".join(parts)


@settings(max_examples=100)
@given(size=st.integers(0, 300_000), step=st.sampled_from([1 << 16, 1 << 17, 5000]))
def test_what_unpacks_to_whole_steps_is_whole(size: int, step: int) -> None:
    plain = bytes(size - size % step)
    assert decoded(gzip.compress(plain), limits=Limits(inflation=2000)) == plain


@given(st.binary(max_size=200), st.integers(0, 200), st.integers(1, 50))
def test_ends_in_bytes_or_in_a_clause(garbage: bytes, at: int, cut: int) -> None:
    good = gzip.compress(WORDS)
    raw = good[: at % len(good)] + garbage
    whole = _ending(raw, len(raw) or 1)

    assert _ending(raw, cut) == whole


def _ending(raw: bytes, cut: int) -> bytes | str:
    try:
        return decoded(raw, cut=cut)
    except BodyError as problem:
        return str(problem)
