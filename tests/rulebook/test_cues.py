import pytest
from building import a_prose

from provcheck.extract.claims import claims
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.rulebook.cues import CueExample

CUES = load_rulebook().cues


@pytest.mark.parametrize("example", CUES.examples, ids=lambda e: f"{e.lang}: {e.silent}")
def test_examples_that_name_nobody(rules: Rulebook, example: CueExample) -> None:
    found = claims(a_prose(example.silent, lang=example.lang), rules)

    assert [claim.speaker for claim in found if claim.speaker] == []


@pytest.mark.parametrize("example", CUES.examples, ids=lambda e: f"{e.lang}: {e.fires}")
def test_examples_that_name_a_speaker(rules: Rulebook, example: CueExample) -> None:
    (claim,) = claims(a_prose(example.fires, lang=example.lang), rules)

    assert claim.speaker is not None
    assert claim.speaker.resolved == example.speaker


@pytest.mark.parametrize("lang", sorted(CUES.languages))
def test_every_language_has_examples_and_small_letters(lang: str) -> None:
    assert any(example.lang == lang for example in CUES.examples)
    cues = CUES.of(lang)
    assert [verb for verb in cues.verbs if verb != verb.lower()] == []


@pytest.mark.parametrize("words", ["resaid", "tolded", "the reader"])
def test_a_cue_is_a_whole_word(words: str) -> None:
    assert not CUES.of("en").verb.search(words)


def test_an_unknown_language_is_read_with_english_cues() -> None:
    assert CUES.of("xx-YY") == CUES.of("en")
