"""Brave Search: pages of the web with a phrase. It asks for a key."""

from provcheck.fetch.search.answers import Row, address, day, inside, link, object_in, rows, said
from provcheck.fetch.search.asked import Answered, Asked, Problem, Sent, cut
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

ID = "brave"
_MOST = "10"
_MOST_HOSTS = 2


def query(asked: Asked, rules: Rulebook) -> Sent | None:
    """Return the query for the words as a phrase, on the outlet's hosts where one is named."""
    service = rules.search.of(ID)
    where = " OR ".join(f"site:{host}" for host in asked.hosts[:_MOST_HOSTS])
    words = cut(asked.words, service.longest - 3 - len(where))
    window = asked.window
    url = address(
        service.endpoint,
        q=f'"{words}" {where}'.strip(),
        count=_MOST,
        freshness=f"{window.first}to{window.last}" if window else "",
    )
    return Sent(url=url, words=words)


def results(answered: Answered, _asked: Asked, _rules: Rulebook) -> tuple[Result, ...] | Problem:
    """Return the pages in its order; an answer that is not one of its search is a problem."""
    found = object_in(answered.data)
    if isinstance(found, Problem):
        return found
    if found.get("type") != "search":
        return Problem(reason="its answer is not one of a search")
    web = inside(found, "web")
    listed = rows(web, "results") or ()
    usable = tuple(_result(row) for row in listed if link(row, "url"))
    if "web" in found and not usable and web.get("results") != []:
        return Problem(reason="its list of results has no addresses in it")
    return usable


def _result(row: Row) -> Result:
    return Result(
        url=link(row, "url"),
        provider=ID,
        title=said(row, "title"),
        publisher=said(inside(row, "profile"), "name"),
        published=day(said(row, "page_age")),
        excerpt=said(row, "description"),
    )
