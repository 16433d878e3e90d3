import pytest
from building import a_prose

from provcheck.extract.passages import passages
from provcheck.extract.speakers import Attribution, attribution
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def of_last(text: str) -> tuple[Attribution | None, str]:
    prose = a_prose(text)
    passage = passages(prose, RULES)[-1]
    return attribution(passage, prose, RULES), text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is closed for good” stood on the gate.", id="an inscription"),
        pytest.param("It rained. “The pier is closed for good.”", id="nobody near"),
        pytest.param("“Said who? The pier is closed for good.”", id="a cue within the quotation"),
    ],
)
def test_no_cue_governs_it(text: str) -> None:
    assert of_last(text)[0] is None


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“It is closed for good,” she said.", "she", "said", id="subject, cue"),
        pytest.param(
            "“It is closed for good,” said Per Olsen.", "Per Olsen", "said", id="inverted"
        ),
        pytest.param(
            "“It is closed for good,” Per Olsen, a warden, said.",
            "Per Olsen",
            "said",
            id="apposition",
        ),
        pytest.param(
            "“It is closed for good,” according to the report.",
            "the report",
            "according to",
            id="phrase",
        ),
        pytest.param(
            "“It is closed,” she said. “For good.”", "she", "said", id="between the parts"
        ),
        pytest.param(
            "She told the council that “it is closed for good”.", "She", "told", id="before"
        ),
        pytest.param("He added: “It is closed for good.”", "He", "added", id="colon"),
        pytest.param(
            "But the Chancellery in reply shrugged it off, saying in a statement that “it is shut now”.",  # noqa: E501
            "the Chancellery",
            "saying in a statement",
            id="participle",
        ),
        pytest.param(
            "“It is closed for good.” —Commissioner Olsen", "Commissioner Olsen", "—", id="signed"
        ),
        pytest.param("OLSEN: “It is closed for good.”", "OLSEN", ":", id="label"),
        pytest.param(
            "Per Olsen shrugged and replied. “It is closed for good and all.”",
            "Per Olsen",
            "replied",
            id="before it",
        ),
        pytest.param(
            "Per Olsen read from his log:\n“We lost the mast on the ninth night.”",
            "Per Olsen",
            "read",
            id="the paragraph before",
        ),
        pytest.param(
            "“It is closed for good,” a Thursday harbour report reads.",
            "a Thursday harbour report",
            "reads",
            id="a document",
        ),
    ],
)
def test_speaker_and_cue(text: str, speaker: str, cue: str) -> None:
    found, _ = of_last(text)

    assert found is not None
    assert found.speaker.of(text) == speaker
    assert found.cue == cue
