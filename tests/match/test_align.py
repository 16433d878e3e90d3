import pytest
from building import a_claim, a_source, found, span_in
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.align import align
from provcheck.model.alignment import Alignment
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
SPEECH = (
    "We will open the new harbour in May, and the north pier will stay closed until the cranes are "
    "paid for. I do not believe that the council wants a second bridge. The ferry line costs 40 "
    "million crowns a year. We are, um, we are ready to talk about the 4.3 per cent levy with Mayor "  # noqa: E501
    "Falk. “The dredgers,” she said, “are moored beneath the lanterns.”"
)


def laid(words: str, speech: str = SPEECH) -> Alignment:
    text = f"“{words}” she said."
    return align(a_claim(text, words), found(a_source(speech)), RULES)


def kinds(words: str) -> list[EditKind]:
    return [e.kind for e in laid(words).edits if e.kind != EditKind.TYPOGRAPHY]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("We will open the new harbour in May", id="word for word"),
        pytest.param("We will open the new harbour in May,", id="a comma within the marks"),
        pytest.param("the cranes are paid for.", id="a stop within the marks"),
        pytest.param("the 4.3 per cent levy with Mayor Falk", id="a number"),
    ],
)
def test_exact_words_have_no_edits(words: str) -> None:
    alignment = laid(words)

    assert alignment.exact
    assert alignment.edits == ()
    assert alignment.coverage == 1.0


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The council never spoke of money at all", id="other words"),
        pytest.param("An utterly unrelated remark on the price of cheese", id="nothing shared"),
    ],
)
def test_absent_words_are_not_located(words: str) -> None:
    alignment = laid(words)

    assert not alignment.strong


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("the new harbor in May", ["spelling-variant"], id="spelling"),
        pytest.param(
            "We will open the new harbour … until the cranes are paid for",
            ["ellipsis"],
            id="points",
        ),
        pytest.param(
            "We will open the new harbour [before summer], and the north pier",
            ["bracket"],
            id="brackets",
        ),
        pytest.param("we will open the new harbour in May", ["case"], id="a fitted capital"),
        pytest.param("The ferry line costs 14 million crowns", ["number"], id="a number"),
        pytest.param(
            "I believe that the council wants a second bridge", ["negation"], id="a lost not"
        ),
        pytest.param("We may open the new harbour in May", ["modality"], id="a modal"),
        pytest.param("the 4.3 per cent levy with Mayor Olsen", ["name"], id="a name"),
        pytest.param("The ferry line cost 40 million crowns", ["tense"], id="a tense"),
        pytest.param("We will open the old harbour in May", ["substitution"], id="a word"),
    ],
)
def test_edits(words: str, expected: list[str]) -> None:
    assert kinds(words) == expected


POST = "Grain is rolling over the Tarn pass tonight https://t.co/Ab1 and every lamp is new"


@pytest.mark.parametrize(
    ("words", "speech"),
    [
        pytest.param(POST, POST, id="with its link"),
        pytest.param(POST.replace("https://t.co/Ab1 ", ""), POST, id="without it"),
        pytest.param(POST, POST.replace("https://t.co/Ab1 ", ""), id="with a link alone"),
        pytest.param(POST, POST.replace("t.co/Ab1", "halvik.example/a/b"), id="with another form"),
        pytest.param(f"{POST} https://t.co/Ab2 pic.x.com/Ab3", POST, id="with a picture"),
    ],
)
def test_a_post_s_links_are_no_words(words: str, speech: str) -> None:
    found = laid(words, speech)

    assert found.exact
    assert found.coverage == 1.0
    assert {edit.kind for edit in found.edits} <= {EditKind.TYPOGRAPHY}


def test_what_points_stand_for_is_in_the_edit() -> None:
    alignment = laid("We will open the new harbour … until the cranes are paid for")

    assert alignment.edits[0].source.of(SPEECH) == "in May, and the north pier will stay closed"
    assert [piece.mark for piece in alignment.pieces] == ["", "ellipsis"]


def test_the_speakers_own_aside_in_parentheses_is_no_insertion() -> None:
    speech = "The cranes (all four of them) are paid for by the ministry of ports."

    assert align(
        a_claim(
            "“The cranes (all four of them) are paid for” he said.",
            "The cranes (all four of them) are paid for",
        ),
        found(a_source(speech)),
        RULES,
    ).exact


def test_the_speakers_own_words_are_preferred_to_anothers() -> None:
    words = "the pier will stay closed for the winter"
    speech = f"OLSEN: So {words}.\nBRANDVOLD: Yes, {words}."
    second = speech.rindex(words)
    source = a_source(
        speech, turns=(("Per Olsen", f"So {words}."), ("Ada Brandvold", f"Yes, {words}."))
    )
    claim = a_claim(words, words, speaker="Ada Brandvold")

    assert align(claim, found(source), RULES).pieces[0].source.start == second


def test_the_sources_own_interruption_is_no_omission() -> None:
    words = "The dredgers are moored beneath the lanterns."
    quotation = a_claim(SPEECH, SPEECH[SPEECH.index("The dredgers") :].rstrip("”"))
    parts = (span_in(SPEECH, "The dredgers,"), span_in(SPEECH, "are moored beneath the lanterns."))
    quotation = quotation.model_copy(update={"segments": parts})
    source = a_source(SPEECH).model_copy(update={"quotations": (quotation,)})

    alignment = align(a_claim(words, words), found(source), RULES)

    assert [e.kind for e in alignment.edits if e.kind != EditKind.TYPOGRAPHY] == []


WORDS = SPEECH.split()


@given(st.integers(0, len(WORDS) - 6), st.integers(5, 20))
def test_a_verbatim_stretch_is_always_exact(start: int, length: int) -> None:
    words = " ".join(WORDS[start : start + length])
    alignment = align(a_claim(words, words), found(a_source(SPEECH)), RULES)

    assert alignment.exact
    assert not [e for e in alignment.edits if e.kind != EditKind.TYPOGRAPHY]


@given(st.text(max_size=60), st.text(max_size=120))
def test_any_texts_align_without_fault(words: str, speech: str) -> None:
    whole = Span(start=0, end=len(words))
    claim = a_claim("x", "x").model_copy(
        update={"span": whole, "text": words, "segments": (whole,)}
    )
    alignment = align(claim, found(a_source(speech)), RULES)

    assert 0 <= alignment.coverage <= 1
    assert all(p.source.end <= len(speech) and p.claim.end <= len(words) for p in alignment.pieces)
