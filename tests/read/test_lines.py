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


FILE = """<nav>The quay</nav>
<p>
   “The quay
   was never safe,” <b class="of the">of the</b> <i
   id="I">I</i> 😀.</p>
<script>if (a < b) { quay }</script>
<p>Caf&eacute;&rdquo; &amp; &ldquo;na\u00efve&rdquo;</p>"""
TEXT = "“The quay was never safe,” of the I 😀.\nCafé” & “naïve”"
RUNS = [
    (0, "\n   “The quay\n   was never safe,” "),
    (27, "of the"),
    (33, " "),
    (34, "I"),
    (35, " 😀."),
    (39, "Café” & “naïve”"),
]


def test_wrapped_lines_tags_and_entities_lead_back_exactly() -> None:
    lines = placed(FILE, RUNS)
    written = {"é": "&eacute;", "”": "&rdquo;", "&": "&amp;", "“": "&ldquo;"}

    for offset, character in enumerate(TEXT):
        if not character.isspace():
            as_written = written.get(character, character) if offset > 38 else character
            place = lines.in_file(offset)
            assert FILE[place : lines.end(offset)] == as_written, character
    assert lines.position(TEXT.index("was")) == Position(line=4, column=4)


def test_a_run_that_is_partly_in_another_order_is_traced_as_far_as_it_goes() -> None:
    file = "<p>old</p><div title='The ferry'>The ferry leaves at noon <a>[picture]</a> by Ann</div>"
    text = "The ferry leaves at noon by Ann [picture]"
    lines = placed(file, [(0, text)])

    assert lines.in_file(0) == file.index("The ferry leaves")
    assert lines.in_file(text.index("noon")) == file.index("noon")
