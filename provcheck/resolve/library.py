"""Leads to sources in the library: nobody linked them, and the words may stand in them."""

from collections.abc import Iterable, Iterator
from datetime import date

from provcheck.model.citation import Citation
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.fitting import Narrowing, Offer, fits, within
from provcheck.rulebook.book import Rulebook
from provcheck.store.library.document import Document, Hit, Within
from provcheck.store.library.visible import Visible

_FEWEST = 4  # words of a quotation that is looked for
_HITS = 5  # documents that are read for a claim, of those that fit and of all


def shelved(
    claim: Claim, library: Visible, rules: Rulebook, appeared: date | None
) -> Iterator[Lead]:
    """Yield leads to the documents in which the claim's words may stand, the likeliest first.

    Those that fit what the article names for it are cited ones, before the others, which are
    merely at hand. Reported statements are looked for only where an outlet is named: their words
    are the article's own. `appeared` is the day of the article.
    """
    named = within(claim, rules, appeared)
    if len(claim.words.split()) < _FEWEST or claim.fragment:
        return
    yield from _leads(claim, _searched(claim, library, named), library, rules)
    if claim.kind != ClaimKind.PARAPHRASE:
        yield from _leads(claim, library.search(_segments(claim), None, _HITS), library, rules)


def credited(claim: Claim, quotation: Claim, library: Visible, rules: Rulebook) -> Iterator[Lead]:
    """Yield leads to the documents that fit what a source names for `quotation`.

    Looked for are the claim's words, which stand in that quotation.
    """
    for hit in _searched(claim, library, within(quotation, rules)):
        cite = _fitting(quotation, hit.document, rules)
        if cite is not None:
            reason = f"the source before credits {cite.name}, and the library has this of it"
            yield _lead(hit.document, (Standing.ONWARD, reason, cite), library, rules)


def _searched(claim: Claim, library: Visible, named: Narrowing) -> tuple[Hit, ...]:
    """Search among the documents of the outlets that are named; nothing where none is."""
    if not (named.hosts or named.publishers or named.wires):
        return ()
    return library.search(_segments(claim), Within(**named.model_dump()), _HITS)


def _leads(claim: Claim, hits: Iterable[Hit], library: Visible, rules: Rulebook) -> Iterator[Lead]:
    for hit in hits:
        cite = _fitting(claim, hit.document, rules)
        standing = Standing.CITED if cite else Standing.NEARBY
        fit = f"and fits what the article names: {cite.name}" if cite else "and may hold the words"
        how = (standing, f"it is in the library, {fit}", cite)
        yield _lead(hit.document, how, library, rules)


def _lead(
    document: Document,
    how: tuple[Standing, str, Citation | None],
    library: Visible,
    rules: Rulebook,
) -> Lead:
    standing, reason, cite = how
    # The bytes of a post are a service's answer, which is read by the post's address.
    posted = document.url if document.url and rules.platforms.post_at(document.url) else None
    return Lead(
        kind=LeadKind.URL if posted else LeadKind.LIBRARY,
        target=posted or document.key,
        standing=standing,
        reason=reason,
        via=cite,
        searched=max(library.words, 1),
    )


def _fitting(claim: Claim, document: Document, rules: Rulebook) -> Citation | None:
    """Return what the claim cites that the document may be."""
    offer = Offer(
        url=document.url,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        wire=document.wire,
    )
    return next((cite for cite in claim.cites if fits(cite, claim, offer, rules)), None)


def _segments(claim: Claim) -> tuple[str, ...]:
    start = claim.span.start
    return tuple(claim.text[each.start - start : each.end - start] for each in claim.segments)
