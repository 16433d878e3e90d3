import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import body

from provcheck.model.evidence import Completeness
from provcheck.sources.body import Unreadable
from provcheck.sources.charset import characters

SENTENCE = "“Geh’n wir”, sagte die Bürgermeisterin über die Brücke. "


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        pytest.param(SENTENCE.encode(), None, id="utf-8-undeclared"),
        pytest.param(SENTENCE.encode(), "utf-8", id="utf-8-declared"),
        pytest.param(SENTENCE.encode("utf-8-sig"), None, id="byte-order-mark"),
        pytest.param(SENTENCE.encode("utf-16"), None, id="utf-16-with-mark"),
        pytest.param(SENTENCE.encode("cp1252"), "windows-1252", id="declared-western"),
        pytest.param(SENTENCE.encode(), "iso-8859-1", id="utf-8-that-is-declared-latin-1"),
        pytest.param("Мост закрыт. ".encode("cp1251"), "windows-1251", id="declared-cyrillic"),
        pytest.param(b"plain ascii", None, id="ascii"),
    ],
)
def test_is_sound(data: bytes, charset: str | None) -> None:
    read = characters(body(data, charset=charset))
    assert read.sound
    assert "\ufffd" not in read.text
    assert "ü" in read.text or "Мост" in read.text or read.text == "plain ascii"


def test_a_stray_byte_is_a_western_apostrophe() -> None:
    data = ("The bridge is closed, they say, until the spring. " * 40).encode()
    read = characters(body(data + b"It\x92s late."))
    assert read.sound
    assert read.text.endswith("It’s late.")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Мост закрыт до весны. ".encode("cp1251") * 9, id="cyrillic-undeclared"),
        pytest.param((SENTENCE * 9).encode("cp1252"), id="western-undeclared"),
        pytest.param((SENTENCE * 9).encode().decode("cp1252", "ignore").encode(), id="mojibake"),
    ],
)
def test_is_unsound(data: bytes) -> None:
    assert not characters(body(data)).sound


@pytest.mark.parametrize(
    "data",
    [pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="png"), pytest.param(b"\0" * 9, id="zeros")],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        characters(body(data))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("word " * 600_000, 3_000_000, id="all of it"),
        pytest.param("word " * 600_001, 3_000_000, id="to a place within a line"),
        pytest.param(("a line of words\n" * 200_000), 2_999_999, id="to the end of a line"),
        pytest.param("ä" * 3_000_001, 3_000_000, id="counted in characters"),
    ],
)
def test_so_much_is_read(text: str, kept: int) -> None:
    read = characters(body(text))

    assert len(read.text) == kept
    assert text.startswith(read.text)
    assert read.cut == (kept < len(text))
    assert read.completeness == (Completeness.TRUNCATED if read.cut else Completeness.WHOLE)


def test_a_wrong_charset_is_told_before_a_cut() -> None:
    read = characters(body("Мост закрыт до весны. ".encode("cp1251") * 200_000))

    assert read.cut
    assert read.completeness == Completeness.WRONG_CHARSET


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-7", "hex", "rot13", "idna", "x"])
)
def test_any_bytes_and_charset_give_characters_or_a_refusal(
    data: bytes, charset: str | None
) -> None:
    try:
        read = characters(body(data, charset=charset))
    except Unreadable:
        return
    read.text.encode()  # no lone surrogate is left
