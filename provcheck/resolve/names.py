"""Leads from what an article names: an outlet, a document, an occasion."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from provcheck.language.names import same_name
from provcheck.language.words import normalised
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.model.lead import Lead, LeadKind, Standing
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
        fitting = [source for source in given.documents() if _fits(source, cite, claim, rules)]
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


def _fits(source: GivenSource, cite: Citation, claim: Claim, rules: Rulebook) -> bool:
    if cite.kind == CitationKind.OUTLET:
        return _published_by(source, cite.name, rules)
    if cite.kind == CitationKind.DOCUMENT:
        return _holds(source.title, cite.name) or _holds(source.publisher, cite.name)
    if cite.kind == CitationKind.POST:
        return bool(source.url) and _is_post(source, cite, claim, rules)
    return False


def _published_by(source: GivenSource, name: str, rules: Rulebook) -> bool:
    agency = rules.agencies.named(name)
    known = (name, *(agency.names if agency else ()))
    if source.publisher and any(_same_outlet(source.publisher, each) for each in known):
        return True
    host = urlsplit(source.url or "").hostname or ""
    hosts = agency.hosts if agency else ()
    return any(host == h or host.endswith(f".{h}") for h in hosts)


def _same_outlet(publisher: str, name: str) -> bool:
    one, two = (normalised(n).removeprefix("the ") for n in (publisher, name))
    return one == two or f" {two} " in f" {one} " or same_name(publisher, name)


def _holds(said: str | None, name: str) -> bool:
    """Tell whether a title or publisher holds all words of a document's name."""
    return bool(said) and set(normalised(name).split()) <= set(normalised(said or "").split())


def _is_post(source: GivenSource, cite: Citation, claim: Claim, rules: Rulebook) -> bool:
    """Tell whether a given page is the post: on a post host, by the handle or name, of that day."""
    parts = urlsplit(source.url or "")
    host = (parts.hostname or "").removeprefix("www.")
    hosts = {h for p in rules.platforms.platforms for h in p.hosts}
    handle = cite.name.rpartition("@")[2].strip(") ").casefold()
    by = handle and (
        f"/{handle}/" in parts.path.casefold() or f"@{handle}" in parts.path.casefold()
    )
    fits = bool(by) or _holds(source.publisher, cite.name.partition(" (@")[0])
    when = source.published
    on_day = when is None or claim.said_on is None or _day(when) == str(claim.said_on)
    return fits and on_day and (host in hosts or bool(by))


def _day(moment: object) -> str:
    return str(moment)[:10]
