import pytest
from discoursing import a_scope, a_sentence, the_saying, words
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.ends import end_of, is_clause

PIECES = (
    "she",
    "said",
    "that",
    "Per",
    "called",
    "“A”",
    "“A,”",
    "and",
    "was",
    "on",
    "Monday",
    *",;.—",
)
HOWS = ("clause", "quote", "object", "infinitive")


def ended(text: str, cue: str, how: str = "clause", lang: str = "en") -> str:
    """What stands behind a cue up to where content of that kind ends."""
    sentence, saying = a_sentence(text, lang), the_saying(text, cue, lang)
    assert saying is not None
    start = saying.cue.end
    return words(sentence, start, end_of(a_scope(sentence), start, how))


def holds_verb(text: str) -> bool:
    sentence = a_sentence(text)
    return is_clause(a_scope(sentence), 0, len(sentence.tokens) - 1)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("She said the pier was shut.", "the pier was shut", id="to the stop"),
        pytest.param("She said the pier was shut …", "the pier was shut", id="dots"),
        pytest.param("She said yes,", "yes", id="a comma at the end"),
        pytest.param(
            "She said the pier was shut, but the ferry ran.",
            "the pier was shut , but the ferry ran",
            id="a clause that goes on",
        ),
        pytest.param(
            "She said the pier, the ferry and the mole were lost.",
            "the pier , the ferry and the mole were lost",
            id="a list",
        ),
        pytest.param(
            "She said he left and wanted to come back.",
            "he left and wanted to come back",
            id="what he thinks within what is spoken",
        ),
        pytest.param(
            "She said the pier was shut and she wanted it open.",
            "the pier was shut and she wanted it open",
            id="what she thinks, no comma",
        ),
        pytest.param(
            "She said he sat and read a letter.",
            "he sat and read a letter",
            id="a verb that takes words only",
        ),
        pytest.param(
            "She said to stop and say nothing.", "to stop and say nothing", id="two infinitives"
        ),
        pytest.param(
            "She said “the pier is shut,” the last of many.",
            "“the pier is shut,” the last of many",
            id="a clause that begins with words",
        ),
        pytest.param(
            "She said when the pier shut, “nobody came”.",
            "when the pier shut , “nobody came”",
            id="a condition leads up to words",
        ),
    ],
)
def test_a_clause_runs_on(text: str, rest: str) -> None:
    assert ended(text, "said") == rest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She said the pier was shut; the ferry ran.", id="a semicolon"),
        pytest.param("She said the pier was shut, which nobody knew.", id="which"),
        pytest.param("She said the pier was shut, while the ferry ran.", id="while"),
        pytest.param("She said the pier was shut — although the ferry ran.", id="a dash"),
        pytest.param("She said the pier was shut -- whereas the ferry ran.", id="two hyphens"),
        pytest.param("She said the pier was shut, adding that it was old.", id="a participle"),
        pytest.param("She said the pier was shut, according to Per Olsen.", id="a source"),
        pytest.param("She said the pier was shut and added that it was old.", id="another verb"),
        pytest.param("She said the pier was shut, and added that it was old.", id="with a comma"),
        pytest.param("She said the pier was shut and Per Olsen said it was old.", id="another"),
        pytest.param("She said the pier was shut, and Per Olsen wants it open.", id="a thought"),
        pytest.param("She said the pier was shut and called it “old”.", id="called"),
        pytest.param("She said the pier was shut and went on: “It is old.”", id="words behind"),
        pytest.param("She said the pier was shut and went on, “It is old.”", id="and a comma"),
        pytest.param("She said the pier was shut and spoke of “age”.", id="of"),
    ],
)
def test_a_clause_ends(text: str) -> None:
    assert ended(text, "said") == "the pier was shut"


@pytest.mark.parametrize(
    ("lang", "text", "cue", "rest"),
    [
        pytest.param(
            "de",
            "Ada Brandvold hofft, dass der Hafen offen bleibt, während die Fähre fährt.",
            "hofft",
            ", dass der Hafen offen bleibt",
            id="German while",
        ),
        pytest.param(
            "fr",
            "Ada Brandvold craint que le port ferme, tandis que le bac circule.",
            "craint",
            "que le port ferme",
            id="French while",
        ),
        pytest.param(
            "de",
            "Ada Brandvold glaubt, dass der Hafen offen bleibt, und betont, dass er alt ist.",
            "glaubt",
            ", dass der Hafen offen bleibt",
            id="German and",
        ),
    ],
)
def test_clauses_of_other_languages(lang: str, text: str, cue: str, rest: str) -> None:
    assert ended(text, cue, lang=lang) == rest


def test_what_one_wants_ends_before_what_one_hopes() -> None:
    assert ended("She wants the pier shut and hopes it sinks.", "wants") == "the pier shut"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param(
            "She said “the pier is shut” and “old”.", "“the pier is shut” and “old”", id="open"
        ),
        pytest.param(
            "She said “the pier is shut,” “old” and “lost”.",
            "“the pier is shut,” “old” and “lost”",
            id="a list of words",
        ),
        pytest.param(
            "She said “the pier is shut,” and “old”.",
            "“the pier is shut,” and “old”",
            id="a list with and",
        ),
        pytest.param(
            "She said “the pier is shut,” the last of many.", "“the pier is shut,”", id="closed"
        ),
        pytest.param(
            "She said “the pier is shut” adding no more.", "“the pier is shut”", id="added"
        ),
        pytest.param("She said “the pier is shut” was a lie.", "“the pier is shut”", id="a verb"),
    ],
)
def test_words_between_marks(text: str, rest: str) -> None:
    assert ended(text, "said", "quote") == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("Per criticised the plan on cost.", "the plan on cost", id="on, of no day"),
        pytest.param(
            "Per criticised the plan for old ferries.", "the plan for old ferries", id="for"
        ),
        pytest.param(
            "Per criticised the plan of the month.", "the plan of the month", id="of time"
        ),
        pytest.param("Per criticised the plan on Monday.", "the plan", id="on a day"),
        pytest.param("Per criticised the plan Monday.", "the plan", id="a day alone"),
        pytest.param("Per criticised the plan during a debate.", "the plan", id="during"),
        pytest.param("Per criticised the plan because it failed.", "the plan", id="because"),
        pytest.param("Per criticised the plan, the last of many.", "the plan", id="a comma"),
        pytest.param("Per criticised the plan and praised the ferry.", "the plan", id="another"),
    ],
)
def test_objects(text: str, rest: str) -> None:
    assert ended(text, "criticised", "object") == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("She wants to shut the pier.", "to shut the pier", id="to the stop"),
        pytest.param(
            "She wants to shut the pier on Monday.", "to shut the pier on Monday", id="a day"
        ),
        pytest.param(
            "She wants to shut the pier — at once.", "to shut the pier — at once", id="a dash"
        ),
        pytest.param(
            "She wants to shut the pier, the last of many.", "to shut the pier", id="comma"
        ),
        pytest.param(
            "She wants to shut the pier; Per does not.", "to shut the pier", id="semicolon"
        ),
    ],
)
def test_infinitives(text: str, rest: str) -> None:
    assert ended(text, "wants", "infinitive") == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param(
            "Per left, calling the plan “a waste” and the pier “old”.",
            "the plan “a waste” and the pier “old”",
            id="no participle behind and",
        ),
        pytest.param(
            "Per left, calling the plan “a waste” and asserting that it failed.",
            "the plan “a waste”",
            id="another participle",
        ),
    ],
)
def test_what_a_participle_governs(text: str, rest: str) -> None:
    assert ended(text, "calling", "object") == rest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The old pier of Halvik.", id="a noun phrase"),
        pytest.param("The pier that was shut.", id="a relative clause"),
        pytest.param("The damaged pier.", id="a participle behind an article"),
        pytest.param("The mayor’s plan.", id="an owner"),
        pytest.param("The Halvik-based firm.", id="a compound"),
        pytest.param("The long old wooden pier, which was shut.", id="a comma far behind"),
        pytest.param("The old stone pier of Halvik; it was shut.", id="a semicolon"),
        pytest.param("Ferries.", id="one word"),
    ],
)
def test_is_no_clause(text: str) -> None:
    assert not holds_verb(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pier was shut.", id="be"),
        pytest.param("The pier has gone.", id="an auxiliary"),
        pytest.param("The pier sank.", id="a listed form"),
        pytest.param("Work ended early.", id="-ed behind a noun"),
        pytest.param("It’s late.", id="a contraction"),
        pytest.param("The pier, the ferry and the mole were lost.", id="a comma close by"),
        pytest.param("The men of the old port of Halvik, Velden and Tarnholm left.", id="names"),
        pytest.param("Everybody wants rain.", id="a cue"),
        pytest.param("The mayor insisted on rain.", id="a cue in the past"),
        pytest.param("Everybody hopes so.", id="a cue that is a noun as well"),
    ],
)
def test_is_a_clause(text: str) -> None:
    assert holds_verb(text)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14), st.sampled_from(HOWS))
@settings(max_examples=100)
def test_content_ends_behind_its_start(pieces: list[str], how: str) -> None:
    sentence = a_sentence(" ".join(pieces))
    scope = a_scope(sentence)
    for start in range(len(sentence.tokens)):
        end = end_of(scope, start, how)
        assert start <= end <= len(sentence.tokens)
