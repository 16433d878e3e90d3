import pytest
from building import a_case, a_claim, a_source, a_walk, found

from provcheck.model.citation import Citation, CitationKind
from provcheck.model.evidence import Found, Unavailable
from provcheck.model.lead import LeadKind, Standing
from provcheck.rulebook.book import Rulebook


def test_a_walk_knows_what_it_is_to_the_claim() -> None:
    gone = Unavailable(reason="404")

    assert a_walk(gone).cited
    assert not a_walk(gone, standing=Standing.NEARBY).cited
    assert a_walk(gone, kind=LeadKind.NAME).by_name_only
    assert not a_walk(found(a_source("words"))).by_name_only


@pytest.mark.parametrize(
    ("evidence", "url", "by_name"),
    [
        pytest.param(found(a_source("words")), None, False, id="the picture led to the post"),
        pytest.param(
            Unavailable(reason="404"), "https://x.com/a/status/20", False, id="its address"
        ),
        pytest.param(Unavailable(reason="404"), None, True, id="the picture led nowhere"),
    ],
)
def test_a_picture_that_leads_nowhere_is_no_more_than_a_name(
    evidence: Found | Unavailable, url: str | None, *, by_name: bool
) -> None:
    via = Citation(kind=CitationKind.POST, name="Halvik (@h)", url=url, media=("pic.x.com/a",))
    assert a_walk(evidence, via=via).by_name_only is by_name


def test_source_words_are_clipped_to_the_text(rules: Rulebook) -> None:
    case = a_case(rules, "words", a_claim("words", "words"), a_source("words"), ("words", "words"))

    assert case.in_source(-5, 3) == "wor"
    assert case.in_source(2, 99) == "rds"
