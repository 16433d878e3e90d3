"""The provenance report: one self-contained page, readable without style or script."""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from provcheck.model.report import Report
from provcheck.report.dates import moment
from provcheck.report.html.body import BlockView, body
from provcheck.report.html.extras import NOTHING, Extras
from provcheck.report.html.links import language, link
from provcheck.report.html.views import ClaimView, claim_view
from provcheck.report.sums import count, needs_work, tally, unchecked
from provcheck.report.visible import visible
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.verdicts import VerdictRule


@dataclass(frozen=True)
class ArticleView:
    """One article with all its claims, as the page shows it."""

    anchor: str
    report: Report
    heading: str
    total: str
    published: str | None
    lang: str | None
    counts: tuple[tuple[VerdictRule, int], ...]
    claims: tuple[ClaimView, ...]
    body: tuple[BlockView, ...]

    @property
    def to_do(self) -> tuple[ClaimView, ...]:
        """Return the claims that an editor has to act on, the gravest first."""
        faulty = [claim for claim in self.claims if needs_work(claim.finding)]
        return tuple(sorted(faulty, key=lambda claim: -claim.finding.gravest.rank))

    @property
    def unread(self) -> tuple[ClaimView, ...]:
        """Return the claims that nothing was compared for."""
        return tuple(claim for claim in self.claims if unchecked(claim.finding))


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
        _article(report, rules, "" if len(reports) == 1 else f"a{number}-")
        for number, report in enumerate(reports, 1)
    )
    style, script = _text("style.css") + extras.style, _text("script.js") + extras.script
    return (
        _templates()
        .get_template("page.html")
        .render(
            articles=articles,
            title=_title(reports),
            total=sum_of(reports),
            several=len(reports) > 1,
            verdicts=[rules.verdicts.verdict(verdict) for verdict in tally(reports)],
            house=rules.house,
            extras=extras,
            style=Markup(style),  # noqa: S704  (our own files)
            script=Markup(script),  # noqa: S704  (our own files)
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _article(report: Report, rules: Rulebook, prefix: str) -> ArticleView:
    article = report.article
    claims = tuple(
        claim_view(finding, report, rules, f"{prefix}c{number}")
        for number, finding in enumerate(report.findings, 1)
    )
    return ArticleView(
        anchor=prefix or "a1-",
        report=report,
        heading=article.title or article.path,
        total=sum_of((report,)),
        published=moment(article.published) if article.published else None,
        lang=language(article.lang),
        counts=tuple((rules.verdicts.verdict(v), n) for v, n in report.counts().items()),
        claims=claims,
        body=body(article, claims),
    )


def sum_of(reports: tuple[Report, ...]) -> str:
    """Return what the findings come to, as one sentence for the head of the page."""
    findings = [finding for report in reports for finding in report.findings]
    faulty = sum(needs_work(finding) for finding in findings)
    missed = sum(unchecked(finding) for finding in findings)
    if faulty:
        total = f"{faulty} of {count(len(findings), 'claim')} need{'s' * (faulty == 1)} work"
    elif missed == len(findings):
        return f"None of {count(len(findings), 'claim')} could be checked"
    else:
        total = f"Nothing to correct in {count(len(findings) - missed, 'checked claim')}"
    return f"{total}; {missed} could not be checked" if missed else total


def _title(reports: tuple[Report, ...]) -> str:
    if len(reports) == 1:
        return reports[0].article.title or reports[0].article.path
    return count(len(reports), "article")


@cache
def _templates() -> Environment:
    """Return the templates; every value they show passes `visible`, then escaping."""
    environment = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters.update(link=link, moment=moment)
    return environment


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _text(name: str) -> str:
    return (resources.files("provcheck.report.html") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
