from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from provcheck.report.dates import day, moment

WEST = timezone(timedelta(hours=-5))
INDIA = timezone(timedelta(hours=5, minutes=30))


def test_day_needs_no_locale() -> None:
    assert day(date(2025, 1, 3)) == "3 January 2025"


@pytest.mark.parametrize(
    ("stamp", "said"),
    [
        pytest.param(datetime(2025, 1, 3), "3 January 2025", id="midnight-without-a-zone"),  # noqa: DTZ001
        pytest.param(
            datetime(2025, 1, 3, tzinfo=UTC), "3 January 2025, 00:00 UTC", id="midnight-in-a-zone"
        ),
        pytest.param(date(2025, 12, 31), "31 December 2025", id="no-time-given"),
        pytest.param(datetime(2025, 1, 3, 9, 5, tzinfo=UTC), "3 January 2025, 09:05 UTC", id="utc"),
        pytest.param(
            datetime(2025, 1, 3, 23, 5, tzinfo=WEST),
            "3 January 2025, 23:05 UTC−05:00",
            id="the-day-of-its-own-zone",
        ),
        pytest.param(
            datetime(2025, 1, 3, 9, 5, tzinfo=INDIA),
            "3 January 2025, 09:05 UTC+05:30",
            id="half-hours",
        ),
        pytest.param(datetime(2025, 1, 3, 9, 5), "3 January 2025, 09:05", id="no-zone"),  # noqa: DTZ001
    ],
)
def test_moment(stamp: date | datetime, said: str) -> None:
    assert moment(stamp) == said
