"""GitLab's code quality report."""

from collections import Counter
from hashlib import sha256
from typing import Any

from provcheck.model.report import Report
from provcheck.model.verdict import Level
from provcheck.report.json import dumped
from provcheck.report.matters import Matter, matters
from provcheck.report.places import Place
from provcheck.report.terminal import spoken
from provcheck.report.visible import one_line
from provcheck.rulebook.book import Rulebook

SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


def render(reports: tuple[Report, ...], _rules: Rulebook) -> str:
    """Return a JSON array of what is outstanding; no two entries have the same fingerprint."""
    found = [m for report in reports for m in matters(report) if m.outstanding]
    seen: Counter[tuple[str, str]] = Counter()
    entries = []
    for matter in found:
        seen[matter.file, matter.key] += 1
        entries.append(_entry(matter, seen[matter.file, matter.key]))
    return dumped(entries)


def _entry(matter: Matter, number: int) -> dict[str, Any]:
    told = one_line(matter.message)
    said = f" ({spoken(matter.finding.claim)})" if matter.finding else ""
    return {
        "description": f"{matter.rule}: {told}{said}",  # GitLab does not show check_name
        "check_name": matter.rule,
        "fingerprint": _fingerprint(matter, number),
        "severity": SEVERITIES[matter.level],
        "location": {"path": matter.file, **_where(matter.place)},
    }


def _fingerprint(matter: Matter, number: int) -> str:
    """Return a hash; `number` tells apart what two reports say of one file in the same words."""
    whole = f"{matter.file}\0{matter.key}\0{number}".encode("utf-8", "surrogatepass")
    return sha256(whole).hexdigest()


def _where(place: Place) -> dict[str, Any]:
    """Return lines, which all versions of GitLab read, and columns beside them."""
    return {
        "lines": {"begin": place.line, "end": place.end_line},
        "positions": {
            "begin": {"line": place.line, "column": place.column},
            "end": {"line": place.end_line, "column": place.end_column},
        },
    }
