import pytest

from provcheck.match.side import Side
from provcheck.match.verbs import tense
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon


def told(ours: str, theirs: str, before: str = "") -> bool:
    quote, source = (
        Side(
            norms=tuple(words.lower().split()),
            written=tuple(words.split()),
            before=tuple(before.split()),
        )
        for words in (ours, theirs)
    )
    return tense(quote, source, LEXICON)


@pytest.mark.parametrize(
    ("ours", "theirs", "before"),
    [
        pytest.param("boat", "boats", "the", id="a noun behind an article"),
        pytest.param("story", "stories", "of", id="a noun behind a preposition"),
        pytest.param("weeks", "week", "two", id="a noun behind a number"),
        pytest.param("quick", "quickly", "", id="an adverb"),
        pytest.param("can", "could", "", id="another modal"),
        pytest.param("Olsen", "Olsens", "", id="names"),
        pytest.param("lying", "laying", "", id="two verbs"),
        pytest.param("do", "", "", id="do for stress"),
        pytest.param("red", "ring", "", id="too short a stem"),
        pytest.param("need", "knees", "", id="no ending"),
        pytest.param("opened the gate", "opens", "", id="more than a verb"),
    ],
)
def test_is_no_other_form(ours: str, theirs: str, before: str) -> None:
    assert not told(ours, theirs, before)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("opened", "opens", id="endings"),
        pytest.param("tried", "try", id="y and ie"),
        pytest.param("stopped", "stop", id="a doubled letter"),
        pytest.param("hoped", "hopes", id="a dropped e"),
        pytest.param("needed", "need", id="a stem in eed"),
        pytest.param("agreed", "agrees", id="a stem in ee"),
        pytest.param("went", "goes", id="irregular"),
        pytest.param("has been", "was", id="auxiliaries"),
        pytest.param("have closed", "closed", id="with an auxiliary"),
        pytest.param("have", "", id="an auxiliary put in"),
        pytest.param("", "is", id="an auxiliary lost"),
        pytest.param("war", "ist", id="German"),
    ],
)
def test_is_another_form(ours: str, theirs: str) -> None:
    assert told(ours, theirs)
