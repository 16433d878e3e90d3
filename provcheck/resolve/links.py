"""Leads from the links of a claim."""

from collections.abc import Iterator

from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given


def links(claim: Claim, _given: Given, _rules: Rulebook) -> Iterator[Lead]:
    """Yield one lead for each address that the claim's sentence links or its post carries."""
    for cite in claim.cites:
        if cite.url and cite.kind in {CitationKind.LINK, CitationKind.POST}:
            yield Lead(
                kind=LeadKind.URL,
                target=cite.url,
                standing=Standing.CITED,
                reason="the article links it for these words",
                via=cite,
            )
