"""The one HTTP client: redirects walked by hand, every failure a reason."""

from collections import Counter
from dataclasses import dataclass, field
from email.utils import format_datetime
from urllib.parse import urljoin

from provcheck.fetch.answer import Answer, Response, Validators
from provcheck.fetch.asking import Asker, status_told
from provcheck.fetch.budget import Budget
from provcheck.fetch.ends import is_end
from provcheck.fetch.failures import Failure
from provcheck.fetch.gate import refused
from provcheck.fetch.hosts import turn_of
from provcheck.fetch.keys import key_fields
from provcheck.fetch.replay import replayed
from provcheck.fetch.robots import MOST, SiteRules
from provcheck.fetch.shortened import leads_to
from provcheck.model.evidence import Hop, Unavailable
from provcheck.rulebook.archives import archive_rules
from provcheck.rulebook.pages import page_rules
from provcheck.rulebook.platforms import Platforms
from provcheck.settings import Robots, Settings
from provcheck.store.dated import wanted_at
from provcheck.store.given import Given

OFFLINE = "offline, and no copy of it was given or kept; give one with --sources"


@dataclass
class _Walk:
    """One address on its way: what it met, and what it may still spend."""

    url: str
    budget: Budget
    mannered: bool = True
    known: Validators | None = None
    hops: list[Hop] = field(default_factory=list)
    peers: list[str] = field(default_factory=list)
    live: bool = False
    warned: str | None = None

    def failed(self, why: str) -> Unavailable:
        return Unavailable(reason=f"{self.url}: {why}", attempts=tuple(self.hops))

    def arrived(self, url: str) -> Response:
        """Return that the way leads to `url`, which is not asked."""
        return Response(
            url=self.url,
            final_url=url,
            hops=tuple(self.hops),
            peers=tuple(self.peers),
            media_type="",
            charset=None,
            body=b"",
            live=self.live,
            warned=self.warned,
        )


class Client:
    """GETs: from the sources given by hand where they answer, over the network by `asker` else.

    Without `asker` no socket is opened. No cookies, no environment, no redirect that was not
    looked at. A redirect to a post of one of `platforms` or to a copy in an archive is not followed
    (fetch/ends.py): the response, without a body, tells where it leads. Short links of the
    platforms lead on by a page too.
    """

    def __init__(
        self,
        given: Given,
        asker: Asker | None,
        settings: Settings,
        platforms: Platforms | None = None,
    ) -> None:
        self._given, self._asker, self._settings = given, asker, settings
        self._platforms = platforms or Platforms(platforms=())
        self._sites = SiteRules(self._unmannered)

    async def get(self, url: str, known: Validators | None = None) -> Response | Unavailable:
        """Return what `url` leads to, or why it could not be read; raises CancelledError alone.

        `known` makes the request a conditional one: the response may be `unchanged`.
        """
        limits = self._settings.limits
        budget = Budget(limits.total_seconds, waits=limits.waits)
        return await self._walked(_Walk(url, budget, known=known))

    async def _unmannered(self, url: str) -> Response | Unavailable:
        """Return robots.txt, for which robots.txt is not asked."""
        # It is asked at each redirect to another site: there is little time to wait for it.
        seconds = self._settings.limits.total_seconds
        budget = Budget(seconds, waits=seconds, enough=MOST)
        return await self._walked(_Walk(url, budget, mannered=False))

    async def _walked(self, walk: _Walk) -> Response | Unavailable:
        asked = walk.url
        met: Counter[str] = Counter()
        while len(walk.hops) <= self._settings.limits.redirects:
            why = refused(asked) or ("it redirects in a circle" if met[asked] > 1 else None)
            if why:
                return walk.failed(why)
            met[asked] += 1  # a page may lead to itself once, without what it sent along
            answer = await self._answer(asked, walk)
            if isinstance(answer, Failure):
                return walk.failed(answer.clause)
            walk.hops.append(Hop(url=asked, status=answer.status))
            if answer.peer:
                walk.peers.append(answer.peer)
            location = self._location(answer)
            if location is None:
                return _ended(walk, answer)
            before, asked = asked, _joined(asked, location)
            if self._is_end(before, asked):
                return walk.arrived(asked)
        return walk.failed("too many redirects")

    def _location(self, answer: Answer) -> str | None:
        """Return where an answer leads: a redirect, or the page of a short link."""
        if answer.location is None and self._platforms.is_short(answer.url):
            return leads_to(answer)
        return answer.location

    def _is_end(self, asked: str, target: str) -> bool:
        """Tell whether a redirect leads to what is read in another way, and not given as a page."""
        ends = is_end(asked, target, self._platforms)
        return ends and self._given.at(target) is None and not refused(target)

    async def _answer(self, url: str, walk: _Walk) -> Answer | Failure:
        entry = self._given.at(url)
        if entry is not None:
            return replayed(entry, url, self._settings.limits)
        if self._asker is None:
            return Failure(clause=OFFLINE)
        refusal = self._asker.refusal(url)
        if refusal:
            return Failure(clause=refusal)
        walk.live = True
        if walk.mannered and self._settings.robots is not Robots.IGNORE:
            why = await self._forbidden(url)
            if why and self._settings.robots is Robots.RESPECT:
                return Failure(clause=why)
            walk.warned = walk.warned or why
        headers = key_fields(url, self._settings.keys) | _negotiated(url)
        headers |= walk.known.headers(url) if walk.known else {}
        return await self._asker.ask(url, headers, walk.budget)

    async def _forbidden(self, url: str) -> str | None:
        """Return what the site's robots.txt has against the request, and keep to its pace."""
        why = await self._sites.forbid(url)
        if self._asker is not None and not why:
            self._asker.hosts.slow_down(turn_of(url), await self._sites.delay(url))
        return why


def _ended(walk: _Walk, answer: Answer) -> Response | Unavailable:
    """Return what the last answer of a walk amounts to."""
    # Only of the page that was asked whether it changed: others have no kept one to stand for.
    unchanged = answer.is_unchanged and walk.known and walk.known.headers(answer.url)
    if not (answer.is_page or unchanged):
        return walk.failed(_status(answer))
    return Response(
        url=walk.url,
        final_url=answer.url,
        hops=tuple(walk.hops),
        peers=tuple(walk.peers),
        media_type=answer.media_type,
        charset=answer.charset,
        body=answer.body,
        etag=answer.validator("etag"),
        last_modified=answer.validator("last-modified"),
        live=walk.live,
        unchanged=answer.is_unchanged,
        tells_end=answer.tells_end or not walk.live,
        warned=walk.warned,
        memento=answer.memento,
    )


def _negotiated(url: str) -> dict[str, str]:
    """Return the header that asks a TimeGate for the moment which its address carries."""
    moment = wanted_at(url)
    return {"Accept-Datetime": format_datetime(moment, usegmt=True)} if moment else {}


def _status(answer: Answer) -> str:
    archives = archive_rules()
    why = archives.refusal(answer.url, answer.header(archives.refusal_header), answer.body)
    if why:
        return f"answered {status_told(answer.status)}: {why}"
    if any(answer.header(name) for name in page_rules().robot_check_headers):
        return f"answered {status_told(answer.status)}: a check for robots stands before it"
    return f"answered {status_told(answer.status)}"


def _joined(base: str, location: str) -> str:
    """Return where `location` leads from `base`; what is no address stays as it is."""
    try:
        return urljoin(base, location)
    except ValueError:
        return location
