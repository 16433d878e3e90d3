import pytest
from building import a_source, an_alignment, an_edit, span_in

from provcheck.judge.between import another_speaks, only_interrupts, spoken_only
from provcheck.model.edit import EditKind
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span

FIRST, SECOND = "The harbour will open in May.", "The pier comes later."


def transcript(between: str, *turns: tuple[str, str]) -> SourceText:
    text = f"BRANDVOLD: {FIRST}\n{between}\nBRANDVOLD: {SECOND}"
    return a_source(text, turns=(("Brandvold", FIRST), *turns, ("Brandvold", SECOND)))


def gap(source: SourceText) -> Span:
    one, two = span_in(source.text, FIRST), span_in(source.text, SECOND)
    return Span(start=one.end, end=two.start)


LIGHT = [
    pytest.param(transcript("(Applause)"), id="applause"),
    pytest.param(transcript("HOST: [crosstalk]"), id="crosstalk"),
    pytest.param(transcript("HOST: Right."), id="a nod of somebody without a name"),
    pytest.param(transcript("OLSEN: I see.", ("Per Olsen", "I see.")), id="a nod by name"),
]
HEAVY = [
    pytest.param(transcript("HOST: Why?"), id="a question, however short"),
    pytest.param(transcript("HOST: Let us speak of the pier."), id="another subject"),
    pytest.param(
        transcript("OLSEN: No, it will not.", ("Per Olsen", "No, it will not.")), id="an objection"
    ),
]


@pytest.mark.parametrize("source", LIGHT)
def test_weighs_nothing(source: SourceText) -> None:
    assert not another_speaks(source, gap(source), "Ada Brandvold")
    assert only_interrupts(source, gap(source))


@pytest.mark.parametrize("source", HEAVY)
def test_weighs(source: SourceText) -> None:
    assert another_speaks(source, gap(source), "Ada Brandvold")
    assert not only_interrupts(source, gap(source))


def test_her_own_words_are_no_interruption() -> None:
    more = "We are proud."
    source = transcript(f"BRANDVOLD: {more}", ("Brandvold", more))

    assert not another_speaks(source, gap(source), "Brandvold")
    assert not only_interrupts(source, gap(source))


def test_prose_has_no_interruptions() -> None:
    source = a_source(f"{FIRST} (Applause) {SECOND}")

    assert not only_interrupts(source, gap(source))


@pytest.mark.parametrize(
    ("source", "kept"),
    [pytest.param(LIGHT[0].values[0], 0, id="applause"), pytest.param(HEAVY[0].values[0], 1)],
)
def test_omissions_of_what_nobody_quotes_are_dropped(source: SourceText, kept: int) -> None:
    place = Span(start=5, end=5)
    edit = an_edit(EditKind.OMISSION, place, gap(source))
    aligned = an_alignment(FIRST, source.text, (FIRST, FIRST), edits=(edit,))

    assert len(spoken_only(source, aligned).edits) == kept


def test_words_put_in_stay_an_edit() -> None:
    source = LIGHT[0].values[0]
    edit = an_edit(EditKind.SUBSTITUTION, Span(start=0, end=3), gap(source))
    aligned = an_alignment(FIRST, source.text, (FIRST, FIRST), edits=(edit,))

    assert spoken_only(source, aligned) == aligned
