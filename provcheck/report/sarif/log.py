"""A log of SARIF 2.1.0, kept within what GitHub code scanning takes."""

import gzip
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from provcheck.model.report import Report
from provcheck.report.json import TOOL, dumped
from provcheck.report.matters import Matter, matters
from provcheck.report.places import file_of, uri_of
from provcheck.report.sarif.rules import descriptor
from provcheck.report.sums import count
from provcheck.rulebook.book import Rulebook

RESULTS = 25_000  # in one run
BYTES = 10_000_000  # of the file, compressed
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Told = tuple[Matter, Report]


class Flavour(NamedTuple):
    """Which matters a log holds, what each becomes, and whether pages may be its locations."""

    holds: Callable[[Matter], bool]
    result: Callable[[Matter, Report], dict[str, Any]]
    to_web: bool


def log(reports: tuple[Report, ...], rules: Rulebook, flavour: Flavour) -> str:
    """Return the log of all matters of `reports` that its flavour holds.

    Where they are too many, the mildest are left out, and a notification says how many.
    """
    told = [(m, report) for report in reports for m in matters(report) if flavour.holds(m)]
    most = min(len(told), RESULTS)
    while True:
        kept = _gravest(told, most)
        run = _run(reports, rules, [flavour.result(*each) for each in kept])
        run["artifacts"] = _artifacts(reports, to_web=flavour.to_web)
        _mark_baseline(run["results"], [matter for matter, _ in kept], reports)
        _say_what_is_left_out(run, len(told) - len(kept))
        text = dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
        if most == 0 or _fits(text):
            return text
        most //= 2


def _gravest(told: list[Told], most: int) -> list[Told]:
    """Return the `most` gravest, in the order in which they stand."""
    ranked = sorted(range(len(told)), key=lambda i: -told[i][0].level.rank)
    return [told[i] for i in sorted(ranked[:most])]


def _fits(text: str) -> bool:
    data = text.encode()
    return len(data) <= BYTES or len(gzip.compress(data, mtime=0)) <= BYTES


def _run(
    reports: tuple[Report, ...], rules: Rulebook, results: list[dict[str, Any]]
) -> dict[str, Any]:
    fired = sorted({result["ruleId"] for result in results})
    for result in results:
        result["ruleIndex"] = fired.index(result["ruleId"])
    first = reports[0] if reports else None
    return {
        "tool": {
            "driver": {
                "name": "provcheck",
                "semanticVersion": first.tool if first else TOOL,
                "rules": [descriptor(rule, rules) for rule in fired],
            }
        },
        "automationDetails": {"id": "provcheck/"},
        "invocations": [
            {
                "executionSuccessful": not any(report.interrupted for report in reports),
                "toolExecutionNotifications": [],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {
            "rules": first.rules if first else rules.digest,
            "house": first.house if first else rules.house.id,
        },
    }


def _artifacts(reports: Iterable[Report], *, to_web: bool) -> list[dict[str, Any]]:
    """Return the files that were checked, each once."""
    hashes = {uri_of(file_of(r), to_web=to_web): r.article.sha256 for r in reports}
    return [
        {"location": {"uri": uri}, "roles": ["analysisTarget"], "hashes": {"sha-256": digest}}
        for uri, digest in hashes.items()
    ]


def _mark_baseline(
    results: list[dict[str, Any]], among: list[Matter], reports: Iterable[Report]
) -> None:
    """Say of every result whether the baseline holds it, where a finding shows there is one."""
    if not any(finding.known for report in reports for finding in report.findings):
        return
    for result, matter in zip(results, among, strict=True):
        known = matter.finding is not None and matter.finding.known
        result["baselineState"] = "unchanged" if known else "new"


def _say_what_is_left_out(run: dict[str, Any], number: int) -> None:
    if number:
        text = f"{count(number, 'result')} left out, the mildest, since GitHub takes no more."
        notification = {"level": "warning", "message": {"text": text}}
        run["invocations"][0]["toolExecutionNotifications"].append(notification)
