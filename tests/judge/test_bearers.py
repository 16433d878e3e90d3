import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.judge.bearers import Ties, is_named, is_person, same_bearer, speaks_for
from provcheck.rulebook.book import Rulebook

TIES = Ties(joins=frozenset({"for", "of", "leads"}), offices=frozenset({"spokesman", "director"}))
OF_HER = TIES.model_copy(update={"of_a_person": True})


@pytest.mark.parametrize("name", ["The Minister", "of Ports", "", "for the town"])
def test_names_nobody(name: str) -> None:
    assert not is_named(name)


@pytest.mark.parametrize("name", ["Brandvold", "Ada Brandvold", "President Brandvold"])
def test_names_somebody(name: str) -> None:
    assert is_named(name)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ada Brandvold", True),
        ("Dr. Ada Brandvold", True),
        ("Ada", False),
        ("Ports Council", False),
        ("Ada Foundation", False),
        ("engineers' report", False),
        ("People", False),
    ],
)
def test_person(rules: Rulebook, name: str, person: bool) -> None:  # noqa: FBT001
    assert is_person(name, rules.people) is person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Ada Brandvold", "Brandvold", id="a surname alone"),
        pytest.param("Ada", "Ada Brandvold", id="a given name alone"),
        pytest.param("Ada Brandvold", "Ada Brandvold-Lind", id="one half of a double name"),
        pytest.param("Ada T. Brandvold", "Ada Brandvold", id="an initial"),
    ],
)
def test_one_bearer(a: str, b: str) -> None:
    assert same_bearer(a, b)
    assert same_bearer(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Ada Brandvold", "Per Brandvold", id="two of one surname"),
        pytest.param("Ada Brandvold", "Ada Olsen", id="two of one given name"),
        pytest.param("Ada", "Per Olsen", id="another given name"),
        pytest.param("Ports Council", "Ports Authority", id="two bodies"),
    ],
)
def test_two_bearers(a: str, b: str) -> None:
    assert not same_bearer(a, b)


@pytest.mark.parametrize(
    ("text", "body", "ties"),
    [
        ("Tove Lind, a spokeswoman for the Ports Council, spoke.", "the Ports Council", TIES),
        ("Ports Council director Tove Lind spoke.", "Ports Council", TIES),
        ("The Ports Council’s Tove Lind spoke.", "Ports Council", TIES),
        ("Tove Lind, Ports Council director, spoke.", "Ports Council", TIES),
        ("Tove Lind, a spokesman for Ada Brandvold, spoke.", "Ada Brandvold", OF_HER),
    ],
)
def test_speaks_for(text: str, body: str, ties: Ties) -> None:
    assert speaks_for(text, "Tove Lind", body, ties)


@pytest.mark.parametrize(
    ("text", "body", "ties"),
    [
        pytest.param("The owner of Ada Lind spoke.", "Ada Lind", TIES, id="no Tove"),
        pytest.param("Ada Brandvold came. Tove Lind spoke.", "Ada Brandvold", OF_HER, id="nearby"),
        pytest.param(
            "Tove Lind, a friend of Ada Brandvold, spoke.", "Ada Brandvold", OF_HER, id="a friend"
        ),
        pytest.param(
            "Tove Lind: Ada Brandvold, director of the light, welcome.",
            "Ada Brandvold",
            OF_HER,
            id="a label",
        ),
        pytest.param("Tove Lind met the Ports Council.", "Ports Council", TIES, id="a meeting"),
        pytest.param("The Ports Council met.", "Ports Council", TIES, id="the speaker not named"),
    ],
)
def test_does_not_speak_for(text: str, body: str, ties: Ties) -> None:
    assert not speaks_for(text, "Tove Lind", body, ties)


@given(st.text(max_size=200), st.text(max_size=30), st.text(max_size=30))
def test_any_names_can_be_asked_of(text: str, speaker: str, body: str) -> None:
    assert speaks_for(text, speaker, body, TIES) in {True, False}
    assert same_bearer(speaker, body) == same_bearer(body, speaker)
