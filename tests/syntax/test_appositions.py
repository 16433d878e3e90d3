import pytest
from discoursing import a_sentence, said, the_saying
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.appositions import appended, before_apposition, is_name, named
from provcheck.syntax.phrases import Phrase, phrase_after

SMALL = ["the", "owner", "of", "who", "a", "(", ")", ",", ",", "—", "–", ";", "12", "then"]
WORDS = [*SMALL, "Ada", "Brandvold", "Halvik", "speaking", "in", "she", "“No.”"]


def parted(text: str, cue: str = "said") -> tuple[str, str] | None:
    """The subject before what the mark before a cue closes, and the word that opens it."""
    sentence, saying = a_sentence(text), the_saying(text, cue)
    mark = sentence.tokens[saying.cue.group - 1].text
    found = before_apposition(sentence.tokens, saying.cue, mark)
    return (said(sentence, found.phrase), sentence.tokens[found.opens].text) if found else None


def behind(text: str, cue: str = "said") -> str | None:
    """The subject that stands right behind a cue."""
    sentence, saying = a_sentence(text), the_saying(text, cue)
    found = appended(sentence.tokens, phrase_after(sentence.tokens, saying.cue.end, tail=True))
    assert found.inverted
    return said(sentence, found.phrase)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“No,” said Ada Brandvold.", id="a quotation"),
        pytest.param("By noon, said Per Olsen, it was shut.", id="one comma only"),
        pytest.param("Per Olsen) said no.", id="a bracket that nothing opened"),
        pytest.param("The pier – said Per Olsen.", id="one dash only"),
        pytest.param("Per Olsen left; the owner, said no.", id="a semicolon between"),
        pytest.param("On Monday, in a letter, said Per Olsen, it was shut.", id="no free phrase"),
    ],
)
def test_no_subject_before_an_apposition(text: str) -> None:
    assert parted(text) is None


@pytest.mark.parametrize(
    ("text", "name", "opens"),
    [
        pytest.param("Ada Brandvold, the owner, said no.", "Ada Brandvold", "Ada", id="behind"),
        pytest.param("The owner, Ada Brandvold, said no.", "Ada Brandvold", "The", id="before"),
        pytest.param("The mayor, 54, said no.", "The mayor", "The", id="years"),
        pytest.param("Per Olsen, who knew, said no.", "Per Olsen", "Per", id="a clause"),
        pytest.param("She, too, said no.", "She", "She", id="a pronoun"),
        pytest.param("Per Olsen (Velden) said no.", "Per Olsen", "Per", id="brackets"),
        pytest.param("The owner (Ada Brandvold) said no.", "Ada Brandvold", "The", id="a name"),
        pytest.param("Per Olsen — the owner — said no.", "Per Olsen", "Per", id="em dashes"),
        pytest.param("Per Olsen – the owner – said no.", "Per Olsen", "Per", id="en dashes"),
        pytest.param("Per Olsen -- the owner -- said no.", "Per Olsen", "Per", id="hyphens"),
        pytest.param("Per Olsen – the owner — said no.", "Per Olsen", "Per", id="dashes mixed"),
        pytest.param("At noon; Per Olsen, 54, said no.", "Per Olsen", "Per", id="a semicolon"),
        pytest.param("The pilot, Edric van Brand, said no.", "Edric van Brand", "The", id="van"),
    ],
)
def test_the_subject_before_an_apposition(text: str, name: str, opens: str) -> None:
    assert parted(text) == (name, opens)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ada Brandvold, 54, of Halvik, said no.", "Ada Brandvold", id="a number"),
        pytest.param("Ada Brandvold, a keeper, of Velden, said no.", "Ada Brandvold", id="a"),
        pytest.param("Per Olsen, then mayor, his voice low, said no.", "Per Olsen", id="then"),
        pytest.param("Per Olsen, who left, now 60, said no.", "Per Olsen", id="a relative"),
        pytest.param("Per Olsen, of Halvik, now 60, said no.", "Per Olsen", id="a preposition"),
        pytest.param("Per Olsen, smiling, hat in hand, said no.", "Per Olsen", id="in -ing"),
    ],
)
def test_several_appositions(text: str, name: str) -> None:
    assert parted(text) == (name, name.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("After the race, Ada Brandvold, said no.", "Ada Brandvold", id="a place"),
        pytest.param("After the race, Ada Brandvold (15), said no.", "Ada Brandvold", id="years"),
        pytest.param("In the end, she, said no.", "she", id="a pronoun"),
        pytest.param("On Monday, Mayor Per Olsen, said no.", "Mayor Per Olsen", id="a title"),
    ],
)
def test_a_comma_too_many_behind_the_subject(text: str, name: str) -> None:
    assert parted(text) == (name, name.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("Per Olsen , Ada Brandvold", True, id="a name stands first"),
        pytest.param("The Northgate Wire , Halvik", True, id="a name with an article first"),
        pytest.param("Her deputy , the owner", True, id="no name stands second"),
        pytest.param("Keepers , Ada Brandvold", True, id="no article opens the first"),
        pytest.param("The owner , Ada’s cousin", True, id="small letters in the second"),
        pytest.param("The Bank of Tarnholm , Halvik", True, id="one word may be a place"),
        pytest.param("The owner , Ada Brandvold", False, id="a description and a name"),
        pytest.param("The owner , Olsen", False, id="a surname"),
        pytest.param("Her deputy , Ada Brandvold", False, id="an owner’s"),
        pytest.param("A keeper , Edric van der Brand", False, id="links in the name"),
        pytest.param("The Head of the Harbour Board , Ada Brandvold", False, id="an office"),
    ],
)
def test_which_of_two_is_the_name(text: str, first: bool) -> None:  # noqa: FBT001
    tokens = a_sentence(text).tokens
    comma = [token.text for token in tokens].index(",")
    one, two = Phrase(0, comma), Phrase(comma + 1, len(tokens))

    assert named(tokens, one, two) == (one if first else two)


def test_nothing_beside_a_description() -> None:
    tokens = a_sentence("The owner , left").tokens

    assert named(tokens, Phrase(0, 2), Phrase(3, 3)) == Phrase(0, 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("the owner", False, id="small letters"),
        pytest.param("12 keepers", False, id="a number"),
        pytest.param("her deputy", False, id="an owner"),
        pytest.param("she", True, id="a pronoun"),
        pytest.param("those who know", False, id="a word that may open a phrase"),
        pytest.param("Olsen", True, id="a surname"),
        pytest.param("the owner Ada Brandvold", True, id="a description with a name"),
        pytest.param("someone", True, id="an indefinite pronoun"),
    ],
)
def test_what_is_a_name(text: str, name: bool) -> None:  # noqa: FBT001
    tokens = a_sentence(text).tokens

    assert is_name(tokens, Phrase(0, len(tokens))) is name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“No,” said the owner.", "the owner", id="nothing beside"),
        pytest.param("“No,” said Per Olsen, the owner.", "Per Olsen", id="a description behind"),
        pytest.param("“No,” said the owner, on Monday.", "the owner", id="a day behind"),
        pytest.param("“No,” said the owner, his hat in hand.", "the owner", id="no name"),
        pytest.param("“No,” said she, a keeper.", "she", id="a pronoun"),
    ],
)
def test_the_subject_behind_a_verb_stays(text: str, name: str) -> None:
    assert behind(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“No,” said the owner, Per Olsen.", "Per Olsen", id="at the end"),
        pytest.param("“No,” said the owner, Per Olsen", "Per Olsen", id="without a stop"),
        pytest.param("“No,” said the owner, Per Olsen, today.", "Per Olsen", id="a comma"),
        pytest.param("“No,” said the owner, Per Olsen “now”.", "Per Olsen", id="a quotation"),
        pytest.param("“No,” said the owner, Edric van Brand.", "Edric van Brand", id="particles"),
        pytest.param("“No,” said the head of the board, Per Olsen.", "Per Olsen", id="an office"),
    ],
)
def test_the_name_beside_a_subject_behind_a_verb(text: str, name: str) -> None:
    assert behind(text) == name


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=10), st.sampled_from(",)—–-"))
def test_a_subject_stands_before_its_apposition(drawn: list[str], mark: str) -> None:
    text = f"Olsen {' '.join(drawn)} {mark} said it was shut"
    sentence, saying = a_sentence(text), the_saying(text, "said")
    found = before_apposition(sentence.tokens, saying.cue, mark) if saying is not None else None

    assert found is None or 0 <= found.opens <= found.phrase.start < found.phrase.end
    assert found is None or found.phrase.end < saying.cue.group


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Halvik’s Pier Board, Ada Lind, said so.", "Halvik ’s Pier Board", id="a name"
        ),
        pytest.param("Halvik’s former mayor, Ada Lind, said so.", "Ada Lind", id="with an owner"),
        pytest.param(
            "The mayor of Upper Halvik, Ada Lind, said so.", "Ada Lind", id="with a place"
        ),
    ],
)
def test_whom_a_description_is_about(text: str, speaker: str) -> None:
    found = parted(text)

    assert found is not None
    assert found[0] == speaker
