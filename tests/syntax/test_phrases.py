import pytest
from discoursing import a_sentence, said, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.phrases import (
    opened_by_of,
    phrase_after,
    phrase_before,
    trailing_name,
)

SMALL = ["the", "of", "and", "in", "(", ")", ",", "she", "’s", "who", "12", "Monday", "at", "all"]
WORDS = [*SMALL, "Ada", "Brandvold", "Halvik", "said", "closed", "keeps", "mayor", "“No.”", "later"]


def before(text: str, cue: str = "said", lang: str = "en") -> str | None:
    """The noun phrase that ends right before a cue and its auxiliaries."""
    sentence, saying = a_sentence(text, lang), the_saying(text, cue, lang)
    return said(sentence, phrase_before(sentence.tokens, saying.cue.group))


def after(text: str, cue: str, lang: str = "en", *, tail: bool = False) -> str | None:
    """The noun phrase that begins right behind a cue."""
    sentence, saying = a_sentence(text, lang), the_saying(text, cue, lang)
    return said(sentence, phrase_after(sentence.tokens, saying.cue.end, tail=tail))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("So said Ada Brandvold: “The pier is shut.”", id="nothing stands before it"),
        pytest.param("The pier, said Per Olsen, was shut.", id="a comma stands before it"),
        pytest.param("“The pier is shut” said Per Olsen.", id="a quotation stands before it"),
        pytest.param("Ada Brandvold laughed and said it was shut.", id="only and before it"),
        pytest.param("Those who left said it was shut.", id="a verb stands before it"),
        pytest.param("“No,” on Monday said the mayor.", id="a preposition governs the day"),
        pytest.param("From the far end of the pier said a voice: “No.”", id="a place alone"),
        pytest.param("From the Tarnholm Road in Halvik said a voice: “No.”", id="a place’s name"),
        pytest.param("“No,” Monday said Per Olsen.", id="a day alone"),
        pytest.param("“No,” last Friday said Per Olsen.", id="a day with its adjective"),
        pytest.param(") said Per Olsen.", id="a bracket that nothing opened"),
        pytest.param("So of all the boats in Ada Brandvold’s yard said Olsen.", id="an owner’s"),
    ],
)
def test_no_phrase_before_a_verb(text: str) -> None:
    assert before(text) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("He said no.", "He", id="a pronoun"),
        pytest.param("Ada Brandvold said no.", "Ada Brandvold", id="a name"),
        pytest.param("Edric van der Pallaway said no.", "Edric van der Pallaway", id="particles"),
        pytest.param("Odalys de la Kestrane said no.", "Odalys de la Kestrane", id="two links"),
        pytest.param("Dr. Paul D. Olsen said no.", "Dr. Paul D. Olsen", id="title and initial"),
        pytest.param("Her deputy has never said no.", "Her deputy", id="an owner opens it"),
        pytest.param("12 keepers would have said no.", "12 keepers", id="a number opens it"),
        pytest.param("The mayor of Tarnholm said no.", "The mayor of Tarnholm", id="hangs on"),
        pytest.param("One of a crew in Velden said no.", "One of a crew in Velden", id="two"),
        pytest.param("Five of the crew said no.", "Five of the crew", id="some of many"),
        pytest.param("People at the harbour said no.", "People at the harbour", id="no article"),
        pytest.param("The Bank of Tarnholm said no.", "The Bank of Tarnholm", id="a house’s name"),
        pytest.param("Per Olsen’s deputy said no.", "Per Olsen ’s deputy", id="whose deputy"),
        pytest.param("Per Olsen (R-Velden) said no.", "Per Olsen", id="brackets behind the name"),
        pytest.param("Odalys Kestrane (54) said no.", "Odalys Kestrane", id="years in brackets"),
        pytest.param("“A pier,” Ada Brandvold said.", "Ada Brandvold", id="behind a quotation"),
        pytest.param("The pier, she said, is shut.", "she", id="behind a comma"),
        pytest.param("I think the mayor said no.", "the mayor", id="behind another verb"),
        pytest.param("I know that Olsen said no.", "Olsen", id="behind that"),
        pytest.param("I told them keepers said no.", "keepers", id="behind a pronoun"),
    ],
)
def test_the_phrase_before_a_verb(text: str, phrase: str) -> None:
    assert before(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("They shut the pier and the mayor said no.", "the mayor", id="a clause"),
        pytest.param("He laughed and Ada Brandvold said no.", "Ada Brandvold", id="a verb"),
        pytest.param("Storms came and keepers said no.", "keepers", id="no article, no name"),
        pytest.param("And the mayor said no.", "the mayor", id="nothing before and"),
    ],
)
def test_what_and_does_not_join(text: str, phrase: str) -> None:
    assert before(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("Ada Brand and Per Olsen said no.", "Ada Brand and Per Olsen", id="two names"),
        pytest.param("The mayor and her deputy said no.", "The mayor and her deputy", id="two"),
        pytest.param("The crew and he said no.", "The crew and he", id="a pronoun"),
        pytest.param("Ada Brandvold & Co said no.", "Ada Brandvold & Co", id="a sign"),
        pytest.param("Today, the crew and Olsen said no.", "the crew and Olsen", id="a comma"),
    ],
)
def test_two_that_and_joins(text: str, phrase: str) -> None:
    assert before(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("On Monday Ada Brandvold said no.", "Ada Brandvold", id="a day"),
        pytest.param("On Monday morning Per Olsen said no.", "Per Olsen", id="a part of a day"),
        pytest.param("In August 2024 Per Olsen said no.", "Per Olsen", id="a month of a year"),
        pytest.param("In 2019 the company said no.", "the company", id="a year"),
        pytest.param("In March residents said no.", "residents", id="no article behind a month"),
        pytest.param("In a letter Ada Brandvold said no.", "Ada Brandvold", id="a letter"),
        pytest.param("Near the end of the pier Olsen said no.", "Olsen", id="a place"),
        pytest.param("After the storm in March Ada said no.", "Ada", id="two prepositions"),
    ],
)
def test_the_name_behind_what_a_preposition_governs(text: str, phrase: str) -> None:
    assert before(text) == phrase


def test_a_phrase_goes_no_further_left_than_it_may() -> None:
    text = "The mayor of Tarnholm said no."
    sentence = a_sentence(text)

    assert said(sentence, phrase_before(sentence.tokens, 4, stop=3)) == "Tarnholm"
    assert said(sentence, phrase_before(sentence.tokens, 4, stop=0)) == "The mayor of Tarnholm"
    assert phrase_before(sentence.tokens, 4, stop=4) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("As keepers will have noticed, it is shut.", id="a verb and its auxiliary"),
        pytest.param("The boat he came in, a ferry, is old.", id="a preposition"),
        pytest.param("Today, it is shut.", id="a day"),
        pytest.param("“No,” “yes”, it is shut.", id="a quotation"),
        pytest.param("After all these years, it is shut.", id="a time that after governs"),
    ],
)
def test_no_phrase_before_a_comma(text: str) -> None:
    tokens = a_sentence(text).tokens
    comma = [token.text for token in tokens].index(",")

    assert phrase_before(tokens, comma) is None


def test_a_phrase_has_no_more_than_24_words() -> None:
    text = f"{'Ada ' * 40}said no."

    assert len((before(text) or "").split()) == 24


@pytest.mark.parametrize(
    ("text", "cue", "lang", "phrase"),
    [
        pytest.param("Le chef de Velden a dit non.", "dit", "fr", "Le chef de Velden", id="French"),
        pytest.param("Ada et Olsen ont dit non.", "dit", "fr", "Ada et Olsen", id="French: et"),
        pytest.param("El juez de Ida dijo que no.", "dijo", "es", "El juez de Ida", id="Spanish"),
        pytest.param(
            "Ada von der Brand sagte ja.", "sagte", "de", "Ada von der Brand", id="von der"
        ),
        pytest.param("Ada van den Brand zei nee.", "zei", "nl", "Ada van den Brand", id="van den"),
    ],
)
def test_phrases_of_other_languages(text: str, cue: str, lang: str, phrase: str) -> None:
    assert before(text, cue, lang) == phrase


@pytest.mark.parametrize(
    ("at", "opened"),
    [
        pytest.param(0, False, id="some"),
        pytest.param(1, True, id="of"),
        pytest.param(2, False, id="us"),
        pytest.param(9, False, id="beyond the sentence"),
    ],
)
def test_whether_of_stands_there(at: int, opened: bool) -> None:  # noqa: FBT001
    assert opened_by_of(a_sentence("Some of us left.").tokens, at) is opened


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She asked", id="nothing"),
        pytest.param("She asked, then left.", id="a mark"),
        pytest.param("She asked “why” and left.", id="a quotation"),
        pytest.param("She asked in Velden.", id="a preposition"),
        pytest.param("She asked and left.", id="and"),
        pytest.param("She asked because she cared.", id="because"),
        pytest.param("She asked again.", id="an adverb"),
    ],
)
def test_no_phrase_behind_a_verb(text: str) -> None:
    assert after(text, "asked") is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("She asked him why.", "him", id="a pronoun"),
        pytest.param("She asked Ada Brandvold why.", "Ada Brandvold", id="until a small word"),
        pytest.param("She asked Edric van der Pallaway why.", "Edric van der Pallaway", id="links"),
        pytest.param("She asked Paul D. Olsen why.", "Paul D. Olsen", id="an initial"),
        pytest.param("She asked the former mayor “why”.", "the former mayor", id="a quotation"),
        pytest.param("She asked the mayor (again).", "the mayor", id="a bracket"),
        pytest.param("She asked the mayor on Monday.", "the mayor", id="a preposition"),
        pytest.param("She asked the mayor Monday.", "the mayor", id="a day"),
        pytest.param("She asked the mayor her name.", "the mayor", id="an owner"),
        pytest.param("She asked the mayor they knew.", "the mayor", id="a pronoun behind"),
        pytest.param("She asked the mayor clearly.", "the mayor", id="an adverb in -ly"),
        pytest.param("She asked the family.", "the family", id="a noun in -ly"),
        pytest.param("She asked 12 keepers.", "12 keepers", id="a number"),
        pytest.param("She asked all the keepers.", "all the keepers", id="two that open one"),
        pytest.param("She asked the mayor’s deputy.", "the mayor ’s deputy", id="an apostrophe"),
        pytest.param("She asked Will Olsen why.", "Will Olsen", id="a name like an auxiliary"),
        pytest.param("She asked the crew and left.", "the crew", id="and before a verb"),
    ],
)
def test_the_phrase_behind_a_verb(text: str, phrase: str) -> None:
    assert after(text, "asked") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("She said the mayor grinned at us.", "the mayor", id="in -ed before at"),
        pytest.param("She said the crew worked in rain.", "the crew", id="in -ed before in"),
        pytest.param("She said the keeper mends the nets.", "the keeper", id="in -s"),
        pytest.param("She said Ada keeps the pier.", "Ada", id="a listed form"),
        pytest.param("She said the keeper hung the nets.", "the keeper", id="of no known form"),
        pytest.param("She said the tired mayor left.", "the tired mayor", id="an adjective in -ed"),
        pytest.param("She said the keeper all but left.", "the keeper", id="all is no object"),
    ],
)
def test_a_phrase_ends_before_its_verb(text: str, phrase: str) -> None:
    assert after(text, "said") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("She asked Ada Brandvold and the crew.", "Ada Brandvold", id="one name"),
        pytest.param("She asked pilots and the crew.", "pilots", id="no name"),
        pytest.param("She asked Ada Brandvold and", "Ada Brandvold", id="nothing behind and"),
        pytest.param("She asked Ada Brandvold and he left.", "Ada Brandvold", id="a pronoun"),
        pytest.param("She asked Ada Brand and Olsen.", "Ada Brand and Olsen", id="two names"),
        pytest.param("She asked Brandvold & Olsen why.", "Brandvold & Olsen", id="a firm’s sign"),
        pytest.param("She asked old pilot and poet Ada.", "old pilot and poet Ada", id="callings"),
    ],
)
def test_names_that_and_joins(text: str, phrase: str) -> None:
    assert after(text, "asked") == phrase


@pytest.mark.parametrize(
    ("text", "core", "whole"),
    [
        pytest.param("She asked the owner of, oh, it.", "the owner", "the owner", id="nothing"),
        pytest.param("She asked Olsen in a letter.", "Olsen", "Olsen", id="an article, no the"),
        pytest.param("She asked the crew at the rally.", "the crew", "the crew", id="on no name"),
        pytest.param("She asked a man of the board.", "a man", "a man of the board", id="of the"),
        pytest.param("She asked a pilot for Halvik.", "a pilot", "a pilot for Halvik", id="for"),
        pytest.param(
            "She asked Ada of the Wire in Ida.", "Ada", "Ada of the Wire in Ida", id="two"
        ),
        pytest.param("She asked Aid for the Pier.", "Aid", "Aid for the Pier", id="for the"),
        pytest.param("She asked some of the crew why.", "some", "some of the crew", id="some of"),
    ],
)
def test_what_hangs_on_a_noun(text: str, core: str, whole: str) -> None:
    assert after(text, "asked") == core
    assert after(text, "asked", tail=True) == whole


@pytest.mark.parametrize(
    ("text", "cue", "lang", "phrase"),
    [
        pytest.param(
            "„Nein“, sagte der Wirt von Ida.", "sagte", "de", "der Wirt von Ida", id="von"
        ),
        pytest.param("„Nein“, sagte sie am Montag.", "sagte", "de", "sie", id="German pronoun"),
        pytest.param("« Non », dit le chef de Ida.", "dit", "fr", "le chef de Ida", id="French"),
        pytest.param("‘Nee’, zei de baas van Ida.", "zei", "nl", "de baas van Ida", id="Dutch"),
        pytest.param("”Nej”, sade rektorn i Ida.", "sade", "sv", "rektorn i Ida", id="Swedish"),
    ],
)
def test_phrases_behind_verbs_of_other_languages(
    text: str, cue: str, lang: str, phrase: str
) -> None:
    assert after(text, cue, lang, tail=True) == phrase


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(": “No.”", id="nothing before"),
        pytest.param("This is what the keeper told us:", id="a small word before"),
        pytest.param("There were these 12:", id="a number before"),
        pytest.param("After “Harbour Hour”:", id="a quotation before"),
        pytest.param("Ada Brandvold (54):", id="a bracket before"),
    ],
)
def test_no_name_ends_there(text: str) -> None:
    sentence = a_sentence(text)
    colon = [token.text for token in sentence.tokens].index(":")

    assert trailing_name(sentence.tokens, colon) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ada Brandvold:", "Ada Brandvold", id="alone"),
        pytest.param("Here is a letter from Ada Brandvold:", "Ada Brandvold", id="behind from"),
        pytest.param("OLSEN:", "OLSEN", id="a label"),
        pytest.param("One by Edric Pallaway, Olsen:", "Olsen", id="the last of two"),
        pytest.param("More of Paul D. Olsen-Brand:", "Paul D. Olsen-Brand", id="an initial"),
    ],
)
def test_the_name_that_ends_there(text: str, name: str) -> None:
    sentence = a_sentence(text)

    assert said(sentence, trailing_name(sentence.tokens, len(sentence.tokens) - 1)) == name


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_phrases_lie_in_the_sentence(drawn: list[str]) -> None:
    tokens = a_sentence(" ".join(drawn)).tokens

    for at in range(len(tokens) + 1):
        ahead, core = phrase_before(tokens, at), phrase_after(tokens, at)
        whole, name = phrase_after(tokens, at, tail=True), trailing_name(tokens, at)
        assert ahead is None or 0 <= ahead.start < ahead.end <= at
        assert name is None or 0 <= name.start < name.end == at
        assert (core is None) == (whole is None)
        if core is not None and whole is not None:
            assert core.start == whole.start == at < core.end <= whole.end <= len(tokens)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aAdeO .,:;()’'“”—12", max_size=40), st.sampled_from(["en", "de", "fr"]))
def test_any_text_is_cut_without_harm(drawn: str, lang: str) -> None:
    sentence = a_sentence(f"Ada {drawn}", lang)

    found = phrase_after(sentence.tokens, 0, tail=True)

    assert found is not None
    assert words(sentence, *found).startswith("Ada")
