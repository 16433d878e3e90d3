"""The search page of the outlet that an article names: the links that it answers with."""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote_plus, urljoin, urlsplit

from bs4.element import Tag

from provcheck.fetch.search.answers import LARGEST, tidy
from provcheck.fetch.search.asked import Answered, Asked, Problem, Sent, cut
from provcheck.fetch.search.choosing import chosen, is_on
from provcheck.markup.tree import parsed_html
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

ID = "site"
_MOST_LINKS = 1000
_TEASER = 500  # characters; what surrounds a link with more is not about it alone
_AROUND = 3  # elements outwards that may hold the teaser


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
    anchors = parsed_html(answered.data).find_all("a", href=True)
    for anchor in islice(anchors, _MOST_LINKS):
        url = _joined(answered.url, str(anchor["href"]))
        if is_on(url, asked.hosts) and urlsplit(url).path.rstrip("/") not in {"", here}:
            title = tidy(anchor.get_text(" "))
            yield Result(url=url, provider=ID, title=title, excerpt=_teaser(anchor))


def _teaser(anchor: Tag) -> str:
    """Return the words of the widest element round a link that is still about it alone."""
    teaser, around = "", anchor.parent
    for _ in range(_AROUND):
        if around is None or len(around.find_all("a", limit=3)) > 2:  # noqa: PLR2004  (title, picture)
            break
        words = tidy(" ".join(islice(around.stripped_strings, 40)))
        if len(words) > _TEASER:
            break
        teaser, around = words, around.parent
    return teaser


def _joined(base: str, href: str) -> str:
    """Return where a link leads, without its fragment; "" where that is no address."""
    try:
        return urljoin(base, href.strip()).partition("#")[0]
    except ValueError:
        return ""
