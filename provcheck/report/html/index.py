"""One page that lists many articles, with what was found in each and a link to its own page."""

from dataclasses import dataclass

from provcheck.model.evidence import Found
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict
from provcheck.report.dates import day
from provcheck.report.html.links import language
from provcheck.report.html.templates import assets, joined, scripted, templates
from provcheck.report.places import escaped
from provcheck.report.sums import needs_work, sum_of, tally, unchecked
from provcheck.rulebook.book import Rulebook

STYLES = ("base.css", "index.css")
SCRIPTS = ("sort.js",)


@dataclass(frozen=True)
class Entry:
    """An article's report, and where its page lies from the index: a path with slashes."""

    page: str
    report: Report


@dataclass(frozen=True)
class Row:
    """What the index shows of an article; `gravest` is what is still open, `reasons` why not."""

    href: str
    page: str
    heading: str
    path: str
    lang: str | None
    published: str | None
    iso: str
    total: str
    claims: int
    faulty: int
    missed: int
    settled: int
    gravest: Level
    counts: tuple[tuple[str, Verdict, int], ...]
    reasons: tuple[str, ...]
    interrupted: bool


def render_index(entries: tuple[Entry, ...], rules: Rulebook) -> str:
    """Return the page; equal entries give equal bytes.

    Articles stand in the order given; a script sorts them where one may run. A page's path is
    escaped, and one that begins like an address or from the root is still taken from the index.
    """
    return (
        templates()
        .get_template("index.html")
        .render(
            rows=[_row(entry, rules) for entry in entries],
            total=sum_of(tuple(entry.report for entry in entries)),
            assets=assets(joined(*STYLES), scripted(*SCRIPTS)),
        )
    )


def _row(entry: Entry, rules: Rulebook) -> Row:
    report = entry.report
    article, findings = report.article, report.findings
    missed = [finding for finding in findings if unchecked(finding)]
    levels = [*(f.outstanding for f in findings), *(n.level for n in report.notices), Level.OK]
    return Row(
        href=f"./{escaped(entry.page)}",
        page=entry.page,
        heading=article.title or article.path,
        path=article.path,
        lang=language(article.lang),
        published=day(article.published) if article.published else None,
        iso=article.published_on.isoformat() if article.published_on else "",
        total=sum_of((report,)),
        claims=len(findings),
        faulty=sum(needs_work(finding) for finding in findings),
        missed=len(missed),
        settled=sum(f.gravest.rank > f.outstanding.rank for f in findings),
        gravest=max(levels, key=lambda level: level.rank),
        counts=tuple(
            (rules.verdicts.verdict(verdict).sign, verdict, number)
            for verdict, number in tally((report,)).items()
        ),
        reasons=tuple(dict.fromkeys(_reason(finding) for finding in missed)),
        interrupted=report.interrupted,
    )


def _reason(finding: Finding) -> str:
    """Return why nothing was compared; a source that was read and gave no ground has a message."""
    evidence = finding.evidence
    return finding.message if isinstance(evidence, Found) else evidence.reason
