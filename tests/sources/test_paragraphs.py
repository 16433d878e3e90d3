import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.sources.paragraphs import paragraphs, title_in

WRAPPED = (
    "The council met on Tuesday evening in the old town\n"
    "hall and heard eleven speakers, most of whom came\n"
    "about the bridge."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="a-line-each"),
        pytest.param("One.\n\n\nTwo.\n", ["One.", "Two."], id="parted-by-empty-lines"),
        pytest.param(WRAPPED, [WRAPPED.replace("\n", " ")], id="wrapped-at-a-margin"),
        pytest.param("x" * 500 + "\n" + "y" * 480, ["x" * 500, "y" * 480], id="long-lines-each"),
        pytest.param("  One.\t\r\n", ["One."], id="blanks-at-the-ends"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert list(paragraphs(text)) == expected


def test_a_beginning_line_parts_wrapped_lines() -> None:
    text = WRAPPED + "\n" + "THERON: The bridge stays closed until the new year."
    assert len(list(paragraphs(text, lambda line: line.startswith("THERON")))) == 2


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(["The bridge is closed.", "More."], None, id="a-sentence"),
        pytest.param(["Bridge"], None, id="nothing-below"),
        pytest.param(["w" * 200, "More."], None, id="too-long"),
        pytest.param(["Bridge stays closed", "More."], "Bridge stays closed", id="a-title"),
    ],
)
def test_title(lines: list[str], title: str | None) -> None:
    assert title_in(lines) == title


@given(st.text(max_size=400))
def test_no_word_is_lost_or_added(text: str) -> None:
    assert " ".join(paragraphs(text)).split() == text.split()
