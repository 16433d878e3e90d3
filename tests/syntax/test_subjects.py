import pytest
from discoursing import RULES, a_sentence, said, the_saying
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.cues import Cue
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.subject import Subject
from provcheck.syntax.subjects import SUBJECTS, Verb, subject_of

SMALL = ["the", "by", "of", "who", "and", ",", ":", "(", ")", "was", "it", "there", "her", "’s"]
VERBS = ["said", "called", "claim", "according", "to", "adding"]
WORDS = [*SMALL, *VERBS, "Ada", "Brandvold", "“No.”"]
PHRASES = ["According to", "according to", "In the words of"]


def speaker(text: str, cue: str, lang: str = "en") -> str | None:
    """Who speaks by a cue, no other cue before it."""
    found = subject(text, cue, lang)
    return said(a_sentence(text, lang), found.phrase) if found is not None else None


def subject(text: str, cue: str, lang: str = "en", before: Subject | None = None) -> Subject | None:
    tokens, saying = a_sentence(text, lang).tokens, the_saying(text, cue, lang)
    return subject_of(Verb(tokens, saying.cue, before, RULES.cues.of(lang)))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("The ferry reportedly broke down.", "reportedly", id="hearsay"),
        pytest.param("The ferry is said to be old.", "is said to", id="hearsay with a verb"),
        pytest.param("There said a voice: “No.”", "said", id="there"),
        pytest.param("“No,” there said a voice.", "said", id="there behind a quotation"),
        pytest.param("It was said.", "said", id="a passive without by"),
        pytest.param("The plan was called “a waste”.", "called", id="a name without by"),
        pytest.param("The plan was called “bad” by.", "called", id="nothing behind by"),
        pytest.param(
            "It was called “bad” in one dull and long note by Olsen.", "called", id="far off"
        ),
        pytest.param("The pier is shut, according to.", "according to", id="nothing behind to"),
        pytest.param("Asked about it, he left.", "Asked", id="a passive that opens the sentence"),
    ],
)
def test_nobody_speaks(text: str, cue: str) -> None:
    assert speaker(text, cue) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("According to Ada Brandvold, it is shut.", "Ada Brandvold", id="ahead"),
        pytest.param("It is shut, according to her.", "her", id="behind"),
        pytest.param("It is, according to the owner, Per Olsen.", "Per Olsen", id="a description"),
        pytest.param("In the words of the mayor, “no”.", "the mayor", id="another phrase"),
        pytest.param("According to the head of the board, no.", "the head of the board", id="of"),
        pytest.param("According to Radio in Velden, no.", "Radio in Velden", id="an outlet’s town"),
    ],
)
def test_the_source_that_a_phrase_names(text: str, name: str) -> None:
    cue = next(cue for cue in PHRASES if cue in text)
    found = subject(text, cue)

    assert found is not None
    assert found.inverted
    assert said(a_sentence(text), found.phrase) == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Nobody believed her promise to stay.", "promise", "her", id="her"),
        pytest.param("Nobody heard Per Olsen’s plea to stay.", "plea", "Per Olsen", id="a name"),
        pytest.param("Few heard the mayor's plea to stay.", "plea", "the mayor", id="straight"),
        pytest.param("Few heard the mayor’s loud plea to go.", "plea", "the mayor", id="between"),
        pytest.param("Their claim that it was shut is odd.", "claim", "Their", id="at the start"),
        pytest.param("We saw Edric van Brand’s vow to go.", "vow", "Edric van Brand", id="van"),
    ],
)
def test_whose_claim_it_is(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


def test_a_claim_in_an_owner_without_phrase() -> None:
    assert speaker("“No” ’s claim that it was shut is odd.", "claim") is None


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("It was called “bad” by Per Olsen.", "called", "Per Olsen", id="a name"),
        pytest.param("It was called by all “a waste”.", "called", "all", id="right behind"),
        pytest.param("It had been dubbed “bad” by her.", "dubbed", "her", id="had been"),
        pytest.param("It was called “bad” today by Olsen.", "called", "Olsen", id="a day between"),
        pytest.param(
            "It is called “bad” by men of the crew.", "called", "men of the crew", id="of"
        ),
        pytest.param("A boat dubbed “bad” by Olsen left.", "dubbed", "Olsen", id="on a noun"),
    ],
)
def test_who_does_what_a_passive_says(text: str, cue: str, name: str) -> None:
    found = subject(text, cue)

    assert found is not None
    assert found.inverted
    assert said(a_sentence(text), found.phrase) == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Per Olsen left, adding that it rained.", "adding", "Per Olsen", id="a comma"),
        pytest.param("It rained, with Per Olsen adding why.", "adding", "Per Olsen", id="with"),
        pytest.param("Telling us why, the mayor left.", "Telling", "the mayor", id="opening"),
        pytest.param("The mayor was saying it rained.", "saying", "The mayor", id="was saying"),
    ],
)
def test_the_subject_of_a_participle(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


@pytest.mark.parametrize(
    ("text", "cue", "name", "inverted"),
    [
        pytest.param("Ada Brandvold said no.", "said", "Ada Brandvold", False, id="before"),
        pytest.param("“No,” said Ada Brandvold.", "said", "Ada Brandvold", True, id="behind"),
        pytest.param("‘No’, said Per Olsen.", "said", "Per Olsen", True, id="British marks"),
        pytest.param("The owner, Per Olsen, said no.", "said", "Per Olsen", False, id="commas"),
        pytest.param("The crew who left us a note said no.", "said", "The crew", False, id="who"),
    ],
)
def test_the_subject_of_a_verb(text: str, cue: str, name: str, *, inverted: bool) -> None:
    found = subject(text, cue)

    assert found is not None
    assert said(a_sentence(text), found.phrase) == name
    assert found.inverted is inverted


@pytest.mark.parametrize(
    ("text", "cue", "lang"),
    [
        pytest.param("So sagte Ada Brandvold, er sei zu.", "sagte", "de", id="German, behind"),
        pytest.param("Ada Brandvold sagte, er sei zu.", "sagte", "de", id="German, before"),
        pytest.param("„Nein“ sagte Ada Brandvold.", "sagte", "de", id="German, a quotation"),
        pytest.param("„Nein“, sagte Ada Brandvold.", "sagte", "de", id="German, a comma"),
        pytest.param("Dass er zu ist, sagte Ada Brandvold.", "sagte", "de", id="German, dass"),
        pytest.param(
            "Wenn er käme, sagte Ada Brandvold, sei er zu.", "sagte", "de", id="German, wenn"
        ),
        pytest.param(
            "Als er ankam, sagte Ada Brandvold, er sei zu.", "sagte", "de", id="German, als"
        ),
        pytest.param("Laut Ada Brandvold ist er zu.", "Laut", "de", id="German, a source"),
        pytest.param("Er ist zu, so Ada Brandvold.", "so", "de", id="German, so"),
        pytest.param("Later zei Ada Brandvold dat het kan.", "zei", "nl", id="Dutch, behind"),
        pytest.param("Igår sade Ada Brandvold att det går.", "sade", "sv", id="Swedish, behind"),
        pytest.param("« Non », a dit Ada Brandvold.", "dit", "fr", id="French, behind"),
        pytest.param("Ada Brandvold a dit non.", "dit", "fr", id="French, before"),
        pytest.param("«No», dijo Ada Brandvold.", "dijo", "es", id="Spanish"),
        pytest.param("«No», ha detto Ada Brandvold.", "detto", "it", id="Italian"),
        pytest.param("„Nie”, powiedziała Ada Brandvold.", "powiedziała", "pl", id="Polish"),
    ],
)
def test_the_subject_in_other_languages(text: str, cue: str, lang: str) -> None:
    assert speaker(text, cue, lang) == "Ada Brandvold"


def test_a_german_subject_behind_a_verb_that_a_quotation_stands_before() -> None:
    text = "„Nein“, rief er, und am Montag sagte Ada Brandvold: „Ja.“"

    assert speaker(text, "sagte", "de") == "Ada Brandvold"


def test_a_verb_without_subject_takes_that_of_the_cue_before() -> None:
    text = "Ada Brandvold wrote a letter and said that it was shut."

    assert subject(text, "said", before=Subject(Phrase(0, 2))) == Subject(Phrase(0, 2))
    assert subject(text, "wrote", before=Subject(Phrase(3, 5))) == Subject(Phrase(0, 2))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("According to her, it rained.", "According to", id="a phrase"),
        pytest.param("It reportedly rained.", "reportedly", id="hearsay"),
        pytest.param("Her claim that it rained is odd.", "claim", id="a noun"),
        pytest.param("It was called “bad” by her.", "called", id="a passive"),
        pytest.param("She left, adding that it rained.", "adding", id="a participle"),
        pytest.param("She said it rained.", "said", id="a verb"),
    ],
)
def test_every_kind_of_cue_is_looked_up_in_one_way(text: str, cue: str) -> None:
    of_cue: Cue = the_saying(text, cue).cue
    fitting = [at for at, (fits, _) in enumerate(SUBJECTS) if fits(of_cue)]

    assert fitting[-1] == len(SUBJECTS) - 1
    assert len(fitting) <= 2


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.sampled_from(["en", "de"]))
def test_a_speaker_lies_in_the_sentence(drawn: list[str], lang: str) -> None:
    sentence, expletives = a_sentence(" ".join(drawn), lang), RULES.cues.of(lang).expletives

    for saying in sentence.sayings:
        found = saying.subject
        assert found is None or 0 <= found.opens <= found.phrase.start < found.phrase.end
        assert found is None or found.phrase.end <= len(sentence.tokens)
        assert found is None or sentence.tokens[found.phrase.start].low not in expletives
