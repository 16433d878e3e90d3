import pytest
from building import a_source, a_walk, found
from housing import a_look

from provcheck.judge.house.translations import translated_back
from provcheck.model.evidence import Unavailable
from provcheck.model.lead import Standing
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour of Osmere will open again in May"


def original(lang: str, standing: Standing = Standing.ONWARD):
    source = a_source("Der Hafen öffnet im Mai.", lang=lang, title="Bericht vom Hafen")
    return a_walk(found(source, url="https://hafen.example/"), standing=standing)


@pytest.mark.parametrize(
    "walks",
    [
        pytest.param((), id="no further source"),
        pytest.param((original("en"),), id="an original in the same language"),
        pytest.param((original("en-GB"),), id="in a variety of it"),
        pytest.param((original("de", Standing.CITED),), id="another source that is cited too"),
        pytest.param((original("de", Standing.NEARBY),), id="one that happens to be at hand"),
        pytest.param(
            (a_walk(Unavailable(reason="gone"), standing=Standing.ONWARD),), id="one not read"
        ),
    ],
)
def test_silence(rules: Rulebook, walks) -> None:
    assert list(translated_back(a_look(rules, WORDS, WORDS, f"{WORDS}.", walks=walks))) == []


def test_an_original_in_another_language(rules: Rulebook) -> None:
    (told,) = translated_back(a_look(rules, WORDS, WORDS, f"{WORDS}.", walks=(original("de"),)))

    assert "“Bericht vom Hafen”, which is in another language (de)" in told
    assert list(translated_back(a_look(rules, WORDS, WORDS))) == []
