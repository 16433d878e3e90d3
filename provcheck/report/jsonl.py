"""The findings as JSON Lines, in the shape that report/line_schema.py promises."""

from collections.abc import Iterator

from provcheck.model.report import Report
from provcheck.report.json import checked, written
from provcheck.report.line_schema import ArticleLineOut, ClaimLineOut
from provcheck.report.schema import VERSION
from provcheck.rulebook.book import Rulebook


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return a line for each article and one for each claim in it; "" for no article.

    No text makes a line more: every break within a line is escaped.
    """
    return "".join(line for report in reports for line in _lines(report, rules))


def _lines(report: Report, rules: Rulebook) -> Iterator[str]:
    article = checked(report, rules)
    head = {
        "schema": VERSION,
        "tool": report.tool,
        "rules": report.rules,
        "house": report.house,
    }
    known = {name: value for name, value in article if name != "findings"}
    line = {**known, **head, "record": "article"}
    yield written(ArticleLineOut.model_validate(line), indent=None)
    for finding in article.findings:
        place = {"path": article.path, "sha256": article.sha256, "record": "claim"}
        line = {**dict(finding), **head, **place}
        yield written(ClaimLineOut.model_validate(line), indent=None)
