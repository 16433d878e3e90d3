import time

import pytest
from building import a_claim, span_in
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.parts import parts
from provcheck.match.tokens import Tokens
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

LINKS = load_rulebook().platforms.opaque
SOURCE = Tokens("The cranes (all four of them) are paid for by the ministry of ports.")


def cut(words: str) -> list[tuple[str, str]]:
    claim = a_claim(words, words)
    return [(part.mark, part.words.of(words).strip()) for part in parts(claim, SOURCE, LINKS)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The cranes are paid for.", id="plain words"),
        pytest.param("The cranes (all four of them) are paid for", id="the speaker's own aside"),
        pytest.param("[T]he cranes are paid for", id="a letter changed in brackets"),
        pytest.param("They cost 4.3 million... ", id="nothing but the end"),
    ],
)
def test_is_one_part_of_words(words: str) -> None:
    assert len([words for mark, words in cut(words) if words]) == 1


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        pytest.param("The cranes … are paid for", "ellipsis", id="one character"),
        pytest.param("The cranes ... are paid for", "ellipsis", id="three points"),
        pytest.param("The cranes . . . are paid for", "ellipsis", id="spaced points"),
        pytest.param("The cranes [...] are paid for", "ellipsis", id="in brackets"),
        pytest.param("The cranes (…) are paid for", "ellipsis", id="in parentheses"),
        pytest.param("The cranes [in Halvik] are paid for", "bracket", id="square brackets"),
        pytest.param("The cranes open[ed] are paid for", "bracket", id="an ending in brackets"),
        pytest.param("The cranes [all] … are paid for", "ellipsis", id="brackets, then points"),
        pytest.param("The cranes … [all] are paid for", "ellipsis", id="points, then brackets"),
        pytest.param("The cranes [all] [four] are paid for", "bracket", id="two pairs of brackets"),
        pytest.param("The cranes [sic] are paid for", "bracket", id="sic"),
        pytest.param("The cranes (the Halvik ones) are paid for", "bracket", id="parentheses"),
    ],
)
def test_is_cut_at_a_mark(words: str, mark: str) -> None:
    assert cut(words) == [("", "The cranes"), (mark, "are paid for")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "Go to https://port.example/a", [("", "Go to https://port.example/a")], id="no"
        ),
        pytest.param("The cranes https://t.co/Ab1", [("", "The cranes")], id="at the end"),
        pytest.param("https://t.co/Ab1 The cranes", [("link", "The cranes")], id="at the head"),
        pytest.param(
            "The cranes https://t.co/Ab1 pic.x.com/Xy are paid",
            [("", "The cranes"), ("link", "are paid")],
            id="two in the middle",
        ),
        pytest.param(
            "The cranes… https://t.co/Ab1", [("", "The cranes"), ("ellipsis", "")], id="points"
        ),
        pytest.param("https://t.co/Ab1", [], id="nothing else"),
    ],
)
def test_short_links_and_pictures_are_nobodys_words(
    words: str, expected: list[tuple[str, str]]
) -> None:
    assert cut(words) == expected


def test_what_an_editor_put_in_is_kept() -> None:
    words = "The cranes [in Halvik] are paid for"
    _, second = parts(a_claim(words, words), SOURCE, LINKS)

    assert second.inserted == "in Halvik"
    assert second.marked == span_in(words, "[in Halvik]")


def test_an_interruption_parts_too() -> None:
    words = "The cranes,” she said, “are paid for"
    claim = a_claim(words, words)
    halves = (span_in(words, "The cranes,"), span_in(words, "are paid for"))

    found = parts(claim.model_copy(update={"segments": halves}), SOURCE, LINKS)

    assert [part.mark for part in found] == ["", "attribution"]


@given(st.text(alphabet="ab .…[]()\n", max_size=60))
def test_any_words_are_cut_within_themselves(words: str) -> None:
    whole = Span(start=0, end=len(words))
    claim = a_claim("x", "x").model_copy(
        update={"span": whole, "text": words, "segments": (whole,)}
    )

    assert all(whole.holds(part.words) for part in parts(claim, SOURCE, LINKS))


def test_a_word_of_very_many_letters_is_read_in_no_time() -> None:
    began = time.monotonic()
    assert cut("x" * 50_000) == [("", "x" * 50_000)]
    assert time.monotonic() - began < 3
