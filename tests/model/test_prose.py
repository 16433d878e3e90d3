from datetime import UTC, date, datetime

import pytest

from provcheck.model.prose import Link, Prose
from provcheck.model.span import Span


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param(None, None, id="not told"),
        pytest.param(date(2025, 3, 14), date(2025, 3, 14), id="a day"),
        pytest.param(datetime(2025, 3, 14, 23, tzinfo=UTC), date(2025, 3, 14), id="a moment"),
    ],
)
def test_day_of_publication(published: date | None, day: date | None) -> None:
    assert Prose(text="", blocks=(), published=published).published_on == day


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://wire.example/a@b?c=d@e", id="at signs behind the host"),
        pytest.param("mailto:ada@wire.example", id="a mailbox"),
        pytest.param("talks.html", id="no address"),
    ],
)
def test_an_address_is_as_it_was_written(url: str) -> None:
    assert Link(span=Span(start=0, end=1), url=url).url == url


@pytest.mark.parametrize(
    "url",
    ["https://ada:secret@wire.example/a", "HTTP:ada:secret@wire.example/a",
     "http:\\\\secret@wire.example/a", "ftp://a:secret@b@wire.example/a"],
)  # fmt: skip
def test_passwords_are_masked(url: str) -> None:
    found = Link(span=Span(start=0, end=1), url=url).url

    assert "secret" not in found
    assert found.endswith("***@wire.example/a")
