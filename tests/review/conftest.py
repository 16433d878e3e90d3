from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from reviewing import Running, a_session, an_article_of, entered, running


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Running]:
    """A review of one article, which lies in the folder of the test."""
    with running(a_session(an_article_of(tmp_path))) as served:
        yield served


@pytest.fixture
def client(review: Running) -> Iterator[httpx.Client]:
    with closing(entered(review)) as inside:
        yield inside


@pytest.fixture
def stranger(review: Running) -> Iterator[httpx.Client]:
    """A client that knows the port and nothing else."""
    with httpx.Client(base_url=review.origin, timeout=15) as outside:
        yield outside
