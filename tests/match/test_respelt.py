import pytest
from building import a_claim, a_source, found

from provcheck.match.align import align
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("words", "speech"),
    [
        pytest.param("the harvest", "She praised the harbour.", id="another word"),
        pytest.param("the harbor wall", "She praised the harbour.", id="a word more"),
        pytest.param("the pier", "She praised the harbour.", id="no other spelling"),
    ],
)
def test_other_words_are_not_found(words: str, speech: str) -> None:
    assert align(a_claim(words, words), found(a_source(speech)), RULES).coverage < 1.0


@pytest.mark.parametrize(
    ("words", "speech"),
    [
        pytest.param("the harbor", "She praised the harbour.", id="American of British"),
        pytest.param("the harbour", "She praised the harbor.", id="British of American"),
        pytest.param(
            "We realise the honour of the harbour",
            "Yes. We realize the honor of the harbor. No.",
            id="several words",
        ),
    ],
)
def test_respelt_words_are_found(words: str, speech: str) -> None:
    laid = align(a_claim(words, words), found(a_source(speech)), RULES)

    assert laid.coverage == 1.0
    assert {edit.kind for edit in laid.edits} == {EditKind.SPELLING_VARIANT}
