"""Leads from the links of a claim."""

from collections.abc import Iterator

from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.forms import unwrapped
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given


def links(claim: Claim, given: Given, rules: Rulebook) -> Iterator[Lead]:
    """Yield one lead for each address that the claim's sentence links or its post carries.

    A wrapper is not asked but what it leads to, unless an answer of it is at hand: asking it would
    tell its owner what is read.
    """
    for cite in claim.cites:
        if cite.url and cite.kind in {CitationKind.LINK, CitationKind.POST}:
            yield Lead(
                kind=LeadKind.URL,
                target=cite.url if given.at(cite.url) else unwrapped(cite.url, rules),
                standing=Standing.CITED,
                reason="the article links it for these words",
                via=cite,
            )
