import pytest
from building import a_claim, a_source, found
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.paraphrase import compare
from provcheck.model.alignment import Alignment
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
PAGE = (
    "The council met in Halvik. The tunnel under the sound will cost 40 million crowns, said the "
    "engineer.\nIts two portals will not open before the winter of 2027. Nobody spoke of the ferry."
)


def compared(words: str, page: str = PAGE) -> Alignment:
    claim = a_claim(words, words, kind=ClaimKind.PARAPHRASE)
    return compare(claim, found(a_source(page)), RULES)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "the tunnel under the sound would cost 40 million crowns", id="the same figure"
        ),
        pytest.param("the tunnel under the sound would cost forty million crowns", id="in words"),
        pytest.param("the portals would not open before the winter of 2027", id="the same denial"),
    ],
)
def test_agreement_has_no_conflicts(words: str) -> None:
    alignment = compared(words)

    assert alignment.strong
    assert alignment.edits == ()
    assert alignment.coverage >= 0.5


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param(
            "the tunnel under the sound would cost 60 million crowns",
            EditKind.NUMBER,
            id="a figure",
        ),
        pytest.param(
            "the two portals would open before the winter of 2027",
            EditKind.NEGATION,
            id="a lost not",
        ),
    ],
)
def test_conflicts(words: str, kind: EditKind) -> None:
    assert kind in [edit.kind for edit in compared(words).edits]


def test_the_best_passage_is_shown() -> None:
    piece = compared("the tunnel would cost 40 million crowns").pieces[0]

    assert "40 million" in piece.source.of(PAGE)


@pytest.mark.parametrize(
    "words", ["cheese is cheaper than in any other town of the coast", "nobody sang at the wedding"]
)
def test_another_matter_is_no_evidence(words: str) -> None:
    assert not compared(words).strong


@given(st.text(max_size=80))
def test_any_words_compare_without_fault(page: str) -> None:
    assert 0 <= compared("the tunnel would cost 40 million crowns", page).coverage <= 1
