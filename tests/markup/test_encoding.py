import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.encoding import Undecodable, decoded

TEXT = "“café”"


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        pytest.param(TEXT.encode(), None, id="UTF-8 without a word"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), None, id="a byte order mark"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), "iso-8859-1", id="the mark rules"),
        pytest.param("\ufeff".encode("utf-16-le") + TEXT.encode("utf-16-le"), None, id="UTF-16"),
        pytest.param(TEXT.encode("cp1252"), "iso-8859-1", id="a label as browsers take it"),
        pytest.param(TEXT.encode("cp1252"), "windows-1252", id="declared"),
        pytest.param(TEXT.encode(), "no-such-charset", id="an unknown label is passed over"),
        pytest.param(TEXT.encode(), "utf-7", id="an unsafe label is passed over"),
        pytest.param(TEXT.encode(), "unicode_escape", id="no charset at all"),
        pytest.param(TEXT.encode(), "hex", id="a codec that is no charset"),
    ],
)
def test_is_decoded(data: bytes, declared: str | None) -> None:
    assert decoded(data, declared) == TEXT


def test_a_page_may_declare_its_charset() -> None:
    page = '<meta charset="windows-1251"><p>порт</p>'

    assert "порт" in decoded(page.encode("cp1251"))


def test_xml_may_declare_its_charset() -> None:
    page = '<?xml version="1.0" encoding="windows-1252"?><p>café</p>'

    assert "café" in decoded(page.encode("cp1252"))


def test_what_is_undecodable_is_told_with_its_place() -> None:
    with pytest.raises(Undecodable) as problem:
        decoded(b"abc\xff")

    assert (problem.value.offset, problem.value.encoding) == (3, "utf-8")


def test_markup_is_never_made_by_decoding() -> None:
    assert "<script>" not in decoded(b"+ADw-script+AD4-", "utf-7")
    assert "<script>" not in decoded(b"\\u003cscript\\u003e", "unicode_escape")


@given(st.binary(max_size=60), st.text(max_size=12) | st.none())
def test_any_bytes_are_text_or_undecodable(data: bytes, declared: str | None) -> None:
    try:
        assert isinstance(decoded(data, declared), str)
    except Undecodable as problem:
        assert 0 <= problem.offset <= len(data)  # noqa: PT017
