"""GDELT Context 2.0: sentences that it saw as quotations, of the last three days."""

from provcheck.fetch.search.answers import Row, address, day, link, said
from provcheck.fetch.search.asked import Answered, Asked, Problem, Sent, cut
from provcheck.fetch.search.gdelt import MOST, UNPARTED, results_in
from provcheck.language.sentences import sentences
from provcheck.language.words import word_count
from provcheck.model.query import Result
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.tag import base_of

ID = "gdelt-context"


def query(asked: Asked, rules: Rulebook) -> Sent | None:
    """Return the query for the longest sentence: all words must stand in one."""
    service = rules.search.of(ID)
    if base_of(asked.lang) in UNPARTED:
        return None
    spans = sentences(asked.words, Span(start=0, end=len(asked.words)))
    longest = max((span.of(asked.words) for span in spans), key=len, default="")
    words = cut(longest.rstrip(" .!?,;"), service.longest - 2)
    if word_count(words, Span(start=0, end=len(words))) < rules.search.fewest_words:
        return None
    url = address(
        service.endpoint,
        query=f'"{words}"',
        mode="artlist",
        format="json",
        isquote="1",
        maxrecords=MOST,
    )
    return Sent(url=url, words=words)


def results(answered: Answered, _asked: Asked, _rules: Rulebook) -> tuple[Result, ...] | Problem:
    """Return the pages with the sentence; anything but its JSON is a problem."""
    return results_in(answered.data, _result)


def _result(row: Row) -> Result:
    return Result(
        url=link(row, "url"),
        provider=ID,
        title=said(row, "title"),
        publisher=said(row, "domain"),
        published=day(said(row, "seendate")),
        excerpt=said(row, "context") or said(row, "sentence"),
    )
