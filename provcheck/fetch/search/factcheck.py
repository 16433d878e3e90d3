"""Google Fact Check Tools: what was already checked by others. It asks for a key."""

from collections.abc import Iterator

from provcheck.fetch.search.answers import Row, address, day, inside, link, object_in, rows, said
from provcheck.fetch.search.asked import Answered, Asked, Problem, Sent, cut
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.tag import base_of

ID = "factcheck"
_MOST = "10"


def query(asked: Asked, rules: Rulebook) -> Sent | None:
    """Return the query for the words, among checks in the article's language."""
    service = rules.search.of(ID)
    words = cut(asked.words, service.longest)
    lang = base_of(asked.lang)
    url = address(service.endpoint, query=words, languageCode=lang, pageSize=_MOST)
    return Sent(url=url, words=words)


def results(answered: Answered, _asked: Asked, _rules: Rulebook) -> tuple[Result, ...] | Problem:
    """Return the checks, each with its rating in the reviewer's words; "" where it has none."""
    found = object_in(answered.data)
    if isinstance(found, Problem):
        return found
    claims = rows(found, "claims")
    if claims is None:
        return () if not found else Problem(reason="its answer has no list of claims")
    usable = tuple(result for claim in claims for result in _reviews(claim))
    if found["claims"] and not usable:
        return Problem(reason="its list of claims has no reviews in it")
    return usable


def _reviews(claim: Row) -> Iterator[Result]:
    for review in rows(claim, "claimReview") or ():
        publisher = inside(review, "publisher")
        if link(review, "url"):
            yield Result(
                url=link(review, "url"),
                provider=ID,
                title=said(review, "title"),
                publisher=said(publisher, "name"),
                published=day(said(review, "reviewDate")),
                excerpt=said(claim, "text"),
                rating=said(review, "textualRating"),
                reviewer=said(publisher, "name") or said(publisher, "site"),
            )
