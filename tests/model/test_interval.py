from datetime import date

import pytest

from provcheck.model.interval import Interval

MONDAY, TUESDAY, FRIDAY = date(2025, 3, 10), date(2025, 3, 11), date(2025, 3, 14)


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        pytest.param(MONDAY, MONDAY, "2025-03-10", id="one day"),
        pytest.param(MONDAY, FRIDAY, "2025-03-10/2025-03-14", id="several"),
    ],
)
def test_is_written_as_iso_8601(first: date, last: date, written: str) -> None:
    assert str(Interval(first=first, last=last)) == written


def test_meets_by_a_shared_day() -> None:
    assert Interval(first=MONDAY, last=TUESDAY).meets(Interval(first=TUESDAY, last=FRIDAY))
    assert not Interval(first=MONDAY, last=MONDAY).meets(Interval(first=TUESDAY, last=FRIDAY))
