"""One article with all its claims as the page shows it, and what its findings come to."""

from dataclasses import dataclass

from provcheck.model.report import Report
from provcheck.report.dates import moment
from provcheck.report.html.body import BlockView, body, unplaced
from provcheck.report.html.links import language
from provcheck.report.html.views import ClaimView, claim_view
from provcheck.report.sums import needs_work, sum_of, unchecked
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.verdicts import VerdictRule


@dataclass(frozen=True)
class Count:
    """How many claims have a verdict; `first` is the anchor of the first one."""

    rule: VerdictRule
    number: int
    first: str


@dataclass(frozen=True)
class NoticeView:
    """Something found that belongs to no claim: what its rule is called, and where it was."""

    level: str
    title: str
    message: str
    place: str


@dataclass(frozen=True)
class ArticleView:
    """One article with all its claims, as the page shows it.

    `unplaced` are the claims that have no mark in `body`.
    """

    anchor: str
    report: Report
    heading: str
    total: str
    published: str | None
    lang: str | None
    counts: tuple[Count, ...]
    claims: tuple[ClaimView, ...]
    body: tuple[BlockView, ...]
    unplaced: tuple[ClaimView, ...]
    notices: tuple[NoticeView, ...]

    @property
    def to_do(self) -> tuple[ClaimView, ...]:
        """Return the claims that an editor has to act on, the gravest first."""
        faulty = [claim for claim in self.claims if needs_work(claim.finding)]
        return tuple(sorted(faulty, key=lambda claim: -claim.finding.outstanding.rank))

    @property
    def unread(self) -> tuple[ClaimView, ...]:
        """Return the claims that nothing was compared for."""
        return tuple(claim for claim in self.claims if unchecked(claim.finding))

    @property
    def decided(self) -> tuple[ClaimView, ...]:
        """Return the claims that people decided something of."""
        return tuple(claim for claim in self.claims if claim.decisions)


def article_view(report: Report, rules: Rulebook, prefix: str) -> ArticleView:
    """Return what the page shows of one article; `prefix` goes before the anchors of its claims."""
    article = report.article
    claims = tuple(
        claim_view(finding, report, rules, f"{prefix}c{number}")
        for number, finding in enumerate(report.findings, 1)
    )
    blocks = body(article, claims)
    return ArticleView(
        anchor=prefix or "a1-",
        report=report,
        heading=article.title or article.path,
        total=sum_of((report,)),
        published=moment(article.published) if article.published else None,
        lang=language(article.lang),
        counts=_counts(report, rules, claims),
        claims=claims,
        body=blocks,
        unplaced=unplaced(blocks, claims),
        notices=_notices(report, rules),
    )


def _counts(report: Report, rules: Rulebook, claims: tuple[ClaimView, ...]) -> tuple[Count, ...]:
    firsts = {claim.finding.verdict: claim.anchor for claim in reversed(claims)}
    return tuple(
        Count(rules.verdicts.verdict(verdict), number, firsts[verdict])
        for verdict, number in report.counts().items()
    )


def _notices(report: Report, rules: Rulebook) -> tuple[NoticeView, ...]:
    return tuple(
        NoticeView(
            level=notice.level,
            title=rules.verdicts.named(notice.rule).title,
            message=notice.message,
            place=f"{notice.path}:{notice.position.line}:{notice.position.column}",
        )
        for notice in report.notices
    )
