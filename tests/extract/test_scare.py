import pytest
from building import a_prose

from provcheck.extract.quotes import quotes
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def claimed(text: str) -> list[str]:
    return [passage.span.of(text).rstrip(".,") for passage in quotes(a_prose(text), RULES)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("There is no ‘quick win’ for the harbour.", id="scare quotes"),
        pytest.param("The earlier “kiosk” debate went on.", id="one word"),
        pytest.param("She played “The Long Pier” on the fiddle.", id="a title"),
        pytest.param("The novel “A Winter on the Sound” sold well.", id="a title with its kind"),
        pytest.param("Per “Shorty” Olsen was there.", id="a nickname"),
        pytest.param("The word “berth” comes from bearing away.", id="a word as a word"),
        pytest.param("The so-called “harbour dividend of the poor” is small.", id="so-called"),
        pytest.param("Sailors know it as “slack water”.", id="a term"),
        pytest.param("Crates marked “Fragile” stood there.", id="a label"),
        pytest.param("As if to say “we are sorry for the noise”, it fell silent.", id="imagined"),
        pytest.param("Three, “two”, one.", id="a word in a list"),
    ],
)
def test_nobody_is_said_to_have_said_it(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("She called it “a disgrace”.", "a disgrace", id="called it"),
        pytest.param(
            "The union called the draft “unworkable”.", "unworkable", id="called the draft"
        ),
        pytest.param("He said the plan was “dead”.", "dead", id="a fragment after said"),
        pytest.param("“Nonsense,” she said.", "Nonsense", id="one word with attribution"),
        pytest.param(
            "The pier “will be closed for all of the winter months” in any case.",
            "will be closed for all of the winter months",
            id="a long orphan",
        ),
        pytest.param(
            "‘We will close the pier,’ said Per Olsen.", "We will close the pier", id="single"
        ),
        pytest.param("According to her, the pier is “a sieve”.", "a sieve", id="according to"),
    ],
)
def test_somebody_is_said_to_have_said_it(text: str, words: str) -> None:
    assert claimed(text) == [words]
