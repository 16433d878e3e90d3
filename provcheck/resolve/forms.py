"""Other addresses of a page: what a wrapper leads to, and the page behind its form for phones."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, unquote, unquote_plus, urlsplit

from provcheck.model.evidence import Completeness, Evidence, Found, Unavailable, Unsourced
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.rulebook.addresses import Addresses, served
from provcheck.rulebook.book import Rulebook
from provcheck.store.address import address_key

_DEEPEST = 4  # wrappers within wrappers, and forms of forms
_MOST = 4  # other addresses that are worth asking
_PART_READ = {Completeness.GATED, Completeness.TRUNCATED, Completeness.STUB}


def unwrapped(url: str, rules: Rulebook) -> str:
    """Return the address that a wrapper at `url` leads to, or `url` where it is none.

    Wrappers within wrappers are followed, four deep. What a wrapper holds counts only where it is
    a web address without user name. Never raises.
    """
    for _ in range(_DEEPEST):
        inner = _within(url, rules.addresses)
        if inner is None:
            return url
        url = inner
    return url


def forms(url: str, rules: Rulebook) -> tuple[str, ...]:
    """Return other addresses of the page at `url`, the likeliest first; none for a plain address.

    The page behind a cache, an AMP or print form or the site for phones; the target of a wrapper.
    They lack tracking parameters and text fragments. None has the key of `url` or of another one
    (address_key), and there are four at most. Never raises.
    """
    found: dict[str, str] = {address_key(url): url}
    waiting = [url]
    for _ in range(_DEEPEST):
        waiting = [other for each in waiting for other in _one_step(each, rules)]
        for each in waiting:
            if _within(each, rules.addresses) is None:  # no wrapper is asked
                found.setdefault(address_key(each), each)
    return tuple(found.values())[1 : _MOST + 1]


def other_forms(lead: Lead, evidence: Evidence, rules: Rulebook) -> tuple[Lead, ...]:
    """Return leads to other addresses of a page that could not be read, or not as a whole.

    The address that it gives as its own comes first, where that is on the same site. They stand to
    the claim as `lead` does. None for a page that was read whole, for posts, and for what nobody
    cited: sources given by hand.
    """
    cited = lead.kind == LeadKind.URL and lead.standing != Standing.NEARBY
    if not cited or rules.platforms.post_at(lead.target) is not None:
        return ()
    match evidence:
        case Unavailable():
            others = forms(lead.target, rules)
        case Found(completeness=completeness) if completeness in _PART_READ:
            others = (*_own_address(evidence, rules), *forms(lead.target, rules))
        case Found() | Unsourced():
            others = ()
    distinct = {address_key(each): each for each in reversed(others)}
    return tuple(_lead(lead, each) for each in reversed(distinct.values()))


def _lead(lead: Lead, url: str) -> Lead:
    reason = "another address of the same page, which could not be read whole"
    return lead.model_copy(update={"target": url, "reason": reason})


def _own_address(found: Found, rules: Rulebook) -> Iterator[str]:
    """Yield the address that a page gives as its own, where it is another one on the same site."""
    own, asked = found.text.canonical, {found.snapshot.url, found.snapshot.final_url}
    if own is None or address_key(own) in set(map(address_key, asked)):
        return
    parts = _parts(own)
    if parts is not None and parts.path.strip("/"):  # the front page is no page's own address
        site = rules.addresses.site
        if any(served(site(url), [site(own)]) for url in asked):
            yield own


def _one_step(url: str, rules: Rulebook) -> Iterator[str]:
    """Yield the addresses that are a step nearer to the plain one."""
    parts = _parts(url)
    if parts is None:
        return
    inner = _within(url, rules.addresses) or _cached(parts, rules.addresses)
    if inner is not None:
        yield inner
        return
    plain = _plain(parts, rules.addresses)
    for host in _hosts(plain, rules.addresses):
        yield plain._replace(netloc=host).geturl()


def _plain(parts: SplitResult, rules: Addresses) -> SplitResult:
    """Return an address without what shows a form of the page or who linked to it."""
    path = parts.path
    for part in rules.path_parts:
        path = re.sub(part.pattern, part.by, path, count=1)
    kept = "&".join(
        pair for pair in parts.query.split("&") if pair and not _says_nothing(pair, rules)
    )
    return parts._replace(path=path or "/", query=kept, fragment="")


def _says_nothing(pair: str, rules: Addresses) -> bool:
    name, _, value = map(unquote_plus, pair.partition("="))
    return rules.is_tracking(name) or rules.marks_form(name, value)


def _hosts(parts: SplitResult, rules: Addresses) -> Iterator[str]:
    """Yield the hosts that may serve the page: its own, or that of the site not made for phones."""
    first, dot, rest = parts.netloc.partition(".")
    labels = {*rules.host_labels}
    if first.casefold() in labels and "." in rest:
        yield f"www.{rest}"
        yield rest
        return
    inner, _, beyond = rest.partition(".")
    if dot and inner.casefold() in labels and "." in beyond:  # en.m.wikipedia.org
        yield f"{first}.{beyond}"
        return
    yield parts.netloc


def _within(url: str, rules: Addresses) -> str | None:
    """Return the address that a wrapper holds, None where `url` is no wrapper."""
    parts = _parts(url)
    if parts is None:
        return None
    host, path = (parts.hostname or "").casefold(), parts.path.rstrip("/")
    for wrapper in rules.wrappers:
        if path == wrapper.path.rstrip("/") and served(host, wrapper.hosts):
            said = dict(reversed(parse_qsl(parts.query)))
            held = (_web_address(said[name]) for name in wrapper.parameters if name in said)
            return next(filter(None, held), None)
    return None


def _cached(parts: SplitResult, rules: Addresses) -> str | None:
    """Return the address of the page that a cache keeps a copy of, None where it is no cache."""
    host = (parts.hostname or "").casefold()
    for cache in rules.caches:
        match = re.match(cache.path, parts.path) if served(host, cache.hosts) else None
        if match is not None:
            query = f"?{parts.query}" if parts.query else ""
            scheme = "https" if match["secure"] else "http"
            return _web_address(f"{scheme}://{unquote(match['page'])}{query}")
    return None


def _web_address(written: str) -> str | None:
    parts = _parts(written.strip())
    return parts.geturl() if parts is not None else None


def _parts(url: str) -> SplitResult | None:
    """Return the parts of a web address without user name, None for anything else."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (raises where there is none that can be)
    except ValueError:
        return None
    web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return parts if web and "@" not in parts.netloc else None
