"""The only file that knows the order: read, extract, resolve, fetch, match, judge."""

import asyncio
from collections import deque

import provcheck
from provcheck.extract.claims import claims
from provcheck.extract.facts import is_checkable
from provcheck.fetch.desk import Desk
from provcheck.judge.case import Walk
from provcheck.judge.choice import holds
from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.match.paraphrase import compare
from provcheck.match.sweep import Screen
from provcheck.model.alignment import Alignment
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Evidence, Found, Unavailable
from provcheck.model.finding import Finding
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.report import Report
from provcheck.read.article import read_article
from provcheck.resolve.archive import archived
from provcheck.resolve.leads import leads
from provcheck.resolve.onward import onward
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.settings import Settings
from provcheck.store.given import given


def check(path: str, settings: Settings | None = None, rules: Rulebook | None = None) -> Report:
    """Return the report on the article at `path` ("-" is standard input).

    `rules` default to the shipped ones with the house that `settings` name. Raises ArticleError
    when the article cannot be read, StoreError when the sources given by hand are broken,
    RuleError and SettingsError as load_rulebook does. A source that cannot be read raises nothing:
    the findings say so. Not to be called where an event loop runs; await `acheck` there.
    """
    return asyncio.run(acheck(path, settings, rules))


async def acheck(
    path: str, settings: Settings | None = None, rules: Rulebook | None = None
) -> Report:
    """Return what `check` returns, from within a running event loop."""
    settings = settings or Settings()
    rules = rules or load_rulebook(settings.house)
    article = read_article(path, settings, rules)
    desk = Desk(given(settings.sources), settings, rules)
    checked = tuple(claim for claim in claims(article, rules) if is_checkable(claim))
    screen = Screen(checked, rules)
    findings = [await _finding(article, claim, desk, screen) for claim in checked]
    return Report(
        article=article,
        findings=tuple(findings),
        sources=desk.read,
        tool=provcheck.__version__,
        rules=rules.digest,
        house=rules.house.id,
        settings=_told(settings),
    )


async def _finding(article: Article, claim: Claim, desk: Desk, screen: Screen) -> Finding:
    return judge(article, claim, await _walked(article, claim, desk, screen), desk.rules)


async def _walked(article: Article, claim: Claim, desk: Desk, screen: Screen) -> tuple[Walk, ...]:
    """Walk the claim's leads breadth first, and those that found sources yield, each once.

    Sources that nobody cited are walked only when no cited one holds the words, and the words are
    laid along them only where the two have enough in common.
    """
    walks: list[Walk] = []
    waiting = deque(leads(claim, desk.given, desk.rules))
    seen: set[tuple[LeadKind, str]] = set()
    while waiting:
        lead = waiting.popleft()
        if (lead.kind, lead.target) in seen or _needless(lead, claim, walks):
            continue
        seen.add((lead.kind, lead.target))
        evidence = await desk.evidence(lead)
        hopeless = lead.standing == Standing.NEARBY and not _may_stand(claim, evidence, screen)
        alignment = None if hopeless else _laid(claim, evidence, desk)
        walk = Walk(lead=lead, evidence=evidence, alignment=alignment)
        walks.append(walk)
        waiting.extendleft(reversed(_further(article, claim, walk, desk)))
    return tuple(walks)


def _needless(lead: Lead, claim: Claim, walks: list[Walk]) -> bool:
    return lead.standing == Standing.NEARBY and any(holds(claim, walk) for walk in walks)


def _may_stand(claim: Claim, evidence: Evidence, screen: Screen) -> bool:
    return isinstance(evidence, Found) and screen.may_stand(claim, evidence.text)


def _laid(claim: Claim, evidence: Evidence, desk: Desk) -> Alignment | None:
    if not isinstance(evidence, Found):
        return None
    if claim.kind == ClaimKind.PARAPHRASE:
        return compare(claim, evidence, desk.rules)
    return align(claim, evidence, desk.rules)


def _further(article: Article, claim: Claim, walk: Walk, desk: Desk) -> tuple[Lead, ...]:
    """Return the leads that a walked one yields: an archived copy, or what the source cites."""
    if isinstance(walk.evidence, Unavailable) or not holds(claim, walk):
        copy = archived(walk.lead, desk.given, article.published_on)
        return (copy,) if copy else ()
    if not isinstance(walk.evidence, Found) or walk.lead.hop >= desk.settings.limits.onward_hops:
        return ()
    place = walk.alignment.pieces[0].source if walk.alignment else None
    return tuple(
        lead
        for quotation in walk.evidence.text.quotations
        if place is not None and quotation.span.meets(place)
        for lead in onward(quotation, walk.evidence, desk.given, desk.rules)
    )


def _told(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the settings that bear on verdicts; paths stay out, they differ between machines."""
    told = {
        "house": settings.house,
        "lang": settings.lang,
        "offline": settings.offline or None,
        "published": settings.published,
    }
    return tuple((name, str(value)) for name, value in told.items() if value is not None)
