"""The news sitemaps of the outlet that an article names, as its robots.txt gives them.

Nothing of the article is sent: the whole list is fetched and looked through here.
"""

from collections.abc import Iterator
from itertools import islice

from lxml import etree
from protego import Protego

from provcheck.fetch.decoding import BodyError, Decoder
from provcheck.fetch.robots import MOST, ours
from provcheck.fetch.search.answers import day, tidy
from provcheck.fetch.search.asked import Answered, Asked, Further, Problem, Sent, Telling
from provcheck.fetch.search.choosing import chosen, is_on
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits

ID = "sitemap"
_LARGEST = 8 << 20  # bytes, unpacked; a news sitemap lists a thousand pages at most
_LIMITS = Limits(source_bytes=_LARGEST, raw_bytes=_LARGEST)
_GZIP = b"\x1f\x8b"
_MOST_MAPS = 3
_MOST_PAGES = 5000
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def query(asked: Asked, _rules: Rulebook) -> Sent | None:
    """Return where the outlet says which sitemaps it has, None where no outlet is named."""
    if not asked.hosts:
        return None
    return Sent(url=f"https://{asked.hosts[0]}/robots.txt", words="")


def results(answered: Answered, asked: Asked, rules: Rulebook) -> Telling:
    """Return the pages that may hold the quotation, or the sitemaps to look in.

    From robots.txt to sitemaps, from an index of them to those in it, and no further.
    """
    if answered.depth == 0:
        return _named_in(answered.data)
    tree = _tree(answered.data)
    if isinstance(tree, Problem):
        return tree
    if tree.tag == f"{_MAP}sitemapindex":
        return _further(list(_texts(tree, "loc"))) if answered.depth == 1 else ()
    if tree.tag != f"{_MAP}urlset":
        return Problem(reason="its sitemap is none")
    listed = (_result(entry) for entry in islice(tree.iter(f"{_MAP}url"), _MOST_PAGES))
    return chosen((each for each in listed if is_on(each.url, asked.hosts)), asked, rules)


def _named_in(robots: bytes) -> Further | Problem:
    text = ours(robots[:MOST].decode("utf-8-sig", "replace"))
    return _further(list(Protego.parse(text).sitemaps))


def _further(urls: list[str]) -> Further | Problem:
    """Return the few sitemaps that are looked in: those of news, else the first ones."""
    usable = [url.strip() for url in urls if url.strip().startswith(("http://", "https://"))]
    if not usable:
        return Problem(reason="it names no sitemap")
    news = [url for url in usable if "news" in url.partition("://")[2].partition("/")[2].casefold()]
    return Further(urls=tuple(dict.fromkeys(news or usable))[:_MOST_MAPS])


def _tree(data: bytes) -> etree._Element | Problem:
    """Return the root of a sitemap; one that brings declarations of its own is not read."""
    try:
        plain = _unpacked(data)
    except BodyError as problem:
        return Problem(reason=str(problem))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        tree = etree.fromstring(plain, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Problem(reason="its sitemap is no XML")
    if tree.getroottree().docinfo.internalDTD is not None:
        return Problem(reason="its sitemap declares entities or a type of its own")
    return tree


def _unpacked(data: bytes) -> bytes:
    """Return a sitemap that may be packed, as .xml.gz; raises BodyError."""
    decoder = Decoder("gzip" if data.startswith(_GZIP) else "", _LIMITS)
    return decoder.feed(data) + decoder.finish()


def _result(entry: etree._Element) -> Result:
    url = next(_texts(entry, "loc"), "").strip()
    title = next((tidy(e.text or "") for e in entry.iter(f"{_NEWS}title")), "")
    told = next((e.text or "" for e in entry.iter(f"{_NEWS}publication_date")), "")
    return Result(
        url=url,
        provider=ID,
        title=title or _slug(url),
        publisher=next((tidy(e.text or "") for e in entry.iter(f"{_NEWS}name")), ""),
        published=day(told or next(_texts(entry, "lastmod"), "")),
    )


def _texts(tree: etree._Element, name: str) -> Iterator[str]:
    return (element.text or "" for element in tree.iter(f"{_MAP}{name}"))


def _slug(url: str) -> str:
    """Return the words in the last name of a path, which are those of a title as a rule."""
    return tidy(url.rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " "))
