from pathlib import Path

import pytest
from reviewing import ALTERED, NAMED, a_session, an_article_of

from provcheck.review.access import PATHS
from provcheck.review.routes import routes
from provcheck.rulebook.book import Rulebook

BODIES = {"/": None, "/sign": ALTERED, "/undo": NAMED, "/done": {}}


@pytest.mark.parametrize("path", PATHS)
def test_each_path_is_answered_and_only_done_is_the_last(
    tmp_path: Path, rules: Rulebook, path: str
) -> None:
    session = a_session(an_article_of(tmp_path))
    if path == "/undo":
        session.sign(ALTERED)
    answer = routes(session, rules)(path, BODIES[path])
    assert (answer.status, answer.last) == (200, path == "/done")
    assert (answer.media_type == "application/json") == (path != "/")
