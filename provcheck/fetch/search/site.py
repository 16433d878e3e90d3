"""The search page of the outlet that an article names: the links that it answers with."""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote_plus, urljoin, urlsplit

from lxml import etree

from provcheck.fetch.search.answers import LARGEST, tidy
from provcheck.fetch.search.asked import Answered, Asked, Problem, Sent, cut
from provcheck.fetch.search.choosing import chosen, is_on
from provcheck.markup.encoding import Undecodable, decoded
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

ID = "site"
_MOST_LINKS = 1000
_TEASER = 390  # characters; what surrounds a link with more is not about it alone
_AROUND = 3  # elements outwards that may hold the teaser
_SAME = 3  # links to one page: its picture, its title, "more"
_MOST_PARTS = 200  # of an element whose words are taken
_WHOLE = {"body", "html", "main"}
_UNSEEN = {"script", "style", "template", "noscript"}


def query(asked: Asked, rules: Rulebook) -> Sent | None:
    """Return the query to the outlet's own page, None where no such page is known."""
    if not asked.page:
        return None
    words = cut(asked.words, rules.search.of(ID).longest)
    return Sent(url=asked.page.replace("{words}", quote_plus(words)), words=words)


def results(answered: Answered, asked: Asked, rules: Rulebook) -> tuple[Result, ...] | Problem:
    """Return the links of the outlet whose words, or teaser, are those of the quotation."""
    if len(answered.data) > LARGEST:
        return Problem(reason="its page is larger than results may be")
    found = tuple(_links(answered, asked))
    if not found:
        return Problem(reason="its page has no links of the outlet: it may show them by script")
    return chosen(found, asked, rules)


def _links(answered: Answered, asked: Asked) -> Iterator[Result]:
    """Yield each link of the page to another one of the outlet."""
    here = urlsplit(answered.url).path.rstrip("/")
    tree = _tree(answered.data)
    anchors = tree.iter("a") if tree is not None else ()
    for anchor in islice(anchors, _MOST_LINKS):
        url = _joined(answered.url, anchor.get("href") or "")
        if is_on(url, asked.hosts) and urlsplit(url).path.rstrip("/") not in {"", here}:
            yield Result(url=url, provider=ID, title=_words(anchor), excerpt=_teaser(anchor))


def _tree(page: bytes) -> etree._Element | None:
    """Return the tree of a page, None for one without elements.

    By lxml itself: what it makes of a page is enough for links, and takes a tenth of the time.
    """
    try:
        text = decoded(page)
    except Undecodable:
        text = page.decode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, huge_tree=False
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _teaser(anchor: etree._Element) -> str:
    """Return the words of the widest element round a link that is about its page alone."""
    teaser, around, href = "", anchor.getparent(), anchor.get("href")
    for _ in range(_AROUND):
        if around is None or around.tag in _WHOLE:
            break
        links = list(islice(around.iter("a"), _SAME + 1))
        words = _words(around)
        if len(words) > _TEASER or len(links) > _SAME or any(a.get("href") != href for a in links):
            break
        teaser, around = words, around.getparent()
    return teaser


def _words(element: etree._Element) -> str:
    """Return the beginning of an element's words, without those of scripts."""
    return tidy(" ".join(islice(filter(None, _texts(element)), _MOST_PARTS)))


def _texts(element: etree._Element) -> Iterator[str]:
    for each in element.iter():
        if isinstance(each.tag, str) and each.tag not in _UNSEEN:
            yield each.text or ""
        if each is not element:
            yield each.tail or ""


def _joined(base: str, href: str) -> str:
    """Return where a link leads, without its fragment; "" where that is no address."""
    try:
        return urljoin(base, href.strip()).partition("#")[0] if href else ""
    except ValueError:
        return ""
