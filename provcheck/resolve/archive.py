"""From an address that does not bear the words out to an archived copy of it."""

from datetime import UTC, date, datetime, time

from provcheck.model.lead import Lead, LeadKind
from provcheck.store.given import Given, GivenSource


def archived(lead: Lead, given: Given, appeared: date | None = None) -> Lead | None:
    """Return a lead to the copy of `lead`'s page taken nearest to the day the article appeared.

    The latest copy where that day is not known; None where there is no copy, or no address.
    """
    copies = given.copies(lead.target) if lead.kind == LeadKind.URL else ()
    if not copies:
        return None
    chosen = min(copies, key=lambda copy: _distance(copy, appeared)) if appeared else copies[-1]
    moment = chosen.archived_at.isoformat() if chosen.archived_at else ""
    return lead.model_copy(
        update={
            "kind": LeadKind.ARCHIVE,
            "target": f"{lead.target}@{moment}",
            "reason": f"an archived copy of {moment[:10]} is at hand",
        }
    )


def _distance(copy: GivenSource, day: date) -> float:
    if copy.archived_at is None:
        return float("inf")
    taken = copy.archived_at.replace(tzinfo=copy.archived_at.tzinfo or UTC)
    return abs((taken - datetime.combine(day, time(12), UTC)).total_seconds())
