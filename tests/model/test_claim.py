import pytest
from building import a_prose
from discoursing import RULES

from provcheck.extract.claims import claims


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“We closed it for good,” Ada said.", "We closed it for good,", id="one part"),
        pytest.param(
            "“We closed it,” Ada Brandvold said. “Nobody asked us.”",
            "We closed it, … Nobody asked us.",
            id="what interrupts is left out",
        ),
    ],
)
def test_the_words_of_the_speaker_alone(text: str, words: str) -> None:
    (claim,) = claims(a_prose(text), RULES)

    assert claim.words == words
