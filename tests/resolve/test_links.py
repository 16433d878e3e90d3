import pytest
from building import a_claim
from resolve.sources import WORDS, a_given, citing

from provcheck.model.citation import CitationKind
from provcheck.model.lead import LeadKind, Standing
from provcheck.resolve.links import links
from provcheck.rulebook.book import Rulebook

URL = "https://wire.example/a"


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(a_claim(WORDS, WORDS), id="nothing cited"),
        pytest.param(citing(CitationKind.OUTLET, "Wire"), id="an outlet without address"),
        pytest.param(citing(CitationKind.POST, "Halvik (@h)"), id="a post without address"),
    ],
)
def test_no_leads(rules: Rulebook, claim) -> None:
    assert list(links(claim, a_given(), rules)) == []


@pytest.mark.parametrize("kind", [CitationKind.LINK, CitationKind.POST])
def test_an_address_is_a_cited_lead(rules: Rulebook, kind: CitationKind) -> None:
    (lead,) = links(citing(kind, "her speech", URL), a_given(), rules)

    assert (lead.kind, lead.target, lead.standing) == (LeadKind.URL, URL, Standing.CITED)
    assert lead.via is not None
    assert lead.via.name == "her speech"
    assert lead.hop == 0


WRAPPED = "https://l.facebook.com/l.php?u=https%3A%2F%2Fwire.example%2Fa"


def test_what_a_wrapper_leads_to_is_asked(rules: Rulebook) -> None:
    (lead,) = links(citing(CitationKind.LINK, "her speech", WRAPPED), a_given(), rules)

    assert lead.target == URL
    assert lead.via is not None
    assert lead.via.url == WRAPPED


def test_a_wrapper_whose_answer_is_at_hand_is_asked(rules: Rulebook) -> None:
    given = a_given({"url": WRAPPED, "redirect_to": URL})
    (lead,) = links(citing(CitationKind.LINK, "her speech", WRAPPED), given, rules)

    assert lead.target == WRAPPED
