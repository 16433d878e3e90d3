from datetime import UTC, date, datetime, timedelta

import pytest

from provcheck.cli.today import EPOCH, today
from provcheck.errors import SettingsError


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        pytest.param("0", date(1970, 1, 1), id="first"),
        pytest.param("1741910399", date(2025, 3, 13), id="last second of a day in UTC"),
        pytest.param("1741910400", date(2025, 3, 14), id="first second of the next"),
    ],
)
def test_a_build_has_the_day_that_it_is_given(
    seconds: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, seconds)
    assert today() == day


@pytest.mark.parametrize("told", [None, ""])
def test_else_it_is_the_day_here(told: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    if told is not None:
        monkeypatch.setenv(EPOCH, told)
    assert abs(today() - datetime.now(UTC).date()) <= timedelta(days=1)


@pytest.mark.parametrize("told", ["soon", "1e9", "9" * 30])
def test_anything_else_is_told(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, told)
    with pytest.raises(SettingsError, match=f"^{EPOCH}: no number of seconds"):
        today()
