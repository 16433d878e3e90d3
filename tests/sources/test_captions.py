from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.rulebook.pages import page_rules
from provcheck.sources.captions import Utterance, is_captions, utterances

RULES = page_rules()


def cues(*lines: str, form: str = "WEBVTT\n\n", every: int = 2) -> str:
    """Captions of one cue a line, two seconds each."""
    return form + "\n\n".join(
        f"00:{i * every // 60:02d}:{i * every % 60:02d}.000 --> "
        f"00:{(i * every + 2) // 60:02d}:{(i * every + 2) % 60:02d}.000\n{line}"
        for i, line in enumerate(lines)
    )


def said(text: str) -> list[tuple[str | None, str]]:
    return [(one.speaker, one.words) for one in utterances(text, RULES)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The vote was 12:30 --> nobody knows why.", id="an-arrow-in-prose"),
        pytest.param("", id="nothing"),
        pytest.param("At 00:00:01 the bell rang.", id="a-time-in-prose"),
    ],
)
def test_is_no_captions(text: str) -> None:
    assert not is_captions(text)
    assert utterances(text, RULES) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("WEBVTT - talk\n\n", id="webvtt"),
        pytest.param("\ufeffWEBVTT\n", id="webvtt-with-mark"),
        pytest.param("1\n00:00:01,000 --> 00:00:02,000\nYes.\n", id="subrip"),
    ],
)
def test_is_captions(text: str) -> None:
    assert is_captions(text)


def test_notes_styles_and_settings_are_no_words() -> None:
    text = (
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody reads this\n\n"
        "intro\n00:01.000 --> 00:02.000 line:0 position:20%\nYes.\n"
    )
    assert said(text) == [(None, "Yes.")]


def test_consecutive_cues_of_one_voice_are_one_utterance() -> None:
    text = cues("<v Mara Theron>We will not", "<v Mara Theron>sign this.</v>", "<v Jan Olt>Why?")
    assert said(text) == [("Mara Theron", "We will not sign this."), ("Jan Olt", "Why?")]


def test_two_voices_in_one_cue() -> None:
    text = cues("<v Mara Theron>No.</v>\n<v.loud Jan Olt>Why <i>not</i> &amp; when?</v>")
    assert said(text) == [("Mara Theron", "No."), ("Jan Olt", "Why not & when?")]


def test_words_after_a_closed_voice_are_nobodys() -> None:
    assert said(cues("<v Mara Theron>No.</v> (laughter)")) == [
        ("Mara Theron", "No."),
        (None, "(laughter)"),
    ]


def test_labels_speak_until_the_next_one() -> None:
    text = cues("THERON: We will not", "sign this.", ">> OLT: Why?", ">> Because.")
    assert said(text) == [("THERON", "We will not sign this."), ("OLT", "Why?"), ("", "Because.")]


def test_word_times_and_colours_are_dropped() -> None:
    assert said(cues("We<00:00:01.500><c> will</c> {\\an8}not")) == [(None, "We will not")]


def test_rolling_captions_give_each_line_once() -> None:
    lines = [
        "we will not sign",
        "this treaty now",
        "nor next year",
        "nor ever",
        "said the minister",
        "in Lund",
    ]
    rolled = [lines[0], *(f"{a}\n{b}" for a, b in pairwise(lines))]
    assert said(cues(*rolled)) == [(None, " ".join(lines))]


def test_a_repeated_answer_is_no_rolling() -> None:
    assert said(cues("No.", "No.", "Never.", "I said no.", "That is all.")) == [
        (None, "No. No. Never. I said no. That is all.")
    ]


def test_a_long_silence_begins_a_paragraph() -> None:
    found = utterances(cues("First.", "Second.", every=10), RULES)
    assert found == (
        Utterance(speaker=None, words="First."),
        Utterance(speaker=None, words="Second.", pause=True),
    )


@given(st.text(st.sampled_from("<v >/&;\n:0123-.AB{}"), max_size=200))
def test_anything_after_a_timing_is_read(payload: str) -> None:
    utterances("WEBVTT\n\n00:01.000 --> 00:02.000\n" + payload, RULES)
