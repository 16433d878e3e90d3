"""What fits a citation: sources at hand, documents of a library, results of a search."""

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from provcheck.judge.case import Walk
from provcheck.judge.choice import holds
from provcheck.language.hosts import named_after
from provcheck.language.names import same_name
from provcheck.language.snowflake import posted_at
from provcheck.language.words import normalised
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found
from provcheck.model.lead import Standing
from provcheck.model.value import Value
from provcheck.rulebook.agencies import Agency, AgencyKind
from provcheck.rulebook.book import Rulebook

_ZONES = timedelta(days=1)
_SIGNED = re.compile(r"Post by (?P<author>.+?)(?: \(@[^()\s]+\))?$")  # the title of a post


class Offer(Value):
    """What is known of a source before it is read.

    `wire` is the id in rules/agencies.yaml of the agency that it credits for its text.
    """

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: datetime | date | None = None
    wire: str | None = None


class Narrowing(Value):
    """What a search for a claim's source is narrowed to.

    `hosts` and `publishers` are those of the outlets that the article names for the words, all
    their names among them; `wires` the ids of the agencies, whose copies stand elsewhere too. A
    source counts by any of the three. All are empty where the article names no outlet. `first` and
    `last` are the days, both included, between which the source appeared; None where that is not
    known.
    """

    hosts: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def fits(cite: Citation, claim: Claim, offer: Offer, rules: Rulebook) -> bool:
    """Tell whether `offer` may be what `cite` names as source of `claim`.

    A source fits an outlet that published it (by its publisher or its host), or whose story it
    carries; a document, which platforms count as, whose name its title or publisher holds; of posts
    only the speaker's own. It fits a post by its author and day, no occasion, and no link: where
    that leads is known. Never raises.
    """
    if cite.kind != CitationKind.POST and _is_post_of_another(offer, claim, rules):
        return False
    match cite.kind:
        case CitationKind.OUTLET:
            return _published_by(offer, cite.name, rules)
        case CitationKind.DOCUMENT:
            return _holds(offer.title, cite.name) or _holds(offer.publisher, cite.name)
        case CitationKind.POST:
            return bool(offer.url) and _is_post(offer, cite, claim, rules)
        case CitationKind.LINK | CitationKind.EVENT:
            return False


def as_cited(walk: Walk, claim: Claim, rules: Rulebook) -> Walk:
    """Return `walk` as one to what the claim cites, where it found that at hand, else as it is.

    A page that nobody linked and that holds the words is a source of the agency that the article
    names, where it carries a story of that agency, and of the outlet that it names as its own where
    it was given by hand. One that lacks the words is another of their stories.
    """
    found, lead = walk.evidence, walk.lead
    if not isinstance(found, Found) or lead.standing != Standing.NEARBY or not holds(claim, walk):
        return walk
    told = {"it carries a story of": Offer(wire=found.text.wire)}
    if not lead.searched:  # anybody's page may call itself an outlet's, and a search finds it
        told["it says that it is by"] = Offer(publisher=found.text.publisher)
    fitting = (
        (cite, how)
        for how, offer in told.items()
        for cite in claim.cites
        if fits(cite, claim, offer, rules)
    )
    cite, how = next(fitting, (None, ""))
    if cite is None:
        return walk
    reason = f"{how} what the article names: {cite.name}"
    cited = {"standing": Standing.CITED, "reason": reason, "via": cite}
    return walk.model_copy(update={"lead": lead.model_copy(update=cited)})


def within(claim: Claim, rules: Rulebook, appeared: date | None = None) -> Narrowing:
    """Return what a search for the source of `claim` is narrowed to.

    A report of words said on a day appears between the day before, by the world's time zones, and
    some days after it (rules/agencies.yaml, `reports`), and no later than the day after `appeared`,
    the article's own.
    """
    named = dict.fromkeys(
        (*(cite.name for cite in claim.cites if cite.kind == CitationKind.OUTLET), claim.via)
    )
    outlets = [name for name in named if name and rules.agencies.is_outlet(name)]
    known = [agency for name in outlets if (agency := rules.agencies.named(name))]
    first, last = _days(claim, rules, appeared)
    return Narrowing(
        hosts=tuple(dict.fromkeys(host for agency in known for host in agency.hosts)),
        publishers=tuple(dict.fromkeys((*outlets, *(n for each in known for n in each.names)))),
        wires=tuple(
            dict.fromkeys(each.id for each in known if each.kind == AgencyKind.AGENCY),
        ),
        first=first,
        last=last,
    )


def _days(claim: Claim, rules: Rulebook, appeared: date | None) -> tuple[date | None, date | None]:
    last = _moved(appeared, 1) if appeared else None
    if claim.said_on is None:
        return None, last
    delay = rules.agencies.reports
    first = _moved(claim.said_on.first, -delay.days_before)
    told = _moved(claim.said_on.last, delay.days_after)
    # A day that the article gives after its own is a slip of one of the two; neither narrows then.
    if last is not None and last < first:
        return None, None
    return first, min(told, last) if last else told


def _moved(day: date, days: int) -> date:
    """Return the day so many days on, or the first or last day that there is."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def _is_post_of_another(offer: Offer, claim: Claim, rules: Rulebook) -> bool:
    """Tell whether a source is a post of somebody else than the speaker: platforms publish all."""
    speaker = claim.speaker.resolved if claim.speaker else None
    signed = _SIGNED.match(offer.title or "")
    if speaker is None or signed is None or rules.platforms.post_at(offer.url or "") is None:
        return False
    return not same_name(signed["author"], speaker)


def _published_by(offer: Offer, name: str, rules: Rulebook) -> bool:
    agency = rules.agencies.named(name)
    if offer.publisher and _same_outlet(offer.publisher, name, agency, rules):
        return True
    if agency is None:
        return named_after(offer.url or "", name)
    if _posted_by(offer, rules) == agency:
        return True
    return offer.wire == agency.id or rules.agencies.at_address(offer.url or "") == agency


def _posted_by(offer: Offer, rules: Rulebook) -> Agency | None:
    """Return the outlet whose account on X has posted what is on offer, or None."""
    post = rules.platforms.post_at(offer.url or "")
    if post is None or post.platform != "x" or post.handle is None:
        return None
    return rules.agencies.with_handle(post.handle)


def _same_outlet(publisher: str, name: str, agency: Agency | None, rules: Rulebook) -> bool:
    """Tell whether a publisher goes by a name; a guarded one, such as Time, holds only as whole.

    Of a known outlet the name stands first: Reuters UK is Reuters', and Reuters Watch is not told
    from it.
    """
    if agency is not None and rules.agencies.named(publisher) == agency:
        return True
    known = agency.names if agency else (name,)
    plain = (each for each in known if not rules.agencies.is_guarded(each))
    return any(_may_be_called(publisher, each, first=agency is not None) for each in plain)


def _may_be_called(publisher: str, name: str, *, first: bool) -> bool:
    """Tell whether a name is a publisher's or a part of it, the `first` one of it: Reuters UK."""
    one, two = (normalised(n).removeprefix("the ") for n in (publisher, name))
    if first:
        return f"{one} ".startswith(f"{two} ")
    return f" {two} " in f" {one} " or same_name(publisher, name)


def _holds(said: str | None, name: str) -> bool:
    """Tell whether a title or publisher holds all words of a document's name."""
    return bool(said) and set(normalised(name).split()) <= set(normalised(said or "").split())


def _is_post(offer: Offer, cite: Citation, claim: Claim, rules: Rulebook) -> bool:
    """Tell whether a page is the post: on a post host, by the handle or name, of that day."""
    host = _host_of(offer.url).removeprefix("www.")
    hosts = {h for p in rules.platforms.platforms for h in p.hosts}
    path = (offer.url or "").casefold()
    handle = cite.name.rpartition("@")[2].strip(") ").casefold()
    by = bool(handle) and (f"/{handle}/" in path or f"@{handle}" in path)
    fits_author = by or _holds(offer.publisher, cite.name.partition(" (@")[0])
    return fits_author and _is_of_day(offer, claim, rules) and (host in hosts or by)


def _is_of_day(offer: Offer, claim: Claim, rules: Rulebook) -> bool:
    """Tell whether a post may be of the claim's day, which has no zone: a day off is none."""
    post = rules.platforms.post_at(offer.url or "")
    by_id = posted_at(post.id) if post is not None and post.platform == "x" else None
    when, said = offer.published or by_id, claim.said_on
    if when is None or said is None:
        return True
    day = when.date() if isinstance(when, datetime) else when
    return said.first - _ZONES <= day <= said.last + _ZONES


def _host_of(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").casefold()
    except ValueError:
        return ""
