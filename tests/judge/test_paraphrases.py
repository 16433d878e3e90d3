import pytest
from building import a_case, a_claim, a_source, an_edit

from provcheck.judge.paraphrases import borne_out
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "she wants the harbour open by May"
PLACE = Span(start=0, end=3)


def ruled(rules: Rulebook, coverage: float, *kinds: EditKind):
    claim = a_claim(WORDS, WORDS, kind=ClaimKind.PARAPHRASE)
    case = a_case(rules, WORDS, claim, a_source(WORDS), (WORDS, WORDS))
    edits = tuple(an_edit(kind, PLACE, PLACE, f"{kind} differs") for kind in kinds)
    known = {"edits": edits, "coverage": coverage}
    alignment = case.alignment.model_copy(update=known)
    return borne_out(case.model_copy(update={"alignment": alignment}))


@pytest.mark.parametrize("kind", [EditKind.SUBSTITUTION, EditKind.TENSE, EditKind.OMISSION])
def test_other_words_are_the_writers_own(rules: Rulebook, kind: EditKind) -> None:
    assert ruled(rules, 0.8, kind).verdict == Verdict.SUPPORTED


@pytest.mark.parametrize("kind", [EditKind.NUMBER, EditKind.NAME, EditKind.NEGATION])
def test_a_conflict_contradicts(rules: Rulebook, kind: EditKind) -> None:
    ruling = ruled(rules, 0.8, kind)

    assert ruling.verdict == Verdict.CONTRADICTED
    assert ruling.message == f"{kind} differs"


def test_too_little_in_common_supports_nothing(rules: Rulebook) -> None:
    assert ruled(rules, 0.3).verdict == Verdict.UNSUPPORTED
