import pytest
from building import a_prose

from provcheck.extract.claims import claims
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def nested(text: str) -> str | None:
    return claims(a_prose(text), RULES)[0].nested_speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut for good,” she said.", id="nobody within"),
        pytest.param("“He said it is shut for good,” she said.", id="a pronoun within"),
        pytest.param(
            "“Ada Brandvold said so herself,” Ada Brandvold said.", id="the speaker herself"
        ),
    ],
)
def test_quotes_nobody(text: str) -> None:
    assert nested(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "“According to the Institute for Harbour Studies, it is shut,” the report adds.",
            "Institute for Harbour Studies",
            id="according to",
        ),
        pytest.param(
            "“The pilot master, Corvin Lathe, said that it is shut,” a port report reads.",
            "Corvin Lathe",
            id="said within",
        ),
    ],
)
def test_quotes_somebody(text: str, name: str) -> None:
    assert nested(text) == name
