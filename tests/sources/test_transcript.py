import pytest
from sources.files import read, spoken, words_at

from provcheck.model.evidence import Completeness
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Unreadable
from provcheck.sources.labels import line_of
from provcheck.sources.transcript import labelled, transcribed

PAGES = page_rules()
TALK = """Interview on the bridge
Lund, 3 May 2025

THERON: Mara Theron, energy minister
OLT: Jan Olt, Example Wire

[00:10] OLT: Minister, will it close?
[00:14] THERON: No. It stays open until 2030.

And I say that as an engineer.
[00:30] OLT: Thank you.

THERON: My pleasure.
[END]
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Note: a.\n\nThe bridge is closed.\n\nMore on that below.", id="one-note"),
        pytest.param("Lund: The bridge is closed.\n\nMalmo: It is open.", id="two-datelines"),
        pytest.param("Lund: One.\n\nMalmo: Two.\n\nYstad: Three.", id="no-label-comes-back"),
        pytest.param("THERON: No.\n\nTHERON: No.\n\nOLT: Why?\n" + "Prose. \n" * 60, id="rare"),
        pytest.param("", id="nothing"),
    ],
)
def test_is_no_transcript(text: str) -> None:
    assert labelled(text, PAGES) is None


def test_turns_have_full_names_and_no_labels_or_times() -> None:
    text = labelled(TALK, PAGES)
    assert text is not None
    assert spoken(text) == [
        ("Jan Olt", "Minister, will it close?"),
        ("Mara Theron", "No. It stays open until 2030.\nAnd I say that as an engineer."),
        ("Jan Olt", "Thank you."),
        ("Mara Theron", "My pleasure."),
    ]
    assert text.title == "Interview on the bridge"
    assert "00:14" not in text.text
    assert "THERON: No." in text.text


def test_questions_and_answers() -> None:
    text = labelled(
        "Interview with Mara Theron, energy minister\n\nQ: Will it close?\n\nA: No.\n\nQ: Never?\n",
        PAGES,
    )
    assert text is not None
    assert spoken(text) == [("Q", "Will it close?"), ("Mara Theron", "No."), ("Q", "Never?")]


def test_nobody_answers_where_nobody_is_named() -> None:
    text = labelled("Q: Will it close?\n\nA: No.\n\nQ: Never?\n\nA: No.", PAGES)
    assert text is not None
    assert spoken(text) == [("Q", "Will it close?"), ("Q", "Never?")]


def test_later_labels_take_the_name_of_the_first() -> None:
    text = labelled(
        "MARA THERON, MINISTER: No.\n\nJAN OLT, HOST: Why?\n\nTHERON: So.\n\nOLT: Oh.", PAGES
    )
    assert text is not None
    assert [who for who, _ in spoken(text)] == ["Mara Theron", "Jan Olt", "Mara Theron", "Jan Olt"]


def test_labels_on_lines_of_their_own() -> None:
    text = labelled(
        "Mara Theron  00:10\nNo, it stays.\n\nJan Olt  00:20\nWhy?\n\nMara Theron  00:30\nSo.",
        PAGES,
    )
    assert text is not None
    assert spoken(text) == [
        ("Mara Theron", "No, it stays."),
        ("Jan Olt", "Why?"),
        ("Mara Theron", "So."),
    ]


def test_a_direction_ends_a_turn() -> None:
    lines = [
        line_of(line, PAGES) for line in ("OLT: Why?", "[Applause]", "Nobody knows who says this.")
    ]
    assert spoken(transcribed(lines, PAGES)) == [("Olt", "Why?")]


def test_captions_are_a_paragraph_a_speaker(rules: Rulebook) -> None:
    vtt = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Theron>We will not\n\n"
        "00:02.000 --> 00:03.000\n<v Mara Theron>sign.\n\n"
        "00:03.000 --> 00:04.000\n<v Jan Olt>Why?\n"
    )
    text, completeness = read(rules, vtt, "talk.vtt")
    assert completeness == Completeness.WHOLE
    assert words_at(text) == ["Mara Theron: We will not sign.", "Jan Olt: Why?"]
    assert spoken(text) == [("Mara Theron", "We will not sign."), ("Jan Olt", "Why?")]
    assert text.extractor.startswith("transcript/")


def test_captions_without_speakers_have_no_turns(rules: Rulebook) -> None:
    text, _ = read(rules, "1\n00:00:01,000 --> 00:00:02,000\nWe will not sign.\n", "talk.srt")
    assert text.text == "We will not sign."
    assert text.turns == ()


def test_captions_without_a_cue_are_refused(rules: Rulebook) -> None:
    with pytest.raises(Unreadable, match="no caption"):
        read(rules, "WEBVTT\n\nNOTE nothing here\n", "talk.vtt")
