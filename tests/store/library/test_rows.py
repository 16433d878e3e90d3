from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import PIER, a_document

from provcheck.store.library.rows import document_in, folded, host_of, packed, row_of, unpacked

FULL = a_document(
    PIER,
    title="Talks",
    publisher="Example Wire",
    published=date(2025, 3, 5),
    wire="wire",
    charset="utf-8",
    fetched_at=datetime(2025, 3, 5, 12, tzinfo=UTC),
)


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(FULL, id="everything is known"),
        pytest.param(a_document(PIER, url=None), id="hardly anything"),
        pytest.param(FULL.model_copy(update={"name": FULL.url}), id="named by its address"),
        pytest.param(FULL.model_copy(update={"key": "k"}), id="a key that is no hash"),
    ],
)
def test_a_document_comes_back(document: object) -> None:
    assert document_in(row_of(document)) == document  # type: ignore[arg-type]


@given(st.text(st.characters()))
def test_any_words_can_be_kept(text: str) -> None:
    held = document_in(row_of(FULL.model_copy(update={"title": text, "key": text})))
    assert held.title == text.encode("utf-8", "replace").decode()
    assert unpacked(packed(held.key)) == held.key


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (None, ""),
        ("no address", ""),
        ("https://[", ""),
        ("https://WWW.Wire.example.:8080/a", "www.wire.example"),
    ],
)
def test_hosts(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_names_are_compared_without_case_and_with_single_spaces() -> None:
    assert folded(" Example\n WIRE ") == folded("example wire")
    assert folded(None) == ""
