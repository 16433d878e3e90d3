import pytest

from provcheck.extract.entities import Entities, entities
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook, load_rulebook

CUES = load_rulebook().cues.of("en")
TEXT = (
    "President Ada Brandvold met Deputy Minister Per Olsen. Brandvold smiled. Mr Olsen did not. "
    "Brandvoldt wrote later. Brandvold left. The Harbour Board of Halvik sat. Grenmark’s Brandvold won."  # noqa: E501
)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        pytest.param("Harbour Board of Halvik", "Harbour Board of Halvik", id="a body stays"),
        pytest.param("Tove Brandvold", "Tove Brandvold", id="another given name is another person"),
        pytest.param("Lathe", "Lathe", id="a surname without a given name"),
        pytest.param("Brandvold", "Ada Brandvold", id="a surname"),
        pytest.param("President Ada Brandvold", "Ada Brandvold", id="titles go"),
        pytest.param("Grenmark’s Brandvold", "Ada Brandvold", id="possessors go"),
        pytest.param("Mr Olsen", "Per Olsen", id="Mr goes"),
    ],
)
def test_canonical_names(name: str, full: str) -> None:
    assert Entities(TEXT, CUES).canonical(name) == full


def test_the_commonest_spelling_of_a_surname_is_shown() -> None:
    text = "Minister Ada Brandvolde spoke. Brandvold, Brandvold and again Brandvold."

    assert Entities(text, CUES).canonical("Brandvold") == "Brandvold"


def test_gender_by_title_only() -> None:
    known = Entities(TEXT, CUES)

    assert known.gender_of("Per Olsen") == "m"
    assert known.gender_of("Ada Brandvold") == ""
    assert known.gender_of("") == ""


def test_people_within_a_stretch(rules: Rulebook) -> None:
    known = entities(TEXT, "en", rules)

    assert known.persons_in(Span(start=0, end=54)) == ["Ada Brandvold", "Per Olsen"]
    assert known.is_person("Ada Brandvold")
    assert not known.is_person("Harbour Board")
    assert not known.is_person("Brandvold")
