"""Where to look for a claim's words: everything the resolvers know, cited sources first."""

from collections.abc import Callable, Iterable

from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind
from provcheck.resolve.links import links
from provcheck.resolve.media import media
from provcheck.resolve.names import names
from provcheck.resolve.nearby import nearby
from provcheck.rulebook.book import Rulebook
from provcheck.store.address import address_key
from provcheck.store.given import Given

Resolver = Callable[[Claim, Given, Rulebook], Iterable[Lead]]

# All are asked; one that has nothing to say yields nothing.
RESOLVERS: tuple[Resolver, ...] = (links, media, names, nearby)


def leads(claim: Claim, given: Given, rules: Rulebook) -> tuple[Lead, ...]:
    """Return the leads of `claim`, each target once, in the order of RESOLVERS."""
    found: dict[tuple[LeadKind, str], Lead] = {}
    for resolver in RESOLVERS:
        for lead in resolver(claim, given, rules):
            found.setdefault((lead.kind, _target(lead)), lead)
    return tuple(found.values())


def _target(lead: Lead) -> str:
    return address_key(lead.target) if lead.kind == LeadKind.URL else lead.target
