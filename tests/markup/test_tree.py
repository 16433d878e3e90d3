import time

import pytest

from provcheck.markup.tree import parsed_html


@pytest.mark.parametrize(
    "page",
    ["", "no tags", "notes.txt", "https://a.example/", "<p", "</p></p>", "<?xml?>", b"\x00\xff"],
)
def test_broken_markup_is_a_tree(page: str | bytes) -> None:
    assert parsed_html(page) is not None


def test_words_are_in_the_tree() -> None:
    assert parsed_html("<p>one <b>two</b>").get_text() == "one two"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<!--" * 100_000, id="comments that never end"),
        pytest.param("<![CDATA[" * 100_000, id="sections that never end"),
        pytest.param("<div>" * 100_000, id="deep nesting"),
        pytest.param("<a b='" * 50_000, id="attributes that never end"),
    ],
)
def test_hostile_markup_does_not_hang(page: str) -> None:
    started = time.perf_counter()

    parsed_html(page)

    assert time.perf_counter() - started < 20
