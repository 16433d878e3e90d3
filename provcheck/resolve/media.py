"""Leads from the picture that a post carries: its short link leads to the post."""

from collections.abc import Iterator

from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given

_MOST = 4  # pictures of one post


def media(claim: Claim, _given: Given, rules: Rulebook) -> Iterator[Lead]:
    """Yield a lead for each picture of a cited post that the article gives no address of.

    Copied into plain text, a post loses its address and keeps "pic.twitter.com/CODE"; the
    platform's short link with that code leads to the post's picture, and so to the post.
    """
    for cite in claim.cites:
        if cite.kind != CitationKind.POST or cite.url:
            continue
        for code in cite.media[:_MOST]:
            address = rules.platforms.picture(code)
            if address is not None:
                yield Lead(
                    kind=LeadKind.URL,
                    target=address,
                    standing=Standing.CITED,
                    reason=f"the post shows {code}, whose short link leads to the post",
                    via=cite,
                )
