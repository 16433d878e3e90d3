import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.article import Position
from provcheck.read.lines import line_starts, normalised, placed


@pytest.mark.parametrize("file", ["", "one", "one\ntwo", "\n\n"])
def test_plain_newlines_stay(file: str) -> None:
    assert normalised(file)[0] == file


@pytest.mark.parametrize(
    ("file", "text"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r\n\r\nb\r", "a\n\nb\n")]
)
def test_other_line_ends_become_newlines(file: str, text: str) -> None:
    assert normalised(file)[0] == text


@given(st.text(alphabet="ab😀\r\n", max_size=60))
def test_every_character_leads_back_to_its_place_in_the_file(file: str) -> None:
    text, lines = normalised(file)
    starts = line_starts(file)

    for offset, character in enumerate(text):
        place = lines.position(offset)
        at = starts[place.line - 1] + place.column - 1
        assert file[at] == character or (character == "\n" and file[at] in "\r\n")


def test_runs_of_markup_lead_back_to_their_lines() -> None:
    file = "<p>One &amp; two.</p>\n<p>“Three” 😀 four.</p>"
    text = "One & two.\n“Three” 😀 four."
    lines = placed(file, [(0, "One "), (11, "“Three” 😀 four.")])

    assert lines.position(text.index("One")) == Position(line=1, column=4)
    assert lines.position(text.index("Three")) == Position(line=2, column=5)
    assert lines.position(text.index("four")) == Position(line=2, column=14)


def test_runs_that_are_not_found_keep_the_pace() -> None:
    lines = placed("<p>one</p>", [(0, "one"), (4, "absent")])

    assert lines.position(0) == Position(line=1, column=4)
    assert placed("", []).position(0) == Position(line=1, column=1)
