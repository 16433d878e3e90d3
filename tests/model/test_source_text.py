import pytest

from provcheck.model.source_text import SourceText


@pytest.mark.parametrize(
    ("pages", "offset", "page"),
    [
        pytest.param((), 3, None, id="no pages"),
        pytest.param((0, 10, 20), 0, 1, id="the first character"),
        pytest.param((0, 10, 20), 9, 1, id="the last of a page"),
        pytest.param((0, 10, 20), 10, 2, id="the first of the next"),
        pytest.param((0, 10, 20), 99, 3, id="on the last page"),
        pytest.param((0, 0, 10), 5, 2, id="behind a page without words"),
    ],
)
def test_the_page_of_a_character(pages: tuple[int, ...], offset: int, page: int | None) -> None:
    text = SourceText(text="a" * 100, blocks=(), pages=pages, extractor="x")

    assert text.page_at(offset) == page


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("Minutes", "“Minutes”", id="plain"),
        pytest.param("The mayor’s mill", "“The mayor’s mill”", id="an apostrophe"),
        pytest.param("“No sale,” he says", "“‘No sale,’ he says”", id="marks of its own"),
    ],
)
def test_a_title_stands_in_one_pair_of_marks(title: str | None, shown: str | None) -> None:
    text = SourceText(text="a", blocks=(), title=title, extractor="x")

    assert text.title_in_marks == shown
