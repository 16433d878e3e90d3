import pytest
from building import a_prose

from provcheck.extract.paraphrase import paraphrases
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def found(text: str) -> list[str]:
    return [passage.span.of(text) for passage in paraphrases(a_prose(text), RULES)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The harbour opens in May for all ships.", id="the article's own statement"),
        pytest.param("Ada Brandvold said that “it opens in May for all.”", id="quoted"),
        pytest.param("It is said that the harbour opens in May.", id="nobody says it"),
        pytest.param("Ada Brandvold said that it opens.", id="too little is said"),
        pytest.param("Ada Brandvold opened the harbour that she loved.", id="no reporting verb"),
        pytest.param("She said goodbye to the men that had come.", id="a relative clause"),
        pytest.param("Ada Brandvold said that the harbour opens in May", id="no sentence"),
    ],
)
def test_is_no_indirect_speech(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "Ada Brandvold said that the harbour would open in May.",
            "the harbour would open in May.",
            id="said that",
        ),
        pytest.param(
            "Ada Brandvold told the council that the harbour would open in May.",
            "the harbour would open in May.",
            id="told somebody that",
        ),
        pytest.param(
            "According to the report, the harbour will open in May.",
            "the harbour will open in May.",
            id="according to",
        ),
        pytest.param(
            "The report said that the harbour would open in May.",
            "the harbour would open in May.",
            id="a document says",
        ),
    ],
)
def test_is_indirect_speech(text: str, content: str) -> None:
    assert found(text) == [content]
