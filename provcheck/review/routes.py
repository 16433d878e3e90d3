"""What each path of the review's server does, for requests that were let in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from provcheck.review.answer import Answer, told
from provcheck.review.page import review_page
from provcheck.review.session import Session
from provcheck.rulebook.book import Rulebook


def routes(session: Session, rules: Rulebook) -> Callable[[str, Any], Answer]:
    """Return what answers each path of access.PATHS."""

    def act(path: str, given: Any) -> Answer:  # noqa: ANN401
        if path == "/sign":
            return session.sign(given)
        if path == "/undo":
            return session.undo(given)
        if path == "/done":
            return replace(told(done="The review has ended"), last=True)
        return review_page(session.reports, rules, session.by)

    return act
