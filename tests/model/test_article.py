from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.article import LineMap, Position


def test_an_empty_map_starts_at_the_first_column() -> None:
    assert LineMap().position(0) == Position(line=1, column=1)


def test_anchors_shift_the_text_against_the_file() -> None:
    # "a&amp;b\nc": the text "a&b\nc" drops four code points after the ampersand.
    lines = LineMap(anchors=((0, 0), (2, 6)), line_starts=(0, 8))

    assert lines.position(1) == Position(line=1, column=2)
    assert lines.position(2) == Position(line=1, column=7)
    assert lines.position(4) == Position(line=2, column=1)


@given(st.text(alphabet="ab\n", max_size=60), st.integers(0, 59))
def test_plain_text_lies_along_its_file(text: str, offset: int) -> None:
    starts = (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))
    offset = min(offset, len(text))

    place = LineMap(line_starts=starts).position(offset)

    assert place.line == text.count("\n", 0, offset) + 1
    assert starts[place.line - 1] + place.column - 1 == offset


def test_an_offset_of_the_file_has_a_place_too() -> None:
    lines = LineMap(anchors=((0, 0), (2, 6)), line_starts=(0, 8))

    assert lines.in_file(2) == 6
    assert lines.place(4) == Position(line=1, column=5)


def test_a_character_that_the_file_writes_with_several_ends_behind_them() -> None:
    # "a&amp;b": the ampersand of the text "a&b" takes five characters.
    lines = LineMap(anchors=((0, 0), (2, 6)), wide=((1, 5),))

    assert [lines.end(offset) for offset in range(3)] == [1, 6, 7]
