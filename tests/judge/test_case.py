from building import a_case, a_claim, a_source, a_walk, found

from provcheck.model.evidence import Unavailable
from provcheck.model.lead import LeadKind, Standing
from provcheck.rulebook.book import Rulebook


def test_a_walk_knows_what_it_is_to_the_claim() -> None:
    gone = Unavailable(reason="404")

    assert a_walk(gone).cited
    assert not a_walk(gone, standing=Standing.NEARBY).cited
    assert a_walk(gone, kind=LeadKind.NAME).by_name_only
    assert not a_walk(found(a_source("words"))).by_name_only


def test_source_words_are_clipped_to_the_text(rules: Rulebook) -> None:
    case = a_case(rules, "words", a_claim("words", "words"), a_source("words"), ("words", "words"))

    assert case.in_source(-5, 3) == "wor"
    assert case.in_source(2, 99) == "rds"
