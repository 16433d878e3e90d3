import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.frames import Frame, Hearsay, Phrases
from provcheck.rulebook.inflection import Form
from provcheck.rulebook.senses import Sense, of_frames, of_hearsay, of_phrases, senses_by_word

BOTH = {"fires": "Ada Brandvold said so.", "silent": "The pier is shut."}
FORMS = {"warn": ("warn", "warned"), "warn of": ("warn of", "warned of"), "put": ("put", "put")}


def inflect(verb: str) -> list[Form]:
    """Two forms of a verb, base and past; one of a verb not listed."""
    base, *past = FORMS.get(verb, (verb,))
    return [Form(tuple(base.split()), "base"), *(Form(tuple(p.split()), "past") for p in past)]


def a_frame(name: str, *verbs: str, noun: bool = False) -> Frame:
    return Frame(id=name, takes=("clause",), verbs=verbs, noun=noun, **BOTH)


def spelt(senses: list[Sense]) -> list[tuple[str, str]]:
    return [(" ".join(sense.words), sense.tense) for sense in senses]


@pytest.mark.parametrize(
    "senses",
    [
        pytest.param(of_frames((), inflect), id="no frames"),
        pytest.param(of_frames((a_frame("say"),), inflect), id="a frame of no verbs"),
        pytest.param(of_phrases(()), id="no phrases"),
        pytest.param(of_phrases((Phrases(words=(), **BOTH),)), id="a group of no phrases"),
        pytest.param(of_hearsay((), inflect), id="no hearsay"),
        pytest.param(of_hearsay((Hearsay(**BOTH),), inflect), id="a group of no hearsay"),
    ],
)
def test_nothing_comes_of_nothing(senses: list[Sense]) -> None:
    assert list(senses) == []


@pytest.mark.parametrize(
    ("frame", "forms"),
    [
        pytest.param(
            a_frame("say", "warn"), [("warn", "base"), ("warned", "past")], id="forms of a verb"
        ),
        pytest.param(
            a_frame("speak", "warn of"),
            [("warn of", "base"), ("warned of", "past")],
            id="its particle with it",
        ),
        pytest.param(
            a_frame("put", "put"), [("put", "base"), ("put", "past")], id="one form, two tenses"
        ),
        pytest.param(
            a_frame("noun", "claim", "claims", noun=True),
            [("claim", "noun"), ("claims", "noun")],
            id="nouns are as they are",
        ),
        pytest.param(
            a_frame("say", "warn", "warn"),
            [("warn", "base"), ("warned", "past")],
            id="a verb that stands twice",
        ),
    ],
)
def test_senses_of_a_frame(frame: Frame, forms: list[tuple[str, str]]) -> None:
    senses = list(of_frames((frame,), inflect))

    assert spelt(senses) == forms
    assert {sense.frames for sense in senses} == {(frame,)}


def test_a_form_has_all_frames_of_its_verb() -> None:
    say, urge = a_frame("say", "warn"), a_frame("urge", "warn")
    senses = list(of_frames((say, urge), inflect))

    assert spelt(senses) == [("warn", "base"), ("warned", "past")]
    assert {sense.frames for sense in senses} == {(say, urge)}


def test_a_noun_and_a_verb_of_one_form_are_two_senses() -> None:
    verb, noun = a_frame("say", "claim"), a_frame("noun", "claim", noun=True)
    senses = list(of_frames((verb, noun), inflect))

    assert [(s.tense, s.frames) for s in senses] == [("base", (verb,)), ("noun", (noun,))]


@pytest.mark.parametrize(
    ("behind", "tense"),
    [
        pytest.param(False, "phrase", id="anywhere"),
        pytest.param(True, "trailing phrase", id="behind what is said only"),
    ],
)
def test_senses_of_phrases(*, behind: bool, tense: str) -> None:
    group = Phrases(words=("according to", "per"), behind=behind, **BOTH)

    assert spelt(list(of_phrases((group,)))) == [("according to", tense), ("per", tense)]


def test_senses_of_hearsay_stand_once_each() -> None:
    group = Hearsay(words=("it is said",), verbs=("put",), **BOTH)

    assert spelt(list(of_hearsay((group,), inflect))) == [
        ("it is said", "hearsay"),
        ("put", "hearsay"),
    ]


def test_longer_cues_come_first() -> None:
    short, longer = Sense(("warn",), "base", ()), Sense(("warn", "of"), "base", ())
    other = Sense(("say",), "base", ())

    assert senses_by_word((short, other, longer)) == {"warn": (longer, short), "say": (other,)}


def test_cues_of_one_length_keep_their_order() -> None:
    first, second = Sense(("put",), "base", ()), Sense(("put",), "past", ())

    assert senses_by_word((first, second))["put"] == (first, second)


def test_no_shipped_form_has_two_senses_of_one_tense(rules: Rulebook) -> None:
    for language in rules.cues.languages.values():
        for senses in language.senses.values():
            verbs = [(s.words, s.tense) for s in senses if s.frames]
            assert len(set(verbs)) == len(verbs), language.lang


@given(st.lists(st.lists(st.sampled_from(["say", "of", "to"]), min_size=1, max_size=3)))
@settings(max_examples=100)
def test_every_sense_is_held_under_its_first_word(cues: list[list[str]]) -> None:
    senses = [Sense(tuple(cue), "base", ()) for cue in cues]
    held = senses_by_word(senses)

    assert sorted(s.words for each in held.values() for s in each) == sorted(map(tuple, cues))
    for word, each in held.items():
        assert {sense.words[0] for sense in each} == {word}
        lengths = [len(sense.words) for sense in each]
        assert lengths == sorted(lengths, reverse=True)
