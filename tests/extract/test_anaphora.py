import pytest
from building import a_prose

from provcheck.extract.claims import claims
from provcheck.model.claim import Mention
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def last(text: str) -> Mention | None:
    return claims(a_prose(text), RULES)[-1].speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut now,” he said.", id="nobody before"),
        pytest.param("“It is shut now,” two residents said.", id="unnamed people"),
        pytest.param("“It is shut now,” an official said.", id="an unnamed official"),
        pytest.param("Ms Tove Lind came. “It is shut now,” he said.", id="another gender"),
    ],
)
def test_unresolved_is_said_not_guessed(text: str) -> None:
    speaker = last(text)

    assert speaker is not None
    assert (speaker.resolved, speaker.how) == (None, "unresolved")


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        pytest.param("“It is shut now,” Ada Brandvold said.", "Ada Brandvold", "name", id="a name"),
        pytest.param(
            "Ada Brandvold came. “It is shut now,” Brandvold said.",
            "Ada Brandvold",
            "surname",
            id="surname",
        ),
        pytest.param(
            "Ada Brandvold came. “It is shut now,” she said.",
            "Ada Brandvold",
            "pronoun",
            id="pronoun",
        ),
        pytest.param(
            "Per Olsen came. “It is open,” Ada Brandvold said.\n“It is shut now,” she added.",
            "Ada Brandvold",
            "pronoun",
            id="who spoke last",
        ),
        pytest.param(
            "“It is open,” Ada Brandvold said.\nPer Olsen disagreed. “It is shut now,” he said.",
            "Per Olsen",
            "pronoun",
            id="who came up since",
        ),
        pytest.param(
            "Ukraine’s Ada Brandvold came. “It is shut now,” the Ukrainian leader said.",
            "Ada Brandvold",
            "description",
            id="a country's leader",
        ),
        pytest.param(
            "Minister Ada Brandvold came. “It is shut now,” the minister said.",
            "Ada Brandvold",
            "description",
            id="an office",
        ),
        pytest.param(
            "Ada Brandvold, the spokeswoman, came. “It is shut now,” the spokeswoman said.",
            "Ada Brandvold",
            "description",
            id="an office behind the name",
        ),
        pytest.param(
            "“It is open,” a Thursday harbour report reads.\n“It is shut now,” the report adds.",
            "harbour report",
            "anaphora",
            id="the report",
        ),
        pytest.param(
            "“It is open,” she told the Meridian News Agency.\n“It is shut now,” the agency wrote.",
            "Meridian News Agency",
            "anaphora",
            id="the agency",
        ),
        pytest.param(
            "The Seafarers' Union met. “It is shut now,” the union said.",
            "Seafarers' Union",
            "description",
            id="a body",
        ),
        pytest.param(
            "“It is shut now,” the Chancellery said.", "Chancellery", "name", id="a body by name"
        ),
    ],
)
def test_resolved(text: str, name: str, how: str) -> None:
    speaker = last(text)

    assert speaker is not None
    assert (speaker.resolved, speaker.how) == (name, how)
    assert speaker.span.of(text) == speaker.as_written
