from datetime import UTC, date, datetime

import pytest
from building import a_source, found
from hypothesis import given
from hypothesis import strategies as st
from storing import name_of

from provcheck.model.post import PostFacts
from provcheck.store.imprint import Imprint, imprint_in, reading_of
from provcheck.store.record import objects_of

TEXT = "1" * 64  # as building names it


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"title": "no text"}', b"\xff", b'{"text_sha256": "t", "x": 1}']
)
def test_what_is_no_imprint_says_nothing(data: bytes) -> None:
    assert imprint_in(data, TEXT) == Imprint(text_sha256=TEXT)


@given(st.binary())
def test_any_bytes_are_no_fault(data: bytes) -> None:
    imprint_in(data, TEXT)


def test_a_reading_names_its_objects() -> None:
    reading, text, imprint = reading_of(found(a_source("Nobody sang.")))
    assert objects_of(reading) == (reading.sha256, reading.text_sha256, name_of(imprint))
    assert text == b"Nobody sang."


def test_an_imprint_comes_back() -> None:
    told = {"title": "Sång", "publisher": "Wire", "lang": "sv", "wire": "ew"}
    source = a_source("x", published=datetime(2025, 3, 5, 23, tzinfo=UTC), **told)
    _, _, data = reading_of(found(source))
    day = date(2025, 3, 5)
    assert imprint_in(data, "") == Imprint(text_sha256=TEXT, published=day, **told)


def test_halves_of_letters_are_no_fault() -> None:
    _, text, data = reading_of(found(a_source("a\ud800", title="b\ud800")))
    assert imprint_in(data, "").title == "b?"
    assert text.decode("utf-8", "surrogatepass") == "a\ud800"


def test_a_post_goes_by_its_own_address() -> None:
    facts = PostFacts(platform="Posts", url="https://posts.example/1", witness="oEmbed")
    post = a_source("x", post=facts)
    assert imprint_in(reading_of(found(post))[2], "").url == "https://posts.example/1"
    page = a_source("x", canonical="https://posts.example/1")
    assert imprint_in(reading_of(found(page))[2], "").url is None
