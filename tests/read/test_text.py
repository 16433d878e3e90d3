import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.markup.encoding import Undecodable
from provcheck.read.origin import Origin
from provcheck.read.text import paragraphs, read_text
from provcheck.settings import Settings

ORIGIN = Origin(path="a.txt", sha256="0" * 64, settings=Settings())
WRAPPED = "The harbour opened in May and nobody\nwas surprised by it at all, least of\nall the crews.\n\nThe cranes came\nin June.\n"  # noqa: E501


def blocks(text: str) -> list[str]:
    return [block.span.of(text) for block in paragraphs(text)]


@pytest.mark.parametrize("text", ["", "\n\n", "  \n\t\n"])
def test_no_paragraphs(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("One sentence here.\nAnother sentence there.\n", 2, id="a paragraph a line"),
        pytest.param(
            "One sentence here.\n\nAnother sentence there.\n", 2, id="blank lines between"
        ),
        pytest.param(WRAPPED, 2, id="wrapped lines"),
        pytest.param(("word " * 60 + "\n") * 3, 3, id="long lines"),
        pytest.param("Title\n12 May 2025\n\n" + "word " * 60, 3, id="a date below the title"),
        pytest.param("“One,” she said.\n“Two,” he said.\n\n“Three.”\n", 3, id="short whole lines"),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(blocks(text)) == count


def test_the_text_is_the_files_own() -> None:
    article = read_text("\ufeffOne line.\r\nTwo lines.\r\n".encode(), ORIGIN)

    assert article.text == "One line.\nTwo lines.\n"
    assert article.path == "a.txt"
    assert article.lines.position(article.text.index("Two")).line == 2


def test_undecodable_bytes_are_told() -> None:
    with pytest.raises(Undecodable):
        read_text(b"abc\xff\xfe\xfa", ORIGIN)


@given(st.text(alphabet="ab .\n\r", max_size=80))
def test_paragraphs_hold_all_words(text: str) -> None:
    article = read_text(text.encode(), ORIGIN)
    held = "".join(block.span.of(article.text) for block in article.blocks)

    assert "".join(held.split()) == "".join(article.text.split())
