import gzip
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.store.warc.inflated import Place
from provcheck.store.warc.payload import Capture, body_of

WORDS = b"We will not close the north pier. " * 50


def capture(folder: Path, body: bytes, **fields: object) -> Capture:
    (folder / "a.warc").write_bytes(b"before" + body + b"after")
    told = {"file": folder / "a.warc", "place": Place(0, 6), "length": len(body), **fields}
    return Capture.model_validate(told)


def chunks(*parts: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + end


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("sent", "encoding", "chunked"),
    [
        pytest.param(WORDS, "", False, id="as it is"),
        pytest.param(WORDS, "identity", False, id="identity"),
        pytest.param(gzip.compress(WORDS), "gzip", False, id="gzip"),
        pytest.param(gzip.compress(WORDS), " X-GZIP ", False, id="gzip by its old name"),
        pytest.param(WORDS, "gzip", False, id="unpacked by the crawler"),
        pytest.param(zlib.compress(WORDS), "deflate", False, id="deflate"),
        pytest.param(raw_deflate(WORDS), "deflate", False, id="deflate without zlib's header"),
        pytest.param(chunks(WORDS[:9], WORDS[9:]), "", True, id="chunks"),
        pytest.param(
            chunks(WORDS, end=b"0;x=y\r\nA: b\r\n\r\n"), "", True, id="chunks with a trailer"
        ),
        pytest.param(WORDS, "", True, id="chunks joined by the crawler"),
        pytest.param(chunks(gzip.compress(WORDS)), "gzip", True, id="gzip in chunks"),
        pytest.param(chunks(WORDS), "gzip", True, id="unpacked by the crawler, in chunks"),
    ],
)
def test_bodies_as_they_were_sent(
    tmp_path: Path, sent: bytes, encoding: str, chunked: object
) -> None:
    assert body_of(capture(tmp_path, sent, encoding=encoding, chunked=chunked)) == WORDS


def test_an_empty_body_is_empty(tmp_path: Path) -> None:
    for fields in ({}, {"encoding": "gzip"}, {"chunked": True}):
        assert body_of(capture(tmp_path, b"", **fields)) == b""


@pytest.mark.parametrize(
    ("sent", "fields", "told"),
    [
        pytest.param(gzip.compress(WORDS)[:-9], {"encoding": "gzip"}, "cut short", id="gzip cut"),
        pytest.param(b"\x1f\x8b" + b"x" * 30, {"encoding": "gzip"}, "broken", id="no gzip"),
        pytest.param(b"<p>words", {"encoding": "deflate"}, "broken", id="no deflate"),
        pytest.param(b"words", {"encoding": "br"}, "'br' is not read", id="brotli"),
        pytest.param(b"words", {"encoding": "gzip, gzip"}, "'gzip, gzip' is not", id="two"),
        pytest.param(chunks(WORDS)[:200], {"chunked": True}, "chunks are broken", id="chunks cut"),
        pytest.param(chunks(WORDS)[:-5], {"chunked": True}, "chunks are broken", id="no last one"),
        pytest.param(
            gzip.compress(bytes(30 << 20)), {"encoding": "gzip"}, "than 20971520", id="a bomb"
        ),
    ],
)
def test_a_body_that_is_not_whole_is_told(
    tmp_path: Path, sent: bytes, fields: dict[str, object], told: str
) -> None:
    with pytest.raises(OSError) as problem:  # noqa: PT011  (its strerror is what counts)
        body_of(capture(tmp_path, sent, **fields))

    assert told in str(problem.value.strerror)


def test_a_body_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    found = capture(tmp_path, b"x", length=30 << 20)
    tracemalloc.start()
    try:
        with pytest.raises(OSError, match="larger than 20971520 bytes"):
            body_of(found)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(lambda p: p.unlink(), "No such file", id="gone"),
        pytest.param(lambda p: p.write_bytes(b"short"), "has changed", id="shorter"),
        pytest.param(lambda p: p.write_bytes(b"\x1f\x8b\xff" * 9), "gzip is broken", id="other"),
    ],
)
def test_a_file_that_changed_since_is_told(tmp_path: Path, change: object, told: str) -> None:
    found = capture(tmp_path, WORDS)
    change(found.file)  # type: ignore[operator]

    with pytest.raises(OSError, match=told):
        body_of(found)


@given(
    sent=st.binary(max_size=80),
    encoding=st.sampled_from(["", "gzip", "deflate", "br"]),
    chunked=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_body_comes_or_is_told(
    tmp_path: Path, sent: bytes, encoding: str, chunked: object
) -> None:
    try:
        body_of(capture(tmp_path, sent, encoding=encoding, chunked=chunked))
    except OSError as problem:
        assert problem.strerror  # noqa: PT017


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_chunks_come_together(tmp_path: Path, parts: list[bytes]) -> None:
    found = capture(tmp_path, chunks(*parts), chunked=True)

    assert body_of(found) == b"".join(parts)
