import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.rulebook.pages import page_rules
from provcheck.sources.labels import known_labels, line_of

RULES = page_rules()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("He said: the bridge is closed.", id="a-verb-before-the-colon"),
        pytest.param("Note: figures are rounded.", id="a-note"),
        pytest.param("Date: 3 May 2025", id="a-field"),
        pytest.param("https://lund.example/a: b", id="an-address"),
        pytest.param("At 10:30 the vote began.", id="a-time"),
        pytest.param("“We know this: the bridge is closed.”", id="a-quotation"),
        pytest.param("a: one", id="a-list-letter"),
        pytest.param("THERON:no", id="no-blank-after-the-colon"),
        pytest.param("The Old And Very Long Bridge Association: closed", id="too-many-words"),
    ],
)
def test_has_no_label(line: str) -> None:
    assert line_of(line, RULES).label is None


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        pytest.param("THERON: No.", "THERON", "No.", id="capitals"),
        pytest.param("Mara Theron: No.", "Mara Theron", "No.", id="a-name"),
        pytest.param("**Mara Theron:** No.", "Mara Theron", "No.", id="bold"),
        pytest.param("[00:14] THERON: No.", "THERON", "No.", id="after-a-time"),
        pytest.param("00:00:14 - 00:00:20 THERON: No.", "THERON", "No.", id="after-two-times"),
        pytest.param("THERON (00:14): No.", "THERON", "No.", id="before-a-time"),
        pytest.param(">> THERON: No.", "THERON", "No.", id="after-arrows"),
        pytest.param("MARA THERON, MINISTER: No.", "MARA THERON, MINISTER", "No.", id="office"),
        pytest.param("Q: Why: now?", "Q", "Why: now?", id="a-colon-in-the-words"),
        pytest.param("Speaker 1: No.", "Speaker 1", "No.", id="numbered"),
        pytest.param("Mara Theron  00:14", "Mara Theron", "", id="on-a-line-of-its-own"),
    ],
)
def test_has_a_label(line: str, label: str, words: str) -> None:
    read = line_of(line, RULES)
    assert (read.label, read.words) == (label, words)


def heads_of(*lines: str) -> tuple[dict[str, str], frozenset[int]]:
    known, heads = known_labels([line_of(line, RULES) for line in lines], RULES)
    return dict(known.introduced), heads


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("THERON: Jan Olt, you know better.", "THERON: Yes."), id="another's-name"),
        pytest.param(("THERON: Mara Theron, energy minister",), id="a-label-that-never-speaks"),
        pytest.param(("THERON: No.", "THERON: Yes."), id="speech"),
    ],
)
def test_introduces_nobody(lines: tuple[str, ...]) -> None:
    assert heads_of(*lines) == ({}, frozenset())


@pytest.mark.parametrize(
    ("lines", "introduced"),
    [
        pytest.param(
            ("THERON: Mara Theron, energy minister", "THERON: No."),
            {"theron": "Mara Theron"},
            id="surname",
        ),
        pytest.param(("MT: Mara Theron", "MT: No."), {"mt": "Mara Theron"}, id="initials"),
        pytest.param(
            ("A: Mara Theron, minister", "A: No."),
            {"a": "Mara Theron", "minister": "Mara Theron"},
            id="answer-and-office",
        ),
    ],
)
def test_introduces(lines: tuple[str, ...], introduced: dict[str, str]) -> None:
    assert heads_of(*lines) == (introduced, frozenset({0}))


@given(st.text(max_size=200))
def test_said_points_into_the_line(text: str) -> None:
    read = line_of(text, RULES)
    assert 0 <= read.said <= len(read.text)
    assert read.label is None or read.label in read.text


def test_a_long_line_is_read_at_once() -> None:
    assert line_of("A" * 200_000 + ", " + "b (" * 50_000, RULES).label is None
