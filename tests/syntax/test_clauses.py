import pytest
from discoursing import a_sentence, said
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.clauses import clause_subject, dateline_end, main_phrase, over_place

SMALL = ["the", "in", "of", "when", "and", ",", "—", "(", ")", "she", "three", "days", "later"]
WORDS = [*SMALL, "HALVIK", "Ada", "Velden", "Monday", "asked", "having", "left", "“No.”", "12"]


def subject(text: str, lang: str = "en") -> str | None:
    """The subject of the first sentence's main clause."""
    sentence = a_sentence(text, lang)
    return said(sentence, clause_subject(sentence.tokens, len(sentence.tokens)))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("!", "en", id="a mark alone"),
        pytest.param("“The pier is shut.”", "en", id="a quotation alone"),
        pytest.param("And then, meanwhile", "en", id="adverbs alone"),
        pytest.param("After the storm in the harbour.", "en", id="a place and a time alone"),
        pytest.param("When the ferry broke down.", "en", id="a subordinate clause alone"),
        pytest.param("Hours later.", "en", id="a time alone"),
        pytest.param("In the year of the storm keepers left.", "en", id="no comma and no name"),
        pytest.param("Après la tempête.", "fr", id="French"),
        pytest.param("Nach dem Sturm.", "de", id="German"),
    ],
)
def test_no_subject(text: str, lang: str) -> None:
    assert subject(text, lang) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("The mayor left.", "The mayor", id="it opens the sentence"),
        pytest.param("He left the pier.", "He", id="a pronoun"),
        pytest.param("Ada Brandvold left the pier.", "Ada Brandvold", id="a name"),
        pytest.param("Edric van der Pallaway left.", "Edric van der Pallaway", id="particles"),
        pytest.param("Her deputy, Per Olsen, left.", "Her deputy", id="before an apposition"),
        pytest.param("The head of the board left.", "The head of the board", id="of"),
        pytest.param("“No,” the mayor said.", "the mayor", id="behind a quotation"),
        pytest.param("But the mayor left.", "the mayor", id="but"),
        pytest.param("And yet the mayor left.", "the mayor", id="and yet"),
        pytest.param("Also the mayor left.", "the mayor", id="an adverb"),
        pytest.param("Meanwhile, Odalys Kestrane left.", "Odalys Kestrane", id="with a comma"),
        pytest.param("Ned left the pier.", "Ned", id="a name in -ed"),
        pytest.param("Bing left the pier.", "Bing", id="a name in -ing"),
        pytest.param("Red paint covered the pier.", "Red paint", id="a short word in -ed"),
    ],
)
def test_the_first_free_noun_phrase(text: str, phrase: str) -> None:
    assert subject(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("On Monday, the mayor left.", "the mayor", id="a day"),
        pytest.param("Today, Per Olsen left.", "Per Olsen", id="a day without preposition"),
        pytest.param("Last week, the mayor left.", "the mayor", id="last week"),
        pytest.param("Hours later, the mayor left.", "the mayor", id="hours later"),
        pytest.param("Three days later, she left.", "she", id="days, counted"),
        pytest.param("A day before, Per Olsen left.", "Per Olsen", id="a day before"),
        pytest.param("Two weeks after the storm, she left.", "she", id="weeks after something"),
        pytest.param("On July 6, 2015, Per Olsen left.", "Per Olsen", id="a year between commas"),
        pytest.param("On July 6, 2015, the board met.", "the board", id="with an article"),
        pytest.param("In 2019, in Velden, the mayor left.", "the mayor", id="when and where"),
        pytest.param("And then, after noon, the mayor left.", "the mayor", id="behind and then"),
    ],
)
def test_what_says_when_is_passed_over(text: str, phrase: str) -> None:
    assert subject(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("Asked about it, Ada Brandvold left.", "Ada Brandvold", id="asked"),
        pytest.param("Frustrated, the mayor left.", "the mayor", id="a participle alone"),
        pytest.param("Leaving the pier, Per Olsen fell.", "Per Olsen", id="in -ing"),
        pytest.param("When the ferry broke down, the crew left.", "the crew", id="when"),
        pytest.param("Although it rained, keepers left.", "keepers", id="although"),
        pytest.param("Because of the storm, Per Olsen stayed.", "Per Olsen", id="because of"),
        pytest.param("Before the storm reached Halvik, he left.", "he", id="before"),
        pytest.param("À Velden, le maire a ri.", "le maire", id="a French place"),
    ],
)
def test_what_opens_a_clause_is_passed_over(text: str, phrase: str) -> None:
    assert subject(text, "fr" if phrase == "le maire" else "en") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("After the crew of Brandvold left.", None, id="a preposition governs it"),
        pytest.param("Because of the Mayor.", None, id="an article governs it"),
        pytest.param("After noon he left.", "he", id="a pronoun"),
        pytest.param("During the storm Per Olsen left.", "Per Olsen", id="a name"),
        pytest.param("In March of 2019 Ada left.", "Ada", id="a name behind a year"),
        pytest.param("When it rained Per Olsen of Halvik left.", "Per Olsen of Halvik", id="of"),
    ],
)
def test_the_name_behind_what_no_comma_ends(text: str, phrase: str | None) -> None:
    assert subject(text) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("In Velden, Ada Brandvold left.", "Ada Brandvold", id="a name, no place"),
        pytest.param("In Velden, the mayor left.", "the mayor", id="nothing more of its name"),
        pytest.param("In Velden, Tarnholm, the mayor left.", "the mayor", id="a land"),
        pytest.param("In Velden, Tarnholm, Ada Brandvold left.", "Ada Brandvold", id="a name"),
        pytest.param("In Velden, New Tarnholm, he left.", "he", id="two words"),
    ],
)
def test_the_rest_of_a_place_is_passed_over(text: str, phrase: str) -> None:
    assert subject(text) == phrase


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("the harbour, Tarnholm, he left", "Tarnholm", id="no place before"),
        pytest.param("on Monday, Tarnholm, he left", "Tarnholm", id="a day before"),
        pytest.param("in Velden, Ada left", "Ada", id="no other comma"),
        pytest.param("in Velden, as it rained, he left", "as", id="no name between"),
        pytest.param("in Velden, Tarnholm, left by ferry", "Tarnholm", id="no phrase follows"),
        pytest.param("in Velden, Tarnholm,", "Tarnholm", id="nothing follows"),
        pytest.param("in Velden, Tarnholm, he left", "he", id="a pronoun follows"),
        pytest.param("in Velden, Tarnholm, the crew left", "the", id="an article follows"),
        pytest.param("in Port Velden, Old Tarnholm, Ada left", "Ada", id="names of two words"),
    ],
)
def test_where_a_clause_goes_on_behind_a_place(text: str, rest: str) -> None:
    tokens = a_sentence(text).tokens
    comma = [token.text for token in tokens].index(",")

    assert tokens[over_place(tokens, comma + 1, len(tokens))].text == rest


def test_no_place_before_the_second_word() -> None:
    tokens = a_sentence(", Tarnholm, he left").tokens

    assert over_place(tokens, 1, len(tokens)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pier — an old one — was shut.", id="an aside"),
        pytest.param("Halvik — The mayor left.", id="small letters"),
        pytest.param("HALVIK is old — The mayor left.", id="a verb before the dash"),
        pytest.param("— The mayor left.", id="a dash first"),
        pytest.param("The mayor left.", id="no dash"),
        pytest.param("HALVIK A B C D E F G H I J — The mayor left.", id="a dash too far off"),
    ],
)
def test_no_dateline(text: str) -> None:
    tokens = a_sentence(text).tokens

    assert dateline_end(tokens, len(tokens)) == 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("HALVIK — The mayor left.", id="a place"),
        pytest.param("PORT HALVIK – The mayor left.", id="a place of two words"),
        pytest.param("HALVIK -- The mayor left.", id="two hyphens"),
        pytest.param("HALVIK - The mayor left.", id="a hyphen"),
        pytest.param("HALVIK (Northgate Wire) — The mayor left.", id="an agency"),
        pytest.param("VELDEN, March 3 – The mayor left.", id="a day"),
        pytest.param("VELDEN, Tarnholm (NW) — The mayor left.", id="a land and an agency"),
    ],
)
def test_a_dateline_is_passed_over(text: str) -> None:
    tokens = a_sentence(text).tokens

    assert tokens[dateline_end(tokens, len(tokens))].text == "The"
    assert subject(text) == "The mayor"


def test_what_stands_beyond_the_end_is_not_looked_at() -> None:
    sentence = a_sentence("HALVIK — On Monday, the mayor left.")
    comma = [token.text for token in sentence.tokens].index(",")

    assert dateline_end(sentence.tokens, 1) == 0
    assert clause_subject(sentence.tokens, comma) is None


def test_a_clause_begins_where_it_is_told_to() -> None:
    sentence = a_sentence("The pier is old; on Monday, the mayor left it.")
    behind = [token.text for token in sentence.tokens].index(";") + 1
    end = len(sentence.tokens)

    assert said(sentence, main_phrase(sentence.tokens, 0, end)) == "The pier"
    assert said(sentence, main_phrase(sentence.tokens, behind, end)) == "the mayor"
    assert main_phrase(sentence.tokens, end, end) is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.sampled_from(["en", "de"]))
def test_a_subject_lies_in_its_clause(drawn: list[str], lang: str) -> None:
    tokens = a_sentence(" ".join(drawn), lang).tokens

    for end in range(1, len(tokens) + 1):
        line, found = dateline_end(tokens, end), clause_subject(tokens, end)
        assert 0 <= line <= end
        assert found is None or line <= found.start < found.end <= end
        assert end <= over_place(tokens, end, len(tokens)) <= len(tokens)
