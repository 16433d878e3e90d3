import pytest
from discoursing import a_sentence, said, the_saying
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.participles import of_main, of_participle
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.subject import Subject

SMALL = ["the", "with", "and", ",", ";", "—", "of", "while", "who", "in", "she", "Monday", "12"]
WORDS = [*SMALL, "Ada", "Brandvold", "Velden", "left", "saying", "asking", "crew", "“No.”"]


def speaker(text: str, cue: str) -> str | None:
    """The subject of a participle, no other cue before it."""
    sentence, saying = a_sentence(text), the_saying(text, cue)
    found = of_participle(sentence.tokens, saying.cue, None)
    return said(sentence, found.phrase) if found is not None else None


def main(text: str, cue: str) -> str | None:
    """The subject of the main clause before a cue."""
    sentence, saying = a_sentence(text), the_saying(text, cue)
    found = of_main(sentence.tokens, saying.cue.group)
    return said(sentence, found.phrase) if found is not None else None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("Insisting that it was shut.", "Insisting", id="no comma behind it"),
        pytest.param("Adding that it was shut, and old.", "Adding", id="and behind the comma"),
        pytest.param("Asking why, in vain.", "Asking", id="a preposition behind the comma"),
        pytest.param("Telling us, “No.”", "Telling", id="a quotation behind the comma"),
        pytest.param("After the storm, saying it was shut.", "saying", id="only a time before"),
        pytest.param("“No,” adding that it was shut.", "adding", id="only a quotation before"),
        pytest.param("In the end; saying it was shut.", "saying", id="nothing behind the break"),
    ],
)
def test_no_subject(text: str, cue: str) -> None:
    assert speaker(text, cue) is None


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Asking why, the mayor left.", "Asking", "the mayor", id="an article"),
        pytest.param("Replying at last, she left.", "Replying", "she", id="a pronoun"),
        pytest.param("Telling us why, Per Olsen left.", "Telling", "Per Olsen", id="a name"),
        pytest.param("Asking in Velden, Tarnholm, he left.", "Asking", "he", id="a place"),
        pytest.param("Replying, a man of Velden left.", "Replying", "a man of Velden", id="of"),
        pytest.param("Noting it, as he did, Ada Brand left.", "Noting", "Ada Brand", id="as"),
    ],
)
def test_the_subject_behind_a_participle_that_opens(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("People saying it was shut left.", "People", id="it opens the sentence"),
        pytest.param("It rained, the crew saying it was bad.", "the crew", id="behind a comma"),
        pytest.param("It rained, with Ada Brandvold saying no.", "Ada Brandvold", id="with"),
        pytest.param("It rained with Ada van Brand saying no.", "Ada van Brand", id="with and van"),
        pytest.param("It rained and the crew saying no left.", "the crew", id="and"),
        pytest.param("It rained while a man saying no left.", "a man", id="while"),
    ],
)
def test_the_noun_that_a_participle_stands_behind(text: str, name: str) -> None:
    assert speaker(text, "saying") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ada Brandvold wrote a letter saying no.", "Ada Brandvold", id="an object"),
        pytest.param("She left on Monday saying no.", "She", id="a day"),
        pytest.param("She left again saying it was shut.", "She", id="an adverb"),
        pytest.param("Per Olsen has left the pier saying no.", "Per Olsen", id="a tense"),
        pytest.param("On Monday, the crew left town saying no.", "the crew", id="behind a day"),
    ],
)
def test_the_subject_over_an_object(text: str, name: str) -> None:
    assert speaker(text, "saying") == name


def test_the_noun_itself_where_the_sentence_has_no_subject() -> None:
    assert speaker("In March a letter saying it was shut came.", "saying") == "a letter"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The mayor left, saying it was shut.", "The mayor", id="a comma"),
        pytest.param("The mayor left — saying it was shut.", "The mayor", id="a dash"),
        pytest.param("He left while saying it was shut.", "He", id="while"),
        pytest.param("He left without saying it was shut.", "He", id="without"),
        pytest.param("She laughed and, saying it was shut, left.", "She", id="between commas"),
        pytest.param("The owner, Ada Brandvold, left, saying no.", "Ada Brandvold", id="a name"),
        pytest.param("Per Olsen, the owner, left, saying no.", "Per Olsen", id="a description"),
        pytest.param("It rained; the mayor left, saying no.", "the mayor", id="a semicolon"),
        pytest.param("Rain fell: she left, saying no.", "she", id="a colon"),
        pytest.param("HALVIK (NW) — She left, saying no.", "She", id="a dateline"),
        pytest.param("“No,” the crew wrote, also saying why.", "the crew", id="a quotation"),
    ],
)
def test_the_subject_of_the_sentence(text: str, name: str) -> None:
    assert speaker(text, "saying") == name


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        pytest.param("Ada Brandvold left the pier saying no.", False, id="no comma"),
        pytest.param("Ada Brandvold left (saying no).", False, id="a bracket"),
        pytest.param("Ada Brandvold left while saying no.", False, id="a small word"),
        pytest.param("Ada Brandvold left, saying no.", True, id="a comma"),
        pytest.param("Ada Brandvold left, later saying no.", True, id="an adverb between"),
        pytest.param("“No,” saying no.", True, id="no other subject"),
    ],
)
def test_the_subject_of_the_cue_before(text: str, carried: bool) -> None:  # noqa: FBT001
    earlier = Subject(Phrase(0, 1))
    sentence, saying = a_sentence(text), the_saying(text, "saying")

    assert (of_participle(sentence.tokens, saying.cue, earlier) is earlier) is carried


def test_a_relative_is_not_carried_on() -> None:
    text = "The mayor, who left, went home, saying no."
    sentence, saying = a_sentence(text), the_saying(text, "saying")
    who = next(at for at, token in enumerate(sentence.tokens) if token.text == "who")

    found = of_participle(sentence.tokens, saying.cue, Subject(Phrase(who, who + 1)))

    assert found is not None
    assert said(sentence, found.phrase) == "The mayor"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("In the rain, said Olsen.", None, id="a place"),
        pytest.param("It rained; said Olsen.", None, id="nothing behind the semicolon"),
        pytest.param("“No,” said Olsen.", None, id="a quotation"),
        pytest.param("The owner, said Olsen, left.", "The owner", id="one comma alone"),
        pytest.param("The owner, her hat in hand, said no.", "The owner", id="no name beside"),
        pytest.param("The owner, Ada Brandvold, said no.", "Ada Brandvold", id="a name beside"),
        pytest.param("It rained; the mayor left and said no.", "the mayor", id="a semicolon"),
        pytest.param("At noon: she left and said no.", "she", id="a colon"),
        pytest.param("HALVIK — The mayor left and said no.", "The mayor", id="a dateline"),
    ],
)
def test_the_subject_of_the_main_clause(text: str, name: str | None) -> None:
    assert main(text, "said") == name


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_a_subject_lies_in_the_sentence(drawn: list[str]) -> None:
    sentence = a_sentence(" ".join(drawn))
    size = len(sentence.tokens)

    for saying in sentence.sayings:
        found = of_participle(sentence.tokens, saying.cue, None)
        ahead = of_main(sentence.tokens, saying.cue.group)
        assert found is None or 0 <= found.phrase.start < found.phrase.end <= size
        assert ahead is None or 0 <= ahead.phrase.start < ahead.phrase.end <= saying.cue.group


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The crew of the barge, saying so, left.", "The crew of the barge", id="no verb"
        ),
        pytest.param("Those polled, saying so, left.", "Those polled", id="hangs on the noun"),
        pytest.param("The crew marched, saying that it was so.", "The crew", id="a verb alone"),
        pytest.param(
            "More than 1,200 nurses marched on Monday, saying that it was so.",
            "More than 1,200 nurses",
            id="a rough number",
        ),
        pytest.param(
            "About 300 people marched, saying so.", "About 300 people", id="about so many"
        ),
    ],
)
def test_subjects_of_a_short_main_clause(text: str, speaker: str) -> None:
    saying = the_saying(text, "saying")

    assert saying is not None
    assert saying.subject is not None
    assert said(a_sentence(text), saying.subject.phrase) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Lathe was quoted by Ada Lind as saying so.", "Lathe", id="passive"),
        pytest.param("Ada Lind quoted Lathe as saying so.", "Lathe", id="whom she quotes"),
    ],
)
def test_whom_somebody_quotes(text: str, speaker: str) -> None:
    saying = the_saying(text, "saying")

    assert saying is not None
    assert saying.subject is not None
    assert said(a_sentence(text), saying.subject.phrase) == speaker
