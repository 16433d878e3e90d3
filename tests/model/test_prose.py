from datetime import UTC, date, datetime

import pytest

from provcheck.model.prose import Prose


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
