"""What people decided of a finding, in words and with a sign each."""

from dataclasses import dataclass
from enum import StrEnum

from provcheck.model.finding import STALE, Finding
from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.verdict import Level
from provcheck.report.dates import day
from provcheck.report.html.records import Fact

STATUSES = {
    Status.ACCEPTED: ("✓", "accepted"),
    Status.CORRECTED: ("✎", "to be corrected"),
    Status.REJECTED: ("⊘", "rejected"),
    Status.UNDER_REVIEW: ("…", "under review"),
}
METHODS = {
    Method.PRIMARY: "by the primary source",
    Method.SECONDARY: "by a secondary source",
    Method.PHONE: "by phone",
    Method.RECORDING: "by a recording",
}
LAPSED = "⟲"


class State(StrEnum):
    """Whether anybody has to look at a claim yet."""

    OPEN = "open"  # something was found that nobody settled
    SETTLED = "settled"  # somebody decided, and nothing is left
    CLEAR = "clear"  # nothing was found, and nobody said anything


@dataclass(frozen=True)
class Decision:
    """One decision; `stale`: it does not hold any more. `sign` is never told without `word`."""

    sign: str
    word: str
    by: str
    note: str
    facts: tuple[Fact, ...]
    stale: bool = False


def state(finding: Finding) -> State:
    """Return whether `finding` is open, settled by somebody, or had nothing to settle."""
    if finding.outstanding is not Level.OK:
        return State.OPEN
    return State.SETTLED if finding.known or finding.ignores or finding.holds else State.CLEAR


def decisions(finding: Finding) -> tuple[Decision, ...]:
    """Return all that people decided of `finding`: sign-off, comments in the article, baseline."""
    found = [_signed(finding.signoff, finding)] if finding.signoff else []
    for ignore in finding.ignores:
        at = f"line {ignore.position.line}, column {ignore.position.column}"
        facts = (Fact("Rule", ignore.rule, code=True), Fact("Comment at", at))
        found.append(
            Decision("⊝", "ignored", f"{ignore.rule}, by the article", ignore.reason, facts)
        )
    if finding.known:
        found.append(Decision("≡", "in the baseline", "known before this run", "", ()))
    return tuple(found)


def _signed(signoff: Signoff, finding: Finding) -> Decision:
    sign, word = STATUSES[signoff.status]
    facts = [
        Fact("Signed by", signoff.by),
        Fact("On", day(signoff.day), when=signoff.day.isoformat()),
        Fact("Checked", METHODS[signoff.method]) if signoff.method else None,
        Fact("Verdict then", str(signoff.verdict)),
        Fact("Holds until", day(signoff.expires), when=signoff.expires.isoformat())
        if signoff.expires
        else None,
        Fact("Holds", "yes" if finding.holds else _lapse(finding)),
    ]
    return Decision(
        sign=sign if finding.holds else LAPSED,
        word=word if finding.holds else f"{word} once, no longer valid",
        by=f"by {signoff.by}, {day(signoff.day)}",
        note=signoff.note,
        facts=tuple(fact for fact in facts if fact),
        stale=not finding.holds,
    )


def _lapse(finding: Finding) -> str:
    why = "; ".join(remark.message for remark in finding.remarks if remark.rule == STALE)
    return f"no longer: {why}"
