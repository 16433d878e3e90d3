import pytest
from discoursing import a_sentence, said, the_saying
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.finite import behind, of_finite
from provcheck.syntax.phrases import Phrase
from provcheck.syntax.subject import Subject

SMALL = ["the", "who", "and", ",", ":", ";", "—", "(", ")", "has", "later", "Monday", "in", "she"]
WORDS = [*SMALL, "Ada", "Brandvold", "left", "laughed", "said", "asked", "mayor", "“No.”"]


def speaker(text: str, cue: str = "said") -> str | None:
    """The subject of a verb with a tense, no other verb before it."""
    found = subject(text, cue)
    return said(a_sentence(text), found.phrase) if found is not None else None


def subject(text: str, cue: str = "said", before: Subject | None = None) -> Subject | None:
    return of_finite(a_sentence(text).tokens, the_saying(text, cue).cue, before)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“No,” said Monday.", id="a day behind it"),
        pytest.param("“No,” said: “Yes.”", id="a mark behind it"),
        pytest.param("“No” said.", id="nothing behind it"),
        pytest.param("And said it was shut.", id="nothing before and"),
        pytest.param("In the rain and said it was shut.", id="a place before and"),
        pytest.param("The pier is old; said that it was shut.", id="that behind a semicolon"),
        pytest.param("“No,” on Monday said in a letter: “Yes.”", id="a day before it"),
    ],
)
def test_no_subject(text: str) -> None:
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The mayor of Tarnholm said no.", "The mayor of Tarnholm", id="a phrase"),
        pytest.param("She has often said no.", "She", id="auxiliary and adverb between"),
        pytest.param("Edric van der Brand said no.", "Edric van der Brand", id="particles"),
        pytest.param("“No,” Ada Brandvold said.", "Ada Brandvold", id="behind a quotation"),
        pytest.param("“No” Ada Brandvold said.", "Ada Brandvold", id="without a comma"),
        pytest.param("The pier, Per Olsen said, is shut.", "Per Olsen", id="between commas"),
        pytest.param("HALVIK (NW) — The mayor said no.", "The mayor", id="behind a dateline"),
        pytest.param("On Monday Ada Brandvold said no.", "Ada Brandvold", id="behind a day"),
        pytest.param("Olsen and Pallaway said no.", "Olsen and Pallaway", id="two"),
    ],
)
def test_a_subject_before_its_verb(text: str, name: str) -> None:
    found = subject(text)

    assert found is not None
    assert not found.inverted
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“No,” said Ada Brandvold.", "Ada Brandvold", id="a quotation and a comma"),
        pytest.param("“No” said Ada Brandvold.", "Ada Brandvold", id="a quotation"),
        pytest.param("‘No,’ said Ada Brandvold.", "Ada Brandvold", id="single marks"),
        pytest.param('"No," said Ada Brandvold.', "Ada Brandvold", id="straight marks"),
        pytest.param("“No,” said she.", "she", id="a pronoun"),
        pytest.param("“No,” later said Per Olsen.", "Per Olsen", id="an adverb before"),
        pytest.param("“No,” said quietly Per Olsen.", "Per Olsen", id="an adverb behind"),
        pytest.param("“No,” has said Per Olsen.", "Per Olsen", id="an auxiliary"),
        pytest.param("“No,” said the owner, Per Olsen.", "Per Olsen", id="a description"),
        pytest.param("The pier is old; said Per Olsen.", "Per Olsen", id="a semicolon"),
        pytest.param("The pier is old: said Per Olsen.", "Per Olsen", id="a colon"),
        pytest.param("The pier, said Per Olsen, is shut.", "Per Olsen", id="between commas"),
        pytest.param("The pier, said Per Olsen today, is shut.", "Per Olsen", id="a day behind"),
        pytest.param("“No,” said Ada Brandvold in a letter.", "Ada Brandvold", id="a letter"),
        pytest.param("“No,” said Ada Brandvold, who left.", "Ada Brandvold", id="who behind"),
        pytest.param("“No,” said one of Halvik’s crew.", "one of Halvik ’s crew", id="’s is no is"),
    ],
)
def test_a_subject_behind_its_verb(text: str, name: str) -> None:
    found = subject(text)

    assert found is not None
    assert found.inverted
    assert speaker(text) == name


def test_a_subject_behind_a_verb_that_opens_the_sentence() -> None:
    found = subject("Said Ada Brandvold: “No.”", "Said")

    assert found == Subject(Phrase(1, 3), inverted=True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“No” said Ada Brandvold was wrong.", id="is, was"),
        pytest.param("“No” said she swims.", id="a pronoun and its verb"),
        pytest.param("“No” said Per Olsen would leave.", id="an auxiliary"),
        pytest.param("“No” said the mayor grinned at us.", id="an unlisted verb"),
        pytest.param("“No” said.", id="nothing"),
        pytest.param("“No” said on Monday.", id="a preposition"),
        pytest.param("“No” said last Monday.", id="a day"),
        pytest.param("“No” said which pier.", id="a question"),
    ],
)
def test_what_follows_is_no_subject(text: str) -> None:
    assert behind(a_sentence(text).tokens, the_saying(text, "said").cue) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“No” said Ada Brandvold.", "Ada Brandvold", id="at the end"),
        pytest.param("“No” said Ada Brandvold", "Ada Brandvold", id="without a stop"),
        pytest.param("“No” said Ada Brandvold “yes”.", "Ada Brandvold", id="a quotation"),
        pytest.param("“No” said Ada Brandvold again.", "Ada Brandvold", id="an adverb"),
        pytest.param("“No” said Ada Brandvold sadly.", "Ada Brandvold", id="an adverb in -ly"),
        pytest.param("“No” said only she.", "she", id="an adverb before it"),
    ],
)
def test_what_follows_is_the_subject(text: str, name: str) -> None:
    sentence = a_sentence(text)

    found = behind(sentence.tokens, the_saying(text, "said").cue)

    assert found is not None
    assert said(sentence, found.phrase) == name


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        pytest.param("Ada Brandvold, the owner, said no.", "said", "Ada Brandvold", id="commas"),
        pytest.param("The owner, Ada Brandvold, said no.", "said", "Ada Brandvold", id="a name"),
        pytest.param("Per Olsen (Velden) said no.", "said", "Per Olsen", id="brackets"),
        pytest.param("Per Olsen – the owner – said no.", "said", "Per Olsen", id="dashes"),
        pytest.param("Per Olsen, of the ‘Petrel’, said no.", "said", "Per Olsen", id="a ship"),
        pytest.param("Ada Brandvold, 54, told Per Olsen.", "told", "Ada Brandvold", id="whom"),
    ],
)
def test_a_subject_past_what_parts_it_from_its_verb(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


@pytest.mark.parametrize(
    ("text", "cue", "word"),
    [
        pytest.param("Per Olsen, who said no, left.", "said", "who", id="who"),
        pytest.param("The letter that said no was old.", "said", "that", id="that"),
        pytest.param("The letter, which has said no, was old.", "said", "which", id="which"),
        pytest.param("The crew, who never said no, left.", "said", "who", id="an adverb between"),
    ],
)
def test_a_relative_is_the_subject(text: str, cue: str, word: str) -> None:
    assert speaker(text, cue) == word


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The crew who left Halvik said no.", "The crew", id="who"),
        pytest.param("The firm which built the ferry said no.", "The firm", id="which"),
        pytest.param("Ada Brandvold who met the crew said no.", "Ada Brandvold", id="a name"),
        pytest.param("The crew who left Halvik in March said no.", "The crew", id="a time"),
        pytest.param("The boats which sank he said were old.", "he", id="a pronoun is nearer"),
        pytest.param("The crew who left us said no.", "The crew", id="whom they left"),
        pytest.param("The man who takes the fares said no.", "The man", id="a verb that cues hold"),
        pytest.param("The man that keeps the light said no.", "The man", id="that"),
    ],
)
def test_a_subject_past_a_relative_clause(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ada Brandvold laughed and said no.", "Ada Brandvold", id="a verb"),
        pytest.param("Per Olsen laughed loudly and said no.", "Per Olsen", id="an adverb"),
        pytest.param("She smiled and later said no.", "She", id="an adverb behind and"),
        pytest.param("Ada Brandvold shut the gate and said no.", "Ada Brandvold", id="an object"),
        pytest.param("On Monday, Per Olsen ran home and said no.", "Per Olsen", id="a day"),
        pytest.param("The mayor had left but said no.", "The mayor", id="but"),
        pytest.param("It rained; the crew left and said no.", "the crew", id="a semicolon"),
    ],
)
def test_a_subject_that_and_shares(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        pytest.param("Ada Brandvold left the pier and said no.", True, id="and"),
        pytest.param("The pier is shut, said it was old.", True, id="a comma"),
        pytest.param("The pier is shut (so) said in a letter.", False, id="a bracket"),
        pytest.param("The pier is shut — said in a letter.", False, id="a dash"),
        pytest.param("Per Olsen said no.", False, id="a subject of its own"),
        pytest.param("She smiled and said no.", False, id="a verb of its own before and"),
    ],
)
def test_the_subject_of_the_cue_before(text: str, shared: bool) -> None:  # noqa: FBT001
    earlier = Subject(Phrase(0, 1), described=0)

    assert (subject(text, before=earlier) is earlier) is shared


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_a_subject_lies_on_one_side_of_its_verb(drawn: list[str]) -> None:
    sentence = a_sentence(" ".join(drawn))

    for saying in sentence.sayings:
        found = of_finite(sentence.tokens, saying.cue, None)
        if found is not None and found.inverted:
            assert saying.cue.end <= found.phrase.start < found.phrase.end <= len(sentence.tokens)
        elif found is not None:
            assert 0 <= found.phrase.start < found.phrase.end <= saying.cue.group
