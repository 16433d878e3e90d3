import pytest
from discoursing import a_scope, a_sentence, words

from provcheck.syntax.content import Scope, Voice

TEXT = "Ada Brandvold said the pier was shut, adding that “it is old”, according to Per Olsen."


def at(scope: Scope, word: str) -> int:
    return next(i for i, token in enumerate(scope.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        pytest.param(-1, "", id="before the sentence"),
        pytest.param(99, "", id="behind it"),
        pytest.param(0, "Ada", id="the first token"),
        pytest.param(7, ",", id="a mark"),
        pytest.param(10, "“it is old”", id="a quotation with its marks"),
    ],
)
def test_text_of_a_token(place: int, text: str) -> None:
    assert a_scope(a_sentence(TEXT)).text(place) == text


def test_the_last_token_is_the_last_with_text() -> None:
    scope = a_scope(a_sentence(TEXT))

    assert scope.text(len(scope.tokens) - 1) == "."
    assert scope.text(len(scope.tokens)) == ""


@pytest.mark.parametrize(
    ("place", "quoted"),
    [
        pytest.param(-1, False, id="before the sentence"),
        pytest.param(99, False, id="behind it"),
        pytest.param(9, False, id="the word before"),
        pytest.param(11, False, id="the mark behind"),
        pytest.param(10, True, id="a quotation"),
    ],
)
def test_where_a_quotation_stands(place: int, *, quoted: bool) -> None:
    assert a_scope(a_sentence(TEXT)).is_quote(place) is quoted


@pytest.mark.parametrize(
    ("word", "hangs"),
    [
        pytest.param("said", False, id="a verb with a subject"),
        pytest.param("Ada", False, id="a subject"),
        pytest.param("that", False, id="behind a participle"),
        pytest.param("Olsen", False, id="a source"),
        pytest.param("adding", True, id="a participle"),
        pytest.param("according", True, id="a phrase"),
    ],
)
def test_what_hangs_on_what_stands_before(word: str, *, hangs: bool) -> None:
    scope = a_scope(a_sentence(TEXT))

    assert scope.hangs(at(scope, word)) is hangs


@pytest.mark.parametrize(
    ("word", "cues"),
    [
        pytest.param("pier", [], id="within what is said"),
        pytest.param("Brandvold", [], id="within a subject"),
        pytest.param("that", [], id="behind a cue"),
        pytest.param("Ada", ["said", "adding"], id="the subject of two cues"),
        pytest.param("said", ["said"], id="a verb"),
        pytest.param("according", ["according to"], id="a phrase"),
        pytest.param("Per", ["according to"], id="a source"),
    ],
)
def test_voices_by_where_they_begin(word: str, cues: list[str]) -> None:
    sentence = a_sentence(TEXT)
    scope = a_scope(sentence)

    found = [words(sentence, c.start, c.end) for c, _ in scope.opening(at(scope, word))]
    assert found == cues


def test_a_verb_begins_with_its_auxiliaries() -> None:
    scope = a_scope(a_sentence("The mayor has never said so."))

    assert [cue.group for cue, _ in scope.opening(at(scope, "has"))] == [2]
    assert scope.opening(at(scope, "said")) == ()


@pytest.mark.parametrize(
    ("word", "cue"),
    [
        pytest.param("Ada", None, id="before any"),
        pytest.param("said", None, id="a cue that has not ended"),
        pytest.param("the", "said", id="right behind one"),
        pytest.param("adding", "said", id="at the next one"),
        pytest.param("to", "adding", id="within the third"),
        pytest.param("Per", "according to", id="behind all"),
    ],
)
def test_the_last_cue_before_a_token(word: str, cue: str | None) -> None:
    sentence = a_sentence(TEXT)
    scope = a_scope(sentence)
    found = scope.last_cue(at(scope, word))

    assert (found and words(sentence, found.start, found.end)) == cue


@pytest.mark.parametrize(
    ("text", "tensed"),
    [
        pytest.param("The pier was shut.", [], id="no cue"),
        pytest.param("Per hopes to add a pier.", ["hopes"], id="an infinitive has none"),
        pytest.param("Per left, adding no more.", [], id="a participle has none"),
        pytest.param("Her claim that ferries leak.", [], id="a noun has none"),
        pytest.param("Ada said he believes it.", ["said", "believes"], id="past and present"),
        pytest.param("Per has insisted on it.", ["insisted"], id="with an auxiliary"),
    ],
)
def test_cues_with_a_tense(text: str, tensed: list[str]) -> None:
    scope = a_scope(a_sentence(text))

    assert [scope.tokens[i].text for i in sorted(scope.tensed)] == tensed


def test_a_sentence_without_voices() -> None:
    scope = Scope(a_sentence("The pier was shut.").tokens, [])

    assert scope.last_cue(4) is None
    assert scope.opening(0) == ()
    assert not scope.hangs(0)
    assert scope.tensed == set()


def test_voices_keep_their_order() -> None:
    sentence = a_sentence("She said and repeated and insisted that the pier was shut.")
    voices = [Voice(saying.cue, saying.subject) for saying in sentence.sayings]

    assert list(Scope(sentence.tokens, voices).opening(0)) == voices
    assert len(voices) == 3
