import pytest

from provcheck.match.naming import names, same_names
from provcheck.match.side import Side
from provcheck.rulebook.book import load_rulebook

LEXICON = load_rulebook().lexicon


def side(words: str, **known: object) -> Side:
    written = tuple(words.split())
    return Side(norms=tuple(word.lower() for word in written), written=written, **known)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(side("pier"), id="no capital"),
        pytest.param(side("Ships", opens=True), id="a sentence's head"),
        pytest.param(side("I"), id="a pronoun"),
        pytest.param(side("The"), id="an article"),
        pytest.param(side("Not"), id="a denial"),
        pytest.param(side("President"), id="a title"),
        pytest.param(side("Hafen", before=("der",)), id="a German noun"),
        pytest.param(side("Hafen", before=("die", "alte")), id="behind an adjective"),
    ],
)
def test_no_name(words: Side) -> None:
    assert names(words, LEXICON) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(side("Halvik"), id="a capital"),
        pytest.param(side("Halvik", before=("von",)), id="German, behind a preposition"),
        pytest.param(side("Halvik", before=("the",)), id="English, behind an article"),
    ],
)
def test_a_name(words: Side) -> None:
    assert names(words, LEXICON) == ["halvik"]


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("Ada Olt", "Ida Olt", False),
        ("Olt", "Ada Olt", False),
        ("Zelmenskiy", "Zelmensky", True),
        ("old Zelmenskiy", "old Zelmensky", True),
        ("old Zelmenskiy", "new Zelmensky", False),
    ],
)
def test_two_spellings(ours: str, theirs: str, same: bool) -> None:  # noqa: FBT001
    assert same_names(side(ours), side(theirs)) is same
