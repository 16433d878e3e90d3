import pytest
from building import an_article
from housing import a_look, in_house

from provcheck.judge.house.look import stands
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import Rulebook

WORDS = "We counted the geese … and then we went home"
SAID = "We counted the geese at dawn with a clicker in each hand, and then we went home."


def test_words_that_were_not_located_have_no_edits_and_no_case(rules: Rulebook) -> None:
    look = a_look(rules, WORDS, WORDS)

    assert (look.found, look.case, look.passage()) == (None, None, "")
    assert look.edits(EditKind.ELLIPSIS) == ()


def test_located_words_have_a_case_their_edits_and_a_passage(rules: Rulebook) -> None:
    look = a_look(rules, WORDS, WORDS, SAID)

    assert look.case is not None
    assert [edit.kind for edit in look.edits(EditKind.ELLIPSIS)] == [EditKind.ELLIPSIS]
    assert look.edits(EditKind.NEGATION) == ()
    assert "clicker" in look.passage()


def test_a_limit_is_the_houses(rules: Rulebook) -> None:
    assert a_look(rules, WORDS, WORDS).limit("long-omission") == 60
    assert a_look(in_house(rules, "guardian"), WORDS, WORDS).limit("long-omission") == 40
    assert a_look(rules, WORDS, WORDS).limit("second-hand") == 1


def test_usage_is_of_the_articles_language(rules: Rulebook) -> None:
    assert a_look(rules, WORDS, WORDS).usage.speech
    assert not a_look(rules, WORDS, WORDS, lang="sv").usage.speech


@pytest.mark.parametrize(
    ("name", "there"),
    [
        pytest.param("Northgate Wire", True, id="as written"),
        pytest.param("the northgate wire", True, id="article and capitals aside"),
        pytest.param("The  Northgate", True, id="spaces aside"),
        pytest.param("Northgate Wires", False, id="a longer word"),
        pytest.param("gate Wire", False, id="the end of a word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_name_in_the_article(rules: Rulebook, name: str, *, there: bool) -> None:
    text = "So says\nNorthgate\nWire today."
    look = a_look(rules, text, "today").model_copy(update={"article": an_article(text)})

    assert look.names(name) is there


def test_signs_in_a_name_are_signs() -> None:
    assert stands("C. (Lathe)", "I met C. (Lathe) here.")
    assert not stands("C.", "Cy")
