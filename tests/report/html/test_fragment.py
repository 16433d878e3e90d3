import re
from urllib.parse import unquote

import pytest
from building import a_source, found, span_in
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.evidence import Found
from provcheck.model.span import Span
from provcheck.report.html.fragment import LONGEST, WHOLE, deep_link, directive
from provcheck.report.html.links import link

TEXT = "Minutes.\nThe chair rose. We may open the new line in spring, if the money comes.\nEnd."
LONG = " ".join(f"word{n}" for n in range(60))
PAGE = "https://council.example/minutes"


def of(text: str, words: str) -> str | None:
    return directive(a_source(text), span_in(text, words))


def a_page(text: str = TEXT, media_type: str = "text/html; charset=utf-8", **known) -> Found:
    source = found(a_source(text, **known))
    update = {"media_type": media_type}
    return source.model_copy(update={"snapshot": source.snapshot.model_copy(update=update)})


@pytest.mark.parametrize(
    "url",
    ["minutes.html", "file:///minutes.html", "javascript:x", "ftp://wire.example/a", ""],
)
def test_no_way_where_the_address_is_no_link(url: str) -> None:
    assert deep_link(url, a_page(), span_in(TEXT, "We may")) is None


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "text/vtt", ""])
def test_no_way_into_what_is_no_page(kind: str) -> None:
    assert deep_link(PAGE, a_page(media_type=kind), span_in(TEXT, "We may")) is None


@pytest.mark.parametrize("text", ["", "… – !", "a \ud800 b"], ids=repr)
def test_no_way_to_what_has_no_word_or_fits_no_address(text: str) -> None:
    assert directive(a_source(text), Span(start=0, end=len(text))) is None


def test_a_short_passage_is_named_whole_between_the_words_round_it() -> None:
    assert of(TEXT, "We may open the new line in spring") == (
        "The%20chair%20rose.-,We%20may%20open%20the%20new%20line%20in%20spring,"
        "-%2C%20if%20the%20money"
    )


def test_what_stands_in_other_lines_is_not_taken_for_words_round_it() -> None:
    assert of(TEXT, "Minutes.") == "Minutes"
    assert of(TEXT, "End") == "End"


def test_a_long_passage_is_named_by_its_ends() -> None:
    assert of(LONG, LONG) == "word0%20word1%20word2%20word3,word56%20word57%20word58%20word59"


def test_a_passage_over_several_lines_is_named_by_its_ends() -> None:
    assert of(TEXT, TEXT) == "Minutes,End"


def test_characters_that_part_the_parts_are_encoded() -> None:
    assert of("a-b, c & d=e", "a-b, c & d=e") == "a%2Db%2C%20c%20%26%20d%3De"


def test_a_word_is_never_cut_in_two() -> None:
    assert directive(a_source("We reopen it"), Span(start=5, end=7)) == "We-,reopen,-it"


def test_the_place_in_an_address_is_kept_and_an_older_way_is_not() -> None:
    for end, place in (("", ""), ("#top", "top"), ("#top:~:text=x", "top"), ("#:~:text=x", "")):
        address = deep_link(PAGE + end, a_page("We go"), Span(start=0, end=5))
        assert address == f"{PAGE}#{place}:~:text=We%20go"


def test_a_pdf_is_opened_at_its_page() -> None:
    paged = a_page(media_type="application/pdf", pages=(0, 9, 30))
    assert deep_link(PAGE, paged, Span(start=10, end=12)) == f"{PAGE}#page=2"
    assert deep_link(PAGE, a_page(media_type="application/pdf"), Span(start=0, end=2)) is None


@given(st.text(max_size=400), st.data())
def test_a_directive_is_ascii_and_made_of_words_of_the_source(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = directive(a_source(text), Span(start=start, end=end))
    if words is None:
        return
    assert re.fullmatch(r"[A-Za-z0-9%._~,-]+", words)
    assert link(f"{PAGE}#:~:text={words}").href
    parts = words.split(",")
    at = 0
    for part in parts:
        said = unquote(part.strip("-"))
        assert said
        assert len(said) <= max(WHOLE, LONGEST, len(text))
        at = text.index(said, at) + len(said)
    assert 1 <= len([p for p in parts if not p.startswith("-") and not p.endswith("-")]) <= 2
