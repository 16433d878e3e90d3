import pytest

from provcheck.match.asides import is_filler, is_repeated, is_unspoken
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
        pytest.param(side("38", " (", ") "), NONE, id="a figure in parentheses"),
        pytest.param(side("sic", " [", "] "), NONE, id="a word in brackets"),
        pytest.param(side("not", " [", "] "), NONE, id="a denial that an editor put in"),
        pytest.param(side("laughter", " ", " "), NONE, id="laughter that is spoken of"),
        pytest.param(side("the", " [", "] ", opens=True), side("a"), id="other words"),
        pytest.param(side("10:30", " at ", " "), NONE, id="a time that is spoken of"),
        pytest.param(side("38", " [", "] "), side("39"), id="another figure"),
        pytest.param(side("m²"), side("m"), id="a square"),
        pytest.param(side("10²"), side("10"), id="a power"),
        pytest.param(side("👍"), side("👎"), id="another picture"),
        pytest.param(side("<"), NONE, id="a relation"),
        pytest.param(NONE, NONE, id="nothing"),
    ],
)
def test_is_spoken(source: Side, quote: Side) -> None:
    assert not is_unspoken(quote, source, LEXICON)


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        pytest.param(side("38", " [", "] "), NONE, id="a citation"),
        pytest.param(side("quay²"), side("quay"), id="a raised figure of a note"),
        pytest.param(side("laughter", " [", "] "), NONE, id="laughter"),
        pytest.param(side("applause", " (", ".) "), NONE, id="applause in parentheses"),
        pytest.param(side("laughter and applause", " [", "] "), NONE, id="two notes"),
        pytest.param(side("00:12:31", " [", "] "), NONE, id="a time in brackets"),
        pytest.param(side("00:12:31", ".\n", "\n"), NONE, id="a time on its line"),
        pytest.param(side("🚢"), NONE, id="a picture left out"),
        pytest.param(NONE, side("👩‍🚒"), id="a picture that the page lost"),
    ],
)
def test_is_not_spoken(source: Side, quote: Side) -> None:
    assert is_unspoken(quote, source, LEXICON)
