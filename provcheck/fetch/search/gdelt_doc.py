"""GDELT DOC 2.0: pages of the last three months with a phrase, on the hosts of an outlet."""

from provcheck.fetch.search.answers import Row, address, day, link, said
from provcheck.fetch.search.asked import Answered, Asked, Problem, Sent, cut
from provcheck.fetch.search.gdelt import MOST, UNPARTED, results_in
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.tag import base_of

ID = "gdelt-doc"
_MOST_HOSTS = 2  # more would take the room of the words


def query(asked: Asked, rules: Rulebook) -> Sent | None:
    """Return the query for the words as a phrase, on the outlet's hosts where one is named."""
    service = rules.search.of(ID)
    if base_of(asked.lang) in UNPARTED:
        return None
    on = " OR ".join(f"domainis:{host}" for host in asked.hosts[:_MOST_HOSTS])
    where = f" ({on})" if " OR " in on else f" {on}" if on else ""
    words = cut(asked.words, service.longest - 2 - len(where))
    window = asked.window
    url = address(
        service.endpoint,
        query=f'"{words}"{where}',
        mode="artlist",
        format="json",
        maxrecords=MOST,
        sort="dateasc",
        startdatetime=f"{window.first:%Y%m%d}000000" if window else "",
        enddatetime=f"{window.last:%Y%m%d}235959" if window else "",
    )
    return Sent(url=url, words=words)


def results(answered: Answered, _asked: Asked, _rules: Rulebook) -> tuple[Result, ...] | Problem:
    """Return the pages, the oldest first; anything but its JSON is a problem."""
    return results_in(answered.data, _result)


def _result(row: Row) -> Result:
    return Result(
        url=link(row, "url"),
        provider=ID,
        title=said(row, "title"),
        publisher=said(row, "domain"),
        published=day(said(row, "seendate")),
    )
