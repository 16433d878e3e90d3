"""From a source to the source that it credits."""

from collections.abc import Iterable

from provcheck.language.hosts import named_after
from provcheck.language.names import same_name
from provcheck.model.citation import CitationKind
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.links import links
from provcheck.resolve.names import names
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given

_MOST = 20  # addresses that one claim is led on to: a page may credit hundreds


def onward(quotation: Claim, source: Found, given: Given, rules: Rulebook) -> tuple[Lead, ...]:
    """Return leads to what `source` cites for `quotation`; how many hops on is for the caller.

    An outlet, document or post that it merely names, with no copy at hand, is a lead all the same,
    so that the trail tells where it ends; an occasion is none, nor is the source itself.
    """
    found = (*links(quotation, given, rules), *names(quotation, given, rules))
    here = {source.snapshot.url, source.snapshot.final_url}
    return tuple(
        lead.model_copy(update={"standing": Standing.ONWARD, "reason": _why(source)})
        for lead in found
        if not (_is_occasion(lead) or lead.target in here or is_own(lead, source, rules))
    )


def linked_by_post(source: Found) -> tuple[Lead, ...]:
    """Return leads to what a post links, which is what it speaks of; none for other sources."""
    if source.text.post is None:
        return ()
    return tuple(
        Lead(
            kind=LeadKind.URL,
            target=link.url,
            standing=Standing.ONWARD,
            reason="the post links it",
        )
        for link in source.text.links
    )


def is_beyond(lead: Lead, walked: Iterable[Lead]) -> bool:
    """Tell whether a claim was led on to so many addresses that this one is not asked any more."""
    return _is_onward(lead) and sum(map(_is_onward, walked)) >= _MOST


def is_own(lead: Lead, source: Found, rules: Rulebook) -> bool:
    """Tell whether a source only names the paper that it appeared in, or whose story it carries.

    What it names for the words is `lead.via`.
    """
    publisher = source.text.publisher
    named = lead.via.name if lead.via else ""
    agency = rules.agencies.named(named)
    if lead.kind == LeadKind.NAME and agency is not None and agency.id == source.text.wire:
        return True
    if named_after(source.snapshot.final_url, named):
        return True
    return bool(publisher) and (same_name(publisher or "", named) or named in (publisher or ""))


def _is_onward(lead: Lead) -> bool:
    return lead.standing == Standing.ONWARD and lead.kind == LeadKind.URL


def _is_occasion(lead: Lead) -> bool:
    named = lead.kind == LeadKind.NAME
    return named and (lead.via is None or lead.via.kind == CitationKind.EVENT)


def _why(source: Found) -> str:
    name = source.text.title or source.snapshot.final_url
    return f"{name} credits it for these words"
