import pytest

from provcheck.extract.phrases import NAME, after_cue, before_cue, main_subject
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

CUES = load_rulebook().cues.of("en")


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


@pytest.mark.parametrize(
    "text", [pytest.param("and then again", id="no noun"), pytest.param("", id="nothing")]
)
def test_no_subject(text: str) -> None:
    assert before_cue(text, whole(text), CUES) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("she ", "she", id="a pronoun"),
        pytest.param("Ada Brandvold ", "Ada Brandvold", id="a name"),
        pytest.param("Ada Brandvold also ", "Ada Brandvold", id="an adverb between"),
        pytest.param("Ada Brandvold, the minister of ports, ", "Ada Brandvold", id="an apposition"),
        pytest.param("the owner, Ada Brandvold, ", "Ada Brandvold", id="a description and a name"),
        pytest.param("In a speech on Monday, Ada Brandvold ", "Ada Brandvold", id="after a phrase"),
        pytest.param("the harbour master ", "the harbour master", id="a description"),
        pytest.param("It rained, and the harbour master ", "the harbour master", id="after and"),
        pytest.param(
            "Earlier this week, Grenmark Deputy Minister Per Olsen ",
            "Grenmark Deputy Minister Per Olsen",
            id="titles before the name",
        ),
        pytest.param(
            "five sources with knowledge of it ", "five sources with knowledge of it", id="sources"
        ),
    ],
)
def test_subject_before_a_cue(text: str, subject: str) -> None:
    found = before_cue(text, whole(text), CUES)

    assert found is not None
    assert found.of(text) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(" Per Olsen, the warden.", "Per Olsen", id="up to a comma"),
        pytest.param(" the warden in a speech.", "the warden", id="up to a preposition"),
        pytest.param(
            " the Institute for Harbour Studies, which",
            "the Institute for Harbour Studies",
            id="a body",
        ),
        pytest.param(" Per Olsen on Monday.", "Per Olsen", id="up to a day"),
        pytest.param(" the mayor, Per Olsen.", "Per Olsen", id="a description and a name"),
        pytest.param(" the mayor, who left.", "the mayor", id="a clause behind"),
    ],
)
def test_subject_after_a_cue(text: str, subject: str) -> None:
    found = after_cue(text, whole(text), CUES)

    assert found is not None
    assert found.of(text) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param(
            "But the Chancellery in reply appears to have shrugged, ", "the Chancellery", id="but"
        ),
        pytest.param(
            "In Halvik, Ada Brandvold left the hall, ", "Ada Brandvold", id="a place first"
        ),
        pytest.param("the council went home, ", "the council went", id="no name at all"),
    ],
)
def test_main_subject_of_a_participle(text: str, subject: str) -> None:
    found = main_subject(text, whole(text), CUES)

    assert found is not None
    assert found.of(text) == subject


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Ada Brandvold\nPer Olsen", ["Ada Brandvold", "Per Olsen"], id="a line ends a name"
        ),
        pytest.param("the Bank of the North Sea", ["Bank of the North Sea"], id="linked words"),
        pytest.param("Ludwig van der Berg", ["Ludwig van der Berg"], id="particles"),
        pytest.param("no names here", [], id="none"),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [match.group() for match in NAME.finditer(text)] == names
