"""From a finding and what an editor decided of it to the sign-off that says so."""

from datetime import date

from provcheck.errors import SettingsError
from provcheck.model.evidence import Evidence, Found
from provcheck.model.finding import STALE, Finding
from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.value import Value
from provcheck.model.verdict import Level
from provcheck.signoff.entry import EntryError, initials

REJECTED = "rejected-by-editor"
_OWN = (STALE, REJECTED)  # remarks that an older sign-off brought about


class Decision(Value):
    """What an editor decided of a claim, and on which day; `by` are the editor's initials."""

    status: Status = Status.ACCEPTED
    by: str = ""
    note: str = ""
    method: Method | None = None
    expires: date | None = None
    day: date


def sound(decision: Decision) -> Decision:
    """Return `decision` without outer blanks, where it can be made of some claim at all.

    Raises SettingsError when nobody signs, and when it would expire before it is signed.
    """
    try:
        by = initials(decision.by)
    except EntryError as problem:
        message = f"by: {problem}"
        raise SettingsError(message) from None
    if decision.expires and decision.expires < decision.day:
        message = f"expires: {decision.expires} lies before {decision.day}; give a later day"
        raise SettingsError(message)
    return decision.model_copy(update={"by": by, "note": decision.note.strip()})


def drafted(finding: Finding, decision: Decision) -> Signoff:
    """Return the sign-off by which `decision` is made of `finding`, as it was found.

    Raises SettingsError as `sound` does, and when a note is missing: only a verdict whose level is
    ok needs none.
    """
    decision = sound(decision)
    if not decision.note and finding.level is not Level.OK:
        message = f"note: {finding.claim.id} is {finding.verdict}; say in a note why you decide so"
        raise SettingsError(message)
    seen = {remark.rule for remark in finding.remarks if remark.rule not in _OWN}
    return Signoff(
        claim=finding.claim.id,
        quote=" ".join(finding.claim.words.split()),
        status=decision.status,
        verdict=finding.verdict,
        evidence=hash_of(finding.evidence),
        remarks=tuple(sorted(seen)),
        by=decision.by,
        day=decision.day,
        method=decision.method,
        note=decision.note,
        expires=decision.expires,
    )


def hash_of(evidence: Evidence) -> str | None:
    """Return "sha256:" and the hash of the source's text; None where none was read."""
    return f"sha256:{evidence.snapshot.text_sha256}" if isinstance(evidence, Found) else None
