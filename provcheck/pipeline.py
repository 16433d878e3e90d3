"""The only file that knows the order: read, extract, resolve, fetch, match, judge."""

import asyncio
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import aclosing

from provcheck.errors import ArticleError
from provcheck.extract.claims import claims
from provcheck.extract.facts import is_checkable
from provcheck.fetch.desk import Desk
from provcheck.fetch.watch import Watch
from provcheck.judge.case import Walk
from provcheck.judge.choice import holds, in_other_words
from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.match.paraphrase import compare
from provcheck.match.sweep import Screen
from provcheck.model.alignment import Alignment
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Evidence, Found, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.report import Report
from provcheck.model.version import VERSION
from provcheck.read.article import Document, is_address, read_article, read_document
from provcheck.resolve.archive import archived
from provcheck.resolve.leads import leads
from provcheck.resolve.onward import onward
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.settings import Robots, Settings
from provcheck.store.given import given


def check(
    path: str,
    settings: Settings | None = None,
    rules: Rulebook | None = None,
    watch: Watch | None = None,
) -> Report:
    """Return the report on the article at `path`: a file, an address, or "-" for standard input.

    `rules` default to the shipped ones with the house that `settings` name; `watch` is told of
    progress and may stop the run, whose report then says `interrupted`. Raises ArticleError
    when the article cannot be read, StoreError when the sources given by hand or the store are
    broken, RuleError and SettingsError as load_rulebook does. A source that cannot be read raises
    nothing: the findings say so. Not to be called where an event loop runs; await `acheck` there.
    """
    return asyncio.run(acheck(path, settings, rules, watch))


async def acheck(
    path: str,
    settings: Settings | None = None,
    rules: Rulebook | None = None,
    watch: Watch | None = None,
) -> Report:
    """Return what `check` returns, from within a running event loop."""
    settings = settings or Settings()
    rules = rules or load_rulebook(settings.house)
    own = None if is_address(path) else read_article(path, settings, rules)
    sources = given(settings.sources, own.sha256 if own else path)
    async with aclosing(Desk(sources, settings, rules, watch)) as desk:
        article = desk.article = own or await _fetched(path, desk)
        checked = tuple(claim for claim in claims(article, rules) if is_checkable(claim))
        walks = await _walked(article, checked, desk)
        await desk.shelf.note_run(path, article.sha256)
    return Report(
        article=article,
        findings=tuple(
            judge(article, claim, walked, rules)
            for claim, walked in zip(checked, walks, strict=True)
        ),
        sources=desk.read,
        tool=VERSION,
        rules=rules.digest,
        house=rules.house.id,
        settings=_told(settings),
        interrupted=desk.watch.is_stopped,
    )


async def _fetched(path: str, desk: Desk) -> Article:
    """Return the article at the address `path`, fetched anew; raises ArticleError."""
    page = await desk.shelf.page(path, anew=True)
    if isinstance(page, Unavailable):
        raise _unread(page)
    data = desk.shelf.bytes_of(page)
    if isinstance(data, Unavailable):
        raise _unread(data)
    where = page.snapshot
    fetched = Document(
        url=where.final_url,
        data=data,
        media_type=where.media_type,
        charset=page.charset,
    )
    return read_document(fetched, desk.settings, desk.rules)


def _unread(why: Unavailable) -> ArticleError:
    own = "(for a host of your own network see --allow-private and --cacert)"
    remedy = f"check the address {own}, or save the page and name the file"
    return ArticleError(f"{why.reason}; {remedy}")


async def _walked(
    article: Article, checked: tuple[Claim, ...], desk: Desk
) -> list[tuple[Walk, ...]]:
    """Walk the leads of all claims side by side.

    In each round the sources that the claims wait for are fetched together; then each claim goes
    on with its own, so that no verdict depends on which server was quicker.
    """
    screen = Screen(checked, desk.rules)
    walking = {i: _walk(article, claim, desk, screen) for i, claim in enumerate(checked)}
    walks: dict[int, tuple[Walk, ...]] = {}
    await desk.gather(lead for claim in checked for lead in _linked(claim, desk))
    sent: dict[int, Found | Unavailable | None] = dict.fromkeys(walking)
    while sent:
        asked: dict[int, Lead] = {}
        for i, answer in sent.items():
            try:
                asked[i] = walking[i].send(answer) if answer else next(walking[i])
            except StopIteration as ended:
                walks[i] = ended.value
        await desk.gather(asked.values())
        sent = {i: desk.known(lead) for i, lead in asked.items()}
    return [walks[i] for i in range(len(checked))]


def _linked(claim: Claim, desk: Desk) -> Iterator[Lead]:
    """Yield the leads that the claim's walk is sure to ask for and that may take time."""
    for lead in leads(claim, desk.given, desk.rules):
        if lead.kind == LeadKind.URL and lead.standing == Standing.CITED:
            yield lead


def _walk(
    article: Article, claim: Claim, desk: Desk, screen: Screen
) -> Generator[Lead, Found | Unavailable, tuple[Walk, ...]]:
    """Walk the claim's leads breadth first, and those that found sources yield, each once.

    Yields each lead that it needs, to be sent what it leads to. Sources that nobody cited are
    walked only when no cited one holds the words, and the words are laid along them only where the
    two have enough in common.
    """
    walks: list[Walk] = []
    waiting = deque(leads(claim, desk.given, desk.rules))
    seen: set[tuple[LeadKind, str]] = set()
    while waiting:
        lead = waiting.popleft()
        if (lead.kind, lead.target) in seen or _needless(lead, claim, walks):
            continue
        seen.add((lead.kind, lead.target))
        evidence = yield lead
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
    """Return the leads that a walked one yields: an archived copy, and what the source cites."""
    if not isinstance(walk.evidence, Found) or not holds(claim, walk):
        return _copies(article, walk, desk)
    # A page that says it in other words today may have been corrected since.
    reworded = article.published_on and in_other_words(walk)
    copies = _copies(article, walk, desk) if reworded else ()
    if walk.lead.hop >= desk.settings.limits.onward_hops:
        return copies
    return (*copies, *_cited(walk, walk.evidence, desk))


def _copies(article: Article, walk: Walk, desk: Desk) -> tuple[Lead, ...]:
    day = article.published_on
    may_ask = desk.archives_may_have(walk.lead, day)
    copy = archived(walk.lead, desk.given, day, public=may_ask)
    return (copy,) if copy else ()


def _cited(walk: Walk, source: Found, desk: Desk) -> tuple[Lead, ...]:
    """Return leads to what `source` cites for the words that were located in it."""
    place = walk.alignment.pieces[0].source if walk.alignment else None
    return tuple(
        lead
        for quotation in source.text.quotations
        if place is not None and quotation.span.meets(place)
        for lead in onward(quotation, source, desk.given, desk.rules)
    )


def _told(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the settings that bear on verdicts; paths stay out, they differ between machines."""
    told = {
        "house": settings.house,
        "lang": settings.lang,
        "published": settings.published,
        "archives": None if settings.archives else "not asked",
        "robots": settings.robots if settings.robots is not Robots.RESPECT else None,
    }
    return tuple((name, str(value)) for name, value in told.items() if value is not None)
