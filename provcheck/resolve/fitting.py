"""Whether a source that is offered is the one that an article names."""

from datetime import date, datetime

from provcheck.model.citation import Citation
from provcheck.model.claim import Claim
from provcheck.model.value import Value
from provcheck.resolve.names import _fits
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import GivenSource


class Offer(Value):
    """What is known of a source before it is read."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: datetime | date | None = None
    wire: str | None = None


class Narrowing(Value):
    """What a search for a claim's source is narrowed to."""

    hosts: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def fits(cite: Citation, claim: Claim, offer: Offer, rules: Rulebook) -> bool:
    """Tell whether the source on offer may be what the claim cites."""
    known = offer.model_dump(exclude={"wire"})
    return _fits(GivenSource(key="offer", **known), cite, claim, rules)


def narrowing(claim: Claim, rules: Rulebook) -> Narrowing:
    """Return what a search for the claim's source is narrowed to."""
    names = tuple(c.name for c in claim.cites if c.kind == "outlet")
    known = [a for name in names if (a := rules.agencies.named(name))]
    return Narrowing(
        hosts=tuple(host for agency in known for host in agency.hosts),
        publishers=(*names, *(name for agency in known for name in agency.names)),
    )
