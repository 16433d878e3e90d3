import pytest
from building import a_prose
from discoursing import RULES

from provcheck.fetch.quoting import quoting
from provcheck.model.source_text import SourceText, Turn
from provcheck.model.span import Span

SAID = "“The pier is shut,” Ada Brandvold said."
PROSE = "The harbour council met on Tuesday and stayed there until the evening."


def a_source(*paragraphs: str, **known: object) -> SourceText:
    prose = a_prose("\n".join(paragraphs), **known)
    return SourceText(**prose.model_dump(), extractor="test/1")


def quoted(text: SourceText) -> list[tuple[str, str | None]]:
    found = quoting(text, RULES).quotations
    return [(q.text, q.speaker.resolved if q.speaker else None) for q in found]


def test_a_text_that_quotes_nobody() -> None:
    assert quoted(a_source(PROSE)) == []


def test_what_a_source_quotes_and_from_whom() -> None:
    text = a_source(PROSE, SAID)

    assert quoted(text) == [("The pier is shut,", "Ada Brandvold")]
    assert quoting(text, RULES).model_copy(update={"quotations": ()}) == text


def test_the_language_is_that_of_the_words() -> None:
    words = "„Der Hafen ist zu“, sagte Ada Brandvold am Montag."
    more = "Und das ist nicht alles, was sie mit dem Rat der Stadt besprach und nicht sagte."
    text = a_source(f"{words} {more}", lang="en")

    assert quoted(text)[0] == ("Der Hafen ist zu", "Ada Brandvold")
    assert quoting(text, RULES).lang == "en"


def test_labels_of_a_transcript_are_told_by_its_turns() -> None:
    text = a_source("ADA BRANDVOLD: The pier is shut until the spring.")
    turn = Turn(speaker="Ada Brandvold", span=Span(start=15, end=len(text.text)))
    spoken = text.model_copy(update={"turns": (turn,)})

    assert all(quotation.cue != ":" for quotation in quoting(spoken, RULES).quotations)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param([PROSE] * 300, id="many characters"),
        pytest.param(['"'] * 350, id="many marks"),
        pytest.param(["Ada said"] * 250, id="many reports"),
        pytest.param(["a"] * 1_500, id="many paragraphs"),
        pytest.param(["a" * 20_001], id="one paragraph"),
    ],
)
def test_what_lies_far_in_is_not_looked_at(
    before: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provcheck.fetch.quoting._MOST", 20_000)
    text = a_source(SAID, *before, SAID)
    read = quoting(text, RULES)

    assert [q.span.start for q in read.quotations if "pier" in q.text] == [1]
    assert read.unquoted is not None
    assert read.text == text.text
    assert SAID in read.text[: read.unquoted]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param([PROSE] * 120, id="many characters"),
        pytest.param(['"'] * 200, id="many marks"),
        pytest.param(["a"] * 1_000, id="many paragraphs"),
    ],
)
def test_what_lies_near_is_looked_at(before: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provcheck.fetch.quoting._MOST", 20_000)
    text = a_source(SAID, *before, SAID)
    read = quoting(text, RULES)

    quoted = [q for q in read.quotations if "pier" in q.text]
    assert [text.text[q.span.start :][:8] for q in quoted] == ["The pier"] * 2
    assert read.unquoted is None
