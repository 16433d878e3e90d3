"""Leads to the sources at hand that nobody cited."""

from collections.abc import Iterator

from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given


def nearby(_claim: Claim, given: Given, rules: Rulebook) -> Iterator[Lead]:
    """Yield a lead to every given source: words that cite none are looked for in all of them.

    What a platform's service told a program of a post is none: it counts where that post is cited.
    """
    for source in given.documents():
        if source.url and rules.platforms.is_for_programs(source.url):
            continue
        by_url = source.url is not None and source.redirect_to is None
        yield Lead(
            kind=LeadKind.URL if by_url else LeadKind.GIVEN,
            target=source.url if by_url and source.url else source.key,
            standing=Standing.NEARBY,
            reason="it was given with the article",
        )
