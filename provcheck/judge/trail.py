"""The way that was walked for a claim, step by step, and whether it reached the primary source."""

from provcheck.judge.case import Case, Walk
from provcheck.judge.choice import holds
from provcheck.judge.speakers import voice_at
from provcheck.language.hosts import named_after
from provcheck.language.names import same_name
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Found, Unavailable, Unsourced
from provcheck.model.finding import Step
from provcheck.model.lead import Lead, LeadKind, Standing

_ELSEWHERE = {CitationKind.LINK, CitationKind.POST, CitationKind.OUTLET, CitationKind.DOCUMENT}


def steps(claim: Claim, walks: tuple[Walk, ...]) -> tuple[Step, ...]:
    """Return one step a walk, in the order walked."""
    return tuple(_step(claim, walk) for walk in walks)


def primary_reached(case: Case, walks: tuple[Walk, ...]) -> bool | None:
    """Tell whether the words were seen where they were first said or published.

    True when an onward source holds them, or the source speaks in its own voice or is a
    transcript; False when the source credits another outlet or document for them and that one was
    not reached; None when the source does not tell.
    """
    onward = [walk for walk in walks if walk.lead.standing == Standing.ONWARD]
    if any(holds(case.claim, walk) for walk in onward):
        return True
    source = case.found.text
    voice = voice_at(source, case.alignment.pieces[0].source)
    if voice is None:
        return True if source.own_voice else None
    if voice.quotation is None:
        return True
    if voice.quotation.kind == ClaimKind.EMBED:
        return True
    return False if _elsewhere(case) or onward else None


def credited(case: Case, walks: tuple[Walk, ...]) -> tuple[str, ...]:
    """Return whom the source credits for the words: as it names them, links by their address."""
    names = [cite.url or cite.name for cite in _elsewhere(case)]
    onward = [_called(walk.lead) for walk in walks if walk.lead.standing == Standing.ONWARD]
    return tuple(dict.fromkeys(names or onward))


def _called(lead: Lead) -> str:
    """Return a lead's target; of what is known by its hash, the name by which it is cited."""
    return lead.via.name if lead.kind == LeadKind.LIBRARY and lead.via else lead.target


def _elsewhere(case: Case) -> tuple[Citation, ...]:
    """Return what the source cites for the words, other than itself."""
    voice = voice_at(case.found.text, case.alignment.pieces[0].source)
    cites = voice.quotation.cites if voice and voice.quotation else ()
    return tuple(cite for cite in cites if _is_elsewhere(cite, case))


def _is_elsewhere(cite: Citation, case: Case) -> bool:
    """Tell whether a citation in the source leads away from it, not to its own paper or post."""
    if cite.kind not in _ELSEWHERE:
        return False
    source, snapshot = case.found.text, case.found.snapshot
    if cite.url is not None:
        return cite.url not in {snapshot.url, snapshot.final_url}
    own = (source.publisher, source.own_voice, source.title)
    mine = any(name and (same_name(name, cite.name) or name in cite.name) for name in own)
    mine = mine or named_after(snapshot.final_url, cite.name)
    agency = case.rules.agencies.named(cite.name)
    mine = mine or (agency is not None and agency.id == source.wire)  # a copy of its story
    return cite.kind != CitationKind.POST and not mine


def _step(claim: Claim, walk: Walk) -> Step:
    match walk.evidence:
        case Found(snapshot=snapshot, completeness=completeness):
            matched = holds(claim, walk)
            return Step(
                lead=walk.lead,
                status="found",
                detail="" if matched else "the words are not there",
                url=snapshot.final_url,
                sha256=snapshot.sha256,
                mode=snapshot.mode,
                completeness=completeness,
                matched=matched,
            )
        case Unavailable(reason=reason) | Unsourced(reason=reason):
            return Step(lead=walk.lead, status=walk.evidence.status, detail=reason)
