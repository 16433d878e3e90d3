import pytest
from pydantic import ValidationError

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.frames import Example, Frame, Hearsay, Phrases

BOTH = {"fires": "Ada Brandvold said so.", "silent": "The pier is shut."}
TAKEN = {
    "quote",
    "clause",
    "bare",
    "finite",
    "infinitive",
    "object",
    "person",
    "as",
    "is",
    "ahead",
}


@pytest.mark.parametrize(
    ("shape", "known"),
    [
        pytest.param(Example, {"fires": "Ada Brandvold said so."}, id="no silent example"),
        pytest.param(Example, {"silent": "The pier is shut."}, id="no example that fires"),
        pytest.param(Frame, {**BOTH, "id": "say", "verbs": ["say"]}, id="takes nothing named"),
        pytest.param(Frame, {**BOTH, "id": "say", "takes": ["clause"]}, id="no verbs"),
        pytest.param(Frame, {**BOTH, "takes": ["clause"], "verbs": ["say"]}, id="no id"),
        pytest.param(Phrases, BOTH, id="no phrases"),
        pytest.param(Hearsay, {**BOTH, "words": ["reportedly"], "adverbs": []}, id="unknown key"),
    ],
)
def test_an_incomplete_group_is_refused(shape: type[Example], known: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        shape.model_validate(known)


def test_a_frame_says_nothing_that_it_is_not_told() -> None:
    frame = Frame(id="say", takes=("clause",), verbs=("say",), **BOTH)

    assert (frame.speech, frame.noun, frame.of) == (False, False, ())
    assert (frame.speaker, frame.content) == (None, None)


def test_phrases_and_hearsay_say_nothing_that_they_are_not_told() -> None:
    phrases, hearsay = Phrases(words=("according to",), **BOTH), Hearsay(**BOTH)

    assert not phrases.behind
    assert (hearsay.words, hearsay.verbs) == ((), ())


def test_a_group_is_frozen() -> None:
    frame = Frame(id="say", takes=("clause",), verbs=("say",), **BOTH)

    with pytest.raises(ValidationError):
        frame.speech = True


def test_frames_of_a_language_have_ids_of_their_own(rules: Rulebook) -> None:
    for language in rules.cues.languages.values():
        ids = [frame.id for frame in language.frames]
        assert len(set(ids)) == len(ids), language.lang


def test_frames_take_only_what_is_explained(rules: Rulebook) -> None:
    for language in rules.cues.languages.values():
        for frame in language.frames:
            assert set(frame.takes) <= TAKEN, (language.lang, frame.id)
            assert len(set(frame.takes)) == len(frame.takes), (language.lang, frame.id)


def test_the_prepositions_of_a_frame_are_listed_as_such(rules: Rulebook) -> None:
    for language in rules.cues.languages.values():
        listed = {*language.prepositions, language.particle}
        for frame in language.frames:
            assert set(frame.of) <= listed, (language.lang, frame.id)


def test_only_nouns_take_what_they_are(rules: Rulebook) -> None:
    for language in rules.cues.languages.values():
        for frame in language.frames:
            assert "is" not in frame.takes or frame.noun, (language.lang, frame.id)
