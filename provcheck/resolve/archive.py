"""From an address that does not bear the words out to an archived copy of it."""

from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from provcheck.model.evidence import Evidence, Found, Hop, Snapshot, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.post import PostFacts
from provcheck.model.source_text import SourceText
from provcheck.rulebook.archives import archived_original
from provcheck.store.given import Given, GivenSource


def archived(
    lead: Lead, given: Given, appeared: date | None = None, *, public: bool = False
) -> Lead | None:
    """Return a lead to the copy of `lead`'s page taken nearest to the day the article appeared.

    A copy given by hand, else, where `public` archives may be asked, theirs; the latest where that
    day is not known. None where there is no copy, or no address; public archives are asked for
    nothing that merely lay at hand, nor for a copy of a copy.
    """
    if lead.kind != LeadKind.URL:
        return None
    copies = given.copies(lead.target)
    if not copies:
        is_asked = (
            public and lead.standing != Standing.NEARBY and not archived_original(lead.target)
        )
        return _public(lead, appeared) if is_asked else None
    chosen = min(copies, key=lambda copy: _distance(copy, appeared)) if appeared else copies[-1]
    moment = chosen.archived_at.isoformat() if chosen.archived_at else ""
    return lead.model_copy(
        update={
            "kind": LeadKind.ARCHIVE,
            "target": f"{lead.target}@{moment}",
            "reason": f"an archived copy of {moment[:10]} is at hand",
        }
    )


def sought(lead: Lead, evidence: Evidence) -> tuple[Lead, ...]:
    """Return leads to the addresses under which archives may have the page of `lead`.

    Where it led to another host, that is the page there first: so short links do, and sites that
    moved. Then the address itself: what was there may be gone, and the host somebody else's. Within
    a host a redirect may lead astray, to the front page or to a list, and only the address counts.
    """
    match evidence:
        case Unavailable(of=str(page)) | Found(text=SourceText(post=PostFacts(url=page))):
            return (lead.model_copy(update={"target": page}),)
        case Unavailable(attempts=(*_, Hop(url=end))) | Found(snapshot=Snapshot(final_url=end)):
            away = _site(end) != _site(lead.target)
            return (lead.model_copy(update={"target": end}), lead) if away else (lead,)
        case _:
            return (lead,)


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _public(lead: Lead, appeared: date | None) -> Lead:
    which = (
        f"nearest to {appeared}, when the article appeared" if appeared else "that is the latest"
    )
    return lead.model_copy(
        update={
            "kind": LeadKind.ARCHIVE,
            "target": f"{lead.target}@{appeared or ''}",
            "reason": f"the copy in a public archive {which}",
        }
    )


def _distance(copy: GivenSource, day: date) -> float:
    if copy.archived_at is None:
        return float("inf")
    taken = copy.archived_at.replace(tzinfo=copy.archived_at.tzinfo or UTC)
    return abs((taken - datetime.combine(day, time(12), UTC)).total_seconds())
