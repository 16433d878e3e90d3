"""From what search services found to the pages to look in."""

from provcheck.language.words import word_count
from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.query import Result
from provcheck.model.span import Span
from provcheck.resolve.fitting import Offer, fits
from provcheck.rulebook.book import Rulebook
from provcheck.store.address import address_key

_WEB = 10**12  # words that a search service goes through, or so


def found_online(results: tuple[Result, ...], claim: Claim, rules: Rulebook) -> tuple[Lead, ...]:
    """Return a lead to each page that was found for `claim`, five at most, in their order.

    One that fits what the article names is a cited one, others are merely at hand. A fact check is
    none: it is about the words, and no source of them. Nor is anything found for a quotation of few
    words, which stands everywhere.
    """
    words = claim.words
    if word_count(words, Span(start=0, end=len(words))) < rules.search.fewest_words:
        return ()
    pages = {address_key(each.url): each for each in reversed(results) if each.rating is None}
    ordered = [each for each in results if pages.get(address_key(each.url)) is each]
    return tuple(_lead(each, claim, rules) for each in ordered[: rules.search.most_leads])


def _lead(result: Result, claim: Claim, rules: Rulebook) -> Lead:
    name = rules.search.of(result.provider).name
    offer = Offer(**result.model_dump(include=set(Offer.model_fields)))
    cite = next((cite for cite in claim.cites if fits(cite, claim, offer, rules)), None)
    fit = f", and it fits what the article names: {cite.name}" if cite else ""
    return Lead(
        kind=LeadKind.URL,
        target=result.url,
        standing=Standing.CITED if cite else Standing.NEARBY,
        reason=f"found by a search with {name} for these words{fit}",
        via=cite,
        searched=_WEB,
    )
