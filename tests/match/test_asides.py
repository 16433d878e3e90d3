import pytest

from provcheck.match.asides import is_citation, is_filler, is_repeated
from provcheck.match.side import Side
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon
NONE = Side(norms=(), written=())


def side(words: str, left: str = "", right: str = "", **known: object) -> Side:
    said = tuple(words.split())
    return Side(norms=said, written=said, around=(left, right), **known)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(side("like", " ", " "), id="a verb"),
        pytest.param(side("right", " ", " "), id="an adjective"),
        pytest.param(side("you know", " ", " "), id="a verb and its subject"),
        pytest.param(side("like"), id="marks not known"),
        pytest.param(side("like", " ", ", "), id="a mark on one side"),
        pytest.param(side("um pier", ", ", ", "), id="another word"),
        pytest.param(side("never", ", ", ", "), id="a denial"),
    ],
)
def test_says_something(words: Side) -> None:
    assert not is_filler(words, LEXICON)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(side("um", " ", " "), id="an um"),
        pytest.param(side("like", ", ", ", "), id="between commas"),
        pytest.param(side("well", "", ", ", opens=True), id="at a sentence's head"),
        pytest.param(side("you know", " – ", " – "), id="between dashes"),
        pytest.param(side("right", ", ", "."), id="at a sentence's end"),
        pytest.param(side("you know"), id="a phrase, marks not known"),
        pytest.param(side("um you know uh", ", ", ", "), id="several"),
    ],
)
def test_says_nothing(words: Side) -> None:
    assert is_filler(words, LEXICON)


@pytest.mark.parametrize(
    ("words", "before", "after", "repeated"),
    [
        pytest.param("was", ("it",), ("open",), False, id="once"),
        pytest.param("5", ("5",), (), False, id="a figure"),
        pytest.param("um", ("um",), (), False, id="no word"),
        pytest.param("", ("it",), (), False, id="nothing"),
        pytest.param("was", ("was",), ("open",), True, id="said before"),
        pytest.param("was uh", ("it",), ("was",), True, id="said again"),
        pytest.param("we were", ("so", "we", "were"), (), True, id="two words"),
    ],
)
def test_words_said_twice(
    words: str, before: tuple[str, ...], after: tuple[str, ...], *, repeated: bool
) -> None:
    assert is_repeated(side(words, before=before, after=after), LEXICON) is repeated


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        pytest.param(side("38", " ", " "), NONE, id="a figure"),
        pytest.param(side("38", " (", ") "), NONE, id="in parentheses"),
        pytest.param(side("sic", " [", "] "), NONE, id="a word"),
        pytest.param(side("38", " [", "] "), side("39"), id="another figure"),
        pytest.param(NONE, NONE, id="nothing"),
    ],
)
def test_no_citation(source: Side, quote: Side) -> None:
    assert not is_citation(quote, source)


def test_a_citation() -> None:
    assert is_citation(NONE, side("38", " [", "] "))
