"""Single matters as results of SARIF."""

from typing import Any

from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Level
from provcheck.report.html.links import link
from provcheck.report.matters import Decision, Matter, Origin, Standing
from provcheck.report.places import Place, at, place, uri_of
from provcheck.report.sarif.rules import LEVELS
from provcheck.report.sarif.words import sentence, to, told
from provcheck.report.terminal import spoken
from provcheck.report.visible import one_line, shortened
from provcheck.report.wordings import page, passage

PASSAGE = 400  # characters of the source that a message shows
_STATUSES = {
    Standing.ACCEPTED: "accepted",
    Standing.UNDER_REVIEW: "underReview",
    Standing.REJECTED: "rejected",
}


def for_scanning(matter: Matter, report: Report) -> dict[str, Any]:
    """Return a result that GitHub code scanning takes: no address in it but in its message.

    GitHub refuses a whole file for one location with the address of a page. The source is
    therefore linked and shown in the message; the related location is where the article cites it.
    """
    result = _plain(matter, to_web=False)
    finding = matter.finding
    found = finding.evidence if finding else None
    if finding and isinstance(found, Found) and (words := _passage(finding)):
        link_to = to(found.snapshot.url, _name(found))
        text = f" The source, {link_to}{_page(finding)}, has: “{told(words)}”."
        spans = (cite.span for cite in finding.claim.cites if cite.span)
        if cited := next(spans, None):
            text += f" The article [cites it here](1): “{told(cited.of(report.article.text))}”."
            where = place(cited, report.article)
            message = {"text": f"{sentence(_name(found))} It has: “{told(words)}”."}
            result["relatedLocations"] = [
                {"id": 1, "message": message, **_physical(uri_of(matter.file, to_web=False), where)}
            ]
        result["message"]["text"] += text
    return result


def in_full(matter: Matter, _report: Report) -> dict[str, Any]:
    """Return a result with what was decided of it, its related location being the source."""
    result = _plain(matter, to_web=True)
    finding = matter.finding
    if matter.level is Level.OK:
        result["kind"] = "pass" if matter.is_verdict else "informational"
    found = finding.evidence if finding else None
    if finding and isinstance(found, Found) and (words := _passage(finding)):
        result["message"]["text"] += f" The source, {to(1, _name(found))}{_page(finding)}, has it."
        result["relatedLocations"] = [
            {
                "id": 1,
                "message": {"text": f"{sentence(_name(found))} It has: “{told(words)}”."},
                **_of_source(found),
            }
        ]
    result["suppressions"] = [_suppression(each, matter) for each in matter.decisions]
    return result


def _plain(matter: Matter, *, to_web: bool) -> dict[str, Any]:
    text = sentence(matter.message)
    finding = matter.finding
    if finding:
        text += f" {told(spoken(finding.claim))}."
    result: dict[str, Any] = {
        "ruleId": matter.rule,
        "level": LEVELS[matter.level],
        "message": {"text": text},
        "locations": [_physical(uri_of(matter.file, to_web=to_web), matter.place)],
        "partialFingerprints": {"provcheckClaim/v1": matter.key},
    }
    if finding:
        result["properties"] = {"claim": one_line(finding.claim.id), "verdict": finding.verdict}
    return result


def _physical(uri: str, where: Place) -> dict[str, Any]:
    region = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _of_source(found: Found) -> dict[str, Any]:
    """Return the address of a source on the web; nothing of a file whose folder is not known."""
    address = link(found.snapshot.url).href
    return {"physicalLocation": {"artifactLocation": {"uri": address}}} if address else {}


def _passage(finding: Finding) -> str:
    span, found = passage(finding), finding.evidence
    if span is None or not isinstance(found, Found):
        return ""
    return shortened(one_line(span.of(found.text.text)), PASSAGE)


def _name(found: Found) -> str:
    return shortened(one_line(found.text.title or found.text.publisher or found.snapshot.url), 120)


def _page(finding: Finding) -> str:
    number = page(finding)
    return f", page {number}" if number else ""


def _suppression(decision: Decision, matter: Matter) -> dict[str, Any]:
    suppression: dict[str, Any] = {
        "kind": "inSource" if decision.origin is Origin.COMMENT else "external",
        "status": _STATUSES[decision.standing],
        "justification": sentence(decision.told),
    }
    if decision.position:
        suppression["location"] = _physical(uri_of(matter.file), at(decision.position))
    return suppression
