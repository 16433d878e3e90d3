"""Leads from what an article names: an outlet, a document, an occasion."""

from collections.abc import Iterator

from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.fitting import Offer, fits
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given, GivenSource

_NAMED = {CitationKind.OUTLET, CitationKind.DOCUMENT, CitationKind.EVENT, CitationKind.POST}


def names(claim: Claim, given: Given, rules: Rulebook) -> Iterator[Lead]:
    """Yield a lead to each given source that fits what the claim names, else one that names it.

    A source fits an outlet that published it (by its publisher or its host), and a document whose
    name its title or publisher holds. An occasion alone leads to no source.
    """
    for cite in claim.cites:
        if cite.kind not in _NAMED or cite.url:
            continue
        documents = given.documents()
        fitting = [each for each in documents if fits(cite, claim, _offer(each), rules)]
        for source in fitting:
            yield _lead(source, cite)
        if not fitting:
            yield Lead(
                kind=LeadKind.NAME,
                target=named(cite, claim),
                standing=Standing.CITED,
                reason=f"the article names {cite.name}",
                via=cite,
            )


def named(cite: Citation, claim: Claim) -> str:
    """Return what is cited in an editor's words: "statement by the Harbour Board"."""
    if cite.kind == CitationKind.EVENT and claim.speaker:
        named_here = claim.speaker.how in {"name", "surname", "description"}
        who = None if named_here else claim.speaker.resolved
        return f"{cite.name} by {who or claim.speaker.as_written}"
    if cite.kind == CitationKind.POST:
        when = f" of {claim.said_on}" if claim.said_on else ""
        return f"post by {cite.name}{when}"
    return cite.name


def _lead(source: GivenSource, cite: Citation) -> Lead:
    by_url = source.url is not None
    return Lead(
        kind=LeadKind.URL if by_url else LeadKind.GIVEN,
        target=source.url or source.key,
        standing=Standing.CITED,
        reason=f"it fits what the article names: {cite.name}",
        via=cite,
    )


def _offer(source: GivenSource) -> Offer:
    """Return what the manifest says of a source; whose story it carries is not known unread."""
    return Offer(
        url=source.url,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
    )
