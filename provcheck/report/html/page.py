"""The provenance report: one self-contained page, readable without style or script."""

from provcheck.model.report import Report
from provcheck.model.verdict import Level
from provcheck.report.html.articles import article_view
from provcheck.report.html.extras import NOTHING, Extras
from provcheck.report.html.templates import Assets, assets, joined, scripted, templates
from provcheck.report.sums import count, sum_of, tally
from provcheck.rulebook.book import Rulebook

STYLES = ("base.css", "tools.css", "card.css", "article.css", "print.css")
SCRIPTS = ("state.js", "filter.js", "views.js", "keys.js", "copy.js", "start.js")
MANY = 40  # claims beyond which the browser lays out only those in sight


def render(reports: tuple[Report, ...], rules: Rulebook) -> str:
    """Return the page; equal reports give equal bytes.

    All words of articles and sources are text to it, never markup, and hidden characters are
    shown by their codes. It loads nothing, and no address that is not http or https is a link.
    """
    return document(reports, rules, NOTHING)


def document(reports: tuple[Report, ...], rules: Rulebook, extras: Extras) -> str:
    """Return the page with what another page, built on it, adds; `render` adds nothing.

    Equal reports and extras give equal bytes. The words in `extras.banner` are text, too.
    """
    articles = tuple(
        article_view(report, rules, "" if len(reports) == 1 else f"a{number}-")
        for number, report in enumerate(reports, 1)
    )
    levels = {finding.gravest for report in reports for finding in report.findings}
    return (
        templates()
        .get_template("page.html")
        .render(
            articles=articles,
            title=_title(reports),
            total=sum_of(reports),
            many=sum(len(article.claims) for article in articles) > MANY,
            several=len(reports) > 1,
            verdicts=[(rules.verdicts.verdict(v), number) for v, number in tally(reports).items()],
            levels=[level for level in reversed(Level) if level in levels],
            house=rules.house,
            extras=extras,
            assets=_assets(extras),
        )
    )


def policy(extras: Extras) -> str:
    """Return the Content-Security-Policy of a `document` with `extras`, for a server to send."""
    return _assets(extras).policy


def _assets(extras: Extras) -> Assets:
    style = joined(*STYLES) + extras.style
    return assets(style, scripted(*SCRIPTS) + extras.script, connect=extras.connect)


def _title(reports: tuple[Report, ...]) -> str:
    if len(reports) == 1:
        return reports[0].article.title or reports[0].article.path
    return count(len(reports), "article")
