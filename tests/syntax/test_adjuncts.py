import pytest
from discoursing import a_sentence, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.adjuncts import after_adjuncts, opener_behind, over_adverbs, over_title
from provcheck.syntax.sayings import Parsed

PIECES = ("on", "in", "this", "week", "Monday", "quietly", "that", "the", "to", "“A”", *",():.")
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14)


def marked(text: str, lang: str = "en") -> tuple[Parsed, int]:
    """A sentence, and which of its tokens follows the bar that is left out of it."""
    head, _, tail = text.partition("|")
    sentence = a_sentence(head + tail, lang)
    return sentence, sum(token.start < len(head) for token in sentence.tokens)


def adverbs(text: str, lang: str = "en") -> str:
    sentence, at = marked(text, lang)
    return words(sentence, at, over_adverbs(sentence.tokens, at))


def adjuncts(text: str, lang: str = "en") -> str:
    sentence, at = marked(text, lang)
    return words(sentence, at, after_adjuncts(sentence.tokens, at))


def opener(text: str, lang: str = "en") -> str | None:
    sentence, at = marked(text, lang)
    found = opener_behind(sentence.tokens, at)
    return None if found is None else sentence.tokens[found].text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She said |the pier was shut.", id="an article"),
        pytest.param("She said |that the pier was shut.", id="that"),
        pytest.param("She said |this pier was shut.", id="this, of no time"),
        pytest.param("She asked |whether the pier was shut.", id="whether"),
        pytest.param("She said |when asked that the pier was shut.", id="a clause of time"),
        pytest.param("She said |family matters came first.", id="a noun in -ly"),
        pytest.param("She met |Sally at the pier.", id="a name in -ly"),
        pytest.param("She said |in Halvik that the pier was shut.", id="a place"),
        pytest.param("She said|, quietly, that the pier was shut.", id="a comma"),
        pytest.param("She said|", id="nothing behind"),
    ],
)
def test_no_adverbs(text: str) -> None:
    assert adverbs(text) == ""


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        pytest.param("She said |quietly that", "en", "quietly", id="manner"),
        pytest.param("She said |again today that", "en", "again today", id="two"),
        pytest.param("She said |not only that", "en", "not only", id="not only"),
        pytest.param("She said |Monday that", "en", "Monday", id="a day"),
        pytest.param("She said |this week that", "en", "this week", id="this, of a week"),
        pytest.param("She said |that morning the pier", "en", "that morning", id="that, of time"),
        pytest.param("She spoke |today", "en", "today", id="at the end"),
        pytest.param("Sie sagte |gestern erneut, der", "de", "gestern erneut", id="German"),
        pytest.param("Elle a dit |hier à Halvik", "fr", "hier", id="French"),
        pytest.param("Hon sade |också igår att", "sv", "också igår", id="Swedish"),
    ],
)
def test_adverbs_and_words_for_time(text: str, lang: str, found: str) -> None:
    assert adverbs(text, lang) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She said |the pier was shut.", id="an article"),
        pytest.param("She said |“The pier is shut.”", id="a quotation"),
        pytest.param("She said|: “The pier is shut.”", id="a colon"),
        pytest.param("She said|, and she left.", id="a comma that closes nothing"),
        pytest.param("She said|, after a pause, the pier was shut.", id="no that behind"),
        pytest.param(
            "She said|, for one long and weary hour on the quay, that", id="too long for an aside"
        ),
        pytest.param("She said|, smiling at “The Mole”, that", id="a title within"),
        pytest.param("She said|", id="nothing behind"),
    ],
)
def test_no_adjuncts(text: str) -> None:
    assert adjuncts(text) == ""


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        pytest.param("She said |on Monday that", "en", "on Monday", id="a day"),
        pytest.param("She said |Monday in Halvik that", "en", "Monday in Halvik", id="and a place"),
        pytest.param("She said |quietly at last that", "en", "quietly at last", id="adverb first"),
        pytest.param(
            "She said |in an interview with Per Olsen that",
            "en",
            "in an interview with Per Olsen",
            id="an event",
        ),
        pytest.param(
            "She said |in Halvik, the port, that",
            "en",
            "in Halvik , the port ,",
            id="an apposition",
        ),
        pytest.param(
            "She said|, after a pause, that", "en", ", after a pause ,", id="an aside before that"
        ),
        pytest.param(
            "She said|, after a pause, “Shut it.”", "en", ", after a pause ,", id="before words"
        ),
        pytest.param("She said| (to cheers) that", "en", "( to cheers )", id="brackets"),
        pytest.param("She said| (“Hm.”) that", "en", "( “Hm.” )", id="words in brackets"),
        pytest.param("She said |on “The Mole” that", "en", "on “The Mole”", id="a programme"),
        pytest.param("Sie sagte |am Montag, dass", "de", "am Montag", id="German"),
        pytest.param("Dijo |ayer en Halvik que", "es", "ayer en Halvik", id="Spanish"),
        pytest.param("Ha detto |ieri a Halvik che", "it", "ieri a Halvik", id="Italian"),
    ],
)
def test_adjuncts(text: str, lang: str, found: str) -> None:
    assert adjuncts(text, lang) == found


def test_a_bracket_that_is_never_closed_is_passed_over() -> None:
    sentence, at = marked("She said| (the pier was shut.")

    assert after_adjuncts(sentence.tokens, at) == at + 1


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        pytest.param("She read| “The Mole” aloud.", False, id="what she read"),
        pytest.param("|“The Mole” is on at nine.", False, id="at the head"),
        pytest.param("She told the paper’s| editor so.", False, id="no marks"),
        pytest.param("She told Ada| “The Mole” was on.", False, id="behind a name"),
        pytest.param("She spoke on|", False, id="nothing behind"),
        pytest.param("She spoke on| “The Mole” again.", True, id="on a programme"),
        pytest.param("She told the network’s| “Mole” so.", True, id="a network's"),
        pytest.param("She told Halden's| “Mole” so.", True, id="a straight apostrophe"),
    ],
)
def test_titles_of_programmes(text: str, *, titled: bool) -> None:
    sentence, at = marked(text)

    assert over_title(sentence.tokens, at) == (at + 1 if titled else 0)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She said |that the pier was shut.", id="no adjuncts before that"),
        pytest.param("She said|: “The pier is shut.”", id="no adjuncts before a colon"),
        pytest.param("She said |the pier on Monday that", id="an object first"),
        pytest.param("She spoke |on Monday.", id="the sentence ends"),
        pytest.param("She spoke |in Halvik and said that", id="another verb"),
        pytest.param("She spoke |in Halvik, which is a port that", id="a clause between"),
        pytest.param("She spoke |at a rally; Per said that", id="a semicolon"),
        pytest.param("She spoke |at a rally where fans had come so that", id="an auxiliary"),
        pytest.param("She said|, smiling at us.", id="an aside alone"),
        pytest.param("She said|", id="nothing behind"),
    ],
)
def test_nothing_opens_behind_adjuncts(text: str) -> None:
    assert opener(text) is None


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        pytest.param("She said |on Monday that the pier", "en", "that", id="that"),
        pytest.param("She said |in a letter: the pier", "en", ":", id="a colon"),
        pytest.param("She said |in a letter “the pier”", "en", "“the pier”", id="a quotation"),
        pytest.param("She said |in a letter, “the pier”", "en", ",", id="a comma before one"),
        pytest.param("She said|, with a sigh, “the pier”", "en", "“the pier”", id="an aside"),
        pytest.param("She said| (to cheers) that", "en", "that", id="brackets"),
        pytest.param("She said |at a rally for old boats that", "en", "that", id="far behind"),
        pytest.param("Dijo |ayer en Halvik que el", "es", "que", id="Spanish"),
        pytest.param("Hon sade |igår i Halvik att", "sv", "att", id="Swedish"),
        pytest.param("Zij zei |gisteren dat de", "nl", "dat", id="Dutch"),
    ],
)
def test_what_opens_behind_adjuncts(text: str, lang: str, found: str) -> None:
    assert opener(text, lang) == found


@given(WORDS, st.integers(0, 13))
@settings(max_examples=100)
def test_places_lie_within_the_sentence_and_in_order(found: list[str], at: int) -> None:
    tokens = a_sentence(" ".join(found)).tokens
    at = min(at, len(tokens))
    behind = opener_behind(tokens, at)

    assert at <= over_adverbs(tokens, at) <= len(tokens)
    assert at <= after_adjuncts(tokens, at) <= len(tokens)
    assert over_title(tokens, at) in {0, at + 1}
    assert behind is None or at < behind < len(tokens)
