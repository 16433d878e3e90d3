import pytest

from provcheck.markup.note_marks import is_mark


@pytest.mark.parametrize(
    ("words", "before"),
    [
        pytest.param("", "said.", id="nothing"),
        pytest.param("here", "said.", id="a word"),
        pytest.param("1", "Article ", id="a number of its own"),
        pytest.param("1", "", id="a number at the start"),
        pytest.param("2025", "said.", id="a year"),
        pytest.param("[2025]", "said", id="a year in brackets"),
        pytest.param("[update]", "said", id="a word in brackets"),
        pytest.param("*", "said ", id="a bullet"),
        pytest.param("↩", "talks", id="the way back"),
    ],
)
def test_is_no_mark(words: str, before: str) -> None:
    assert not is_mark(words, before)


@pytest.mark.parametrize(
    ("words", "before"),
    [
        pytest.param("1", "said.", id="raised"),
        pytest.param(" 12 ", "said.”", id="with spaces"),
        pytest.param("[1]", "said ", id="in brackets"),
        pytest.param("[note 3]", "said.", id="a note"),
        pytest.param("[b]", "", id="a letter"),
        pytest.param("¹²", "said", id="raised signs"),
        pytest.param("†", "said", id="dagger"),
    ],
)
def test_is_a_mark(words: str, before: str) -> None:
    assert is_mark(words, before)
