import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.extract.marks import outermost, quoted_in
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

PAIRS = load_rulebook().quotation


def inner(text: str, lang: str = "en") -> list[str]:
    found = quoted_in(text, Span(start=0, end=len(text)), PAIRS.pairs_of(lang))
    return [quoted.inner.of(text) for quoted in outermost(found)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The harbour's cranes didn't move.", id="apostrophes"),
        pytest.param("The harbour’s cranes didn’t move.", id="curly apostrophes"),
        pytest.param("They sang songs of the ’90s.", id="a decade"),
        pytest.param("He was 6'2\" tall.", id="feet and inches"),
        pytest.param("The sailors’ boots stood there.", id="plural possessive"),
        pytest.param("A lone ” closes nothing.", id="a closing mark alone"),
        pytest.param("“”", id="an empty pair"),
        pytest.param("", id="no text"),
    ],
)
def test_nothing_is_quoted(text: str) -> None:
    assert inner(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "quoted"),
    [
        pytest.param("en", "He said “the pier is shut” twice.", "the pier is shut", id="curly"),
        pytest.param("en", 'He said "the pier is shut" twice.', "the pier is shut", id="straight"),
        pytest.param("en", "He said ‘the pier’s shut’ twice.", "the pier’s shut", id="British"),
        pytest.param("en", "“He said ‘shut’ to me.”", "He said ‘shut’ to me.", id="nested"),
        pytest.param(
            "de", "Er sagte: „Der Hafen ist zu.“", "Der Hafen ist zu.", id="German low-high"
        ),
        pytest.param(
            "de", "Er sagte: »Der Hafen ist zu.«", "Der Hafen ist zu.", id="German guillemets"
        ),
        pytest.param("fr", "Il dit : « Le port est fermé. »", " Le port est fermé. ", id="French"),
        pytest.param("pl", "Rzekł: „Port jest zamknięty”.", "Port jest zamknięty", id="Polish"),
        pytest.param("sv", "Han sade: ”Hamnen är stängd.”", "Hamnen är stängd.", id="Swedish"),
        pytest.param("ru", "Он сказал: «Порт закрыт».", "Порт закрыт", id="Russian"),
        pytest.param("ja", "彼は「港は閉まった」と言った。", "港は閉まった", id="Japanese"),
    ],
)
def test_quoted_words_by_language(lang: str, text: str, quoted: str) -> None:
    assert inner(text, lang) == [quoted]


def test_two_quotations_are_two() -> None:
    assert inner("“One,” he said, and then “two”.") == ["One,", "two"]


def test_curly_and_straight_in_one_paragraph() -> None:
    assert inner('“One thing” and "another thing" he said.') == ["One thing", "another thing"]


def test_an_unclosed_quotation_goes_to_the_end_of_its_paragraph() -> None:
    text = "She wrote: “We lost the mast on the ninth night and sang."
    found = quoted_in(text, Span(start=0, end=len(text)), PAIRS.pairs_of("en"))

    assert [q.inner.of(text) for q in found] == ["We lost the mast on the ninth night and sang."]
    assert not found[0].closed


def test_depth_tells_the_outermost() -> None:
    text = "“He said ‘shut’ to me.”"
    found = quoted_in(text, Span(start=0, end=len(text)), PAIRS.pairs_of("en"))

    assert [(q.depth, q.inner.of(text)) for q in found] == [
        (0, "He said ‘shut’ to me."),
        (1, "shut"),
    ]


MARKS = "“”‘’\"'„«»‚‹›「」 ab.\n"


@given(st.text(alphabet=MARKS, max_size=80), st.sampled_from(["en", "de", "fr", "sv", "ja", "xx"]))
def test_any_marks_pair_without_fault(text: str, lang: str) -> None:
    whole = Span(start=0, end=len(text))
    found = quoted_in(text, whole, PAIRS.pairs_of(lang))

    assert all(whole.holds(q.outer) and q.outer.holds(q.inner) for q in found)
    assert [q.outer.start for q in found] == sorted(q.outer.start for q in found)


def test_time_grows_with_length_only() -> None:
    text = "“a ‘b’ c” d’e " * 20_000
    started = time.perf_counter()

    quoted_in(text, Span(start=0, end=len(text)), PAIRS.pairs_of("en"))

    assert time.perf_counter() - started < 10
