"""What many findings come to, in words."""

from collections import Counter
from collections.abc import Iterable

from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict

UNCHECKED = (Verdict.UNAVAILABLE, Verdict.UNSOURCED)


def needs_work(finding: Finding) -> bool:
    """Tell whether an editor has to act: warned or in error, open, and not for want of a source."""
    return finding.outstanding.rank >= Level.WARNING.rank and finding.verdict not in UNCHECKED


def unchecked(finding: Finding) -> bool:
    """Tell whether no source was compared."""
    return finding.verdict in UNCHECKED


def settled(finding: Finding) -> bool:
    """Tell whether something was found, and people decided that all of it may stand."""
    return finding.gravest is not Level.OK and finding.outstanding is Level.OK


def tally(reports: Iterable[Report]) -> dict[Verdict, int]:
    """Return how many findings have each verdict, in the order of Verdict, zeros left out."""
    seen = Counter(finding.verdict for report in reports for finding in report.findings)
    return {verdict: seen[verdict] for verdict in Verdict if seen[verdict]}


def count(number: int, noun: str) -> str:
    """Return such as `1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def sum_of(reports: tuple[Report, ...]) -> str:
    """Return what the findings come to, as one sentence for the head of a page."""
    findings = [finding for report in reports for finding in report.findings]
    faulty = sum(needs_work(finding) for finding in findings)
    missed = sum(unchecked(finding) for finding in findings)
    if not findings:
        return "No claims"
    if faulty:
        total = f"{faulty} of {count(len(findings), 'claim')} need{'s' * (faulty == 1)} work"
    elif missed == len(findings):
        return f"None of {count(len(findings), 'claim')} could be checked"
    else:
        total = f"Nothing to correct in {count(len(findings) - missed, 'checked claim')}"
    return f"{total}; {missed} could not be checked" if missed else total
