"""The only file that knows the order: read, extract, resolve, fetch, match, judge."""

import asyncio
from collections import deque
from collections.abc import Generator
from contextlib import aclosing

from provcheck.extract.claims import claims
from provcheck.extract.facts import is_checkable
from provcheck.fetch.article import fetched
from provcheck.fetch.desk import Desk
from provcheck.fetch.search.searching import Searched
from provcheck.fetch.watch import Watch
from provcheck.judge.case import Walk
from provcheck.judge.checks import with_checks
from provcheck.judge.choice import holds, in_other_words
from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.match.evidence import needed
from provcheck.match.paraphrase import compare
from provcheck.match.sweep import Screen
from provcheck.model.alignment import Alignment
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Evidence, Found, Unavailable
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.model.report import Report
from provcheck.model.version import VERSION
from provcheck.read.article import is_address, read_article
from provcheck.resolve.archive import archived, sought
from provcheck.resolve.fitting import as_cited
from provcheck.resolve.forms import other_forms
from provcheck.resolve.leads import leads
from provcheck.resolve.library import credited, shelved
from provcheck.resolve.onward import is_beyond, is_own, linked_by_post, onward
from provcheck.resolve.search import found_online
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.settings import Settings
from provcheck.store.given import given

_Walking = Generator[Lead, Found | Unavailable, tuple[Walk, ...]]
Walks = dict[int, tuple[Walk, ...]]
_SEARCHES = 3  # in the library, each after the sources that the one before brought in


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
    rules = rules or load_rulebook(settings.house, settings.agencies)
    own = None if is_address(path) else read_article(path, settings, rules)
    sources = given(settings.sources, own.sha256 if own else path)
    async with aclosing(Desk(sources, settings, rules, watch)) as desk:
        article = own or await fetched(path, desk)
        await desk.open_library(article)
        checked = tuple(claim for claim in claims(article, rules) if is_checkable(claim))
        walker = _Walker(article, checked, desk)
        walks = await walker.cited()
        walks = await walker.on_shelves(walks)
        walks, searched = await walker.online(walks)
        await desk.note_run(path)
    findings = (judge(article, claim, walks[i], rules) for i, claim in enumerate(checked))
    return Report(
        article=article,
        findings=tuple(
            with_checks(finding, its.results, rules)
            for finding, its in zip(findings, searched, strict=True)
        ),
        sources=desk.read,
        queries=tuple(query for its in searched for query in its.queries),
        tool=VERSION,
        rules=rules.digest,
        house=rules.house.id,
        settings=settings.told,
        interrupted=desk.watch.is_stopped,
    )


def _is_sure(lead: Lead) -> bool:
    """Tell whether a claim's walk is sure to ask for the lead, and whether that may take time."""
    return lead.kind == LeadKind.URL and lead.standing == Standing.CITED


class _Walker:
    """Walks the leads of an article's claims; walks are by the number of their claim."""

    def __init__(self, article: Article, checked: tuple[Claim, ...], desk: Desk) -> None:
        self.article, self.checked, self.desk = article, checked, desk
        self.screen = Screen(checked, desk.rules)

    async def cited(self) -> Walks:
        """Walk what the claims cite, and what was given with the article."""
        known = [leads(claim, self.desk.given, self.desk.rules) for claim in self.checked]
        await self.desk.gather(lead for its in known for lead in its if _is_sure(lead))
        return await self.on(dict.fromkeys(range(len(known)), ()), dict(enumerate(known)))

    async def on_shelves(self, walks: Walks) -> Walks:
        """Look in the library for what is still to be found.

        What the run itself reads is in there too, so that a run finds what its repetition will:
        claims are looked for again as long as walking brings in sources that were not there.
        """
        for _ in range(_SEARCHES):
            if not self.desk.stacks.take_in(self.desk.found):
                break
            found = {i: self.shelved(self.checked[i], its) for i, its in walks.items()}
            walks = await self.on(walks, found)
        return walks

    async def online(self, walks: Walks) -> tuple[Walks, tuple[Searched, ...]]:
        """Search online, where that is asked for, for quotations that were not found so far."""
        nothing = [Searched() for _ in self.checked]
        missing = [i for i, its in walks.items() if not self._holding(i, its)]
        if not self.desk.settings.search or not missing:
            return walks, tuple(nothing)
        sought = [self.checked[i] for i in missing]
        told = await self.desk.searching.for_claims(sought, self.article)
        found = {
            i: found_online(its.results, self.checked[i], self.desk.rules)
            for i, its in zip(missing, told, strict=True)
        }
        for i, its in zip(missing, told, strict=True):
            nothing[i] = its
        return await self.on(walks, found), tuple(nothing)

    async def on(self, walks: Walks, further: dict[int, tuple[Lead, ...]]) -> Walks:
        """Return the walks with those of `further` leads, where there are any."""
        walking = {
            i: self.walk(self.checked[i], its, walks[i]) for i, its in further.items() if its
        }
        return walks | await self.together(walking)

    def _holding(self, number: int, walks: tuple[Walk, ...]) -> list[Walk]:
        return [walk for walk in walks if holds(self.checked[number], walk)]

    async def together(self, walking: dict[int, _Walking]) -> Walks:
        """Walk the leads of several claims side by side, and return their walks.

        In each round the sources that the claims wait for are fetched together; then each claim
        goes on with its own, so that no verdict depends on which server was quicker.
        """
        walks: Walks = {}
        sent: dict[int, Found | Unavailable | None] = dict.fromkeys(walking)
        while sent:
            asked: dict[int, Lead] = {}
            for i, answer in sent.items():
                try:
                    asked[i] = walking[i].send(answer) if answer else next(walking[i])
                except StopIteration as ended:
                    walks[i] = ended.value
            await self.desk.gather(asked.values())
            sent = {i: self.desk.known(lead) for i, lead in asked.items()}
        return walks

    def walk(self, claim: Claim, first: tuple[Lead, ...], before: tuple[Walk, ...]) -> _Walking:
        """Walk `first` and what found sources lead to, each once, after the walks `before`.

        Breadth first, copies of a page right after it; yields each lead that it needs, to be sent
        what it leads to. Sources that nobody cited are walked only when no cited one holds the
        words, and the words are laid along them only where the two have enough in common; those
        that a search brought are told of only where they hold the words.
        """
        walks = list(before)
        waiting = deque(first)
        seen = {(walk.lead.kind, walk.lead.target) for walk in before}
        while waiting:
            lead = waiting.popleft()
            if (lead.kind, lead.target) in seen or _needless(lead, claim, walks):
                continue
            seen.add((lead.kind, lead.target))
            evidence = yield lead
            alignment = self._laid(claim, lead, evidence)
            walk = Walk(lead=lead, evidence=evidence, alignment=alignment)
            walk = as_cited(walk, claim, self.desk.rules)
            if _is_idle(claim, walk):
                continue
            walks.append(walk)
            further = self._further(claim, walk)
            waiting.extendleft(reversed([one for one in further if one.hop == lead.hop]))
            waiting.extend(one for one in further if one.hop > lead.hop)
        return tuple(walks)

    def shelved(self, claim: Claim, walks: tuple[Walk, ...]) -> tuple[Lead, ...]:
        """Return what the library may add to the walks of a claim.

        Sources in which words may stand that were not found; and of those that were found, what
        the sources credit that hold them.
        """
        holding = [walk for walk in walks if holds(claim, walk)]
        library, rules = self.desk.stacks.library, self.desk.rules
        found = (
            lead.model_copy(update={"hop": walk.lead.hop + 1})
            for walk in holding
            if self._may_go_on(walk)
            for quotation in _there(walk)
            for lead in credited(claim, quotation, library, rules)
            if isinstance(walk.evidence, Found) and not is_own(lead, walk.evidence, rules)
        )
        read = {w.evidence.snapshot.sha256 for w in walks if isinstance(w.evidence, Found)}
        new = found if holding else shelved(claim, library, rules, self.article.published_on)
        return tuple(lead for lead in new if lead.target not in read)

    def _laid(self, claim: Claim, lead: Lead, evidence: Evidence) -> Alignment | None:
        """Lay the words along a source; None where there is none, or no hope."""
        if not isinstance(evidence, Found):
            return None
        at_hand = lead.standing == Standing.NEARBY
        if at_hand and not self.screen.may_stand(claim, evidence.text):
            return None
        if claim.kind == ClaimKind.PARAPHRASE:
            return compare(claim, evidence, self.desk.rules)
        laid = align(claim, evidence, self.desk.rules)
        bits = max(laid.needed, needed(lead.searched))
        return laid.model_copy(update={"needed": bits}) if lead.searched else laid

    def _further(self, claim: Claim, walk: Walk) -> tuple[Lead, ...]:
        """Return the leads that a walked one yields: copies of it, and what the source cites."""
        if not isinstance(walk.evidence, Found) or not holds(claim, walk):
            forms = other_forms(walk.lead, walk.evidence, self.desk.rules)
            return (*forms, *self._copies(walk))
        # A page that says it in other words today may have been corrected since.
        reworded = self.article.published_on and in_other_words(walk)
        copies = self._copies(walk) if reworded else ()
        return (*copies, *self._cited(walk, walk.evidence)) if self._may_go_on(walk) else copies

    def _copies(self, walk: Walk) -> tuple[Lead, ...]:
        """Return leads to the copy of a page that was taken nearest to the article's day."""
        day, lead, given = self.article.published_on, walk.lead, self.desk.given
        is_page = lead.kind == LeadKind.URL and not given.copies(lead.target)
        pages = sought(lead, walk.evidence) if is_page else (lead,)
        may = ((page, self.desk.archives_may_have(page, day)) for page in pages)
        copies = (archived(page, given, day, public=may_ask) for page, may_ask in may)
        return tuple(filter(None, copies))

    def _cited(self, walk: Walk, source: Found) -> tuple[Lead, ...]:
        """Return leads to what `source` cites for the words that were located in it."""
        given, rules = self.desk.given, self.desk.rules
        cited = (lead for q in _there(walk) for lead in onward(q, source, given, rules))
        further = (*cited, *linked_by_post(source))
        return tuple(lead.model_copy(update={"hop": walk.lead.hop + 1}) for lead in further)

    def _may_go_on(self, walk: Walk) -> bool:
        return walk.lead.hop < self.desk.settings.limits.onward_hops


def _there(walk: Walk) -> tuple[Claim, ...]:
    """Return what the source of a walk quotes where the claim's words stand in it."""
    if not isinstance(walk.evidence, Found) or walk.alignment is None or not walk.alignment.pieces:
        return ()
    place = walk.alignment.pieces[0].source
    return tuple(each for each in walk.evidence.text.quotations if each.span.meets(place))


def _needless(lead: Lead, claim: Claim, walks: list[Walk]) -> bool:
    """Tell whether what was walked makes a lead idle: to what nobody cited, a copy, or too much."""
    holding = [walk for walk in walks if holds(claim, walk)]
    if lead.kind == LeadKind.ARCHIVE:
        return any(not in_other_words(walk) for walk in holding)
    if is_beyond(lead, [walk.lead for walk in walks]):
        return True
    return lead.standing == Standing.NEARBY and bool(holding)


def _is_idle(claim: Claim, walk: Walk) -> bool:
    """Tell whether a search brought a source that nobody cited, and the words are not in it."""
    is_chance = walk.lead.searched and walk.lead.standing == Standing.NEARBY
    return bool(is_chance) and not holds(claim, walk)
