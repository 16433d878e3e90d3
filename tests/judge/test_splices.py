import pytest
from building import a_case, a_claim, a_source, an_edit, span_in

from provcheck.judge.splices import spliced
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

SPEECH = (
    "We will open the harbour in May. The cranes are paid for. Nobody asked us to wait. "
    "The north pier stays closed until spring."
)
WORDS = "We will open the harbour in May. The north pier stays closed until spring."
FIRST, SECOND = "We will open the harbour in May.", "The north pier stays closed until spring."


@pytest.mark.parametrize(
    ("source", "pairs"),
    [
        pytest.param(a_source(SPEECH), ((FIRST, FIRST),), id="one passage joins nothing"),
        pytest.param(
            a_source(SPEECH),
            ((FIRST, FIRST), (SECOND, SECOND, "ellipsis")),
            id="points show the reader that something is left out",
        ),
        pytest.param(
            a_source(f"{FIRST} And so it stays. {SECOND}"),
            ((FIRST, FIRST), (SECOND, SECOND)),
            id="one dropped sentence is an omission, which the edits tell",
        ),
        pytest.param(
            a_source(f"“{FIRST}” she said, turning to the map. “{SECOND}”"),
            ((FIRST, FIRST), (SECOND, SECOND)),
            id="the source interrupts the speaker with an attribution",
        ),
        pytest.param(
            a_source(SPEECH),
            ((FIRST, FIRST), (SECOND, SECOND, "attribution")),
            id="the article closes one part before it opens the other",
        ),
        pytest.param(
            a_source(SPEECH, turns=(("Ada Brandvold", SPEECH),)),
            ((FIRST, FIRST), (SECOND, SECOND, "ellipsis")),
            id="both parts in one answer",
        ),
    ],
)
def test_is_no_splice(rules: Rulebook, source, pairs) -> None:
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), source, *pairs)

    assert spliced(case) is None


TWO_TURNS = f"BRANDVOLD: {FIRST}\nOLSEN: And the pier?\nBRANDVOLD: {SECOND}"
OTHER_TURN = f"BRANDVOLD: {FIRST}\nOLSEN: {SECOND}"


@pytest.mark.parametrize(
    ("source", "pairs", "why"),
    [
        pytest.param(
            a_source(SPEECH),
            ((FIRST, FIRST), (SECOND, SECOND)),
            "no mark",
            id="two sentences dropped with no mark",
        ),
        pytest.param(
            a_source(f"{SECOND} {FIRST}"),
            ((FIRST, FIRST), (SECOND, SECOND, "ellipsis")),
            "another order",
            id="an ellipsis that turns the order round",
        ),
        pytest.param(
            a_source(
                TWO_TURNS,
                turns=(
                    ("Ada Brandvold", FIRST),
                    ("Per Olsen", "And the pier?"),
                    ("Ada Brandvold", SECOND),
                ),
            ),
            ((FIRST, FIRST), (SECOND, SECOND, "ellipsis")),
            "two answers",
            id="an ellipsis over the next question",
        ),
        pytest.param(
            a_source(OTHER_TURN, turns=(("Ada Brandvold", FIRST), ("Per Olsen", SECOND))),
            ((FIRST, FIRST), (SECOND, SECOND, "ellipsis")),
            "two people",
            id="an ellipsis over to another speaker",
        ),
    ],
)
def test_is_a_splice(rules: Rulebook, source, pairs, why: str) -> None:
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), source, *pairs)

    ruling = spliced(case)

    assert ruling is not None
    assert ruling.verdict == Verdict.SPLICED
    assert why in ruling.message


HOSTED = f"BRANDVOLD: {FIRST}\n{{}}\nBRANDVOLD: {SECOND}"
TURNS = (("Ada Brandvold", FIRST), ("Ada Brandvold", SECOND))


@pytest.mark.parametrize(
    ("between", "told"),
    [
        pytest.param("(Applause)", False, id="applause"),
        pytest.param("HOST: Right.", False, id="a nod"),
        pytest.param("HOST: And the pier?", True, id="a question of somebody without a name"),
        pytest.param("HOST: Let us speak of something else.", True, id="another subject"),
    ],
)
def test_what_lies_between_two_turns(rules: Rulebook, between: str, told: bool) -> None:  # noqa: FBT001
    source = a_source(HOSTED.format(between), turns=TURNS)
    pairs = ((FIRST, FIRST), (SECOND, SECOND, "ellipsis"))
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), source, *pairs)

    assert (spliced(case) is not None) is told


def test_sentences_dropped_within_a_piece(rules: Rulebook) -> None:
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), a_source(SPEECH), (WORDS, SPEECH))
    gap = span_in(SPEECH, "The cranes are paid for. Nobody asked us to wait.")
    edit = an_edit(EditKind.OMISSION, Span(start=33, end=33), gap)
    alignment = case.alignment.model_copy(update={"edits": (edit,)})

    ruling = spliced(case.model_copy(update={"alignment": alignment}))

    assert ruling is not None
    assert "no mark" in ruling.message
