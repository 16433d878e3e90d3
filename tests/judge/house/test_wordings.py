import pytest
from housing import a_look

from provcheck.judge.house.wordings import dialect, fragmentary, unmasked
from provcheck.model.claim import ClaimKind
from provcheck.rulebook.book import Rulebook


def look(rules: Rulebook, words: str, **known: object):
    return a_look(rules, f"She said “{words}” there.", words, **known)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("the wind was cold", 0, id="four words"),
        pytest.param("We won.", 0, id="a sentence of its own"),
        pytest.param("Never!", 0, id="an outcry"),
        pytest.param("the cold wind", 1, id="three words"),
        pytest.param("a mistake,", 1, id="two words before a comma"),
        pytest.param("Pilot of Pilots", 1, id="a title"),
        pytest.param("never", 1, id="one word"),
    ],
)
def test_fragments(rules: Rulebook, words: str, count: int) -> None:
    assert len(list(fragmentary(look(rules, words)))) == count
    assert list(fragmentary(look(rules, words, kind=ClaimKind.PARAPHRASE))) == []


def test_a_short_sentence_of_an_unspaced_script_is_no_fragment(rules: Rulebook) -> None:
    assert list(fragmentary(look(rules, "港は五月に開きます", lang="ja"))) == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("We are going to leave it all there", id="ordinary spelling"),
        pytest.param("We don't and can't leave it", id="contractions"),
        pytest.param("Call it ‘certain’ or ‘again’ as you like", id="single marks that close"),
        pytest.param("The captain's cabin is in the basin", id="words in -in"),
    ],
)
def test_ordinary_spelling(rules: Rulebook, words: str) -> None:
    assert list(dialect(look(rules, words))) == []


@pytest.mark.parametrize(
    ("words", "form"),
    [
        pytest.param("We're gonna leave it", "gonna", id="gonna"),
        pytest.param("Gimme the rope", "Gimme", id="with a capital"),
        pytest.param("We were talkin' about it", "talkin'", id="a dropped g"),
    ],
)
def test_spelling_of_speech(rules: Rulebook, words: str, form: str) -> None:
    assert list(dialect(look(rules, words))) == [f"spelt as it sounds: {form}"]
    assert list(dialect(look(rules, words, kind=ClaimKind.EMBED))) == []
    assert list(dialect(look(rules, words, lang="de"))) == []


@pytest.mark.parametrize("words", ["It is a mess", "It is a f***ing mess", "Hell, Scunthorpe lost"])
def test_nothing_obscene(rules: Rulebook, words: str) -> None:
    assert list(unmasked(look(rules, words))) == []


def test_an_obscenity_in_full_is_told_and_not_repeated(rules: Rulebook) -> None:
    (told,) = unmasked(look(rules, "It is a fucking mess of shit"))

    assert "fuck" not in told
    assert list(unmasked(look(rules, "It is a fucking mess", kind=ClaimKind.EMBED))) == []
