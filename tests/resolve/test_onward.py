import pytest
from building import a_source, found
from resolve.sources import a_given, citing

from provcheck.model.citation import CitationKind
from provcheck.model.lead import Standing
from provcheck.resolve.onward import onward
from provcheck.rulebook.book import Rulebook

HERE = "https://northgate-wire.example/a"
PAGE = found(a_source("words", title="Talks", publisher="Northgate Wire"), url=HERE)
REPORT = {"key": "r.pdf", "title": "Harbour report 2025", "url": "https://board.example/r"}


@pytest.mark.parametrize(
    "quotation",
    [
        pytest.param(citing(CitationKind.OUTLET, "Northgate Wire"), id="its own paper"),
        pytest.param(citing(CitationKind.LINK, "here", HERE), id="itself"),
        pytest.param(citing(CitationKind.OUTLET, "Halden Broadcasting"), id="a name with no copy"),
        pytest.param(citing(CitationKind.EVENT, "speech"), id="an occasion"),
    ],
)
def test_leads_nowhere(rules: Rulebook, quotation) -> None:
    given = a_given({"key": "a.html", "url": HERE, "publisher": "Northgate Wire"})

    assert onward(quotation, PAGE, given, rules) == ()


@pytest.mark.parametrize(
    ("quotation", "target"),
    [
        pytest.param(
            citing(CitationKind.LINK, "the report", "https://board.example/r"),
            "https://board.example/r",
            id="a link",
        ),
        pytest.param(
            citing(CitationKind.DOCUMENT, "harbour report"),
            "https://board.example/r",
            id="a document at hand",
        ),
    ],
)
def test_leads_to_what_the_source_credits(rules: Rulebook, quotation, target: str) -> None:
    (lead,) = onward(quotation, PAGE, a_given(REPORT), rules)

    assert (lead.target, lead.standing, lead.hop) == (target, Standing.ONWARD, 1)
    assert "Talks" in lead.reason
