import pytest
from discoursing import a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.entities import Entities
from provcheck.extract.heads import Heads

LIVES = "Ada Brandvold and Per Olsen live in Halvik."


def heads(text: str = LIVES, lang: str = "en") -> Heads:
    discourse = a_discourse(text, lang)
    return Heads(discourse, Entities(discourse))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("the mayor", id="no name at all"),
        pytest.param("the mayor of Halvik", id="where the office is"),
        pytest.param("a lawyer for Olsen", id="for whom"),
        pytest.param("an aide to Per Olsen", id="to whom"),
        pytest.param("residents of the Harbour Street", id="an article between"),
        pytest.param("a Halvik official", id="before a noun"),
        pytest.param("two Halvik residents", id="counted, before a noun"),
        pytest.param("the Norwegian captain", id="an adjective"),
        pytest.param("Olsen’s father", id="only an owner"),
        pytest.param("the Minister", id="an office with a capital"),
        pytest.param("the Prime Minister", id="an office of two words"),
        pytest.param("the people of Halvik", id="people of a town"),
        pytest.param("Monday", id="a day"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_phrase_is_about_no_name(words: str) -> None:
    assert heads().name_in(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("Ada Brandvold", "Ada Brandvold", id="a name alone"),
        pytest.param("the harbour master Per Olsen", "Per Olsen", id="a calling before it"),
        pytest.param("Per Olsen, a docker", "Per Olsen", id="what stands behind a comma"),
        pytest.param("Per Olsen (44)", "Per Olsen", id="brackets"),
        pytest.param("Ada Brandvold of Halvik", "Ada Brandvold", id="of a town"),
        pytest.param(
            "Ada Brandvold of the small Northgate Wire", "Ada Brandvold", id="of an outlet"
        ),
        pytest.param("the Harbour Board", "Harbour Board", id="a body"),
        pytest.param("The Harbour Board", "Harbour Board", id="an article with a capital"),
        pytest.param("the Chancellery in reply", "Chancellery", id="an aside"),
        pytest.param("the town of Lorne", "town of Lorne", id="a town by its name"),
        pytest.param("Olsen himself", "Olsen", id="stressed"),
    ],
)
def test_a_phrase_is_about_a_name(words: str, name: str) -> None:
    assert heads().name_in(words) == name


@pytest.mark.parametrize(
    ("words", "lang", "name"),
    [
        pytest.param("der Ingenieur", "de", None, id="a German noun"),
        pytest.param("der Händler Corvin Lathe", "de", "Corvin Lathe", id="behind a German noun"),
        pytest.param("Corvin Lathe", "de", "Corvin Lathe", id="no article"),
        pytest.param("市長", "ja", None, id="a Japanese office"),
        pytest.param("港", "ja", None, id="no office behind it"),
        pytest.param("高瀬春子町長", "ja", "高瀬春子", id="before an office"),
        pytest.param("漁師の三好健一さん", "ja", "三好健一", id="a calling before it"),
    ],
)
def test_other_languages(words: str, lang: str, name: str | None) -> None:
    assert heads("", lang).name_in(words) == name


@pytest.mark.parametrize(
    ("ahead", "hangs"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("the mayor", False, id="a noun"),
        pytest.param("the mayor of", True, id="a preposition"),
        pytest.param("the mayor of the", True, id="and an article"),
    ],
)
def test_what_a_preposition_governs(ahead: str, *, hangs: bool) -> None:
    assert heads().hangs(ahead) is hangs


@settings(max_examples=100)
@given(st.text(max_size=40), st.sampled_from(["en", "de", "fr", "ja", "ru"]))
def test_a_name_is_of_the_phrase(words: str, lang: str) -> None:
    name = heads("", lang).name_in(words)

    assert name is None or name in words
