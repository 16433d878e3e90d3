"""Answers from sources given by hand, as if the web had answered."""

from provcheck.fetch.answer import Answer
from provcheck.fetch.failures import Failure
from provcheck.settings import Limits
from provcheck.store.given import GivenSource

_FOUND = 302
_REDIRECTS = range(300, 400)


def replayed(entry: GivenSource, url: str, limits: Limits) -> Answer | Failure:
    """Return the answer that `entry` stands for; opens no socket."""
    if entry.redirect_to:
        status = entry.status if entry.status in _REDIRECTS else _FOUND
        return Answer(url=url, status=status, headers=(("location", entry.redirect_to),))
    try:
        body = entry.content()
    except OSError as problem:
        clause = f"{entry.key} cannot be read ({problem.strerror})"
        return Failure(clause=clause)
    if len(body) > limits.source_bytes:
        clause = f"larger than {limits.source_bytes} bytes"
        return Failure(clause=clause)
    headers = (("content-type", entry.content_type),) if entry.content_type else ()
    return Answer(url=url, status=entry.status, headers=headers, body=body)
