"""A web of search services on this machine, and what they answer; every word is invented."""

import json
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from building import a_claim, an_article
from dialling import OTHER, PUBLIC, Network
from pydantic import SecretStr
from serving import Site, answer

from provcheck.fetch.asking import Asker
from provcheck.fetch.client import Client
from provcheck.fetch.search.asked import Answered, Asked, asked_for
from provcheck.fetch.search.providers import PROVIDERS, Provider
from provcheck.fetch.search.searching import Searching
from provcheck.fetch.shelf import Shelf
from provcheck.model.article import Article
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import Claim
from provcheck.model.interval import Interval
from provcheck.model.query import Query, Result
from provcheck.rulebook.agencies import Agency
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Key, Limits, Robots, Settings
from provcheck.store.given import Given

WORDS = "The harbour dredging begins at once, and nobody asked the crews"
ARTICLE = (
    f"Mayor Ines Falk told Strandposten on Tuesday: “{WORDS}.” Her deputy Olav Munk declined to "
    "comment on leaked budgets. Confidential memoranda mention embezzlement."
)
OUTLET = "strand.example"
PAGE = "https://strand.example/2025/dredging"
DAY = date(2025, 3, 14)
SECRET = "s3cr3t-8f2a"  # noqa: S105  (invented, to look for)
ASKED = Asked(
    words=WORDS,
    hosts=(OUTLET,),
    page=f"https://{OUTLET}/search?q={{words}}",
    window=Interval(first=date(2025, 3, 10), last=DAY),
    day=DAY,
    speaker="Ines Falk",
)
HOSTS = (
    "api.gdeltproject.org", "api.search.brave.com", "factchecktools.googleapis.com", OUTLET,
    "evil.example",
)  # fmt: skip
ENDPOINTS = {
    "gdelt-context": "/api/v2/context/context",
    "gdelt-doc": "/api/v2/doc/doc",
    "brave": "/res/v1/web/search",
    "factcheck": "/v1alpha1/claims:search",
    "site": "/search",
    "sitemap": "/robots.txt",
}
IDS = tuple(provider.id for provider in PROVIDERS)
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def a_sitemap(*pages: tuple[str, str, str]) -> bytes:
    """A news sitemap of (address, day, title)."""
    rows = "".join(
        f"<url><loc>{url}</loc><n:news><n:publication><n:name>Strand</n:name></n:publication>"
        f"<n:publication_date>{day}T08:00:00Z</n:publication_date><n:title>{title}</n:title>"
        "</n:news></url>"
        for url, day, title in pages
    )
    return f'<urlset xmlns="{MAPS}" xmlns:n="{NEWS}">{rows}</urlset>'.encode()


ARTICLES = {
    "articles": [
        {"url": PAGE, "title": "Dredging to begin", "seendate": "20250312T031500Z",
         "domain": OUTLET, "sentence": f"{WORDS}.", "context": f"She said: {WORDS}."}
    ]
}  # fmt: skip
REVIEW = {"publisher": {"name": "Checkers", "site": "checkers.example"}, "title": "No dredging",
          "url": "https://checkers.example/1", "reviewDate": "2025-03-13T00:00:00Z",
          "textualRating": "Mostly false", "languageCode": "en"}  # fmt: skip
GOOD: dict[str, dict[str, bytes]] = {
    "gdelt-context": {ENDPOINTS["gdelt-context"]: json.dumps(ARTICLES).encode()},
    "gdelt-doc": {ENDPOINTS["gdelt-doc"]: json.dumps(ARTICLES).encode()},
    "brave": {ENDPOINTS["brave"]: json.dumps({"type": "search", "web": {"results": [
        {"url": PAGE, "title": "Dredging to begin", "page_age": "2025-03-12T03:15:00",
         "description": "The <strong>harbour</strong> dredging", "profile": {"name": "Strand"}}
    ]}}).encode()},
    "factcheck": {ENDPOINTS["factcheck"]: json.dumps({"claims": [
        {"text": WORDS, "claimant": "Ines Falk", "claimReview": [REVIEW]}
    ]}).encode()},
    "site": {ENDPOINTS["site"]: f"""<html><nav><a href="/">Home</a><a href="/search?q=x">2</a></nav>
        <a href="https://other.example/dredging">Dredging elsewhere</a>
        <article><h3><a href="{PAGE}">Dredging to begin</a></h3><p>Nobody asked.</p></article>
        <article><a href="/2025/choir">The choir sings</a></article></html>""".encode()},
    "sitemap": {
        ENDPOINTS["sitemap"]: f"Sitemap: https://{OUTLET}/news.xml".encode(),
        "/news.xml": a_sitemap(
            (PAGE, "2025-03-12", "Dredging to begin"),
            ("https://strand.example/2025/choir", "2025-03-12", "The choir sings"),
        ),
    },
}  # fmt: skip
EMPTY: dict[str, dict[str, bytes]] = {
    "gdelt-context": {ENDPOINTS["gdelt-context"]: b"{}"},
    "gdelt-doc": {ENDPOINTS["gdelt-doc"]: b'{"articles": []}'},
    "brave": {ENDPOINTS["brave"]: b'{"type": "search", "query": {}}'},
    "factcheck": {ENDPOINTS["factcheck"]: b"{}"},
    "site": {ENDPOINTS["site"]: b'<a href="/2025/choir">The choir sings</a>'},
    "sitemap": GOOD["sitemap"] | {"/news.xml": a_sitemap()},
}


class _Routes(dict):
    """Routes by path, whatever query is behind it."""

    def get(self, path: str, default: Any = None) -> Any:
        return super().get(path.partition("?")[0], default)


@dataclass
class Web:
    """What servers answer by path, and, once it was asked, the bytes that reached them."""

    routes: dict[str, Any]
    search: tuple[str, ...] = IDS
    store: Path | None = None
    known: dict[str, Any] = field(default_factory=dict)
    today: date = DAY
    dials: list[str] = field(default_factory=list)
    seen: list[Any] = field(default_factory=list)

    @property
    def received(self) -> bytes:
        return b"".join(request.raw + request.body for request in self.seen)

    def settings(self) -> Settings:
        limits = Limits(
            host_interval=0.0, retry_wait=0.01, connect_seconds=0.5, read_seconds=0.5,
            total_seconds=1.5,
        )  # fmt: skip
        fields = {
            "robots": Robots.IGNORE, "limits": limits, "store": self.store, "search": self.search,
            "keys": keys(),
        }  # fmt: skip
        return Settings(**fields | self.known)

    async def ask(self, rules: Rulebook, work: Any) -> Any:
        """What `work` makes of a Searching."""
        settings = self.settings()
        async with Site(_Routes(self.routes)) as site:
            names = {host: [OTHER if host == "evil.example" else PUBLIC] for host in HOSTS}
            network = Network(site.port, names, plain=True)
            async with aclosing(network.transport(settings)) as transport:
                asker = None if settings.offline else Asker(transport, settings)
                shelf = Shelf(Given(), Client(Given(), asker, settings), settings)
                end = await work(Searching(shelf, settings, quick(rules), today=self.today))
            self.dials += network.dials
            self.seen += site.seen
            return end

    async def results(self, rules: Rulebook, asked: Asked = ASKED) -> tuple[Any, Any]:
        return await self.ask(rules, lambda searching: searching.results(asked))


def keys() -> tuple[Key, ...]:
    endpoints = {
        "X-Subscription-Token": "https://api.search.brave.com/res/v1/web/search",
        "X-Goog-Api-Key": "https://factchecktools.googleapis.com/v1alpha1/claims:search",
    }
    return tuple(
        Key(endpoint=url, field=name, secret=SecretStr(SECRET)) for name, url in endpoints.items()
    )


def quick(rules: Rulebook) -> Rulebook:
    """The rules with the outlet of these tests, and refused queries put again at once."""
    services = tuple(
        each.model_copy(update={"again": 0.01 if each.again else 0.0})
        for each in rules.search.services
    )
    outlet = Agency(
        id="strand", name="Strandposten", hosts=(OUTLET,), kind="newspaper", search=ASKED.page
    )
    agencies = rules.agencies.model_copy(update={"agencies": (*rules.agencies.agencies, outlet)})
    search = rules.search.model_copy(update={"services": services})
    # Copies keep what the originals had worked out; these are made anew.
    return rules.model_copy(
        update={
            "search": type(search).model_validate(search.model_dump()),
            "agencies": type(agencies).model_validate(agencies.model_dump()),
        }
    )


def in_article(words: str = WORDS, text: str = ARTICLE, **known: Any) -> tuple[Claim, Article]:
    """A claim by Ines Falk in an article that names the outlet, and the article."""
    cites = (Citation(kind=CitationKind.OUTLET, name="Strandposten"),)
    claim = a_claim(text, words, **{"speaker": "Ines Falk", "cites": cites, **known})
    return claim, an_article(text)


def asked_of(rules: Rulebook, words: str = WORDS, **known: Any) -> Asked | None:
    claim, article = in_article(words, **known)
    return asked_for(claim, article, quick(rules))


def served(routes: dict[str, bytes]) -> dict[str, bytes]:
    return {path: answer(body, content_type="text/html") for path, body in routes.items()}


def told(
    provider: Provider, data: bytes, rules: Rulebook, asked: Asked = ASKED, **known: Any
) -> Any:
    """What a provider makes of `data`."""
    url = f"https://{OUTLET}{ENDPOINTS[provider.id]}"
    return provider.results(Answered(**{"url": url, "data": data, **known}), asked, rules)


def provider_of(name: str) -> Provider:
    return next(provider for provider in PROVIDERS if provider.id == name)


def brief(results: tuple[Result, ...]) -> list[tuple[str, str]]:
    return [(each.provider, each.url) for each in results]


def outcomes(queries: tuple[Query, ...]) -> dict[str, str]:
    return {query.provider: query.outcome for query in queries}
