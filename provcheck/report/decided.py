"""What people decided of a finding, in lines for a terminal."""

from provcheck.model.finding import Finding
from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.verdict import Level
from provcheck.report.dates import day
from provcheck.report.visible import one_line

_STATUS = {
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "to be corrected",
    Status.REJECTED: "rejected",
    Status.UNDER_REVIEW: "under review",
}
_METHOD = {
    Method.PRIMARY: "by the primary source",
    Method.SECONDARY: "by a secondary source",
    Method.PHONE: "by phone",
    Method.RECORDING: "by the recording",
}


def decided(finding: Finding) -> list[str]:
    """Return a line a decision, and before them the claim's id where one is asked for still."""
    lines = []
    if finding.outstanding.rank >= Level.WARNING.rank:
        lines.append(f"claim    {one_line(finding.claim.id)}")
    if finding.signoff:
        lines.append(f"signed   {_signed(finding.signoff)}")
    lines += [
        f"ignored  {one_line(each.rule)}: {one_line(each.reason)}" for each in finding.ignores
    ]
    if finding.known:
        lines.append("known    the baseline lists it")
    return lines


def _signed(signoff: Signoff) -> str:
    method = _METHOD[signoff.method] if signoff.method else ""
    told = [_STATUS[signoff.status], method, one_line(signoff.note)]
    return f"{one_line(signoff.by)}, {day(signoff.day)}: {', '.join(part for part in told if part)}"
