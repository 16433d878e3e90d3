import pytest

from provcheck.rulebook.pages import page_rules
from provcheck.sources.speakers import (
    Labels,
    interviewee,
    introduced_by,
    key,
    names_in,
    offices_in,
    speaker,
    spoken_name,
)

RULES = page_rules()
NOBODY = Labels(introduced={})


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("A", id="an-answer-of-nobody-known"),
        pytest.param("MODERATOR", id="an-office"),
        pytest.param("Speaker 2", id="a-number"),
        pytest.param("UNIDENTIFIED MALE", id="nobody"),
        pytest.param("The Chair", id="an-office-behind-an-article"),
        pytest.param("TREASURER", id="an-office-of-a-club"),
        pytest.param("Chair (Labour)", id="an-office-and-a-party"),
    ],
)
def test_names_nobody(label: str) -> None:
    assert speaker(label, NOBODY, RULES) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        pytest.param("THERON", "Theron", id="capitals"),
        pytest.param("MARA O'BRIEN-THERON", "Mara O'Brien-Theron", id="parts-of-a-name"),
        pytest.param("Mara Theron", "Mara Theron", id="as-it-stands"),
        pytest.param("MARA THERON, ENERGY MINISTER", "Mara Theron", id="office-after-comma"),
        pytest.param("SEN. THERON (Lund)", "Theron", id="title-and-bracket"),
        pytest.param("Mara Theron (Jan Olt)", "Mara Theron", id="two-names"),
        pytest.param("Theron (Port Havel)", "Theron", id="a-place-in-brackets"),
        pytest.param("Chair (Mara Theron)", "Mara Theron", id="an-office-and-its-holder"),
        pytest.param("THE CHAIR (Mara Theron)", "Mara Theron", id="behind-an-article"),
        pytest.param("BAKER", "Baker", id="a-surname-that-is-a-trade"),
        pytest.param("CHAIR, MARA THERON", "Mara Theron", id="behind-a-comma"),
        pytest.param("Treasurer (Clara Theron)", "Clara Theron", id="a-known-given-name"),
        pytest.param("Q", "Q", id="who-asks"),
        pytest.param("Interviewer", "Interviewer", id="who-interviews"),
    ],
)
def test_names(label: str, name: str) -> None:
    assert speaker(label, NOBODY, RULES) == name


def test_a_surname_takes_the_full_name_of_the_head() -> None:
    known = Labels(introduced={}, names=("Mara Theron", "Jan Olt"))
    assert speaker("THERON", known, RULES) == "Mara Theron"


def test_two_bearers_of_a_surname_leave_it_alone() -> None:
    known = Labels(introduced={}, names=("Mara Theron", "Lena Theron"))
    assert speaker("THERON", known, RULES) == "Theron"


def test_an_introduced_label_wins() -> None:
    known = Labels(introduced={"a": "Mara Theron"}, interviewee="Jan Olt")
    assert speaker("A", known, RULES) == "Mara Theron"


def test_answers_are_the_interviewees() -> None:
    known = Labels(introduced={}, interviewee="Mara Theron")
    assert speaker("A", known, RULES) == "Mara Theron"
    assert speaker("Moderator", known, RULES) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("We will not sign.", None, id="speech"),
        pytest.param("Yes", None, id="one-word"),
        pytest.param("Mara Theron said so yesterday", None, id="a-sentence-about-her"),
        pytest.param("Mara Theron, energy minister", "Mara Theron", id="office"),
        pytest.param("Mara van der Theron (host)", "Mara van der Theron", id="particles"),
        pytest.param("Mara Theron", "Mara Theron", id="name-alone"),
    ],
)
def test_introductions(words: str, name: str | None) -> None:
    assert introduced_by(words) == name


def test_a_head_names_its_people() -> None:
    head = "Participants: Mara Theron (energy minister), Jan Olt (host)"
    assert names_in(head, ["LENA VOSS, EDITOR"], RULES) == ("Mara Theron", "Jan Olt", "Lena Voss")
    assert offices_in(head, RULES) == {"host": "Jan Olt"}


def test_an_office_of_two_in_the_head_names_neither() -> None:
    head = "Mara Theron (councillor), Jan Olt (councillor), Eli Vik (clerk)"
    assert offices_in(head, RULES) == {"clerk": "Eli Vik"}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        pytest.param("A talk about Mara Theron", None, id="no-interview"),
        pytest.param("An interview with the minister", None, id="no-name"),
        pytest.param("Exclusive interview with Mara Theron, minister", "Mara Theron", id="named"),
    ],
)
def test_interviewee(head: str, name: str | None) -> None:
    assert interviewee(head, RULES) == name


def test_keys_and_plain_names() -> None:
    assert key(" Mr.  OLT. ") == "mr. olt"
    assert spoken_name("DR. OLT", RULES) == "Olt"
