import pytest

from provcheck.read.origin import Origin
from provcheck.settings import Settings

GERMAN = (
    "Der Hafen ist im Winter nicht für die Schiffe offen, und das ist auch mit dem Rat so. " * 3
)


def origin(**known: object) -> Origin:
    return Origin(path="a.txt", sha256="0" * 64, settings=Settings(**known))


@pytest.mark.parametrize(
    ("text", "said", "known", "lang"),
    [
        pytest.param("pier", None, {}, "en", id="too little to tell"),
        pytest.param(GERMAN, None, {}, "de", id="by its small words"),
        pytest.param(GERMAN, "fr", {}, "fr", id="what the file says"),
        pytest.param(GERMAN, "fr", {"lang": "es"}, "es", id="what the caller says"),
    ],
)
def test_language(text: str, said: str | None, known: dict[str, str], lang: str) -> None:
    assert origin(**known).told(text, said)["lang"] == lang


def test_path_and_hash_are_handed_on() -> None:
    told = origin().told("words")

    assert (told["path"], told["sha256"]) == ("a.txt", "0" * 64)
